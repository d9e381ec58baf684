import type {
  AllergyIntolerance,
  Condition,
  Encounter,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
} from 'fhir/r4';
import { type Loaded, present, unavailable } from '#fhir-mappers/data-state.ts';
import type { FhirServer } from '../api/fhir.ts';
import type { LaunchContext } from '../smart/launch-context.ts';
import { allows } from '../smart/scopes.ts';

/** The parts of the chart that the app shows by itself, each in one of three states. */
export interface Chart {
  readonly patient: Loaded<Patient>;
  readonly allergies: Loaded<readonly AllergyIntolerance[]>;
  readonly conditions: Loaded<readonly Condition[]>;
  readonly medicationStatements: Loaded<readonly MedicationStatement[]>;
  readonly medicationRequests: Loaded<readonly MedicationRequest[]>;
  readonly vitals: Loaded<readonly Observation[]>;
  readonly encounters: Loaded<readonly Encounter[]>;
}

/**
 * Reads the chart of one patient, all parts side by side. A part that fails is `unavailable`; it never empties
 * another and never becomes "none".
 */
export async function loadChart(server: FhirServer, context: LaunchContext): Promise<Chart> {
  const { patient } = context;
  const of = `patient=${encodeURIComponent(patient)}`;
  const [who, allergies, conditions, statements, requests, vitals, encounters] = await Promise.all([
    server.read<Patient>(`Patient/${patient}`).then(
      (found) => (found.id === patient ? present(found) : unavailable('other-patient')),
      () => unavailable('failed'),
    ),
    server.search<AllergyIntolerance>('AllergyIntolerance', `${of}&_count=100`),
    server.search<Condition>('Condition', `${of}&_count=100`),
    server.search<MedicationStatement>('MedicationStatement', `${of}&_count=100`),
    server.search<MedicationRequest>('MedicationRequest', `${of}&_count=100`),
    server.search<Observation>('Observation', `${of}&category=vital-signs&_sort=-date&_count=200`),
    visits(server, context),
  ]);
  return {
    patient: who,
    allergies,
    conditions,
    medicationStatements: statements,
    medicationRequests: requests,
    vitals,
    encounters,
  };
}

// Searching visits is a permission of its own; without it this visit alone can be read.
async function visits(
  server: FhirServer,
  { patient, encounter, granted }: LaunchContext,
): Promise<Loaded<readonly Encounter[]>> {
  if (allows(granted, 'Encounter', 's')) {
    return server.search<Encounter>(
      'Encounter',
      `patient=${encodeURIComponent(patient)}&_sort=-date&_count=20`,
    );
  }
  if (encounter === undefined) return unavailable('forbidden');
  return server.read<Encounter>(`Encounter/${encounter}`).then(
    (found) => ({ state: 'present', value: [found], partial: true }) as const,
    () => unavailable('failed'),
  );
}
