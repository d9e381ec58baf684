import { describe, expect, it } from 'vitest';
import { failureOf, noAnswer } from '#smart-app/api/failure.ts';

describe('no answer', () => {
  it('in time may have been written; without a connection it was not sent', async () => {
    const late = await new Promise((tell) => {
      AbortSignal.timeout(1).addEventListener('abort', ({ target }) => tell((target as AbortSignal).reason));
    });
    expect(noAnswer(late).code).toBe('timed-out');
    expect(noAnswer(new TypeError('Failed to fetch')).code).toBe('offline');
  });
});

describe('a refusal', () => {
  it.each([
    [403, 'other-patient', 'other-patient'],
    [403, undefined, 'forbidden'],
    [412, undefined, 'changed-meanwhile'],
    [503, undefined, 'server-failed'],
    [422, undefined, 'refused-by-server'],
  ])('of %i with code %s is %s', (status, code, expected) => {
    expect(failureOf(status, code === undefined ? undefined : { code, text: undefined }).code).toBe(expected);
  });
});
