import { describe, expect, it } from 'vitest';
import { prefetchQueries, prefetchTemplates } from '#fhir-mappers/cds-hooks/prefetch.ts';
import { PREFETCH_KEYS } from '#fhir-mappers/patient-data.ts';

// CH-37: read by id, or a type-level search with reference, `_count` and `_sort` only.
const READ = /^[A-Z][A-Za-z]+\/\{\{context\.(patientId|encounterId)\}\}$/;
const SEARCH = /^[A-Z][A-Za-z]+\?patient=\{\{context\.patientId\}\}(&_sort=-?[a-z-]+)?(&_count=\d+)$/;

describe('prefetchTemplates', () => {
  it('CH-34: offers exactly the agreed keys', () => {
    expect(Object.keys(prefetchTemplates('encounter-start')).toSorted()).toEqual(
      [...PREFETCH_KEYS].toSorted(),
    );
  });

  it('CH-36: asks for no encounter where there may be none', () => {
    const templates = prefetchTemplates('patient-view');
    expect(Object.keys(templates)).not.toContain('encounter');
    expect(Object.values(templates).join()).not.toContain('encounterId');
  });

  it('CH-35, CH-37, CH-38: stays inside the grammar that every client must support', () => {
    for (const template of Object.values(prefetchTemplates('encounter-start'))) {
      expect(template).toMatch(template.includes('?') ? SEARCH : READ);
    }
  });

  it('CH-50: means the same in both hooks', () => {
    expect(prefetchTemplates('encounter-start')).toMatchObject(prefetchTemplates('patient-view'));
  });
});

describe('prefetchQueries', () => {
  it('puts the ids where the tokens stand', () => {
    const queries = prefetchQueries('p1', 'e1');
    expect(queries.patient).toBe('Patient/p1');
    expect(queries.encounter).toBe('Encounter/e1');
    expect(queries.observations).toBe('Observation?patient=p1&_sort=-date&_count=100');
  });

  it('has no encounter when there is none', () => {
    expect(prefetchQueries('p1', undefined)).not.toHaveProperty('encounter');
  });
});
