import type { PrefetchKey } from '../patient-data.ts';
import type { Hook } from './request.ts';

/**
 * Search that fills each key for one patient; `encounter` and `patient` are read by id.
 *
 * Only parameters of the subset that CDS Hooks allows (CH-37). `_sort` stands only where newer means more
 * relevant and the parameter exists in R4: problem lists, medicines and allergies are wanted whole.
 */
const SEARCHES: Readonly<Record<Exclude<PrefetchKey, 'patient' | 'encounter'>, readonly [string, string]>> = {
  conditions: ['Condition', '_count=100'],
  medicationStatements: ['MedicationStatement', '_count=100'],
  medicationRequests: ['MedicationRequest', '_count=100'],
  allergies: ['AllergyIntolerance', '_count=100'],
  observations: ['Observation', '_sort=-date&_count=100'],
  questionnaireResponses: ['QuestionnaireResponse', '_sort=-authored&_count=10'],
};

/** Resource type that a prefetch key holds. */
export const PREFETCH_TYPE = {
  patient: 'Patient',
  encounter: 'Encounter',
  conditions: 'Condition',
  medicationStatements: 'MedicationStatement',
  medicationRequests: 'MedicationRequest',
  allergies: 'AllergyIntolerance',
  observations: 'Observation',
  questionnaireResponses: 'QuestionnaireResponse',
} as const satisfies Record<PrefetchKey, string>;

/**
 * The prefetch templates that discovery offers for a hook (CH-34 to CH-38, CH-50).
 *
 * `encounter` is offered for `encounter-start` only, because `patient-view` may lack the token (CH-36).
 */
export function prefetchTemplates(hook: Hook): Readonly<Record<string, string>> {
  const queries = prefetchQueries('{{context.patientId}}', '{{context.encounterId}}');
  const keys = Object.entries(queries).filter(([key]) => key !== 'encounter' || hook === 'encounter-start');
  return Object.fromEntries(keys);
}

/**
 * The same queries with real ids: what is read from the FHIR server when a key was not provided.
 *
 * @returns Relative URLs by key; `encounter` is absent when there is no encounter.
 */
export function prefetchQueries(
  patientId: string,
  encounterId: string | undefined,
): Readonly<Partial<Record<PrefetchKey, string>>> {
  const searches = Object.entries(SEARCHES).map(([key, [type, rest]]) => [
    key,
    `${type}?patient=${patientId}&${rest}`,
  ]);
  return {
    patient: `Patient/${patientId}`,
    ...(encounterId === undefined ? {} : { encounter: `Encounter/${encounterId}` }),
    ...Object.fromEntries(searches),
  };
}

/**
 * A plainer search for servers that refuse the first one: sorting is optional in FHIR, and some servers search
 * Observations by category only. `part` tells that it finds less than was wanted.
 */
export function fallbackQuery(
  key: PrefetchKey,
  patientId: string,
): { readonly query: string; readonly part: boolean } | undefined {
  if (key === 'observations') {
    return { query: `Observation?patient=${patientId}&category=vital-signs&_count=100`, part: true };
  }
  if (key === 'questionnaireResponses') {
    return { query: `QuestionnaireResponse?patient=${patientId}&_count=50`, part: false };
  }
  return undefined;
}
