import { describe, expect, it } from 'vitest';
import { checkLaunch } from '#smart-app/smart/check-launch.ts';

const iss = 'https://ehr.example/fhir';
const config = { issuers: [{ iss, clientId: 'app', scope: 'launch' }], firstImpression: false };
const launch = (query: string) => () => checkLaunch(`https://app.example/app/launch.html?${query}`, config);
const known = `iss=${encodeURIComponent(iss)}`;

describe('checkLaunch', () => {
  it('SM-01 accepts an EHR launch that names issuer and launch', () => {
    expect(launch(`${known}&launch=abc`)()).toEqual({ issuer: config.issuers[0], launch: 'abc' });
  });

  it.each(['', 'launch=abc', known])('SM-01 refuses a launch that lacks a part: %s', (query) => {
    expect(launch(query)).toThrow(expect.objectContaining({ code: 'launch-incomplete' }));
  });

  it('SM-02 refuses an issuer that is not on the list', () => {
    expect(launch('iss=https://evil.example/fhir&launch=abc')).toThrow(
      expect.objectContaining({ code: 'foreign-issuer' }),
    );
  });

  it('SM-02 does not take a longer host for a known one', () => {
    expect(launch('iss=https://ehr.example.evil.org/fhir&launch=abc')).toThrow(
      expect.objectContaining({ code: 'foreign-issuer' }),
    );
  });

  it('SM-02 takes a trailing slash as the same issuer, and uses the registered spelling', () => {
    expect(launch(`iss=${encodeURIComponent(`${iss}/`)}&launch=abc`)().issuer.iss).toBe(iss);
  });

  it.each([
    'fhirServiceUrl=http://evil',
    'clientId=x',
    'patientId=p2',
    'redirectUri=http://evil',
  ])('SM-12 refuses an override in the address: %s', (override) => {
    expect(launch(`${known}&launch=abc&${override}`)).toThrow(
      expect.objectContaining({ code: 'unsafe-launch' }),
    );
  });

  it('SM-12 refuses a parameter that stands twice', () => {
    expect(launch(`${known}&iss=https://evil.example&launch=abc`)).toThrow(
      expect.objectContaining({ code: 'unsafe-launch' }),
    );
  });

  it('lets a standalone launch go without a launch parameter, when it says so', () => {
    expect(launch(`${known}&standalone=1`)().launch).toBeUndefined();
  });
});
