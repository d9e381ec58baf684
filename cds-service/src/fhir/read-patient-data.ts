import type { MedicationRequest, MedicationStatement, Resource } from 'fhir/r4';
import { nameMedicines } from '#fhir-mappers/cds-hooks/name-medicines.ts';
import { prefetchQueries } from '#fhir-mappers/cds-hooks/prefetch.ts';
import type { ExpectedIds, IncludedMedication, ListKey } from '#fhir-mappers/cds-hooks/read-resources.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { KNOWN_EMPTY, type Loaded, listOf } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { type FhirDeps, openFhirServer } from './fhir-server.ts';
import { type ReadContext, readListKey, readSingleKey } from './read-key.ts';
import { readMedications } from './read-medications.ts';

type Medicine = MedicationRequest | MedicationStatement;

/**
 * Gathers the data of one hook call: what was prefetched, then what is missing from the FHIR server.
 *
 * Reads run side by side and each may fail alone; only the Patient is required. A key that was provided and cannot
 * be used (an OperationOutcome, another patient's resource, HTML) is read again where that is possible (CH-40 to
 * CH-49). Writes nothing and keeps nothing: the token lives as long as this call.
 *
 * @throws {ServiceError} `data-unavailable` without a Patient; `patient-mismatch` when the Patient or the Encounter
 *   is somebody else's (CH-33).
 */
export async function readPatientData(request: CdsRequest, deps: FhirDeps): Promise<PatientData> {
  const server = openFhirServer(request, deps);
  const { patientId, encounterId } = request.context;
  const expected: ExpectedIds = { patientId, encounterId };
  const queries = prefetchQueries(patientId, encounterId);
  const context: ReadContext = {
    prefetch: request.prefetch,
    queries,
    server,
    expected,
    now: (deps.now ?? Date.now)(),
  };
  const list = (key: ListKey) => readListKey(key, context);

  const [patient, encounter, conditions, statements, requests, allergies, observations, answers] =
    await Promise.all([
      readSingleKey('patient', context),
      encounterId === undefined ? KNOWN_EMPTY : readSingleKey('encounter', context),
      list('conditions'),
      list('medicationStatements'),
      list('medicationRequests'),
      list('allergies'),
      list('observations'),
      list('questionnaireResponses'),
    ]);
  requirePatient(patient, encounter);

  const included = [...statements.medications, ...requests.medications];
  const fetched = await readMedications(server, [statements.loaded, requests.loaded], included);
  const name = (loaded: Loaded<readonly Resource[]>) => named(loaded, [...included, ...fetched]);
  // The doors above have checked type and shape of every resource by key.
  return {
    patient,
    encounter,
    conditions: conditions.loaded,
    medicationStatements: name(statements.loaded),
    medicationRequests: name(requests.loaded),
    allergies: allergies.loaded,
    observations: observations.loaded,
    questionnaireResponses: answers.loaded,
  } as PatientData;
}

function requirePatient(patient: Loaded<Resource>, encounter: Loaded<Resource>): void {
  const foreign = Object.entries({ patient, encounter }).filter(
    ([, loaded]) => loaded.state === 'unavailable' && loaded.code === 'other-patient',
  );
  if (foreign.length > 0) throw new ServiceError('patient-mismatch', { keys: foreign.map(([key]) => key) });
  if (patient.state === 'present') return;
  const why = patient.state === 'unavailable' ? patient.code : 'known-empty';
  throw new ServiceError('data-unavailable', { keys: ['patient'], detail: `The patient is ${why}.` });
}

function named(
  loaded: Loaded<readonly Resource[]>,
  included: readonly IncludedMedication[],
): Loaded<readonly Resource[]> {
  if (loaded.state !== 'present') return loaded;
  return { ...loaded, value: nameMedicines(listOf(loaded) as readonly Medicine[], included) };
}
