import { deidentifyText, findIdentifiers, findInTerminology } from './deidentify-text.ts';
import type { Span } from './kinds.ts';
import type { KnownIdentifier } from './known.ts';
import type { PatientKey } from './secret.ts';
import { shiftFhirDate } from './shift-dates.ts';
import type { Surrogates } from './surrogates.ts';

/** What is needed to de-identify the resources of one patient. */
export interface PatientContext {
  readonly key: PatientKey;
  readonly surrogates: Surrogates;
  readonly known: readonly KnownIdentifier[];
  /** Told of every free text that was read, for the spot check and the counts. */
  readonly onText?: (before: string, after: string, spans: readonly Span[]) => void;
  /** Told of every element that was left out because it could not be read. */
  readonly onLeftOut?: (path: string, reason: string) => void;
}

/** Elements that hold words of people. */
const TEXTS = new Set(['text', 'display', 'valueString', 'description', 'summary', 'basis']);
/** Elements that FHIR gives a date, dateTime or instant. */
const DATES =
  /^(?:birthDate|deceasedDateTime|start|end|issued|authored|authoredOn|recordedDate|dateAsserted|date|lastUpdated|effectiveDateTime|effectiveInstant|onsetDateTime|abatementDateTime|valueDate|valueDateTime|lastModified)$/;
/** Codes, units, systems and statuses: no blanks, no long digits but those of terminologies. */
const CODE = /^[A-Za-z0-9.:/_[\]{}%^()*+,'°µ-]{1,200}$/u;
const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Elements of which every string is a code of FHIR or of a terminology. */
const CODES = new Set([
  'resourceType',
  'system',
  'code',
  'status',
  'intent',
  'gender',
  'criticality',
  'unit',
  'comparator',
  'url',
  'valueCode',
  'language',
  'linkId',
  'type',
  'priority',
]);

/**
 * A pruned resource with every identifier out of it: ids and references as pseudonyms, dates moved, texts replaced.
 *
 * By element: what is neither text, date, code, id, number nor truth value of a known element is left out, so that an
 * element nobody thought of never passes. Takes a resource as `prune` gives it.
 */
export function deidentifyResource<T extends object>(resource: T, context: PatientContext): T {
  return walk(resource, '', context) as T;
}

function walk(value: unknown, path: string, context: PatientContext): unknown {
  if (Array.isArray(value))
    return value.map((item) => walk(item, path, context)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const find = name === 'display' && isPublic(value) ? findInTerminology : findIdentifiers;
    const kept = element(name, inner, { path: `${path}.${name}`, context, find });
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

/** Terminologies whose displays are published: SNOMED CT, LOINC, RxNorm, ICD, those of HL7, and our own. */
const PUBLIC_SYSTEMS =
  /^(?:http:\/\/(?:snomed\.info\/sct|loinc\.org|www\.nlm\.nih\.gov\/research\/umls\/rxnorm|hl7\.org\/|terminology\.hl7\.org\/|unitsofmeasure\.org)|https?:\/\/[\w.]*prescreen)/;

function isPublic(coding: object): boolean {
  const { system, code } = coding as { system?: unknown; code?: unknown };
  return typeof system === 'string' && typeof code === 'string' && PUBLIC_SYSTEMS.test(system);
}

interface Place {
  readonly path: string;
  readonly context: PatientContext;
  readonly find: typeof findIdentifiers;
}

function element(name: string, value: unknown, { path, context, find }: Place): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null) return walk(value, path, context);
  if (typeof value !== 'string') return undefined;
  const leftOut = (reason: string): undefined => {
    context.onLeftOut?.(path.slice(1), reason);
    return undefined;
  };
  if (name === 'id') return ID.test(value) ? context.key.pseudonym(value) : leftOut('id');
  if (name === 'reference') return pseudonymousReference(value, context) ?? leftOut('reference');
  if (DATES.test(name)) return shiftFhirDate(value, context.key.shiftDays) ?? leftOut('date');
  if (CODES.has(name)) return CODE.test(value) ? value : leftOut('code');
  if (!TEXTS.has(name)) return leftOut('unknown element');
  const read = deidentifyText(value, context.known, { surrogates: context.surrogates, find });
  if ('leftOut' in read) return leftOut(read.leftOut);
  context.onText?.(value, read.text, read.spans);
  return read.text;
}

/** `Patient/123` with a pseudonym for 123; the server's address goes. */
function pseudonymousReference(reference: string, { key }: PatientContext): string | undefined {
  const match = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.*)?$/.exec(reference);
  if (match?.[1] !== undefined && match[2] !== undefined) return `${match[1]}/${key.pseudonym(match[2])}`;
  return reference.startsWith('#') && ID.test(reference.slice(1))
    ? `#${key.pseudonym(reference.slice(1))}`
    : undefined;
}
