import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';

interface Case {
  readonly text: string;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly vitals?: Readonly<Record<string, number>>;
  readonly conditions?: readonly string[];
  readonly medications?: readonly string[];
  readonly priority: Priority;
}

const FILE = join(import.meta.dirname, '../../../fixtures/triage/independent-cases.jsonl');
const CASES = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);

const isUp = (priority: Priority) => rankOf(priority) >= rankOf('high');

/** Names of vital signs in the file, in the words of the snapshot. */
const KINDS = {
  sbp: 'systolic',
  dbp: 'diastolic',
  hr: 'heart-rate',
  rr: 'respiratory-rate',
  spo2: 'spo2',
  tempC: 'temperature',
  pain: 'pain',
} as const;

function proposed({ text, ageYears, sex, vitals = {}, conditions = [], medications = [] }: Case): Priority {
  const known = Object.fromEntries(
    Object.entries(vitals).map(([name, value]) => [KINDS[name as keyof typeof KINDS], value]),
  );
  const history = conditions.length === 0 ? '' : `\nHistory of ${conditions.join(', ')}.`;
  return rulePriority(
    triage(narrativeSnapshot({ text: text + history, ageYears, sex, vitals: known, medicines: medications })),
  );
}

/**
 * 300 cases by an author who knew neither lexicon nor rules.
 *
 * Read for the first time at 95.7% of emergencies found and 26.3% of the others sent up; classes of error were mended
 * afterwards, so they are no longer unseen. The limits hold what was reached, and are not a claim about new cases.
 */
describe('cases of an independent author', () => {
  const results = CASES.map((one) => ({ wanted: one.priority, given: proposed(one) }));
  const emergencies = results.filter(({ wanted }) => isUp(wanted));
  const others = results.filter(({ wanted }) => !isUp(wanted));

  it('are 300, of every priority', () => {
    expect(results).toHaveLength(300);
    expect(new Set(results.map(({ wanted }) => wanted)).size).toBe(4);
  });

  it('find at least 94% of the emergencies', () => {
    expect(emergencies.filter(({ given }) => isUp(given)).length / emergencies.length).toBeGreaterThanOrEqual(
      0.94,
    );
  });

  it('send up at most a quarter of the others', () => {
    expect(others.filter(({ given }) => isUp(given)).length / others.length).toBeLessThanOrEqual(0.25);
  });
});
