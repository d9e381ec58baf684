import type { AppConfig, Issuer } from './config.ts';
import { Problem } from './problem.ts';

/** A launch that may go on: the EHR is one of ours and nothing in the address overrides our settings. */
export interface CheckedLaunch {
  readonly issuer: Issuer;
  /** Absent in a standalone launch. */
  readonly launch?: string;
}

// fhirclient lets each of these in the address win over what the app configured (SM-12).
const OVERRIDES = [
  'fhirServiceUrl',
  'clientId',
  'client_id',
  'patientId',
  'encounterId',
  'redirectUri',
  'redirect_uri',
  'scope',
  'fakeTokenResponse',
];

/**
 * Decides whether a launch address may be used (SM-01, SM-02, SM-12). Pure: asks nothing of the network.
 *
 * @throws Problem `unsafe-launch` for overrides and repeated parameters, `launch-incomplete` without `iss` or,
 *   unless `standalone=1` is said, without `launch`; `foreign-issuer` when `iss` is not on the list.
 */
export function checkLaunch(address: string, config: AppConfig): CheckedLaunch {
  const query = new URL(address).searchParams;
  const override = OVERRIDES.find((name) => query.has(name));
  if (override) throw new Problem('unsafe-launch', { detail: override });
  const [iss, secondIss] = query.getAll('iss');
  const [launch, secondLaunch] = query.getAll('launch');
  if (secondIss !== undefined || secondLaunch !== undefined) {
    throw new Problem('unsafe-launch', { detail: 'a parameter stands twice' });
  }
  const standalone = query.get('standalone') === '1';
  if (!iss || (!launch && !standalone)) throw new Problem('launch-incomplete');
  const issuer = config.issuers.find((known) => sameBase(known.iss, iss));
  if (!issuer) throw new Problem('foreign-issuer');
  return launch ? { issuer, launch } : { issuer };
}

function sameBase(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}
