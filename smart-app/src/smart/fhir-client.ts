import FHIR from 'fhirclient';
import type { CheckedLaunch } from './check-launch.ts';
import { checkDiscovery, discover } from './discovery.ts';
import { Problem } from './problem.ts';
import { scopeFor } from './scope-for.ts';

// The only file that knows fhirclient. What it does not do safely by itself is done here:
// an unpredictable state, mandatory PKCE, a nonce, absolute endpoints, and no parameter from the address.

const STATE_KEY = 'SMART_KEY';
const NONCE_PREFIX = 'prescreen.nonce.';
const DESK_PREFIX = 'prescreen.desk.';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The standing permission of one launch. Tokens are handed out, never stored by the caller. */
export interface SmartConnection {
  readonly serverUrl: string;
  readonly clientId: string;
  /** A launch without a patient: the triage desk's work list. */
  readonly isDesk: boolean;
  readonly nonce: string | undefined;
  /** The raw token response: `patient`, `encounter`, `scope`, `appContext`, `need_patient_banner`, ... */
  readonly tokenResponse: Readonly<Record<string, unknown>>;
  readonly idToken: string | undefined;
  readonly accessToken: () => string | undefined;
  /** Renews the access token once (SM-40). False when the EHR did not give a new one. */
  readonly renew: () => Promise<boolean>;
  /** Renews only when the token is about to run out. */
  readonly renewIfNeeded: () => Promise<void>;
  /** Forgets every token of this launch. */
  readonly forget: () => void;
}

/**
 * Sends the browser to the EHR's authorization server.
 *
 * The address is cleaned first: fhirclient reads `iss`, `clientId`, `patientId` and more from it (SM-12).
 */
export async function authorize(checked: CheckedLaunch, redirectUri: string): Promise<void> {
  const { issuer, launch } = checked;
  const found = await discover(issuer.iss);
  checkDiscovery(found, launch ? 'by-ehr' : 'standalone');
  history.replaceState(null, '', location.pathname);
  const stateKey = crypto.randomUUID();
  const nonce = crypto.randomUUID();
  const address = await FHIR.oauth2.authorize({
    iss: issuer.iss,
    clientId: issuer.clientId,
    scope: scopeFor(issuer.scope, launch),
    ...(launch ? { launch } : {}),
    redirectUri,
    stateKey,
    pkceMode: 'required',
    completeInTarget: true,
    noRedirect: true,
  });
  if (typeof address !== 'string') throw new Problem('authorization-failed');
  makeEndpointsAbsolute(stateKey, found.token_endpoint);
  sessionStorage.setItem(NONCE_PREFIX + stateKey, nonce);
  if (!launch) sessionStorage.setItem(DESK_PREFIX + stateKey, '1');
  const target = new URL(address, `${issuer.iss.replace(/\/+$/, '')}/`);
  target.searchParams.set('nonce', nonce);
  location.replace(target.href);
}

function makeEndpointsAbsolute(stateKey: string, tokenUri: string): void {
  const state = JSON.parse(sessionStorage.getItem(stateKey) ?? '{}');
  sessionStorage.setItem(stateKey, JSON.stringify({ ...state, tokenUri }));
}

/**
 * Completes the launch, or restores it after a reload (SM-15).
 *
 * @throws Problem `access-denied` or `authorization-failed` when the EHR says no, `not-launched` when this
 *   tab has no launch of its own, whatever the address claims.
 */
export async function connect(): Promise<SmartConnection> {
  const query = new URL(location.href).searchParams;
  const failed = query.get('error');
  const state = query.get('state');
  const own = storedKey();
  if (failed) {
    history.replaceState(null, '', location.pathname);
    if (own) sessionStorage.removeItem(own);
    const detail = query.get('error_description') ?? failed;
    throw new Problem(failed === 'access_denied' ? 'access-denied' : 'authorization-failed', { detail });
  }
  if (!own || (state !== null && state !== own)) throw new Problem('not-launched');
  keepOnly(query, ['code', 'state']);
  FHIR.oauth2.settings.refreshTokenWithClientId = true;
  const client = await FHIR.oauth2.ready().catch((cause) => {
    throw new Problem('authorization-failed', { cause });
  });
  history.replaceState(null, '', location.pathname);
  const text = (name: string) => {
    const value = client.state.tokenResponse?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  const renew = () =>
    client.refresh().then(
      () => true,
      () => false,
    );
  return {
    serverUrl: client.state.serverUrl.replace(/\/+$/, ''),
    clientId: client.state.clientId ?? '',
    isDesk: sessionStorage.getItem(DESK_PREFIX + own) !== null,
    nonce: sessionStorage.getItem(NONCE_PREFIX + own) ?? undefined,
    tokenResponse: { ...client.state.tokenResponse },
    idToken: text('id_token'),
    accessToken: () => text('access_token'),
    renew,
    renewIfNeeded: async () => {
      await client.refreshIfNeeded().catch(() => undefined);
    },
    forget: () => {
      sessionStorage.removeItem(own);
      sessionStorage.removeItem(NONCE_PREFIX + own);
      sessionStorage.removeItem(DESK_PREFIX + own);
      sessionStorage.removeItem(STATE_KEY);
    },
  };
}

// A key that we made: anything else in the address or the storage is not a launch of this tab.
function storedKey(): string | undefined {
  const raw = sessionStorage.getItem(STATE_KEY);
  const key = raw?.startsWith('"') ? JSON.parse(raw) : raw;
  return typeof key === 'string' && UUID.test(key) && sessionStorage.getItem(key) ? key : undefined;
}

function keepOnly(query: URLSearchParams, names: readonly string[]): void {
  const kept = new URLSearchParams([...query].filter(([name]) => names.includes(name)));
  history.replaceState(null, '', kept.size > 0 ? `${location.pathname}?${kept}` : location.pathname);
}
