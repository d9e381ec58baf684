import { describe, expect, it } from 'vitest';
import { parseFeedback } from '#cds-service/http/feedback-body.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';

const AT = '2026-11-21T10:00:00Z';
const accepted = { card: 'c', outcome: 'accepted', outcomeTimestamp: AT, acceptedSuggestions: [{ id: 's' }] };
const overridden = { card: 'c', outcome: 'overridden', outcomeTimestamp: AT };

function keysOf(...feedback: unknown[]): readonly string[] {
  try {
    parseFeedback({ feedback });
    return [];
  } catch (error) {
    return error instanceof ServiceError && error.code === 'request-invalid' ? error.keys : ['another error'];
  }
}

describe('parseFeedback', () => {
  it.each([
    [accepted],
    [[accepted]],
    [{}],
    [{ feedback: {} }],
    [{ feedback: [] }],
    [null],
  ])('CH-108 refuses %j: the body is an object with a list', (body) => {
    expect(() => parseFeedback(body)).toThrow(ServiceError);
  });

  it.each(['card', 'outcome', 'outcomeTimestamp'])('CH-109 refuses an item without %s', (name) => {
    expect(keysOf({ ...accepted, [name]: undefined })).toEqual([`feedback.0.${name}`]);
  });

  it('CH-109 takes an offset and keeps the time in UTC', () => {
    const [item] = parseFeedback({
      feedback: [{ ...overridden, outcomeTimestamp: '2026-11-21T12:00:00+02:00' }],
    });
    expect(item?.outcomeTimestamp).toBe('2026-11-21T10:00:00.000Z');
  });

  it.each([
    'yesterday',
    '2026-11-21',
    '2026-11-21T10:00:00',
  ])('CH-109 refuses the time %s', (outcomeTimestamp) => {
    expect(keysOf({ ...overridden, outcomeTimestamp })).toEqual(['feedback.0.outcomeTimestamp']);
  });

  it('CH-110 wants acceptedSuggestions when it was accepted', () => {
    expect(keysOf({ ...accepted, acceptedSuggestions: undefined })).toEqual([
      'feedback.0.acceptedSuggestions',
    ]);
    expect(keysOf({ ...accepted, acceptedSuggestions: ['s'] })).toEqual(['feedback.0.acceptedSuggestions.0']);
  });

  it('CH-111 takes a reason of the client, with code and system only', () => {
    const overrideReason = { reason: { code: 'own', system: 'http://ehr.example/reasons' } };
    expect(parseFeedback({ feedback: [{ ...overridden, overrideReason }] })[0]).toMatchObject({
      overrideReason,
    });
  });

  it('CH-111 refuses a reason that says nothing', () => {
    expect(keysOf({ ...overridden, overrideReason: {} })).toEqual(['feedback.0.overrideReason']);
  });

  it('CH-112 takes an override without a reason', () => {
    expect(keysOf(overridden)).toEqual([]);
  });

  it('CH-115 names the items that are wrong', () => {
    expect(keysOf(accepted, { ...accepted, outcome: 'ignored' }, overridden)).toEqual(['feedback.1.outcome']);
  });

  it('CH-117 refuses a comment of 10 kB', () => {
    const overrideReason = { userComment: 'x'.repeat(10_000) };
    expect(keysOf({ ...overridden, overrideReason })).toEqual(['feedback.0.overrideReason.userComment']);
  });
});
