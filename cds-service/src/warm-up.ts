import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { createPipeline } from './pipeline.ts';
import type { PipelineDeps } from './pipeline-deps.ts';

/** Nobody's chart: it has one of each thing that loads a table at its first use. */
const NOBODY: CdsRequest = {
  hook: 'encounter-start',
  hookInstance: '00000000-0000-4000-8000-000000000000',
  context: { userId: 'Practitioner/nobody', patientId: 'nobody', encounterId: 'none' },
  prefetch: {
    patient: { resourceType: 'Patient', id: 'nobody', birthDate: '1980-01-01' },
    encounter: {
      resourceType: 'Encounter',
      id: 'none',
      status: 'arrived',
      class: { code: 'AMB' },
      subject: { reference: 'Patient/nobody' },
      reasonCode: [{ text: 'Cough and fever for two days, no chest pain' }],
    },
    conditions: null,
    medicationStatements: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [
        {
          resource: {
            resourceType: 'MedicationStatement',
            status: 'active',
            subject: { reference: 'Patient/nobody' },
            medicationCodeableConcept: { text: 'Warfarin 5 mg tablet' },
          },
        },
      ],
    },
    medicationRequests: null,
    allergies: null,
    observations: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [
        {
          resource: {
            resourceType: 'Observation',
            status: 'final',
            subject: { reference: 'Patient/nobody' },
            code: { coding: [{ system: 'http://loinc.org', code: '8310-5' }] },
            effectiveDateTime: new Date(0).toISOString(),
            valueQuantity: { value: 101, unit: 'degF', system: 'http://unitsofmeasure.org', code: '[degF]' },
          },
        },
      ],
    },
    questionnaireResponses: null,
  },
};

/**
 * Runs one hook call about nobody, so that the first nurse does not wait for lexicon, tables and models to load.
 *
 * Nothing is stored and nothing is fetched. @returns Milliseconds that it took.
 */
export async function warmUp(deps: PipelineDeps): Promise<number> {
  const begin = performance.now();
  const patientDeps = { ...deps, settings: { ...deps.settings, inferenceBudget: 10_000 } };
  await createPipeline(patientDeps)(NOBODY, { signal: AbortSignal.timeout(30_000) });
  return Math.round(performance.now() - begin);
}
