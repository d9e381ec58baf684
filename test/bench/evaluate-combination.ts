/**
 * Rules alone, model alone, both: on the survey's 2020, which neither was fitted to.
 *
 * usage: npm run evaluate:combination -- [--year 2020] [--words labels|sentences] [--every 10] [--disagreements FILE]
 *
 * The rules may be tuned on another year; 2020 is for the report. Every visit goes through reader, rules, protocol and
 * every model as in the service; only retrieval and cards are left out. A whole run on 2020 writes the page that the operating point is chosen from. `--disagreements`
 * writes the visits to read, and what each rule that sent up found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { combine, DEFAULT_OPERATING_POINT, type OperatingPoint } from '#cds-service/assess/combine.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import type { NarrativeOpinion, Prediction } from '#models/contract.ts';
import { caseData } from '#models/training/cases/charted-case.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { Priority } from '#terminology/priority.ts';
import { openJudge } from './cases/judge.ts';
import { share } from './cases/tally.ts';

interface Visit {
  readonly id: number;
  /** The complaint by the labels of its codes, and as our generator tells it. */
  readonly labels: string;
  readonly sentences: string;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly vitals: Readonly<Record<string, number>>;
  readonly conditions: readonly string[] | null;
  readonly ambulance: boolean | null;
  readonly level: number;
  readonly critical: boolean;
  readonly admitted: boolean;
}

interface Judged {
  readonly visit: Visit;
  /** What rules and protocol say, without any model. */
  readonly rules: Priority;
  /** The same with the findings of the reader by meaning. */
  readonly rulesAndMeaning: Priority;
  readonly settled: Priority;
  readonly hits: readonly string[];
  readonly prediction?: Prediction;
  readonly story: NarrativeOpinion | Unavailable;
}

const { values } = parseArgs({
  options: {
    year: { type: 'string', default: '2020' },
    words: { type: 'string', default: 'labels' },
    every: { type: 'string', default: '1' },
    disagreements: { type: 'string' },
  },
});
const PAGE = fileURLToPath(new URL('../../cds-service/src/assess/COMBINATION.md', import.meta.url));
const NAMES: Readonly<Record<string, string>> = {
  systolic: 'sbp',
  diastolic: 'dbp',
  'heart-rate': 'hr',
  'respiratory-rate': 'rr',
  spo2: 'spo2',
  temperature: 'tempC',
  pain: 'pain',
};

const judgeOf = await openJudge();
const asOf = new Date();

const every = Number(values.every);
const visits = readVisits().filter((_, index) => index % every === 0);
const judged: Judged[] = [];
for (const visit of visits) {
  judged.push(await judge(visit));
  if (judged.length % 500 === 0) process.stderr.write(`${judged.length} of ${visits.length}\n`);
}
await judgeOf.close();

const page = report(judged);
process.stdout.write(page);
if (every === 1 && values.year === '2020') writeFileSync(PAGE, page);
if (values.disagreements !== undefined) writeFileSync(values.disagreements, disagreements(judged));

function readVisits(): readonly Visit[] {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-visits-'));
  const file = join(folder, 'visits.jsonl');
  const run = fileURLToPath(new URL('../../models/training/run.ts', import.meta.url));
  try {
    const { status } = spawnSync(process.execPath, [run, 'triage.report_visits', values.year, file], {
      stdio: 'inherit',
    });
    if (status !== 0 || !existsSync(file)) throw new Error('the visits could not be read: see above');
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Visit);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function snapshotOf(visit: Visit): ClinicalSnapshot {
  const { conditions, ambulance } = visit;
  const vitals = Object.fromEntries(
    Object.entries(visit.vitals).map(([name, value]) => [NAMES[name] ?? name, value]),
  );
  const names = (conditions ?? []).map((id) => lookUpConcept(id)?.display ?? id);
  const data = caseData(
    {
      ...visit,
      text: values.words === 'labels' ? visit.labels : visit.sentences,
      vitals,
      conditions: names,
      medications: [],
    },
    asOf,
  );
  const known = conditions === null ? { ...data, conditions: unavailable('not-provided') } : data;
  const snapshot = takeSnapshot(known, { asOf: asOf.toISOString(), hook: 'patient-view' });
  if (ambulance === null) return snapshot;
  return {
    ...snapshot,
    encounter: { id: 'visit', status: 'arrived', arrival: ambulance ? 'ambulance' : 'walk-in' },
  };
}

async function judge(visit: Visit): Promise<Judged> {
  const { prediction, ...judgement } = await judgeOf.judge(snapshotOf(visit));
  return { visit, ...judgement, ...(isUnavailable(prediction) ? {} : { prediction }) };
}

function isUp(priority: Priority): boolean {
  return priority === 'high' || priority === 'critical';
}

function urgentShare({ prediction }: Judged): number {
  return prediction === undefined ? 0 : prediction.probabilities.high + prediction.probabilities.critical;
}

function combined(one: Judged, point: OperatingPoint): Priority {
  return combine(
    one.settled,
    { story: one.story, prediction: one.prediction ?? unavailable('not-provided') },
    point,
  ).priority;
}

type Decide = (one: Judged) => boolean;

function row(name: string, all: readonly Judged[], decide: Decide): string {
  const of = (group: readonly Judged[]) => share(group.filter(decide).length, group.length);
  const critical = all.filter(({ visit }) => visit.critical);
  const urgent = all.filter(({ visit }) => visit.level <= 2);
  const others = all.filter(({ visit }) => visit.level > 2);
  return `| ${name} | ${of(critical)} | ${of(urgent)} | ${of(others)} | ${of(all)} |`;
}

/** The model alone, with its line set so that it sends up as many as `decide`. */
function atWorkloadOf(all: readonly Judged[], decide: Decide): Decide {
  const wanted = all.filter(decide).length;
  const score = ({ prediction }: Judged) => prediction?.criticalOutcome ?? 1;
  const line = all.map(score).sort((a, b) => b - a)[Math.max(0, wanted - 1)] ?? 1;
  return (one) => score(one) >= line;
}

function report(all: readonly Judged[]): string {
  const head = [
    '| sends up | critical outcomes found | level 1 or 2 found | level 3 to 5 sent up | workload |',
    '| --- | --- | --- | --- | --- |',
  ];
  const rules: Decide = ({ rules: priority }) => isUp(priority);
  const both: Decide = (one) => isUp(combined(one, DEFAULT_OPERATING_POINT));
  const { raiseToHigh, raiseToMedium } = DEFAULT_OPERATING_POINT;
  const missed = (decide: Decide) => all.filter((one) => one.visit.critical && !decide(one)).length;
  const low = (one: Judged) => combined(one, DEFAULT_OPERATING_POINT) === 'low';
  const calledLow = all.filter(low);
  return `${[
    `# Rules, model and both on ${values.year}`,
    '',
    'Written by `npm run evaluate:combination`; do not edit. Percent, with 95% intervals (Wilson). The survey tells',
    `complaints as codes: here ${values.words === 'labels' ? 'by their labels' : "in our generator's words, which no training saw"}. Its level is one nurse's; a critical outcome is`,
    'admission to critical care or death.',
    '',
    `${all.length} visits, ${all.filter(({ visit }) => visit.critical).length} critical outcomes, ${all.filter(({ visit }) => visit.level <= 2).length} of level 1 or 2.`,
    '',
    ...head,
    row('the recorded nurse', all, ({ visit }) => visit.level <= 2),
    row('rules and protocol alone', all, rules),
    row('the same with the reader by meaning', all, ({ rulesAndMeaning }) => isUp(rulesAndMeaning)),
    row("model alone, at the rules' workload", all, atWorkloadOf(all, rules)),
    row('model alone, its high zone', all, ({ prediction }) => prediction?.zone === 'high'),
    row(`both, as the service does (high from ${raiseToHigh}, medium from ${raiseToMedium})`, all, both),
    row('model alone, at the workload of both', all, atWorkloadOf(all, both)),
    '',
    `Critical outcomes that only the rules found: ${all.filter((one) => one.visit.critical && rules(one)).length - all.filter((one) => one.visit.critical && rules(one) && one.prediction?.zone === 'high').length}; that only the model's high zone found: ${all.filter((one) => one.visit.critical && !rules(one) && one.prediction?.zone === 'high').length}; missed by both together at the operating point: ${missed(both)}.`,
    `Called low by the service: ${share(calledLow.length, all.length)} of all visits, with ${calledLow.filter(({ visit }) => visit.critical).length} critical outcomes and ${calledLow.filter(({ visit }) => visit.level <= 2).length} of level 1 or 2 among them.`,
    '',
    '## The curve of the operating point',
    '',
    'Probability of high or critical from which the model lifts a medium proposal (in its high zone only).',
    '',
    ...head,
    ...[0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75].map((point) =>
      row(point.toFixed(2), all, (one) =>
        isUp(combined(one, { ...DEFAULT_OPERATING_POINT, raiseToHigh: point })),
      ),
    ),
    '',
    '## By age, as the service does',
    '',
    ...head,
    ...(
      [
        ['under 1', 0, 1],
        ['1 to 17', 1, 18],
        ['18 to 64', 18, 65],
        ['65 and over', 65, 200],
      ] as const
    ).map(([name, from, below]) =>
      row(
        name,
        all.filter(({ visit }) => visit.ageYears >= from && visit.ageYears < below),
        both,
      ),
    ),
  ].join('\n')}\n`;
}

/** For each rule that sends up: whom, and how many were sent up by nothing else. */
function perRule(all: readonly Judged[]): readonly string[] {
  const fired = new Map<string, Judged[]>();
  for (const one of all)
    for (const id of isUp(one.rulesAndMeaning) ? one.hits : [])
      fired.set(id, [...(fired.get(id) ?? []), one]);
  const part = (group: readonly Judged[], test: (visit: Visit) => boolean) =>
    Number((group.filter(({ visit }) => test(visit)).length / group.length).toFixed(3));
  return [...fired]
    .map(([rule, group]) => ({
      rule,
      fired: group.length,
      alone: group.filter(({ hits }) => hits.length === 1).length,
      urgent: part(group, ({ level }) => level <= 2),
      admitted: part(group, ({ admitted }) => admitted),
      critical: part(group, ({ critical }) => critical),
    }))
    .sort((a, b) => b.fired * (1 - b.urgent) - a.fired * (1 - a.urgent))
    .map((row) => JSON.stringify(row));
}

/** Where rules and model disagree most, with what happened: material for reading, kept out of the repository. */
function disagreements(all: readonly Judged[]): string {
  const line = (kind: string) => (one: Judged) =>
    JSON.stringify({
      kind,
      ...one.visit,
      rules: one.rulesAndMeaning,
      hits: one.hits,
      urgent: Number(urgentShare(one).toFixed(3)),
      criticalOutcome: Number((one.prediction?.criticalOutcome ?? 0).toFixed(4)),
      zone: one.prediction?.zone,
      effects: one.prediction?.effects.slice(0, 4),
    });
  const modelHigher = all
    .filter((one) => !isUp(one.rulesAndMeaning) && one.prediction?.zone === 'high')
    .sort((a, b) => urgentShare(b) - urgentShare(a));
  const rulesHigher = all
    .filter((one) => isUp(one.rulesAndMeaning) && one.prediction?.zone !== 'high')
    .sort((a, b) => urgentShare(a) - urgentShare(b));
  return [
    ...perRule(all),
    ...modelHigher.slice(0, 60).map(line('model higher')),
    ...rulesHigher.slice(0, 60).map(line('rules higher')),
    ...all
      .filter((one) => one.visit.critical && !isUp(one.rulesAndMeaning))
      .map(line('critical, not sent up by rules')),
  ].join('\n');
}
