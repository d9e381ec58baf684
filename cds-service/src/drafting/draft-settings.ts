import { resolve } from 'node:path';
import { z } from 'zod';
import { DRAFT_ADAPTERS } from '#fhir-mappers/drafted-note.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Settings of drafted notes, by the name of their environment variable. */
export const DRAFT_SETTINGS = {
  PRESCREEN_DRAFT: z.enum(DRAFT_ADAPTERS).default('template'),
  PRESCREEN_DRAFT_MODEL: z.string().min(1).optional(),
  PRESCREEN_DRAFT_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .refine((value) => !value.includes('?') && !value.includes('#'), 'must have no query and no fragment')
    .refine((value) => new URL(value).username === '', 'must hold no user: use PRESCREEN_DRAFT_KEY')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  PRESCREEN_DRAFT_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,512}$/)
    .optional(),
  PRESCREEN_DRAFT_SECONDS: whole(1, 600).default(60),
  PRESCREEN_DRAFT_THREADS: whole(1, 64).default(1),
  PRESCREEN_DRAFT_IDLE_MINUTES: whole(1, 24 * 60).default(5),
} as const;

const settingsSchema = z.object(DRAFT_SETTINGS);

type Settings = z.infer<typeof settingsSchema>;

/** Who drafts notes, with what that adapter needs. */
export type DraftConfig = { readonly seconds: number } & (
  | { readonly adapter: 'template' }
  | {
      readonly adapter: 'onnx';
      readonly modelFolder: string;
      readonly threads: number;
      readonly idleMinutes: number;
    }
  | {
      readonly adapter: 'http';
      readonly endpoint: string;
      readonly modelName: string;
      readonly key: string | undefined;
    }
);

/** A contradiction of the settings, for the list that a wrong configuration is refused with. */
export interface DraftIssue {
  readonly setting: string;
  readonly code: 'missing';
  readonly text: string;
}

/** What an adapter needs and was not given. */
export function draftIssues(settings: Settings): readonly DraftIssue[] {
  const {
    PRESCREEN_DRAFT: adapter,
    PRESCREEN_DRAFT_MODEL: model,
    PRESCREEN_DRAFT_ENDPOINT: endpoint,
  } = settings;
  const issues: DraftIssue[] = [];
  const missing = (setting: string, text: string) => issues.push({ setting, code: 'missing', text });
  if (adapter === 'onnx' && model === undefined)
    missing('PRESCREEN_DRAFT_MODEL', 'PRESCREEN_DRAFT=onnx needs the folder of a model');
  if (adapter === 'http' && model === undefined)
    missing('PRESCREEN_DRAFT_MODEL', 'PRESCREEN_DRAFT=http needs the name of a model');
  if (adapter === 'http' && endpoint === undefined)
    missing('PRESCREEN_DRAFT_ENDPOINT', 'PRESCREEN_DRAFT=http needs the base of an OpenAI-compatible API');
  return issues;
}

/** The settings in the words of the code; whatever `draftIssues` names falls back to the template. */
export function draftConfig(settings: Settings): DraftConfig {
  const { PRESCREEN_DRAFT_MODEL: model, PRESCREEN_DRAFT_ENDPOINT: endpoint } = settings;
  const seconds = settings.PRESCREEN_DRAFT_SECONDS;
  if (settings.PRESCREEN_DRAFT === 'onnx' && model !== undefined)
    return {
      adapter: 'onnx',
      seconds,
      modelFolder: resolve(model),
      threads: settings.PRESCREEN_DRAFT_THREADS,
      idleMinutes: settings.PRESCREEN_DRAFT_IDLE_MINUTES,
    };
  if (settings.PRESCREEN_DRAFT === 'http' && model !== undefined && endpoint !== undefined)
    return { adapter: 'http', seconds, endpoint, modelName: model, key: settings.PRESCREEN_DRAFT_KEY };
  return { adapter: 'template', seconds };
}
