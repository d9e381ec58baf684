import { describe, expect, it } from 'vitest';
import { describeServices } from '#cds-service/http/discovery.ts';

const BOTH = ['patient-view', 'encounter-start'] as const;

describe('describeServices', () => {
  it('CH-02 has no services when no hook is served', () => {
    expect(describeServices([])).toEqual({ services: [] });
  });

  it('CH-05 CH-06 serves both hooks under one id, patient-view last', () => {
    expect(describeServices(BOTH).services.map(({ hook, id }) => `${hook} ${id}`)).toEqual([
      'encounter-start nurse-triage',
      'patient-view nurse-triage',
    ]);
  });

  it('CH-07 names every scope that reading needs', () => {
    for (const { usageRequirements, prefetch } of describeServices(BOTH).services) {
      expect(usageRequirements).toContain('not autonomous triage');
      for (const query of Object.values(prefetch)) {
        expect(usageRequirements).toContain(`patient/${query.split(/[/?]/)[0]}.rs`);
      }
    }
  });

  it('CH-10 reveals no secrets, paths or models', () => {
    const text = JSON.stringify(describeServices(BOTH));
    expect(text).not.toMatch(/onnx|sqlite|password|secret|token|\/home|\/usr|localhost/i);
  });

  it('CH-50 the keys of the prefetch are a contract', () => {
    const keys = describeServices(BOTH).services.map(({ hook, prefetch }) => [
      hook,
      ...Object.keys(prefetch),
    ]);
    const common = [
      'conditions',
      'medicationStatements',
      'medicationRequests',
      'allergies',
      'observations',
      'questionnaireResponses',
    ];
    expect(keys).toEqual([
      ['encounter-start', 'patient', 'encounter', ...common],
      ['patient-view', 'patient', ...common],
    ]);
  });
});
