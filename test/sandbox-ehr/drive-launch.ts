import { createHash, randomBytes } from 'node:crypto';
import type { Sandbox } from './start-sandbox.ts';

export interface LaunchDrive {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** The `launch` parameter; without it this is a standalone launch. */
  readonly launch?: string;
  readonly nonce?: string;
  /** Practitioner who is chosen on the sign-in page. */
  readonly practitioner?: string;
  /** Patient who is chosen on the picker of a standalone launch. */
  readonly patient?: string;
  /** Replaces or removes (undefined) parameters of the authorization request. */
  readonly params?: Readonly<Record<string, string | undefined>>;
}

export interface TokenResponse {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly access_token?: string;
    readonly refresh_token?: string;
    readonly id_token?: string;
    readonly scope?: string;
    readonly patient?: string;
  };
}

/** Walks an authorization as a browser would, without one: redirects, cookies, sign-in and picker pages. */
export async function authorize(sandbox: Sandbox, drive: LaunchDrive): Promise<URL> {
  const jar = new Map<string, string>();
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...requestOf(sandbox, drive), ...drive.params }))
    if (value !== undefined) query.set(name, value);
  let next = new URL(`${sandbox.issuer}/auth?${query}`);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 15; step++) {
    const response = await fetch(next, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      next = new URL(location, next);
      form = undefined;
      if (next.href.startsWith(drive.redirectUri)) return next;
      continue;
    }
    const text = await response.text();
    const field = /name="(practitioner|patient)"/.exec(text)?.[1];
    if (response.status !== 200 || field === undefined)
      throw new Error(`Stopped at ${next}: ${response.status} ${text.slice(0, 500)}`);
    const answer = field === 'patient' ? drive.patient : (drive.practitioner ?? 'nurse-diaz');
    form = new URLSearchParams(answer === undefined ? { cancel: '1' } : { [field]: answer });
  }
  throw new Error('Too many redirects');
}

/** A whole launch: authorization request, code, token. Throws with the server's error when it is refused. */
export async function launchApp(sandbox: Sandbox, drive: LaunchDrive): Promise<TokenResponse> {
  const verifier = randomBytes(40).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const back = await authorize(sandbox, { ...drive, params: { code_challenge: challenge, ...drive.params } });
  const code = back.searchParams.get('code');
  if (!code)
    throw new Error(`${back.searchParams.get('error')}: ${back.searchParams.get('error_description')}`);
  return requestToken(sandbox, {
    grant_type: 'authorization_code',
    client_id: drive.clientId,
    redirect_uri: drive.redirectUri,
    code,
    code_verifier: verifier,
  });
}

/** One call of the token endpoint. */
export async function requestToken(
  sandbox: Sandbox,
  form: Readonly<Record<string, string>>,
): Promise<TokenResponse> {
  const response = await fetch(`${sandbox.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as TokenResponse['body'] };
}

function requestOf(sandbox: Sandbox, drive: LaunchDrive): Record<string, string | undefined> {
  return {
    response_type: 'code',
    client_id: drive.clientId,
    redirect_uri: drive.redirectUri,
    scope: drive.scope,
    launch: drive.launch,
    nonce: drive.nonce,
    state: crypto.randomUUID(),
    aud: sandbox.fhirUrl,
    code_challenge: createHash('sha256').update('unused').digest('base64url'),
    code_challenge_method: 'S256',
  };
}
