import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bundle } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDefinitions } from '../sandbox-ehr/fhir/definitions.ts';
import { checkResource } from '../sandbox-ehr/fhir/validate.ts';
import { type FhirCaller, fhirCaller, issueCode } from '../sandbox-ehr/fhir-client.ts';
import { visitId } from '../sandbox-ehr/patients/case-context.ts';
import { CASES } from '../sandbox-ehr/patients/cases.ts';
import { seed } from '../sandbox-ehr/patients/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';

const NOW = new Date('2026-05-04T10:00:00Z');
const FOREIGN = resolve(import.meta.dirname, '../../../shared/data/fhir-patients');

describe('the clinic', () => {
  it('is the same for the same moment, and every resource of it is valid', () => {
    loadDefinitions();
    expect(seed(NOW)).toEqual(seed(NOW));
    for (const resource of seed(NOW))
      expect(checkResource(resource).resourceType).toBe(resource.resourceType);
  });

  it('has ids of its own for each resource', () => {
    const ids = seed(NOW).map(({ resourceType, id }) => `${resourceType}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    'no known allergies stated',
    'allergies that cannot be read',
    'allergies never asked',
    'no vital signs at all',
    'stale vital signs',
    'language not English',
    'infant',
    'pregnant',
    'anticoagulant with head injury',
    'temperature in degrees Fahrenheit',
    'known-empty lists',
    'minor complaint',
    'no complaint: nothing to say',
  ])('has a patient for: %s', (state) => {
    expect(CASES.some(({ shows }) => shows.includes(state))).toBe(true);
  });

  it('has at least 14 patients and six kinds of emergencies', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(14);
    const emergencies = new Set(
      CASES.flatMap(({ shows }) => shows.filter((each) => each.startsWith('emergency'))),
    );
    expect(emergencies.size).toBeGreaterThanOrEqual(6);
  });
});

describe('in the running sandbox', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-patients-'));
  let sandbox: Sandbox;
  let fhir: FhirCaller;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, dataDir });
    fhir = fhirCaller(sandbox, await sandbox.issueToken({ scope: 'user/*.rs', practitioner: 'nurse-diaz' }));
  });

  afterAll(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true });
  });

  it('the three states of allergies differ on the wire', async () => {
    const known = await fhir<Bundle>('GET', 'AllergyIntolerance?patient=tom-becker');
    expect(JSON.stringify(known.body)).toContain('716186003');
    expect((await fhir<Bundle>('GET', 'AllergyIntolerance?patient=devon-clarke')).body.total).toBe(0);
    const broken = await fhir('GET', 'AllergyIntolerance?patient=harold-nguyen');
    expect([broken.status, issueCode(broken.body)]).toEqual([500, 'exception']);
    expect((await fhir('GET', 'AllergyIntolerance/harold-nguyen-allergy-1')).status).toBe(500);
    expect((await fhir('GET', 'Condition?patient=harold-nguyen')).status).toBe(200);
  });

  it('everyone has a visit today that has just begun', async () => {
    const { body } = await fhir<Bundle>('GET', 'Encounter?status=arrived&_count=100');
    const ids = body.entry?.map(({ resource }) => resource?.id);
    expect(ids?.sort()).toEqual(CASES.map(({ id }) => visitId(id, new Date())).sort());
  });
});

describe('foreign bundles', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-bundles-'));

  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('load beside the clinic; what is refused is named with file, resource and reason', async () => {
    const patients = join(dataDir, 'patients');
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl: 'urn:uuid:11111111-1111-4111-8111-111111111111',
          resource: { resourceType: 'Patient', name: [{ family: 'Foreign' }] },
        },
        {
          resource: {
            resourceType: 'Condition',
            id: 'foreign-condition',
            subject: { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' },
            recorder: { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234' },
          },
        },
        { resource: { resourceType: 'Condition', id: 'no-subject' } },
      ],
    };
    mkdirSync(patients);
    writeFileSync(join(patients, 'a-good.json'), JSON.stringify(bundle));
    writeFileSync(join(patients, 'b-broken.json'), '{"resourceType":');
    const options = { port: 0, dataDir: join(dataDir, 'small'), patients };
    const sandbox = await startSandbox(options);
    const fhir = fhirCaller(sandbox, await sandbox.issueToken({ scope: 'user/*.rs' }));
    const condition = await fhir('GET', 'Condition/foreign-condition');
    await sandbox.close();
    expect(condition.body).toMatchObject({
      subject: { reference: 'Patient/11111111-1111-4111-8111-111111111111' },
      recorder: { type: 'Practitioner', identifier: { value: '1234' } },
    });
    expect(sandbox.loaded).toMatchObject({ files: 2, resources: 2 });
    expect(sandbox.loaded?.refusals.map(({ file, resource }) => [file, resource])).toEqual([
      ['a-good.json', 'Condition/no-subject'],
      ['b-broken.json', undefined],
    ]);
    const again = await startSandbox(options);
    await again.close();
    expect(again.loaded).toMatchObject({ unchanged: 2, resources: 0 });
  });

  it.skipIf(!existsSync(FOREIGN))('all 18 of the shared data load whole', async () => {
    const sandbox = await startSandbox({ port: 0, dataDir: join(dataDir, 'large'), patients: FOREIGN });
    const fhir = fhirCaller(sandbox, await sandbox.issueToken({ scope: 'user/*.rs' }));
    const { body } = await fhir<Bundle>('GET', 'Patient?_summary=count');
    const began = performance.now();
    const vitals = await fhir<Bundle>('GET', 'Observation?category=vital-signs&_sort=-date&_count=50');
    const elapsed = performance.now() - began;
    await sandbox.close();
    expect(sandbox.loaded).toMatchObject({ files: 18, refusals: [] });
    expect(body.total).toBeGreaterThanOrEqual(CASES.length + 18);
    expect(vitals.body.entry?.length).toBe(50);
    expect(elapsed).toBeLessThan(1000);
  });
});
