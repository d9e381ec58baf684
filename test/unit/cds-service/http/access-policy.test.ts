import { describe, expect, it } from 'vitest';
import { parseRegistry } from '#cds-service/auth/registry.ts';
import { checkFhirAccess, clinicOf } from '#cds-service/http/access-policy.ts';
import { parseCdsRequest } from '#fhir-mappers/cds-hooks/request.ts';

const registry = parseRegistry(
  JSON.stringify({
    clients: [
      { name: 'North', subject: 'prescreen', fhirServers: ['https://north.example/fhir'] },
      { name: 'South', fhirServers: ['https://south.example/fhir'] },
    ],
  }),
  'production',
);
const [north] = registry.clients;

function call(fhirServer?: string, subject?: string) {
  const fhirAuthorization = subject && {
    access_token: 't',
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'patient/*.rs',
    subject,
  };
  return parseCdsRequest(
    {
      hook: 'patient-view',
      hookInstance: '6f1c2d3e-0000-4000-8000-000000000001',
      context: { userId: 'Practitioner/1', patientId: 'p' },
      ...(fhirServer ? { fhirServer } : {}),
      ...(fhirAuthorization ? { fhirAuthorization } : {}),
    },
    'nurse-triage',
  );
}

describe('checkFhirAccess', () => {
  it('CH-22 lets a client name its own server only', () => {
    expect(() => checkFhirAccess(call('https://north.example/fhir/'), north, registry)).not.toThrow();
    for (const server of [
      'https://south.example/fhir',
      'https://north.example/fhir2',
      'https://north.example.evil.example/fhir',
      'http://localhost:4000/fhir',
    ]) {
      expect(() => checkFhirAccess(call(server), north, registry)).toThrow(/not registered/);
    }
  });

  it('CH-22 without authentication lets this machine and registered servers be named', () => {
    expect(() => checkFhirAccess(call('http://localhost:4000/fhir'), undefined, registry)).not.toThrow();
    expect(() => checkFhirAccess(call('https://south.example/fhir'), undefined, registry)).not.toThrow();
    expect(() => checkFhirAccess(call('https://evil.example/fhir'), undefined, registry)).toThrow();
  });

  it('CH-25 refuses a token that was issued to somebody else', () => {
    const server = 'https://north.example/fhir';
    expect(() => checkFhirAccess(call(server, 'prescreen'), north, registry)).not.toThrow();
    expect(() => checkFhirAccess(call(server, 'other'), north, registry)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});

describe('clinicOf', () => {
  it('is the authenticated client, else whose server was named, else nobody in particular', () => {
    expect(clinicOf(call(), north, registry)).toBe('North');
    expect(clinicOf(call('https://south.example/fhir'), undefined, registry)).toBe('South');
    expect(clinicOf(call(), undefined, registry)).toBe('local');
  });
});
