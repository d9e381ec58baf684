import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHookCall, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Requests of one run. `FUZZ_RUNS=50000` for a long one. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 700);
/** Milliseconds that one answer may take, on a busy machine too. */
const BUDGET = 4000;

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({
    folder,
    ehr,
    env: { PRESCREEN_CDS_AUTH: 'none', PRESCREEN_RATE_PER_MINUTE: '0', PRESCREEN_LOG_LEVEL: 'error' },
  });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

/** Every place in a value, as a path of keys. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const part = (copy as Record<string, unknown>)[key];
  const next = replaced(part, rest, other);
  if (next === undefined) delete (copy as Record<string, unknown>)[key];
  else (copy as Record<string, unknown>)[key] = next;
  return copy;
}

const nasty = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    undefined,
    '',
    [],
    {},
    -1,
    1e308,
    '\u0000',
    '\ud800',
    '\u202e',
    'a'.repeat(70),
    '<html><script>alert(1)</script>',
    'Patient/p1',
    '2026-13-45',
    '9999-12-31T23:59:59Z',
    '../../etc/passwd',
    { resourceType: 'OperationOutcome', issue: [] },
    { resourceType: 'Bundle', type: 'searchset', entry: [null, {}, { resource: null }] },
    { reference: 'Patient/other' },
    { value: Number.MAX_SAFE_INTEGER, unit: 'mm[Hg]' },
  ),
);

const call = aHookCall();
const places = placesIn(call);
const mutations = fc.array(fc.tuple(fc.nat(places.length - 1), nasty), { minLength: 1, maxLength: 4 });

async function send(path: string, body: string) {
  const begin = performance.now();
  const response = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, milliseconds: performance.now() - begin };
}

function expectOrderly({ status, text, milliseconds }: Awaited<ReturnType<typeof send>>) {
  expect(status).toBeLessThan(500);
  expect(milliseconds).toBeLessThan(BUDGET);
  if (status === 200 && text !== '') expect(JSON.parse(text).cards).toBeInstanceOf(Array);
  if (status >= 400) {
    expect(JSON.parse(text).resourceType).toBe('OperationOutcome');
    expect(text).not.toMatch(/passwd|alert\(1\)|\.ts:\d/);
  }
}

describe('requests that nobody should send', () => {
  it('mutated hook calls get an orderly answer', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const body = changes.reduce<unknown>((value, [place, other]) => {
          const path = places[place] ?? [];
          return hasPlace(value, path) ? replaced(value, path, other) : value;
        }, call);
        expectOrderly(await send(SERVICE, JSON.stringify(body) ?? ''));
      }),
      { numRuns: RUNS },
    );
  });

  it('noise gets an orderly answer', { timeout: 3_600_000 }, async () => {
    const noise = fc.oneof(fc.string({ maxLength: 200 }), fc.json({ maxDepth: 5 }));
    await fc.assert(
      fc.asyncProperty(noise, fc.constantFrom(SERVICE, FEEDBACK), async (body, path) => {
        expectOrderly(await send(path, body));
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it('mutated feedback gets an orderly answer', { timeout: 3_600_000 }, async () => {
    const item = {
      card: 'c',
      outcome: 'overridden',
      outcomeTimestamp: '2026-11-21T10:00:00Z',
      overrideReason: { reason: { code: 'a', system: 'b' }, userComment: 'c' },
    };
    const body = { feedback: [item, { ...item, outcome: 'accepted', acceptedSuggestions: [{ id: 's' }] }] };
    const inFeedback = placesIn(body);
    await fc.assert(
      fc.asyncProperty(fc.nat(inFeedback.length - 1), nasty, async (place, other) => {
        expectOrderly(
          await send(FEEDBACK, JSON.stringify(replaced(body, inFeedback[place] ?? [], other)) ?? ''),
        );
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

function hasPlace(value: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? hasPlace((value as Record<string, unknown>)[key], rest)
    : false;
}
