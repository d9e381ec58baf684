import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle, ClinicalImpression, Resource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPatientData } from '#cds-service/fhir/read-patient-data.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { listOf } from '#fhir-mappers/data-state.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { signedContent, writeBack } from '#fhir-mappers/write-back.ts';
import { type FhirCaller, fhirCaller } from '../sandbox-ehr/fhir-client.ts';
import { visitId } from '../sandbox-ehr/patients/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';
import { anAssessment } from '../support/assessment.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mappers-sandbox-'));
let sandbox: Sandbox;
let fhir: FhirCaller;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir });
  token = await sandbox.issueToken({ scope: 'user/*.cruds', practitioner: 'nurse-diaz' });
  fhir = fhirCaller(sandbox, token);
});

afterAll(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const hookCall = (patientId: string): CdsRequest => ({
  hook: 'encounter-start',
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  fhirServer: sandbox.fhirUrl,
  fhirAuthorization: {
    access_token: token,
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'patient/*.rs',
    subject: 'prescreen',
  },
  context: {
    userId: 'Practitioner/nurse-diaz',
    patientId,
    encounterId: visitId(patientId, new Date()),
  },
  prefetch: {},
});

const read = (request: CdsRequest) =>
  readPatientData(request, {
    fetch: (url, init) => fetch(url, init),
    signal: AbortSignal.timeout(10_000),
    isAllowedServer: (url) => url === sandbox.fhirUrl,
  });

describe('reading from a FHIR server', () => {
  it('gives a snapshot of a chart that was not prefetched', async () => {
    const data = await read(hookCall('ana-ruiz'));
    const snapshot = takeSnapshot(data, { asOf: new Date().toISOString(), hook: 'encounter-start' });
    expect(snapshot.complaint.state).toBe('present');
    expect(snapshot.measurements.map(({ kind }) => kind)).toContain('systolic');
    expect(listOf(snapshot.medicines).length).toBeGreaterThan(0);
    expect(snapshot.problems.filter(({ code }) => code === 'unavailable')).toEqual([]);
  });

  it('says which list a server cannot give, and reads the rest', async () => {
    const data = await read(hookCall('lucia-fernandez'));
    const broken = await fhir('GET', 'AllergyIntolerance?patient=lucia-fernandez');
    expect(data.allergies.state === 'unavailable').toBe(broken.status >= 400);
    expect(data.observations.state).toBe('present');
  });
});

describe('writing back to a FHIR server', () => {
  const input = {
    review: {
      assessmentId: '6f1c2d3e-0000-4000-8000-000000000001',
      priority: 'high' as const,
      findings: [{ code: 'chest-pain', display: 'chest pain', verdict: 'confirmed' as const }],
      answers: [],
      summary: 'Chest pain.',
      nextSteps: ['ECG'],
      handover: { to: 'physician' as const, withinMinutes: 10 },
      escalate: true,
      followUps: ['repeat-observations' as const],
    },
    assessment: anAssessment({ subject: { patient: 'ana-ruiz' } }),
    practitioner: { reference: 'Practitioner/nurse-diaz', display: 'Ana Diaz, RN' },
    asOf: '2026-11-21T10:05:00.000Z',
  };
  const stored = async (type: string) => {
    const { body } = await fhir<Bundle>('GET', `${type}?_count=200`);
    return (body.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
  };

  it.each(['transaction', 'document'] as const)('SM-43: a %s written twice is stored once', async (mode) => {
    const bundle = writeBack({ ...input, mode });
    const types = [...new Set((bundle.entry ?? []).map(({ resource }) => resource?.resourceType ?? ''))];
    const count = async () => (await Promise.all(types.map(stored))).flat().length;
    const first = await fhir<Bundle>('POST', '', { body: bundle });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const after = await count();
    const second = await fhir<Bundle>('POST', '', { body: bundle });
    expect(second.body.entry?.map(({ response }) => response?.status.slice(0, 3))).not.toContain('201');
    expect(await count()).toBe(after);
  });

  it('what was signed is what is read back', async () => {
    const bundle = writeBack(input);
    await fhir('POST', '', { body: bundle });
    const [found] = (await stored('ClinicalImpression')) as ClinicalImpression[];
    const sent = bundle.entry?.[0]?.resource as Resource;
    expect(signedContent(found as Resource)).toEqual(signedContent(sent));
    const tasks = await stored('Task');
    expect(
      tasks.every(
        (task) =>
          'focus' in task &&
          /^(ClinicalImpression|DocumentReference)\//.test((task.focus as { reference: string }).reference),
      ),
    ).toBe(true);
  });
});
