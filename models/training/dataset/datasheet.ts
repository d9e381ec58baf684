import { PRIORITIES } from '#terminology/priority.ts';
import type { Choice } from './choose.ts';
import type { Config } from './config.ts';
import { AGE_BANDS, type Example, SOURCES, SPLITS } from './example.ts';
import type { Problem } from './store.ts';

/** Counts of one dataset, filled while it is written. */
export interface Balance {
  add(example: Example): void;
  count(
    filter: Partial<Record<'source' | 'split' | 'priority' | 'sex' | 'ageBand' | 'gold', string>>,
  ): number;
}

export function newBalance(): Balance {
  const cells = new Map<string, { readonly values: Readonly<Record<string, string>>; count: number }>();
  return {
    add({ output, metadata }) {
      const { source, split, demographics, provenance } = metadata;
      const values = {
        source,
        split,
        priority: output.priority,
        sex: demographics.sex,
        ageBand: demographics.ageBand,
        gold: provenance.gold,
      };
      const key = Object.values(values).join('|');
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { values, count: 1 });
      else cell.count += 1;
    },
    count: (filter) =>
      [...cells.values()].reduce(
        (sum, { values, count }) =>
          Object.entries(filter).every(([name, value]) => values[name] === value) ? sum + count : sum,
        0,
      ),
  };
}

/** What a build has to tell of itself. */
export interface BuildReport {
  readonly config: Config;
  readonly choice: Choice;
  readonly balance: Balance;
  readonly problems: readonly Problem[];
  readonly leaks: number;
  /** Conclusions of patients of the test or validation split that came before that split. */
  readonly tooEarly: number;
  /** Texts read and identifiers replaced, by kind. */
  readonly deidentified: Readonly<Record<string, number>>;
  readonly licences: readonly string[];
}

const percent = (part: number, all: number): string =>
  all === 0 ? '-' : `${((100 * part) / all).toFixed(1)}%`;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/**
 * The datasheet of one dataset, after the questions of Gebru et al., "Datasheets for Datasets" (2021), written by the tool.
 *
 * Holds counts only: nothing of a patient and nothing of the machine.
 */
export function writeDatasheet(report: BuildReport): string {
  const { config, choice, balance, problems, leaks, tooEarly, deidentified, licences } = report;
  const all = balance.count({});
  const texts = deidentified.texts ?? 0;
  const replaced = Object.entries(deidentified).filter(([name]) => name.startsWith('identifier/'));
  const reasons = new Map<string, number>();
  for (const { source, why } of problems) {
    const key = `${source}: ${why}`;
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  return `# Datasheet

${all} instruction examples for a triage assistant, in ${SPLITS.join(', ')}. Form: \`example.schema.json\`, schema 1. Seed ${config.seed}.

## What it is for

Instruction tuning of a language model that drafts for a triage nurse, and its evaluation before use. It is not for deciding a priority without rules, gates and a nurse, not for diagnosis or treatment, and not for study of how often something is: shares of conditions are chosen, not observed.

## What is in it

${table(
  ['source', 'gold', ...SPLITS, 'all', 'share', 'wanted share'],
  SOURCES.map((source) => {
    const gold =
      source === 'synthetic'
        ? 'rule of construction'
        : source === 'clinic'
          ? 'signed impression'
          : 'level of the triage nurse';
    const count = balance.count({ source });
    return [
      source,
      gold,
      ...SPLITS.map((split) => balance.count({ source, split })),
      count,
      percent(count, all),
      percent(config.shares[source], 1),
    ];
  }),
)}

${table(
  ['wanted and chosen', ...SPLITS],
  SOURCES.map((source) => [
    source,
    ...SPLITS.map((split) => {
      const cell = choice.counts.find((one) => one.source === source && one.split === split);
      return `${cell?.chosen ?? 0} of ${cell?.wanted ?? 0}`;
    }),
  ]),
)}

Parts of the output that the tool wrote from the input by rule are named in \`metadata.provenance.derived\`: of synthetic and public examples all but the priority, of the clinic's those that the nurse left empty.

## Balance

${table(
  ['priority', ...SPLITS, ...SOURCES],
  PRIORITIES.map((priority) => [
    priority,
    ...SPLITS.map(
      (split) =>
        `${balance.count({ priority, split })} (${percent(balance.count({ priority, split }), balance.count({ split }))})`,
    ),
    ...SOURCES.map((source) => percent(balance.count({ priority, source }), balance.count({ source }))),
  ]),
)}

${table(
  ['age', 'female', 'male', 'other or unknown'],
  AGE_BANDS.map((ageBand) => [
    ageBand,
    balance.count({ ageBand, sex: 'female' }),
    balance.count({ ageBand, sex: 'male' }),
    balance.count({ ageBand, sex: 'other' }) + balance.count({ ageBand, sex: 'unknown' }),
  ]).filter(([, ...counts]) => counts.some((count) => count !== 0)),
)}

## Splits, copies and leaks

- Synthetic: by condition; the conditions of the test are those whose words nobody tunes on. Clinic: by patient and by time, so that what is tested is later than what was learnt; ${tooEarly} conclusions of test and validation patients from before their split are not used. Public: by year of the survey.
- Not chosen: ${Object.entries(choice.unchosen)
    .map(([why, count]) => `${count} ${why}`)
    .join(
      ', ',
    )}. Alike means a Jaccard likeness of ${config.nearDuplicate} or more over runs of three words of the whole input.
- Leaks between splits found afterwards, by group, by complaint and by likeness: ${leaks}.

## De-identification

${
  texts === 0
    ? 'No text of a patient is in it.'
    : `${texts} texts of charts were read; replaced: ${replaced.map(([name, count]) => `${count} ${name.slice('identifier/'.length)}`).join(', ') || 'none'}. Dates are moved by whole weeks per patient, ages above 89 are one group, ids are keyed hashes. Moved dates are not dates removed: the result is not Safe Harbor by itself, and whoever releases it beyond the clinic needs an expert's determination. A person looks at the spot check first.`
}

## Left out

${
  reasons.size === 0
    ? 'Nothing.'
    : table(
        ['what', 'how many'],
        [...reasons].sort(([a], [b]) => a.localeCompare(b)).map(([why, count]) => [why, count]),
      )
}

## Terms

${licences.map((licence) => `- ${licence}`).join('\n')}

## Known limits

- One hand wrote the words of the synthetic cases and of the sentences for the survey's codes: real complaints are more various. A good figure on them is necessary, not sufficient.
- Labels of the survey are what nurses gave, right or wrong; they differ between hospitals.
- The clinic's conclusions were made by nurses who saw a proposal: a model that learns from them learns the proposal's habits, too. \`triage-first-impression\` in the chart says where a nurse decided first.
`;
}
