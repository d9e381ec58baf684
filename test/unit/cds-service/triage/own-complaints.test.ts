import { describe, expect, it } from 'vitest';
import { triage } from '#cds-service/triage/triage.ts';
import { moreUrgent, type Priority } from '#terminology/priority.ts';
import { OWN_COMPLAINTS } from '../../../fixtures/triage/own-complaints.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';

const LETTERS: Readonly<Record<string, Priority>> = { C: 'critical', H: 'high', M: 'medium', L: 'low' };
const cases = OWN_COMPLAINTS.split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ wanted: LETTERS[line[0]!]!, text: line.slice(4) }))
  .map(({ wanted, text }) => {
    const { hits, protocol } = triage(narrativeSnapshot({ text }));
    const given = hits.reduce((most, { floor }) => moreUrgent(most, floor), protocol.priority);
    return { wanted, given, text };
  });

const urgent = (priority: Priority): boolean => priority === 'high' || priority === 'critical';
const share = (of: readonly Priority[], is: (given: Priority) => boolean): number => {
  const rows = cases.filter(({ wanted }) => of.includes(wanted));
  return rows.filter(({ given }) => is(given)).length / rows.length;
};

// The aim is 0.98 found with fewer than 0.1 sent up; the thresholds hold what is reached and follow it upwards.
describe('own complaints with the priority of a careful nurse', () => {
  it('are at least two hundred, of every priority', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    for (const wanted of Object.values(LETTERS)) {
      expect(cases.filter((one) => one.wanted === wanted).length).toBeGreaterThanOrEqual(30);
    }
  });

  it('emergencies come out high or critical', () => {
    expect(share(['critical', 'high'], urgent)).toBeGreaterThanOrEqual(0.9);
  });

  it('few of the others are sent up', () => {
    expect(share(['medium', 'low'], urgent)).toBeLessThanOrEqual(0.08);
  });

  it('level 1 is told apart from level 2', () => {
    expect(share(['critical'], (given) => given === 'critical')).toBeGreaterThanOrEqual(0.9);
    expect(share(['high'], (given) => given === 'critical')).toBeLessThanOrEqual(0.15);
  });

  it('minor complaints are low', () => {
    expect(share(['low'], (given) => given === 'low')).toBeGreaterThanOrEqual(0.85);
  });

  it('no emergency of level 1 comes out low', () => {
    expect(cases.filter(({ wanted, given }) => wanted === 'critical' && given === 'low')).toEqual([]);
  });
});
