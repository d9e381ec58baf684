import { z } from 'zod';
import { type FetchJson, OutsideError } from './fetch-json.ts';

const patientSchema = z.object({ resourceType: z.literal('Patient'), id: z.string() });

const encounterSchema = z.object({
  resourceType: z.literal('Encounter'),
  id: z.string(),
  subject: z.object({ reference: z.string() }),
});

const nameSchema = z.object({ name: z.array(z.looseObject({})).optional() });

const humanNameSchema = z.object({
  text: z.string().optional(),
  prefix: z.array(z.string()).optional(),
  given: z.array(z.string()).optional(),
  family: z.string().optional(),
  suffix: z.array(z.string()).optional(),
});

const roleSchema = z.object({
  practitioner: z.object({ display: z.string().optional() }).optional(),
});

interface EhrAccess {
  /** Registered FHIR base. */
  readonly iss: string;
  readonly accessToken: string;
  readonly fetchJson: FetchJson;
}

/** What a nurse may see, as the EHR itself answered. */
export type PatientAccess =
  | { readonly allowed: true; readonly encounter: string | undefined }
  | { readonly allowed: false; readonly reason: 'patient' | 'other-patient' | 'unreachable' };

/**
 * Proves that an access token may read this patient, by reading the Patient with it (SM-50).
 *
 * An encounter that the token may not read is dropped; one that belongs to somebody else is a refusal.
 */
export async function provePatientAccess(
  { patient, encounter }: { readonly patient: string; readonly encounter: string | undefined },
  ehr: EhrAccess,
): Promise<PatientAccess> {
  try {
    const found = patientSchema.safeParse(await read(`Patient/${patient}`, ehr));
    if (!found.success || found.data.id !== patient) return { allowed: false, reason: 'patient' };
  } catch (error) {
    const answered = error instanceof OutsideError && error.code === 'status' && (error.status ?? 500) < 500;
    return { allowed: false, reason: answered ? 'patient' : 'unreachable' };
  }
  if (encounter === undefined) return { allowed: true, encounter };
  const found = encounterSchema.safeParse(await read(`Encounter/${encounter}`, ehr).catch(() => undefined));
  if (!found.success) return { allowed: true, encounter: undefined };
  const subject = relativeTo(ehr.iss, found.data.subject.reference);
  return subject === `Patient/${patient}`
    ? { allowed: true, encounter }
    : { allowed: false, reason: 'other-patient' };
}

/**
 * The name to show for a practitioner, read from the EHR.
 *
 * @param reference - Relative; an absolute one is of another server, to which the token is never sent (SM-35).
 * @returns undefined when it cannot be read or has no name.
 */
export async function readDisplay(reference: string, ehr: EhrAccess): Promise<string | undefined> {
  if (/^https?:/i.test(reference)) return undefined;
  const resource = await read(reference, ehr).catch(() => undefined);
  if (reference.startsWith('PractitionerRole/')) {
    return roleSchema.safeParse(resource).data?.practitioner?.display;
  }
  const name = humanNameSchema.safeParse(nameSchema.safeParse(resource).data?.name?.[0]).data;
  if (!name) return undefined;
  const parts = [...(name.prefix ?? []), ...(name.given ?? []), name.family, ...(name.suffix ?? [])];
  return name.text || parts.filter(Boolean).join(' ') || undefined;
}

/** A reference as `Type/id` when it is on this server, else as it was. */
export function relativeTo(iss: string, reference: string): string {
  const base = `${iss}/`;
  const local = reference.startsWith(base) ? reference.slice(base.length) : reference;
  return /^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[^/]+)?$/.test(local)
    ? local.split('/').slice(0, 2).join('/')
    : reference;
}

function read(reference: string, { iss, accessToken, fetchJson }: EhrAccess): Promise<unknown> {
  return fetchJson(`${iss}/${reference}`, {
    headers: { accept: 'application/fhir+json', authorization: `Bearer ${accessToken}` },
    timeoutMs: 5000,
    maxBytes: 1_048_576,
  });
}
