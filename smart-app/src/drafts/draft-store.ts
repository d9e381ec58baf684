import { z } from 'zod';
import { FOLLOW_UPS, type FollowUp, OVERRIDE_REASONS, type OverrideReason } from '#fhir-mappers/review.ts';
import { PRIORITIES } from '#terminology/priority.ts';
import type { Draft } from '../review/draft.ts';
import { importKey, seal, unseal } from './seal.ts';

const level = z.enum(PRIORITIES);
const text = z.string();

const lines = { situation: text, background: text, assessment: text, recommendation: text };

const draftSchema: z.ZodType<Draft> = z.object({
  assessmentId: text,
  priority: level.optional(),
  overrideReason: z
    .object({
      code: z.enum(Object.keys(OVERRIDE_REASONS) as [OverrideReason, ...OverrideReason[]]),
      text: text.optional(),
    })
    .optional(),
  belowFloor: z.object({ rule: text, floor: level }).optional(),
  findings: z.array(
    z.object({
      code: text,
      display: text,
      text: text.optional(),
      verdict: z.enum(['confirmed', 'rejected', 'added']),
    }),
  ),
  answers: z.array(z.object({ question: text, text, answer: text })),
  measurements: z.array(z.object({ kind: text, value: z.number(), unit: text })),
  complaint: text.optional(),
  lines: z.object(lines),
  drafted: z.object(lines).partial().optional(),
  nextSteps: z.array(text),
  to: z.enum(['triage-nurse', 'charge-nurse', 'physician']),
  name: text,
  withinMinutes: z.number().optional(),
  escalate: z.boolean(),
  followUps: z.array(z.enum(Object.keys(FOLLOW_UPS) as [FollowUp, ...FollowUp[]])),
  firstImpression: level.optional(),
  amends: text.optional(),
});

const keptSchema = z.object({ savedAt: text, draft: draftSchema });

/** A draft with the time at which it was kept. */
export type KeptDraft = z.infer<typeof keptSchema>;

/** Whose draft of which visit: two nurses, or two patients, never share one. */
export interface DraftOwner {
  readonly practitioner: string;
  readonly server: string;
  readonly patient: string;
  readonly encounter: string | undefined;
}

/** Keeps one draft. Nothing is sent anywhere (SM-53). */
export interface DraftStore {
  save(draft: Draft, at: Date): Promise<void>;
  load(): Promise<KeptDraft | undefined>;
  remove(): void;
}

interface Shelves {
  readonly session: Storage;
  readonly local: Storage;
}

/** A sealed copy older than this is thrown away, hours: a shift and its handover. */
const KEEP_HOURS = 12;

/**
 * Opens the store of one owner.
 *
 * The draft lies in session storage, which ends with the tab (SM-37). With a key from the service a sealed copy
 * also lies in local storage, so that a killed browser loses nothing; without that key it cannot be read, by the
 * next nurse at this workstation either.
 */
export async function openDrafts(
  owner: DraftOwner,
  key: string | undefined,
  shelves: Shelves,
): Promise<DraftStore> {
  const name = `prescreen.draft.${[owner.practitioner, owner.server, owner.patient, owner.encounter ?? ''].join('|')}`;
  const sealing = key === undefined ? undefined : await importKey(key);
  const label = sealing === undefined ? undefined : `prescreen.sealed.${await digest(name)}`;
  return {
    save: async (draft, at) => {
      const written = JSON.stringify({ savedAt: at.toISOString(), draft });
      shelves.session.setItem(name, written);
      if (sealing && label) {
        shelves.local.setItem(
          label,
          JSON.stringify({ at: at.getTime(), ...(await seal(sealing, name, written)) }),
        );
      }
    },
    load: async () => {
      const inSession = read(shelves.session.getItem(name));
      if (inSession || !sealing || !label) return inSession;
      const copy = JSON.parse(shelves.local.getItem(label) ?? 'null');
      if (!copy || Date.now() - copy.at > KEEP_HOURS * 3_600_000) return undefined;
      return read((await unseal(sealing, name, copy)) ?? null);
    },
    remove: () => {
      shelves.session.removeItem(name);
      if (label) shelves.local.removeItem(label);
    },
  };
}

function read(written: string | null): KeptDraft | undefined {
  if (written === null) return undefined;
  try {
    return keptSchema.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
}

// The name holds a patient's id, so local storage gets only its hash.
async function digest(name: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)));
  return Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
