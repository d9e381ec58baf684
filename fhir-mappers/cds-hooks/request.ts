import { z } from 'zod';
import { PREFETCH_KEYS } from '../patient-data.ts';
import { ServiceError } from '../service-error.ts';

/** The hooks that each service is registered for. Shown in this order: `patient-view` last (CH-06). */
export const SERVICE_HOOKS: Readonly<Record<string, readonly Hook[]>> = {
  'nurse-triage': ['encounter-start', 'patient-view'],
};

export type Hook = 'patient-view' | 'encounter-start';

const MISSING = 'is missing or not a string: send it as CDS Hooks 2.0 describes';
const text = z.string(MISSING).min(1, 'is empty: leave it out or give it a value');

/** FHIR `id`, not a reference (CH-30). */
const fhirId = text.regex(/^[A-Za-z0-9.-]{1,64}$/, 'must be a bare FHIR id such as "123", not a reference');

/** Any version of UUID (CH-19). */
const uuid = text.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a UUID');

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Absolute; plain http only on this machine, because patient data travel over it (CH-21). */
const serverUrl = text.refine((value) => {
  const url = URL.parse(value);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') {
    return false;
  }
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}, 'must be an absolute https URL (http only on localhost) without user, query or fragment');

const authorization = z.object(
  {
    access_token: text,
    token_type: z.literal('Bearer', 'must be "Bearer"'),
    expires_in: z.int('must be a whole number of seconds').min(0, 'must not be negative'),
    scope: z.string(MISSING),
    subject: text,
    patient: fhirId.optional(),
  },
  'must be an object with access_token, token_type, expires_in, scope and subject',
);

const userOf = (...types: readonly string[]) =>
  text.regex(
    new RegExp(`^(${types.join('|')})/[A-Za-z0-9.-]{1,64}$`),
    `must be ${types.map((type) => `${type}/[id]`).join(' or ')}`,
  );

const CONTEXT_MESSAGE = 'must be an object: send the context fields of the hook';

/** Context fields by hook (CH-28, CH-29). */
const CONTEXTS = {
  'patient-view': z.object(
    {
      userId: userOf('Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson'),
      patientId: fhirId,
      encounterId: fhirId.optional(),
    },
    CONTEXT_MESSAGE,
  ),
  'encounter-start': z.object(
    { userId: userOf('Practitioner', 'PractitionerRole'), patientId: fhirId, encounterId: fhirId },
    CONTEXT_MESSAGE,
  ),
} as const;

const envelope = z.object(
  {
    hook: text,
    hookInstance: uuid,
    fhirServer: serverUrl.optional(),
    fhirAuthorization: authorization.optional(),
    prefetch: z.record(z.string(), z.unknown(), 'must be an object').default({}),
    context: z.unknown(),
  },
  'must be a JSON object',
);

export type FhirAuthorization = z.infer<typeof authorization>;

/** A hook call whose envelope has been checked; the resources in `prefetch` have not. */
export interface CdsRequest {
  readonly hook: Hook;
  /** Correlates calls; never a key for replay protection (CH-20). */
  readonly hookInstance: string;
  readonly fhirServer?: string;
  readonly fhirAuthorization?: FhirAuthorization;
  readonly context: {
    readonly userId: string;
    readonly patientId: string;
    readonly encounterId?: string;
  };
  /** Known keys only. A key that is absent was not provided; `null` means known empty. */
  readonly prefetch: Readonly<Record<string, unknown>>;
}

/**
 * Parses the body of a hook call (CH-13 to CH-33).
 *
 * Unknown properties are ignored; `null` is accepted inside `prefetch` only.
 *
 * @param serviceId - Last part of the URL; an unknown one is `not-found`.
 * @throws {ServiceError} `request-invalid`; every wrong field is named in `keys`, values are never repeated.
 */
export function parseCdsRequest(body: unknown, serviceId: string): CdsRequest {
  const hooks = Object.hasOwn(SERVICE_HOOKS, serviceId) ? SERVICE_HOOKS[serviceId] : undefined;
  if (hooks === undefined) throw new ServiceError('not-found', { detail: 'No service has this id.' });

  const { context, prefetch, hook, ...rest } = check(envelope, body, []);
  if (!isHookOf(hook, hooks)) throw invalid(['hook'], [`hook must be one of ${hooks.join(', ')}.`]);
  const parsedContext = check(CONTEXTS[hook], context, ['context']);
  const { fhirAuthorization, fhirServer } = rest;

  if (fhirAuthorization !== undefined && fhirServer === undefined) {
    throw invalid(['fhirServer'], ['fhirServer is required when fhirAuthorization is sent.']);
  }
  if (fhirAuthorization?.patient !== undefined && fhirAuthorization.patient !== parsedContext.patientId) {
    throw invalid(
      ['fhirAuthorization.patient', 'context.patientId'],
      ['fhirAuthorization.patient and context.patientId must name the same patient.'],
    );
  }
  const known = PREFETCH_KEYS.filter((key) => Object.hasOwn(prefetch, key));
  return {
    hook,
    ...rest,
    context: parsedContext,
    prefetch: Object.fromEntries(known.map((key) => [key, prefetch[key]])),
  };
}

function isHookOf(hook: string, hooks: readonly Hook[]): hook is Hook {
  return (hooks as readonly string[]).includes(hook);
}

function check<T>(schema: z.ZodType<T>, value: unknown, path: readonly string[]): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = new Map<string, string>();
  for (const issue of result.error.issues) {
    const field = [...path, ...issue.path].join('.') || 'body';
    if (!issues.has(field)) issues.set(field, `${field} ${issue.message}.`);
  }
  throw invalid([...issues.keys()], [...issues.values()]);
}

function invalid(keys: readonly string[], sentences: readonly string[]): ServiceError {
  return new ServiceError('request-invalid', { detail: sentences.join(' '), keys });
}
