import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, Resource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readPatientData } from '#cds-service/fhir/read-patient-data.ts';
import { PREFETCH_TYPE } from '#fhir-mappers/cds-hooks/prefetch.ts';
import { listOf } from '#fhir-mappers/data-state.ts';
import type { PrefetchKey } from '#fhir-mappers/patient-data.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';

/** Synthetic charts of other generators; outside the repository, and absent on most machines. */
const FOLDER = join(import.meta.dirname, '../../../../shared/data/fhir-patients');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];

/** A bundle as a server holds it after loading: `urn:uuid` references point at real resources. */
function load(file: string): readonly Resource[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const bundle = JSON.parse(text) as Bundle;
  const names = new Map(
    (bundle.entry ?? []).flatMap(({ fullUrl, resource }) =>
      fullUrl?.startsWith('urn:') && resource ? [[fullUrl, `${resource.resourceType}/${resource.id}`]] : [],
    ),
  );
  const resolved = text.replace(/"urn:uuid:[^"]+"/g, (quoted) => {
    const name = names.get(quoted.slice(1, -1));
    return name === undefined ? quoted : JSON.stringify(name);
  });
  return (JSON.parse(resolved) as Bundle).entry?.flatMap(({ resource }) => resource ?? []) ?? [];
}

/** What a hook with full prefetch would carry. */
function prefetchOf(resources: readonly Resource[], patientId: string): Record<string, unknown> {
  const lists = (Object.keys(PREFETCH_TYPE) as PrefetchKey[]).filter(
    (key) => key !== 'patient' && key !== 'encounter',
  );
  const medications = resources.filter(({ resourceType }) => resourceType === 'Medication');
  return {
    patient: resources.find(({ id, resourceType }) => resourceType === 'Patient' && id === patientId),
    ...Object.fromEntries(
      lists.map((key) => {
        const own = resources.filter(({ resourceType }) => resourceType === PREFETCH_TYPE[key]);
        return [
          key,
          {
            resourceType: 'Bundle',
            type: 'searchset',
            entry: [...own, ...medications].map((resource) => ({ resource })),
          },
        ];
      }),
    ),
  };
}

async function snapshotOf(file: string, asOf: string) {
  const resources = load(file);
  const patientId = resources.find(({ resourceType }) => resourceType === 'Patient')?.id ?? '';
  const data = await readPatientData(
    {
      hook: 'patient-view',
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/n1', patientId },
      prefetch: prefetchOf(resources, patientId),
    },
    {
      fetch: () => Promise.reject(new Error('no network')),
      signal: AbortSignal.timeout(5000),
      isAllowedServer: () => false,
    },
  );
  const count = (type: string) => resources.filter(({ resourceType }) => resourceType === type).length;
  return { data, count, snapshot: takeSnapshot(data, { asOf, hook: 'patient-view' }) };
}

/** The moment of the newest observation: what a nurse would have seen then. */
function lastObserved(file: string): string {
  const times = load(file).flatMap((resource) => {
    const { effectiveDateTime } = resource as { effectiveDateTime?: string };
    return resource.resourceType === 'Observation' && effectiveDateTime
      ? [Date.parse(effectiveDateTime)]
      : [];
  });
  return new Date(times.length === 0 ? Date.parse('2024-01-01') : Math.max(...times)).toISOString();
}

describe.skipIf(FILES.length === 0)('charts of other generators', () => {
  it.each(FILES)('%s can be read', async (file) => {
    const { data, count, snapshot } = await snapshotOf(file, lastObserved(file));
    expect(snapshot.patient.ageYears).toBeGreaterThan(0);
    expect(['female', 'male']).toContain(snapshot.patient.sex);
    expect(listOf(data.observations)).toHaveLength(count('Observation'));
    expect(listOf(data.medicationRequests)).toHaveLength(count('MedicationRequest'));
    expect(listOf(snapshot.conditions).length > 0).toBe(count('Condition') > 0);
    expect(listOf(snapshot.medicines).length > 0).toBe(
      count('MedicationRequest') + count('MedicationStatement') > 0,
    );
    expect(
      snapshot.problems.filter(({ code }) => ['unknown-unit', 'implausible', 'unavailable'].includes(code)),
    ).toEqual([]);
    if (count('Observation') > 0) {
      expect([...snapshot.measurements, ...(snapshot.labs ?? [])].length).toBeGreaterThan(0);
    }
  });

  it('years later every measurement is stale and said to be', async () => {
    const file = FILES.find((name) => name.startsWith('StanfordSpezi__Allen')) as string;
    const { snapshot } = await snapshotOf(file, '2030-01-01T00:00:00Z');
    expect(snapshot.measurements.length).toBeGreaterThan(3);
    expect(snapshot.measurements.every(({ stale }) => stale)).toBe(true);
    expect(snapshot.problems.map(({ code }) => code)).toContain('stale');
  });

  it('a medicine that is only a reference is named from the Bundle (IPS)', async () => {
    const file = FILES.find((name) => name.startsWith('HL7-ips')) as string;
    const { snapshot } = await snapshotOf(file, '2024-01-01T00:00:00Z');
    expect(listOf(snapshot.medicines)[0]?.display).toMatch(/anastrozole/i);
    expect(listOf(snapshot.allergies)[0]?.classes).toContain('penicillin');
  });
});
