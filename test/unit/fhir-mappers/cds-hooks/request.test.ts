import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';

const BODY = {
  hook: 'patient-view',
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  fhirServer: 'https://ehr.example/fhir',
  fhirAuthorization: {
    access_token: 'secret-token',
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'patient/*.rs',
    subject: 'prescreen',
    patient: 'p1',
  },
  context: { userId: 'Practitioner/n1', patientId: 'p1' },
  prefetch: {},
};
const START = { ...BODY, hook: 'encounter-start', context: { ...BODY.context, encounterId: 'e1' } };

function refusal(body: unknown, serviceId = 'nurse-triage'): ServiceError {
  try {
    parseCdsRequest(body, serviceId);
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('the request was accepted');
}

const withContext = (context: Record<string, unknown>) => ({
  ...BODY,
  context: { ...BODY.context, ...context },
});
const withToken = (token: Record<string, unknown>) => ({
  ...BODY,
  fhirAuthorization: { ...BODY.fhirAuthorization, ...token },
});
const without = (object: object, key: string) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

describe('parseCdsRequest', () => {
  it('accepts both hooks', () => {
    expect(parseCdsRequest(BODY, 'nurse-triage').hook).toBe('patient-view');
    expect(parseCdsRequest(START, 'nurse-triage').context.encounterId).toBe('e1');
  });

  it('CH-15: ignores unknown properties', () => {
    const parsed = parseCdsRequest(
      { ...BODY, foo: 1, extension: { a: 1 }, prefetch: { other: 1 } },
      'nurse-triage',
    );
    expect(parsed).toEqual(parseCdsRequest(BODY, 'nurse-triage'));
  });

  it('CH-14: takes null inside prefetch only', () => {
    expect(parseCdsRequest({ ...BODY, prefetch: { patient: null } }, 'nurse-triage').prefetch).toEqual({
      patient: null,
    });
    for (const key of ['hook', 'hookInstance', 'fhirServer', 'fhirAuthorization', 'context', 'prefetch']) {
      expect(refusal({ ...BODY, [key]: null }).code, key).toBe('request-invalid');
    }
    expect(refusal(withContext({ encounterId: null })).keys).toEqual(['context.encounterId']);
  });

  it('CH-17: an unknown service is not found', () => {
    expect(refusal(BODY, 'other').status).toBe(404);
    expect(refusal(BODY, 'constructor').status).toBe(404);
  });

  it('CH-18: refuses other hooks', () => {
    expect(refusal({ ...BODY, hook: 'order-sign' }).keys).toEqual(['hook']);
  });

  it('CH-19: hookInstance is a UUID of any version', () => {
    expect(refusal({ ...BODY, hookInstance: 'abc' }).keys).toEqual(['hookInstance']);
    for (const version of ['1', '4', '7']) {
      const hookInstance = `d1577c69-dfbe-${version}4ad-ba6d-3e05e953b2ea`;
      expect(parseCdsRequest({ ...BODY, hookInstance }, 'nurse-triage').hookInstance).toBe(hookInstance);
    }
  });

  it('CH-21: a token needs a server, and the server https', () => {
    expect(refusal(without(BODY, 'fhirServer')).keys).toEqual(['fhirServer']);
    for (const url of [
      'http://ehr.example/fhir',
      'ehr/fhir',
      'ftp://ehr/fhir',
      'https://u:p@ehr/fhir',
      'https://ehr/fhir?x=1',
    ]) {
      expect(refusal({ ...BODY, fhirServer: url }).keys, url).toEqual(['fhirServer']);
    }
    expect(
      parseCdsRequest({ ...BODY, fhirServer: 'http://localhost:4000/fhir' }, 'nurse-triage').fhirServer,
    ).toContain('localhost');
  });

  it.each([
    'access_token',
    'token_type',
    'expires_in',
    'scope',
    'subject',
  ])('CH-23: fhirAuthorization needs %s', (field) => {
    const error = refusal({ ...BODY, fhirAuthorization: without(BODY.fhirAuthorization, field) });
    expect(error.keys).toEqual([`fhirAuthorization.${field}`]);
  });

  it('CH-23: the token type is Bearer and its life a number of seconds', () => {
    expect(refusal(withToken({ token_type: 'mac' })).status).toBe(400);
    expect(refusal(withToken({ expires_in: '300' })).status).toBe(400);
  });

  it('CH-24: the token is of the same patient', () => {
    expect(refusal(withToken({ patient: 'p2' })).keys).toContain('fhirAuthorization.patient');
    expect(
      parseCdsRequest(
        { ...BODY, fhirAuthorization: without(BODY.fhirAuthorization, 'patient') },
        'nurse-triage',
      ),
    ).toBeDefined();
  });

  it.each([undefined, [], 'x', 3])('CH-27: context %j is refused', (context) => {
    expect(refusal({ ...BODY, context }).keys).toEqual(['context']);
  });

  it('CH-28: patient-view knows four kinds of user', () => {
    for (const type of ['Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson']) {
      expect(parseCdsRequest(withContext({ userId: `${type}/1` }), 'nurse-triage').context.userId).toBe(
        `${type}/1`,
      );
    }
    for (const userId of ['Device/1', 'abc', 'Practitioner/', 'Practitioner/1/x']) {
      expect(refusal(withContext({ userId })).keys, userId).toEqual(['context.userId']);
    }
  });

  it('CH-29: encounter-start needs an encounter and a practitioner', () => {
    expect(refusal({ ...START, context: without(START.context, 'encounterId') }).keys).toEqual([
      'context.encounterId',
    ]);
    expect(refusal({ ...START, context: { ...START.context, userId: 'Patient/1' } }).keys).toEqual([
      'context.userId',
    ]);
  });

  it('CH-30: ids are not references', () => {
    for (const patientId of ['Patient/1', 'a'.repeat(65), '', 'a b']) {
      expect(refusal(withContext({ patientId })).keys, patientId).toEqual(['context.patientId']);
    }
  });

  it('names every wrong field at once and repeats no value', () => {
    const error = refusal({
      ...BODY,
      hookInstance: 'Mr Smith',
      fhirAuthorization: { access_token: 'secret-token' },
    });
    expect(error.keys).toEqual(expect.arrayContaining(['hookInstance', 'fhirAuthorization.subject']));
    expect(error.message).not.toMatch(/Smith|secret/);
  });

  it('throws nothing but ServiceError, whatever the body', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, json) => {
        for (const body of [anything, json, { ...BODY, prefetch: json }, { ...BODY, context: json }]) {
          try {
            parseCdsRequest(body, 'nurse-triage');
          } catch (error) {
            expect(error).toBeInstanceOf(ServiceError);
          }
        }
      }),
    );
  });
});
