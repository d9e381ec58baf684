import type {
  AllergyIntolerance,
  ClinicalImpression,
  Condition,
  Encounter,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
  QuestionnaireResponse,
  Task,
} from 'fhir/r4';
import { FULL_ACCESS } from '../fhir/access.ts';
import { FhirError } from '../fhir/fhir-error.ts';
import type { FhirServer } from '../fhir/interactions.ts';
import { assertModuleWorks } from '../fhir/trouble.ts';

/** A part of the chart: what was found, or that it could not be read. Never an empty list for a failure. */
export type Part<T> =
  | { readonly kind: 'read'; readonly items: readonly T[] }
  | { readonly kind: 'unreadable' };

export interface Chart {
  readonly patient: Patient;
  readonly encounter?: Encounter;
  readonly complaints: readonly string[];
  readonly observations: Part<Observation>;
  readonly conditions: Part<Condition>;
  readonly medicines: Part<MedicationRequest | MedicationStatement>;
  readonly allergies: Part<AllergyIntolerance>;
  readonly impressions: Part<ClinicalImpression>;
  readonly tasks: Part<Task>;
}

/** Reads one patient's chart. Undefined when there is no such patient. */
export function readChart(server: FhirServer, patientId: string, encounterId?: string): Chart | undefined {
  const { repository } = server;
  if (repository.rowOf('Patient', patientId) === undefined) return undefined;
  const patient = repository.read('Patient', patientId) as unknown as Patient;
  const encounter = encounterOf(server, patientId, encounterId);
  const requests = find<MedicationRequest>(server, `MedicationRequest?patient=${patientId}&_count=200`);
  const statements = find<MedicationStatement>(server, `MedicationStatement?patient=${patientId}&_count=200`);
  return {
    patient,
    encounter,
    complaints: encounter ? complaintsOf(server, patientId, encounter) : [],
    observations: find(
      server,
      `Observation?patient=${patientId}&category=vital-signs&_sort=-date&_count=200`,
    ),
    conditions: find(server, `Condition?patient=${patientId}&_count=200`),
    medicines:
      requests.kind === 'read' && statements.kind === 'read'
        ? { kind: 'read', items: [...statements.items, ...requests.items] }
        : { kind: 'unreadable' },
    allergies: find(server, `AllergyIntolerance?patient=${patientId}&_count=200`),
    impressions: find(server, `ClinicalImpression?patient=${patientId}&_sort=-_lastUpdated&_count=20`),
    tasks: find(server, `Task?patient=${patientId}&_sort=-_lastUpdated&_count=20`),
  };
}

/** The visit that is shown: the one named, else the newest that is not over, else none. */
function encounterOf(server: FhirServer, patientId: string, encounterId?: string): Encounter | undefined {
  const open = `Encounter?patient=${patientId}&status=planned,arrived,triaged,in-progress,onleave`;
  const query = encounterId
    ? `Encounter?patient=${patientId}&_id=${encounterId}`
    : `${open}&_sort=-date&_count=1`;
  const found = find<Encounter>(server, query);
  return found.kind === 'read' ? found.items[0] : undefined;
}

/** The words of the presenting complaint, wherever this clinic keeps them. */
function complaintsOf(server: FhirServer, patientId: string, encounter: Encounter): string[] {
  const byVisit = `patient=${patientId}&encounter=${encounter.id}`;
  const forms = find<QuestionnaireResponse>(server, `QuestionnaireResponse?${byVisit}`);
  const observed = find<Observation>(server, `Observation?${byVisit}&code=http://loinc.org|8661-1`);
  const answered = (forms.kind === 'read' ? forms.items : []).flatMap(({ item = [] }) =>
    item.flatMap(({ linkId, text, answer }) => {
      const value = answer?.[0]?.valueString;
      return value === undefined ? [] : [linkId === 'complaint' ? value : `${text} ${value}`];
    }),
  );
  const reasons = (encounter.reasonCode ?? []).map(({ text, coding }) => text ?? coding?.[0]?.display ?? '');
  const heard = (observed.kind === 'read' ? observed.items : []).map(({ valueString }) => valueString ?? '');
  return [...answered, ...reasons, ...heard].filter((text) => text !== '');
}

/** The first page of a search. A chart that shows 200 of a kind shows enough. */
export function find<T>(server: FhirServer, url: string): Part<T> {
  const call = { method: 'GET', url, headers: {}, access: FULL_ACCESS };
  try {
    assertModuleWorks(server.repository, call);
    const bundle = server.handle(call).body as { entry?: { resource: T }[] } | undefined;
    return { kind: 'read', items: (bundle?.entry ?? []).map(({ resource }) => resource) };
  } catch (error) {
    if (error instanceof FhirError) return { kind: 'unreadable' };
    throw error;
  }
}
