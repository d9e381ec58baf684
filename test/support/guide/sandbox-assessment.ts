import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPatientData } from '#cds-service/fhir/read-patient-data.ts';
import { createPipeline } from '#cds-service/pipeline.ts';
import type { HookOutcome } from '#cds-service/pipeline-deps.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { PREFETCH_TYPE } from '#fhir-mappers/cds-hooks/prefetch.ts';
import { parseCdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { PrefetchKey } from '#fhir-mappers/patient-data.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openMeaningHead } from '#models/meaning-head.ts';
import { openNarrativeModel } from '#models/narrative-model.ts';
import { openTriageModel } from '#models/triage-model.ts';
import type { AnyResource } from '../../sandbox-ehr/fhir/fhir-error.ts';
import { CASES } from '../../sandbox-ehr/patients/cases.ts';
import { seedCase, visitId } from '../../sandbox-ehr/patients/seed.ts';

/** The day of every example: noon UTC, so that it is the same day in nearly every zone. */
export const EXAMPLE_NOW = new Date('2026-11-20T12:00:00.000Z');

const ARTIFACTS = fileURLToPath(new URL('../../../models/artifacts/', import.meta.url));

/** A patient of the sandbox, and what the assessment is asked with. */
export interface AskFor {
  readonly patient: string;
  readonly hook: 'patient-view' | 'encounter-start';
  /** With the shipped triage model; without, the rules answer alone. */
  readonly withModel?: true;
}

/** The chart of a sandbox patient as of the day of the examples. */
export function chartOf(patient: string): readonly AnyResource[] {
  const found = CASES.find(({ id }) => id === patient);
  if (!found) throw new Error(`the sandbox has no patient ${patient}`);
  return seedCase(found, EXAMPLE_NOW);
}

/** Runs the real pipeline in this process over a sandbox patient's chart, given as prefetch. */
export async function assessSandboxPatient(ask: AskFor, assessmentId: string): Promise<HookOutcome> {
  const none = { artifact: 'none' };
  const [embedder, meaning, narrative, triageModel] = await Promise.all([
    openEmbedder(none),
    openMeaningHead(none),
    openNarrativeModel(none),
    openTriageModel({
      artifact: ask.withModel ? join(ARTIFACTS, 'triage') : none.artifact,
      providers: ['cpu'],
    }),
  ]);
  const ids = [assessmentId];
  const run = createPipeline({
    readPatientData: (request, signal) =>
      readPatientData(request, {
        fetch: () => Promise.reject(new Error('examples read no server')),
        signal,
        isAllowedServer: () => false,
        now: () => EXAMPLE_NOW.getTime(),
      }),
    embedder,
    meaning,
    narrative,
    triageModel,
    evidence: {
      retrieve: async () => unavailable('not-installed'),
      close: async () => undefined,
    },
    triage,
    now: () => EXAMPLE_NOW,
    newId: () => ids.shift() ?? assessmentId,
    newHandle: () => 'example-handle',
    settings: {
      launchUrl: 'https://prescreen.example/app/launch.html',
      inferenceBudget: 30_000,
      versions: { service: '0.1.0' },
    },
  });
  try {
    return await run(parseCdsRequest(hookCall(ask), 'nurse-triage'), {
      signal: AbortSignal.timeout(60_000),
    });
  } finally {
    await Promise.all([embedder.close(), triageModel.close()]);
  }
}

function hookCall({ patient, hook }: AskFor): unknown {
  const chart = chartOf(patient);
  const visit = visitId(patient, EXAMPLE_NOW);
  const of = (type: string) => chart.filter(({ resourceType }) => resourceType === type);
  const prefetch = Object.entries(PREFETCH_TYPE).flatMap(([key, type]): [string, unknown][] => {
    if ((key as PrefetchKey) === 'patient') return [[key, of(type)[0]]];
    if ((key as PrefetchKey) === 'encounter') return hook === 'encounter-start' ? [[key, of(type)[0]]] : [];
    const entry = of(type).map((resource) => ({ resource }));
    return [[key, { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry }]];
  });
  return {
    hook,
    hookInstance: '7e57ab1e-0000-4000-8000-00000000ffff',
    context: {
      userId: 'Practitioner/nurse-diaz',
      patientId: patient,
      ...(hook === 'encounter-start' ? { encounterId: visit } : {}),
    },
    prefetch: Object.fromEntries(prefetch),
  };
}
