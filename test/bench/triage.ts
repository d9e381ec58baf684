/**
 * What reading a chart and asking the rules costs, without any model.
 *
 * usage: npm run bench:triage
 *
 * A chart of 200 resources with a complaint of 1,000 characters, start-up in a fresh process, and hostile texts of
 * growing length. Processor time of the one thread is what a busy machine cannot disturb; the ratio to parsing the same
 * chart as JSON travels between machines.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { counterfactuals } from '#cds-service/gates/counterfactual-fairness.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { present } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { storyText, wordsBeyondFindings } from '#models/story-text.ts';
import { emptySnapshot } from '../support/snapshot.ts';
import { HOSTILE_TEXTS, largeChart, NOTE } from './cases/large-chart.ts';

const ROUNDS = 10;
const AS_OF = '2026-03-01T10:00:00Z';

const data = largeChart(200, AS_OF);
const json = JSON.stringify(data);

interface Times {
  readonly p50: number;
  readonly p99: number;
  /** Processor time of one run, on average. */
  readonly mean: number;
}

/** Milliseconds of processor time of this thread; its clock ticks in steps of some milliseconds. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Percentiles of the least disturbed of ten rounds: on a machine shared with others the rest measures the others. */
function measure(run: (call: number) => unknown, calls = 300): Times {
  for (let call = 0; call < calls; call += 1) run(call);
  let best: { readonly p50: number; readonly p99: number } | undefined;
  const before = spent();
  for (let round = 0; round < ROUNDS; round += 1) {
    const took: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const began = performance.now();
      run(call);
      took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    const [p50, p99] = [took[Math.floor(calls * 0.5)]!, took[Math.floor(calls * 0.99)]!];
    if (best === undefined || p99 < best.p99) best = { p50, p99 };
  }
  return { ...best!, mean: (spent() - before) / (ROUNDS * calls) };
}

const say = (what: string, text: string): void => void process.stdout.write(`${what.padEnd(62)} ${text}\n`);
const times = ({ p50, p99, mean }: Times): string =>
  `p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  processor ${mean.toFixed(2)} ms`;

const take = (chart: PatientData) => takeSnapshot(chart, { asOf: AS_OF, hook: 'patient-view' });
const snapshot = take(data);

const parsing = measure(() => JSON.parse(json));
const reading = measure((round) => readNarrative(`${NOTE} ${round}`, { asOf: AS_OF, origin: 'complaint' }));
const taking = measure(() => take(data));
const asking = measure(() => triage(snapshot));
const whole = measure(() => triage(take(data)));
const withOthers = measure(() => {
  const one = take(data);
  return [one, ...counterfactuals(one)].map(triage);
});

say('JSON.parse of the chart, for comparison', times(parsing));
say(`reading a text of ${NOTE.length} characters`, times(reading));
say('chart of 200 resources to snapshot, text included', times(taking));
say('rules, protocol, questions and cautions', times(asking));
say(
  'chart to findings (limit: p99 3 ms)',
  `${times(whole)}  ${(whole.mean / parsing.mean).toFixed(1)} x parsing`,
);
say('the same with the counterfactual patients of the fairness gate', times(withOthers));

const alone = `
  const now = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
  const began = now();
  const { triage } = await import('#cds-service/triage/triage.ts');
  const { takeSnapshot } = await import('#fhir-mappers/take-snapshot.ts');
  const loaded = now() - began;
  const state = 'known-empty';
  const complaint = { resourceType: 'Observation', id: 'c', status: 'final', subject: { reference: 'Patient/p' },
    code: { coding: [{ system: 'http://loinc.org', code: '8661-1' }] }, valueString: 'chest pain' };
  triage(takeSnapshot({ patient: { state: 'present', value: { resourceType: 'Patient', id: 'p' } }, encounter: { state },
    conditions: { state }, medicationStatements: { state }, medicationRequests: { state }, allergies: { state },
    observations: { state: 'present', value: [complaint] }, questionnaireResponses: { state } },
    { asOf: '${AS_OF}', hook: 'patient-view' }));
  console.log(JSON.stringify([loaded, now() - began]));
`;
const starts = Array.from({ length: 7 }, () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', alone], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as [number, number];
}).sort((a, b) => a[1] - b[1]);
const [loaded, answered] = starts[3]!;
say(
  'start-up to the first answer (limit: 300 ms), median of 7',
  `${answered.toFixed(0)} ms, of which ${loaded.toFixed(0)} ms loading and compiling`,
);

for (const [name, unit] of Object.entries(HOSTILE_TEXTS)) {
  const of = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return measure(() => {
      const { findings, measurements } = readNarrative(text, { asOf: AS_OF, origin: 'complaint' });
      const complaint = present({ text, sources: [], readable: true });
      const source = emptySnapshot({ complaint, findings, measurements });
      return [storyText(source), wordsBeyondFindings(source)];
    }, 2).mean;
  };
  const [short, long] = [of(10_000), of(100_000)];
  say(
    `hostile, ${name}: 100,000 characters (limit: 100 ms)`,
    `${long.toFixed(0)} ms, ${(long / short).toFixed(1)} x that of 10,000`,
  );
}
