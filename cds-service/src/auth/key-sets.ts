import type { JWK } from 'jose';
import { z } from 'zod';
import type { FetchJson } from './fetch-json.ts';

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

/** Where a party's keys are: published at a URL, or given by hand. */
export type KeySource = { readonly url: string } | { readonly keys: readonly JWK[] };

/** Public keys of others, fetched when they are needed. */
export interface KeySets {
  /** All keys with this `kid`; every key when `kid` is undefined (SM-34). Empty when there is none. */
  find(source: KeySource, kid: string | undefined): Promise<readonly JWK[]>;
}

interface Cached {
  readonly keys: readonly JWK[];
  readonly fetchedAt: number;
  readonly triedAt: number;
}

const MINUTE = 60_000;
/** A published set is read again after this long, so that a withdrawn key stops working. */
const FRESH_FOR = 10 * MINUTE;
/** A set that cannot be read again is used no longer than this. */
const USABLE_FOR = 60 * MINUTE;
/** An unknown `kid` causes at most one reading in this time: rotation works, flooding does not (CH-65). */
const RETRY_AFTER = MINUTE;
/** After a failed reading the next one may come sooner. */
const RETRY_FAILED_AFTER = 5000;

/**
 * Keeps JWK Sets by URL. Callers pass registered URLs only: nothing here decides whom to trust.
 */
export function createKeySets(fetchJson: FetchJson, now: () => number): KeySets {
  const cache = new Map<string, Cached>();
  const running = new Map<string, Promise<Cached>>();

  const refresh = (url: string): Promise<Cached> => {
    const begun = running.get(url);
    if (begun) return begun;
    const work = fetchJson(url)
      .then(
        (json): Cached => ({ keys: publicKeysIn(json), fetchedAt: now(), triedAt: now() }),
        (): Cached => afterFailure(cache.get(url), now()),
      )
      .then((entry) => {
        cache.set(url, entry);
        return entry;
      })
      .finally(() => running.delete(url));
    running.set(url, work);
    return work;
  };

  return {
    async find(source, kid) {
      if ('keys' in source) return matching(source.keys, kid);
      const cached = cache.get(source.url);
      const entry =
        cached && now() - cached.fetchedAt < FRESH_FOR
          ? cached
          : mayTry(cached, now())
            ? await refresh(source.url)
            : cached;
      const found = matching(usableKeys(entry, now()), kid);
      if (found.length > 0 || entry !== cached || !mayTry(cached, now())) return found;
      return matching(usableKeys(await refresh(source.url), now()), kid);
    },
  };
}

function mayTry(cached: Cached | undefined, now: number): boolean {
  if (!cached) return true;
  const pause = cached.triedAt > cached.fetchedAt ? RETRY_FAILED_AFTER : RETRY_AFTER;
  return now - cached.triedAt >= pause;
}

function afterFailure(cached: Cached | undefined, now: number): Cached {
  return { keys: cached?.keys ?? [], fetchedAt: cached?.fetchedAt ?? Number.NEGATIVE_INFINITY, triedAt: now };
}

function usableKeys(entry: Cached | undefined, now: number): readonly JWK[] {
  return entry && now - entry.fetchedAt < USABLE_FOR ? entry.keys : [];
}

/** `kid` is compared as it is: it may hold `+`, `/` and `=` (CH-65). */
function matching(keys: readonly JWK[], kid: string | undefined): readonly JWK[] {
  return kid === undefined ? keys : keys.filter((key) => key.kid === kid);
}

/** Keys of a set without what does not belong into one: symmetric keys are dropped, private parts are cut off. */
function publicKeysIn(json: unknown): readonly JWK[] {
  const parsed = keySetSchema.safeParse(json);
  if (!parsed.success) return [];
  return parsed.data.keys
    .filter(({ kty }) => kty === 'EC' || kty === 'RSA' || kty === 'OKP')
    .map(({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...key }) => key as JWK);
}
