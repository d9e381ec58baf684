import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { applyClinicRules } from '#cds-service/triage/clinic-rules.ts';
import { createTriage } from '#cds-service/triage/triage.ts';
import { emptySnapshot, finding } from '../../../support/snapshot.ts';

const source = { organisation: 'Clinic', title: 'House rule', year: 2025, verified: true };
const hits = (rules: ReturnType<typeof applyClinicRules>['rules'], concept: string) =>
  createTriage(rules)(emptySnapshot({ findings: [finding(concept)] })).hits;

describe('a clinic file', () => {
  it('adds a rule', () => {
    const { rules, changes } = applyClinicRules(CATALOGUE, {
      clinic: 'North',
      rules: [
        { id: 'house-hiccups', title: 'Hiccups', floor: 'high', when: { finding: ['hiccups'] }, source },
      ],
    });
    expect(changes).toEqual([{ rule: 'house-hiccups', kind: 'added', to: 'high' }]);
    expect(hits(rules, 'hiccups').map(({ id }) => id)).toEqual(['house-hiccups']);
  });

  it('makes an indicator a floor by raising it to where it is', () => {
    const indicator = CATALOGUE.find(({ indicator, floor }) => indicator && floor === 'high');
    const { rules, changes } = applyClinicRules(CATALOGUE, {
      clinic: 'North',
      raise: [{ rule: indicator?.id, floor: 'high' }],
    });
    expect(changes).toMatchObject([{ kind: 'raised', from: 'high', to: 'high' }]);
    expect(rules.find(({ id }) => id === indicator?.id)?.indicator).toBe(false);
  });

  it('raises a floor', () => {
    const { rules } = applyClinicRules(CATALOGUE, {
      clinic: 'North',
      raise: [{ rule: 'sexual-assault', floor: 'critical' }],
    });
    expect(hits(rules, 'sexual-assault').find(({ id }) => id === 'sexual-assault')?.floor).toBe('critical');
  });

  it('cannot lower by raising', () => {
    const { rules, changes } = applyClinicRules(CATALOGUE, {
      clinic: 'North',
      raise: [{ rule: 'unresponsive', floor: 'low' }],
    });
    expect(changes).toEqual([expect.objectContaining({ kind: 'refused', reason: 'not a raise' })]);
    expect(rules.find(({ id }) => id === 'unresponsive')?.floor).toBe('critical');
  });

  it('lowers only with a name and a reason, and reports it', () => {
    const lower = { rule: 'needlestick', floor: 'medium' };
    expect(() => applyClinicRules(CATALOGUE, { clinic: 'North', lower: [lower] })).toThrow();
    const { changes } = applyClinicRules(CATALOGUE, {
      clinic: 'North',
      lower: [{ ...lower, approvedBy: 'Dr A. Lead', reason: 'Occupational health sees them within minutes' }],
    });
    expect(changes).toEqual([
      {
        rule: 'needlestick',
        kind: 'lowered',
        from: 'high',
        to: 'medium',
        approvedBy: 'Dr A. Lead',
        reason: 'Occupational health sees them within minutes',
      },
    ]);
  });

  it.each([
    [
      { id: 'sexual-assault', title: 'Taken', floor: 'high', when: { finding: ['hiccups'] }, source },
      'the id is taken',
    ],
    [
      { id: 'house-x', title: 'X', floor: 'high', when: { finding: ['no-such'] }, source },
      'no such concept: no-such',
    ],
  ])('refuses a bad entry by itself: %j', (rule, reason) => {
    const { changes } = applyClinicRules(CATALOGUE, { clinic: 'North', rules: [rule] });
    expect(changes).toEqual([{ rule: rule.id, kind: 'refused', reason }]);
  });

  it.each([
    { clinic: 'North', rules: [{ id: 'x' }] },
    {
      clinic: 'North',
      rules: [{ id: 'house-y', title: 'Y', floor: 'high', when: { beyond: 'no-limit' }, source }],
    },
    { clinic: 'North', surprise: true },
    [],
    null,
  ])('is refused whole when it has not the shape: %j', (file) => {
    expect(() => applyClinicRules(CATALOGUE, file)).toThrow();
  });
});
