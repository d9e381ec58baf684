import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';

/** One request with its answer, kept so that a failure can be shown as it happened. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly text: string;
  /** Parsed body, undefined when it is not JSON. */
  readonly json?: unknown;
}

export interface Identity {
  readonly jwk: JWK;
  readonly issuer: string;
  readonly jku?: string;
  readonly tenant?: string;
}

/** What may be changed about one token, to see whether the service minds. */
export interface TokenChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly jwk?: JWK;
}

export interface SendOptions {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly rawBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `none` sends no token. */
  readonly token?: 'none' | TokenChanges | string;
  readonly timeout?: number;
}

/** An EHR as a service sees one: signs what it sends and remembers what came back. */
export interface CdsClient {
  send(url: string, options?: SendOptions): Promise<Exchange>;
  token(audience: string, changes?: TokenChanges): Promise<string>;
  /** Every exchange of the run, oldest first. */
  readonly exchanges: readonly Exchange[];
}

export function createClient(identity: Identity | undefined): CdsClient {
  const exchanges: Exchange[] = [];

  async function token(audience: string, changes: TokenChanges = {}): Promise<string> {
    if (identity === undefined) throw new Error('this run has no key to sign with');
    const jwk = changes.jwk ?? identity.jwk;
    const algorithm = String(changes.header?.alg ?? jwk.alg ?? 'ES384');
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: identity.issuer,
      aud: audience,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
      ...(identity.tenant === undefined ? {} : { tenant: identity.tenant }),
      ...changes.claims,
    };
    const header = {
      alg: algorithm,
      typ: 'JWT',
      kid: jwk.kid,
      ...(identity.jku === undefined ? {} : { jku: identity.jku }),
      ...changes.header,
    };
    const key = await importJWK(jwk, algorithm);
    return new SignJWT(withoutUndefined(claims))
      .setProtectedHeader(withoutUndefined(header) as { alg: string })
      .sign(key);
  }

  async function send(url: string, options: SendOptions = {}): Promise<Exchange> {
    const method =
      options.method ?? (options.body === undefined && options.rawBody === undefined ? 'GET' : 'POST');
    const requestBody =
      options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const headers: Record<string, string> = {
      ...(requestBody === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    };
    if (identity !== undefined && options.token !== 'none')
      headers.authorization = `Bearer ${typeof options.token === 'string' ? options.token : await token(url, options.token)}`;
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeout ?? 15_000),
      ...(requestBody === undefined ? {} : { body: requestBody }),
    });
    const text = await response.text();
    const exchange: Exchange = {
      method,
      url,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      ...(requestBody === undefined ? {} : { requestBody }),
      text,
      json: parsed(text),
    };
    exchanges.push(exchange);
    return exchange;
  }

  return { send, token, exchanges };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
