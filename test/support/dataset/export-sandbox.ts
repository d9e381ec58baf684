import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Encounter, Resource } from 'fhir/r4';
import { parseReference } from '#fhir-mappers/reference.ts';
import { fhirCaller } from '../../sandbox-ehr/fhir-client.ts';
import { type Sandbox, startSandbox } from '../../sandbox-ehr/start-sandbox.ts';
import { type MadePatient, madePatients } from './made-patients.ts';
import { concluded } from './sign-charts.ts';

export interface ExportResult {
  readonly patients: number;
  readonly signed: number;
  readonly resources: number;
  readonly made: readonly MadePatient[];
}

interface ExportOptions {
  /** Made patients beside the sandbox's own. */
  readonly patients: number;
  readonly seed: number;
  readonly now?: Date;
}

/**
 * Starts the sandbox clinic, adds made patients, has a nurse conclude every visit that tells a complaint, and writes all
 * of the clinic's resources as a Bulk Data export: one NDJSON file for each type.
 */
export async function exportSandbox(folder: string, options: ExportOptions): Promise<ExportResult> {
  const { patients, seed, now = new Date() } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'prescreen-sandbox-'));
  const sandbox = await startSandbox({ port: 0, dataDir, fresh: true });
  try {
    const made = madePatients(patients, seed, now);
    sandbox.load(made.flatMap(({ resources }) => resources) as unknown as Parameters<typeof sandbox.load>[0]);
    const signed = await concludeAll(sandbox, now);
    const resources = everything(sandbox);
    writeNdjson(folder, resources);
    const count = resources.filter(({ resourceType }) => resourceType === 'Patient').length;
    return { patients: count, signed, resources: resources.length, made };
  } finally {
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Posts a conclusion for each visit, as the app does; the number of those that were stored. */
async function concludeAll(sandbox: Sandbox, now: Date): Promise<number> {
  const token = await sandbox.issueToken({ scope: 'user/*.cruds', practitioner: 'nurse-diaz' });
  const call = fhirCaller(sandbox, token);
  const byPatient = new Map<string, Resource[]>();
  for (const resource of everything(sandbox)) {
    const patient = patientOf(resource);
    if (patient !== undefined) byPatient.set(patient, [...(byPatient.get(patient) ?? []), resource]);
  }
  let signed = 0;
  for (const [patient, resources] of byPatient)
    for (const visit of resources.filter(({ resourceType }) => resourceType === 'Encounter') as Encounter[]) {
      const asOf = patient.startsWith('made-')
        ? (visit.period?.start ?? now.toISOString())
        : now.toISOString();
      const bundle = concluded(resources, { patient, encounter: visit.id ?? '', asOf });
      if (bundle !== undefined && (await call('POST', '', { body: bundle })).status === 200) signed += 1;
    }
  return signed;
}

function patientOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return resource.id;
  const { subject, patient } = resource as {
    subject?: { reference?: string };
    patient?: { reference?: string };
  };
  return parseReference((subject ?? patient)?.reference)?.id;
}

function everything({ server }: Sandbox): readonly Resource[] {
  return server.repository.db
    .all<{ body: string }>('SELECT body FROM resource WHERE deleted = 0 ORDER BY type, id')
    .map(({ body }) => JSON.parse(body) as Resource);
}

function writeNdjson(folder: string, resources: readonly Resource[]): void {
  mkdirSync(folder, { recursive: true });
  const types = new Set(resources.map(({ resourceType }) => resourceType));
  for (const type of types)
    writeFileSync(
      join(folder, `${type}.ndjson`),
      resources
        .filter(({ resourceType }) => resourceType === type)
        .map((resource) => `${JSON.stringify(resource)}\n`)
        .join(''),
    );
}
