import { describe, expect, it } from 'vitest';
import { checkDiscovery, discover } from '#smart-app/smart/discovery.ts';

const answering = (body: unknown, status = 200) =>
  (async () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'text/plain' },
    })) as unknown as typeof fetch;

const whole = {
  authorization_endpoint: 'https://ehr.example/auth',
  token_endpoint: 'https://ehr.example/token',
  capabilities: ['launch-ehr', 'context-ehr-patient'],
  code_challenge_methods_supported: ['S256'],
};

describe('discover', () => {
  it('SM-03 resolves relative endpoints against the FHIR base, whatever the content type', async () => {
    const relative = { ...whole, authorization_endpoint: '../auth', jwks_uri: 'keys' };
    const found = await discover('https://ehr.example/fhir', answering(relative));
    expect(found.authorization_endpoint).toBe('https://ehr.example/auth');
    expect(found.jwks_uri).toBe('https://ehr.example/fhir/keys');
  });

  it('says that the server does not answer when it answers with an error', async () => {
    await expect(discover('https://ehr.example/fhir', answering({}, 503))).rejects.toMatchObject({
      code: 'server-unreachable',
      status: 503,
    });
  });

  it('refuses a document without endpoints', async () => {
    await expect(discover('https://ehr.example/fhir', answering({}))).rejects.toMatchObject({
      code: 'server-unsuitable',
    });
  });
});

describe('checkDiscovery', () => {
  const found = { ...whole, issuer: undefined, jwks_uri: undefined };

  it('SM-04 accepts a server that can do what a safe launch needs', () => {
    expect(() => checkDiscovery(found, 'by-ehr')).not.toThrow();
  });

  it('SM-08 stops where PKCE with S256 is not offered', () => {
    expect(() => checkDiscovery({ ...found, code_challenge_methods_supported: ['plain'] }, 'by-ehr')).toThrow(
      expect.objectContaining({ code: 'server-unsuitable' }),
    );
  });

  it('SM-04 stops an EHR launch where launch-ehr is lacking, not a standalone one', () => {
    const without = { ...found, capabilities: ['context-ehr-patient'] };
    expect(() => checkDiscovery(without, 'by-ehr')).toThrow(/launch-ehr/);
    expect(() => checkDiscovery(without, 'standalone')).not.toThrow();
  });
});
