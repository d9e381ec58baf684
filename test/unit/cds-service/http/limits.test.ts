import { describe, expect, it } from 'vitest';
import { createBulkhead, limitRefusals } from '#cds-service/http/limits.ts';

describe('createBulkhead', () => {
  it('refuses what waited too long behind others of its turn, and takes calls again in the next', async () => {
    const { enter } = createBulkhead(100, 20);
    expect(enter()).toBeTypeOf('function');
    const until = performance.now() + 40;
    while (performance.now() < until);
    expect(enter()).toBeUndefined();
    await new Promise((resolve) => setImmediate(resolve));
    expect(enter()).toBeTypeOf('function');
  });

  it('gives as many places as it has, and each again when it is left', () => {
    const { enter, inFlight } = createBulkhead(1);
    const leave = enter();
    expect(enter()).toBeUndefined();
    leave?.();
    leave?.();
    expect(inFlight()).toBe(0);
    expect(enter()).toBeDefined();
  });
});

describe('limitRefusals', () => {
  it('shuts out one address for the rest of the minute', () => {
    let time = 0;
    const limit = limitRefusals(2, () => time);
    limit.count('10.0.0.1');
    expect(limit.isExhausted('10.0.0.1')).toBe(false);
    limit.count('10.0.0.1');
    expect(limit.isExhausted('10.0.0.1')).toBe(true);
    expect(limit.isExhausted('10.0.0.2')).toBe(false);
    time = 59_000;
    expect(limit.retryAfter()).toBe(1);
    time = 60_000;
    expect(limit.isExhausted('10.0.0.1')).toBe(false);
  });

  it('remembers no more addresses than it can hold', () => {
    const limit = limitRefusals(2, () => 0);
    for (let n = 0; n < 20_000; n += 1) limit.count(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(limit.isExhausted('192.168.0.1')).toBe(true);
  });

  it('is off at 0', () => {
    const limit = limitRefusals(0, () => 0);
    limit.count('a');
    expect(limit.isExhausted('a')).toBe(false);
  });
});
