import { CHECKS, type CheckId } from './checks.ts';
import { rate } from './rates.ts';

/** Counts of one adapter: drafts as they were written, and notes as they are shown. */
export interface AdapterTally {
  readonly name: string;
  written: number;
  readonly writtenFailed: Map<CheckId | 'any', number>;
  shown: number;
  readonly shownFailed: Map<CheckId | 'any', number>;
  byTemplate: number;
  sentences: number;
  dropped: number;
  readonly drops: Map<string, number>;
  readonly attacks: Map<string, { shown: number; failed: number }>;
  readonly examples: string[];
}

export function newTally(name: string): AdapterTally {
  return {
    name,
    written: 0,
    writtenFailed: new Map(),
    shown: 0,
    shownFailed: new Map(),
    byTemplate: 0,
    sentences: 0,
    dropped: 0,
    drops: new Map(),
    attacks: new Map(),
    examples: [],
  };
}

export function add<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** What failed of one text, under each check and under `any`. */
export function addFailures(map: Map<CheckId | 'any', number>, failed: ReadonlySet<CheckId>): void {
  if (failed.size > 0) add(map, 'any');
  for (const check of failed) add(map, check);
}

/** The tally as lines for the terminal. */
export function describeTally(tally: AdapterTally): readonly string[] {
  const { name, written, writtenFailed, shown, shownFailed, byTemplate, sentences, dropped, drops, attacks } =
    tally;
  const drop = [...drops].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
  return [
    `\n${name}: ${written} drafts written, ${shown} notes shown`,
    `  compliant as written ${rate(written - (writtenFailed.get('any') ?? 0), written)}`,
    `  compliant as shown   ${rate(shown - (shownFailed.get('any') ?? 0), shown)}`,
    `  the template answered instead ${rate(byTemplate, shown)}`,
    `  sentences dropped ${rate(dropped, sentences + dropped)}: ${drop.join(', ') || 'none'}`,
    '  check                 as written                     as shown',
    ...CHECKS.map(
      (check) =>
        `  ${check.padEnd(18)} ${rate(writtenFailed.get(check) ?? 0, written).padEnd(30)} ${rate(shownFailed.get(check) ?? 0, shown)}`,
    ),
    '  compliant as shown, by kind of case',
    ...[...attacks].map(
      ([id, one]) => `  ${id.padEnd(28)} ${rate(one.shown - one.failed, one.shown)} of ${one.shown}`,
    ),
  ];
}
