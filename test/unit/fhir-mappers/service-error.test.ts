import { describe, expect, it } from 'vitest';
import { ServiceError, toOperationOutcome } from '#fhir-mappers/service-error.ts';

describe('ServiceError', () => {
  it('has the status of its code', () => {
    expect(new ServiceError('data-unavailable').status).toBe(412);
    expect(new ServiceError('request-invalid').status).toBe(400);
    expect(new ServiceError('overloaded').status).toBe(503);
  });

  it('keeps the cause for the log', () => {
    const cause = new Error('why');
    expect(new ServiceError('internal', { cause }).cause).toBe(cause);
  });
});

describe('toOperationOutcome', () => {
  it('names the code, the keys concerned and the request (CH-42, CH-120)', () => {
    const error = new ServiceError('data-unavailable', { keys: ['patient', 'encounter'] });
    const outcome = toOperationOutcome(error, 'r-1');
    expect(outcome.issue).toHaveLength(1);
    expect(outcome.issue[0]).toMatchObject({ severity: 'error', code: 'processing' });
    expect(outcome.issue[0]?.details?.coding?.[0]?.code).toBe('data-unavailable');
    expect(outcome.issue[0]?.diagnostics).toContain('patient, encounter');
    expect(outcome.issue[0]?.diagnostics).toContain('r-1');
  });

  it('never shows a stack or a cause', () => {
    const error = new ServiceError('internal', { cause: new Error('secret') });
    expect(JSON.stringify(toOperationOutcome(error, 'r-2'))).not.toMatch(/secret|\.ts|at /);
  });
});
