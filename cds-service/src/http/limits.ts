import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { stateOf } from './request-state.ts';

const MINUTE = 60_000;

/** Calls a minute for each client, or for each address where no client is known. 0 is no limit. */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (request, response) =>
      stateOf(response as never).client?.name ?? ipKeyGenerator(request.ip ?? ''),
    handler: () => {
      throw new ServiceError('too-many-requests');
    },
  });
}

/** Counts refusals by address. */
export interface RefusalLimit {
  /** True when this address was refused too often and is not even looked at. */
  isExhausted(address: string): boolean;
  count(address: string): void;
  /** Seconds until it may try again. */
  retryAfter(): number;
}

/** Addresses remembered in one minute: a flood from more of them shares one count. */
const MOST_ADDRESSES = 10_000;

/** Limits refused calls only, so that a busy client that authenticates never meets it. 0 is no limit. */
export function limitRefusals(perMinute: number, now: () => number): RefusalLimit {
  let counts = new Map<string, number>();
  let until = 0;
  const keyOf = (address: string) => {
    if (now() >= until) {
      counts = new Map();
      until = now() + MINUTE;
    }
    const key = ipKeyGenerator(address);
    return counts.has(key) || counts.size < MOST_ADDRESSES ? key : 'everybody else';
  };
  return {
    isExhausted: (address) => {
      const key = keyOf(address);
      return perMinute > 0 && (counts.get(key) ?? 0) >= perMinute;
    },
    count: (address) => {
      const key = keyOf(address);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    retryAfter: () => Math.max(1, Math.ceil((until - now()) / 1000)),
  };
}

/** Places for work in progress. */
export interface Bulkhead {
  /** Takes a place and gives the function that frees it; undefined when there is none. */
  enter(): (() => void) | undefined;
  inFlight(): number;
}

/**
 * Refuses early what could only be answered late.
 *
 * Places alone do not see a queue that waits in the sockets while the thread computes: calls that arrived together are
 * begun one after another in one turn of the event loop. So a call whose turn began too long ago gets no place either.
 *
 * @param places - Calls at a time.
 * @param longestTurn - Milliseconds from the first call of a turn after which the others are refused.
 */
export function createBulkhead(places: number, longestTurn = Number.POSITIVE_INFINITY): Bulkhead {
  let taken = 0;
  let turnBegan: number | undefined;
  const isLate = () => {
    const now = performance.now();
    if (turnBegan === undefined) {
      turnBegan = now;
      setImmediate(() => {
        turnBegan = undefined;
      });
    }
    return now - turnBegan > longestTurn;
  };
  return {
    enter() {
      if (isLate() || taken >= places) return undefined;
      taken += 1;
      let isFree = false;
      return () => {
        if (!isFree) taken -= 1;
        isFree = true;
      };
    },
    inFlight: () => taken,
  };
}
