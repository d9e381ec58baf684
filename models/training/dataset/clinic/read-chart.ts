import type { Patient, Resource } from 'fhir/r4';
import { identifiersOf, referencedNames } from '../deidentify/chart-identifiers.ts';
import { findKnown, type KnownIdentifier } from '../deidentify/known.ts';
import { deidentifyResource, type PatientContext } from '../deidentify/resource.ts';
import { patientKey } from '../deidentify/secret.ts';
import { surrogatesFor } from '../deidentify/surrogates.ts';
import { KEPT_TYPES, pruned } from './shapes.ts';
import type { Chart } from './to-candidates.ts';

/** Raw resources of one patient, and of the people and places that they name. */
export interface RawChart {
  readonly patient: string;
  readonly resources: readonly Resource[];
  readonly people: readonly Resource[];
  readonly exported: ReadonlySet<string>;
  /** Ids of the impressions that carry a signature. */
  readonly signed: ReadonlySet<string>;
}

/** Years from which ages are one group. */
const OLDEST = 90;
const YEAR_MS = 365.25 * 86_400_000;

/** A chart with its identifiers out, and what was known of them for the last look at the examples. */
export interface ReadChart {
  readonly chart: Chart;
  readonly known: readonly KnownIdentifier[];
}

/**
 * De-identifies a chart: structure first, then every free text with what the structure tells about identity.
 */
export function readChart(
  raw: RawChart,
  secret: string,
  report: Pick<PatientContext, 'onText' | 'onLeftOut'>,
): ReadChart {
  const key = patientKey(secret, raw.patient);
  const known = knownIdentifiers(raw);
  const context: PatientContext = { key, surrogates: surrogatesFor(key), known, ...report };
  const resources = raw.resources.flatMap((resource) => {
    if (!KEPT_TYPES.has(resource.resourceType)) return [];
    const kept = pruned(resource);
    if (kept === undefined) return [];
    const read = deidentifyResource(kept, context) as Resource;
    return [resource.resourceType === 'Patient' ? withoutGreatAge(read as Patient, raw) : read];
  });
  return {
    known,
    chart: {
      patient: key.pseudonym(raw.patient),
      resources,
      exported: raw.exported,
      signed: new Set([...raw.signed].map((id) => key.pseudonym(id))),
    },
  };
}

function knownIdentifiers({ resources, people }: RawChart): readonly KnownIdentifier[] {
  const all = [
    ...resources
      .filter(({ resourceType }) => /^(?:Patient|RelatedPerson)$/.test(resourceType))
      .flatMap(identifiersOf),
    ...people.flatMap(identifiersOf),
    ...resources.flatMap((resource) => referencedNames(resource)),
  ];
  return [...new Map(all.map((one) => [`${one.kind}|${one.text}`, one])).values()];
}

/** A birth date that makes nobody older than 90 at any conclusion of the chart. */
function withoutGreatAge(patient: Patient, { resources }: RawChart): Patient {
  const { birthDate } = patient;
  const original = resources.find(({ resourceType }) => resourceType === 'Patient') as Patient | undefined;
  const times = resources.flatMap(
    (resource) => Date.parse((resource as { effectiveDateTime?: string }).effectiveDateTime ?? '') || [],
  );
  const newest = Math.max(...times, 0);
  if (birthDate === undefined || original?.birthDate === undefined || newest === 0) return patient;
  const age = (newest - Date.parse(original.birthDate)) / YEAR_MS;
  if (!(age >= OLDEST)) return patient;
  const shift = Date.parse(birthDate) - Date.parse(original.birthDate);
  const born = new Date(newest + shift - (OLDEST + 0.5) * YEAR_MS);
  return { ...patient, birthDate: `${born.getUTCFullYear()}-01-01` };
}

/** True when a text of an example still says what the chart's own fields say. The last look before it is kept. */
export function saysWho(value: unknown, known: readonly KnownIdentifier[]): boolean {
  if (typeof value === 'string') return findKnown(value, known).length > 0;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => saysWho(inner, known));
}
