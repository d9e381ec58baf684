import type {
  AllergyIntolerance,
  Condition,
  Encounter,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
  QuestionnaireResponse,
} from 'fhir/r4';
import type { Loaded } from './data-state.ts';

/**
 * Raw resources of one hook call, by prefetch key. The keys are a contract with every CDS client.
 *
 * `encounter` is `known-empty` when the hook names none.
 */
export interface PatientData {
  readonly patient: Loaded<Patient>;
  readonly encounter: Loaded<Encounter>;
  readonly conditions: Loaded<readonly Condition[]>;
  readonly medicationStatements: Loaded<readonly MedicationStatement[]>;
  readonly medicationRequests: Loaded<readonly MedicationRequest[]>;
  readonly allergies: Loaded<readonly AllergyIntolerance[]>;
  readonly observations: Loaded<readonly Observation[]>;
  readonly questionnaireResponses: Loaded<readonly QuestionnaireResponse[]>;
}

export const PREFETCH_KEYS = [
  'patient',
  'encounter',
  'conditions',
  'medicationStatements',
  'medicationRequests',
  'allergies',
  'observations',
  'questionnaireResponses',
] as const satisfies readonly (keyof PatientData)[];

export type PrefetchKey = (typeof PREFETCH_KEYS)[number];
