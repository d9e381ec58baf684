import { existsSync, readFileSync } from 'node:fs';
import { triage } from '#cds-service/triage/triage.ts';
import { moreUrgent, PRIORITIES, type Priority } from '#terminology/priority.ts';
import { narrativeSnapshot } from '../support/narrative-snapshot.ts';

/** The real visits that the engine is compared with; outside of the repository, so the run skips without them. */
const FILE = new URL('../../../shared/data/ktas-2019/cases.jsonl', import.meta.url);

interface Visit {
  readonly id: string;
  readonly text: string;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly vitals: Readonly<Record<string, number | string | undefined>>;
  readonly gold: { readonly level: number; readonly nurseLevel: number };
}

const PRIORITY_OF_LEVEL: readonly Priority[] = ['critical', 'critical', 'high', 'medium', 'low', 'low'];
const AVPU: Readonly<Record<string, number>> = { A: 0, V: 2, P: 3, U: 4 };
const KINDS = {
  sbp: 'systolic',
  dbp: 'diastolic',
  hr: 'heart-rate',
  rr: 'respiratory-rate',
  spo2: 'spo2',
  tempC: 'temperature',
  pain: 'pain',
} as const;

function priorityOf(visit: Visit): { readonly priority: Priority; readonly why: string } {
  const vitals: Record<string, number> = {};
  for (const [name, kind] of Object.entries(KINDS)) {
    const value = visit.vitals[name];
    if (typeof value === 'number') vitals[kind] = value;
  }
  if (typeof visit.vitals.avpu === 'string') vitals.consciousness = AVPU[visit.vitals.avpu] ?? 0;
  const found = triage(narrativeSnapshot({ ...visit, vitals }));
  const priority = found.hits.reduce((most, { floor }) => moreUrgent(most, floor), found.protocol.priority);
  return {
    priority,
    why: found.hits.length > 0 ? found.hits.map(({ id }) => id).join(' ') : found.protocol.reasons[0]!.text,
  };
}

const urgent = (priority: Priority): boolean => priority === 'high' || priority === 'critical';
const percent = (part: number, whole: number): string =>
  `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;

function report(name: string, rows: readonly { readonly gold: Priority; readonly given: Priority }[]): void {
  const emergencies = rows.filter(({ gold }) => urgent(gold));
  const others = rows.filter(({ gold }) => !urgent(gold));
  const first = rows.filter(({ gold }) => gold === 'critical');
  const count = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length;
  process.stdout.write(
    [
      `${name}`,
      `  sensitivity level 1-2     ${percent(
        count(emergencies, ({ given }) => urgent(given)),
        emergencies.length,
      )}`,
      `  over-triage of level 3-5  ${percent(
        count(others, ({ given }) => urgent(given)),
        others.length,
      )}`,
      `  critical among level 1    ${percent(
        count(first, ({ given }) => given === 'critical'),
        first.length,
      )}`,
      `  exact agreement           ${percent(
        count(rows, ({ gold, given }) => gold === given),
        rows.length,
      )}`,
      `  gold \\ given   ${[...PRIORITIES].reverse().join('  ')}`,
      ...[...PRIORITIES].reverse().map(
        (gold) =>
          `  ${gold.padEnd(14)}${[...PRIORITIES]
            .reverse()
            .map((given) =>
              String(count(rows, (row) => row.gold === gold && row.given === given)).padStart(6),
            )
            .join('  ')}`,
      ),
      '',
    ].join('\n'),
  );
}

if (existsSync(FILE)) {
  const visits = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Visit);
  const rows = visits.map((visit) => ({
    visit,
    gold: PRIORITY_OF_LEVEL[visit.gold.level]!,
    nurse: PRIORITY_OF_LEVEL[visit.gold.nurseLevel]!,
    ...priorityOf(visit),
  }));
  report(
    'engine',
    rows.map(({ gold, priority }) => ({ gold, given: priority })),
  );
  report(
    'triage nurse',
    rows.map(({ gold, nurse }) => ({ gold, given: nurse })),
  );
  if (process.argv.includes('--errors')) {
    for (const { visit, gold, priority, why } of rows) {
      if (gold === priority) continue;
      const kind =
        urgent(gold) && !urgent(priority) ? 'MISS' : !urgent(gold) && urgent(priority) ? 'OVER' : 'diff';
      process.stdout.write(
        `${kind} ${gold}->${priority} | ${visit.text} | ${visit.ageYears} ${JSON.stringify(visit.vitals)} | ${why}\n`,
      );
    }
  }
} else {
  process.stdout.write('The visits are not on this machine: nothing to compare with.\n');
}
