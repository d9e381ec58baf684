import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { SessionRecord, Store } from '../store/contract.ts';
import type { FetchJson } from './fetch-json.ts';
import { IdTokenError, validateIdToken } from './id-token.ts';
import type { KeySets } from './key-sets.ts';
import { provePatientAccess, readDisplay, relativeTo } from './patient-access.ts';
import type { Registry } from './registry.ts';

/** What the app sends to open a session. All of it is proven here; nothing is believed. */
export interface SessionRequest {
  readonly iss: string;
  readonly idToken: string;
  readonly accessToken: string;
  readonly nonce?: string;
  readonly patient: string;
  readonly encounter?: string;
}

export interface OpenedSession {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly practitioner: { readonly reference: string; readonly display: string };
  /** 32 bytes in base64url, the same for this nurse and patient in every session: encrypts her drafts. */
  readonly draftKey: string;
}

/** A session in use. `accessToken` is undefined after a restart: it was never written down. */
export interface Session extends SessionRecord {
  readonly accessToken: string | undefined;
}

/** Sessions of the nurse's app. */
export interface Sessions {
  /** @throws ServiceError when anything about it does not hold; the reason goes to the audit log. */
  open(request: SessionRequest): Promise<OpenedSession>;
  /** The session of an `Authorization` header. @throws ServiceError `session-expired`. */
  find(authorization: string | undefined): Promise<Session>;
}

interface SessionDeps {
  readonly registry: Registry;
  readonly keySets: KeySets;
  readonly fetchJson: FetchJson;
  readonly store: Pick<Store, 'saveSession' | 'findSession' | 'appendAudit'>;
  readonly lifeMinutes: number;
  /** From which the keys of drafts are derived. */
  readonly secret: Uint8Array;
  readonly now: () => number;
}

/** Opens and finds sessions. Their tokens are 256 random bits; only a hash of them is stored. */
export function createSessions(deps: SessionDeps): Sessions {
  const { store, now } = deps;
  const accessTokens = new Map<string, { readonly token: string; readonly expires: number }>();

  return {
    async open(request) {
      const record = await proveSession(request, deps);
      const token = randomBytes(32).toString('base64url');
      const tokenHash = hashOf(token);
      await store.saveSession(tokenHash, record);
      for (const [hash, { expires }] of accessTokens) if (expires <= now()) accessTokens.delete(hash);
      accessTokens.set(tokenHash, { token: request.accessToken, expires: record.expires });
      await store.appendAudit({
        at: new Date(now()).toISOString(),
        event: 'session-opened',
        actor: record.practitioner.reference,
      });
      const { practitioner } = record;
      const draftKey = deriveDraftKey(deps.secret, record);
      return { token, expiresIn: deps.lifeMinutes * 60, practitioner, draftKey };
    },

    async find(authorization) {
      const token = /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1];
      const tokenHash = token && hashOf(token);
      const record = tokenHash && (await store.findSession(tokenHash, now()));
      if (!record) throw new ServiceError('session-expired');
      return { ...record, accessToken: accessTokens.get(tokenHash)?.token };
    },
  };
}

async function proveSession(request: SessionRequest, deps: SessionDeps): Promise<SessionRecord> {
  const { registry, keySets, fetchJson, lifeMinutes, now } = deps;
  const { accessToken, patient, encounter } = request;
  const iss = request.iss.replace(/\/+$/, '');
  const client = registry.current().clients.find(({ smart }) => smart?.iss === iss);
  if (!client?.smart) throw await refused('server-not-registered', undefined, deps);
  const user = await validateIdToken(
    { idToken: request.idToken, accessToken, nonce: request.nonce },
    client.smart,
    { keySets, fetchJson, now },
  ).catch(async (error: unknown) => {
    throw error instanceof IdTokenError ? await refused(error.reason, client.name, deps) : error;
  });
  const reference = relativeTo(iss, user.fhirUser);
  if (!/(?:^|\/)Practitioner(?:Role)?\/[A-Za-z0-9.-]{1,64}$/.test(reference)) {
    throw new ServiceError('not-a-clinician');
  }
  const ehr = { iss, accessToken, fetchJson };
  const access = await provePatientAccess({ patient, encounter }, ehr);
  if (!access.allowed) {
    if (access.reason === 'unreachable') {
      throw new ServiceError('data-unavailable', { detail: 'The EHR did not answer.', keys: ['patient'] });
    }
    await refused(access.reason, client.name, deps);
    throw new ServiceError('other-patient');
  }
  const display = (await readDisplay(reference, ehr)) ?? user.name ?? reference;
  return {
    binding: {
      client: client.name,
      patient,
      ...(access.encounter === undefined ? {} : { encounter: access.encounter }),
    },
    iss,
    practitioner: { reference, display },
    expires: now() + lifeMinutes * 60_000,
  };
}

/** Notes the reason where only auditors read it; the caller learns that it failed and no more. */
async function refused(code: string, actor: string | undefined, { store, now }: SessionDeps) {
  await store.appendAudit({
    at: new Date(now()).toISOString(),
    event: 'session-refused',
    code,
    ...(actor === undefined ? {} : { actor }),
  });
  return new ServiceError('unauthorised');
}

/** RFC 5869, with clinic, nurse and patient as the context: another nurse or patient gets another key. */
function deriveDraftKey(secret: Uint8Array, { binding, iss, practitioner }: SessionRecord): string {
  const context = JSON.stringify(['draft', iss, binding.client, practitioner.reference, binding.patient]);
  return Buffer.from(hkdfSync('sha256', secret, '', context, 32)).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
