import { describe, expect, it } from 'vitest';
import { isFuture, isoOf, readTime } from '#fhir-mappers/fhir-time.ts';

describe('readTime', () => {
  it('reads instants in their zone', () => {
    expect(isoOf(readTime('2024-05-10T10:00:00+02:00')?.start ?? 0)).toBe('2024-05-10T08:00:00.000Z');
  });

  it('reads a dateTime without its zone as UTC', () => {
    expect(isoOf(readTime('2024-05-10T10:00:00')?.start ?? 0)).toBe('2024-05-10T10:00:00.000Z');
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31', 'year'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'day'],
    ['0044-03-15', '0044-03-15', '0044-03-15', 'day'],
  ])('%s spans %s to %s', (text, from, to, precision) => {
    const time = readTime(text);
    expect(isoOf(time?.start ?? 0).slice(0, 10)).toBe(from);
    expect(isoOf(time?.end ?? 0).slice(0, 10)).toBe(to);
    expect(time?.precision).toBe(precision);
  });

  it.each([
    undefined,
    '',
    'yesterday',
    '2021-02-30',
    '2021-13-01',
    '10/05/2024',
    '2024-05-10T99:00:00Z',
  ])('cannot read %j', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});

describe('isFuture', () => {
  const asOf = Date.parse('2024-05-10T22:00:00Z');
  it.each([
    ['2024-05-10T22:04:00Z', false],
    ['2024-05-10T22:06:00Z', true],
    ['2024-05-11', false],
    ['2024-05-12', true],
    ['2024', false],
    ['2025', true],
  ])('%s: %s, because clocks and zones differ a little', (text, expected) => {
    const time = readTime(text);
    expect(time && isFuture(time, asOf)).toBe(expected);
  });
});
