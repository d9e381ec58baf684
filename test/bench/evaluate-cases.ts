/**
 * Compares the proposals for cases with the priority that their rule of construction or their author gives.
 *
 * usage: npm run evaluate:cases -- [--split tune|report] [--seed 1] [--errors] [--service http://127.0.0.1:4100]
 *        [--every 10] [--file cases.jsonl] [--models]
 *
 * In process: reader, rules and protocol, with `--models` as the service proposes; or by a running service. The cases are the
 * synthetic ones unless `--file` names authored ones (`test/fixtures/triage/independent-cases.jsonl` shows the format).
 * `--errors` lists the errors, misses first; of the synthetic cases for the tune split only: the report split stays
 * unread, so that it goes on measuring. `--every 10` takes each tenth case, for a slow service.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { readAuthoredCases, sentencesOf } from '#models/training/cases/authored-cases.ts';
import { type ChartedCase, caseData, casePrefetch } from '#models/training/cases/charted-case.ts';
import { type Case, generateCases } from '#models/training/cases/generate.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import { openJudge } from './cases/judge.ts';
import { count, figuresOf, matrixOf, newTally, type Tally } from './cases/tally.ts';

/** A case to measure, with the groups that it is counted in. */
interface Measured extends ChartedCase {
  readonly id: string;
  readonly register: string;
  readonly priority: Priority;
  /** Under which heading its error is listed. */
  readonly heading: string;
  readonly strata: readonly string[];
}

interface Proposal {
  readonly priority: Priority;
  readonly why: string;
}

/** Ages at which a band of the report begins, years. */
const BANDS = [
  [0, 'under 1'],
  [1, '1 to 4'],
  [5, '5 to 17'],
  [18, '18 to 39'],
  [40, '40 to 64'],
  [65, '65 to 74'],
  [75, '75 and over'],
] as const;

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'tune' },
    seed: { type: 'string', default: '1' },
    errors: { type: 'boolean', default: false },
    service: { type: 'string' },
    every: { type: 'string', default: '1' },
    file: { type: 'string' },
    models: { type: 'boolean', default: false },
  },
});
const asOf = new Date();
const everyCase = values.file === undefined ? syntheticCases() : authoredCases(values.file);
const cases = everyCase.filter((_one, index) => index % Number(values.every) === 0);
const judge = values.models ? await openJudge() : undefined;
const all = newTally();
const strata = new Map<string, Tally>();
const errors = new Map<string, string[]>();
for (const one of cases) {
  const { priority, why } =
    values.service === undefined ? await proposeHere(one) : await proposeThere(one, values.service);
  count(all, one.priority, priority);
  for (const stratum of one.strata) {
    const tally = strata.get(stratum) ?? newTally();
    strata.set(stratum, tally);
    count(tally, one.priority, priority);
  }
  if (priority === one.priority) continue;
  const name = `${kindOfError(one.priority, priority)} ${one.heading}`;
  errors.set(name, [
    ...(errors.get(name) ?? []),
    `  -> ${priority.padEnd(8)} ${one.id} ${one.ageYears}${one.sex[0]} ${one.register}: ${one.text}\n     ${why}`,
  ]);
}

await judge?.close();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(`${cases.length} cases of ${values.file ?? `the ${values.split} split, seed ${values.seed}`}\n`);
print(`${matrixOf(all)}\n\n${figuresOf(all)}\n`);
for (const [stratum, tally] of [...strata].sort(([a], [b]) => a.localeCompare(b)))
  print(`${stratum}: ${figuresOf(tally)}`);
if (values.errors)
  for (const [name, lines] of [...errors].sort(([a], [b]) => a.localeCompare(b)))
    print(`\n${name}: ${lines.length}\n${lines.join('\n')}`);

function syntheticCases(): readonly Measured[] {
  if (values.errors && values.split !== 'tune')
    throw new Error('the errors of the report split are not to be read');
  const both = generateCases(Number(values.seed));
  const tuned = new Set(both.filter(({ split }) => split === 'tune').map(({ condition }) => condition));
  const heldOut = ({ split, condition }: Case): string =>
    split === 'tune' ? 'nothing' : tuned.has(condition) ? 'template and words' : 'condition';
  return both
    .filter(({ split }) => split === values.split)
    .map((one) => ({
      ...one,
      vitals: { ...one.vitals },
      heading: `${one.condition} (${one.priority})`,
      strata: [...strataOf(one), `held out ${heldOut(one)}`],
    }));
}

function authoredCases(file: string): readonly Measured[] {
  return readAuthoredCases(file).map((one) => ({
    ...one,
    heading: one.priority,
    strata: strataOf({ ...one, sentences: sentencesOf(one.text) }),
  }));
}

/** Errors in the order in which they matter. */
function kindOfError(wanted: Priority, proposed: Priority): string {
  const up = (priority: Priority): boolean => rankOf(priority) >= rankOf('high');
  if (up(wanted) && !up(proposed)) return '1 missed';
  if (!up(wanted) && up(proposed)) return '2 sent up';
  return '3 other';
}

async function proposeHere(one: ChartedCase): Promise<Proposal> {
  const snapshot = takeSnapshot(caseData(one, asOf), { asOf: asOf.toISOString(), hook: 'patient-view' });
  const findings = triage(snapshot);
  const judged = await judge?.judge(snapshot);
  const { hits, protocol } = findings;
  return {
    priority: judged?.service ?? rulePriority(findings),
    why: [
      ...(judged === undefined ? [] : [`story: ${JSON.stringify(judged.story)}`]),
      `rules: ${hits.map(({ id, floor }) => `${id}=${floor}`).join(', ')}`,
      `protocol: ${protocol.priority} (${protocol.reasons.map(({ text }) => text).join('; ')})`,
      `findings: ${snapshot.findings.map(({ concept, state }) => (state === 'present' ? concept : `${concept}:${state}`)).join(', ')}`,
      `measurements: ${snapshot.measurements.map(({ kind, value }) => `${kind}=${value}`).join(', ')}`,
    ].join('\n     '),
  };
}

async function proposeThere(one: Measured, base: string): Promise<Proposal> {
  const response = await fetch(`${base}/cds-services/nurse-triage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      hook: 'patient-view',
      hookInstance: randomUUID(),
      context: { userId: 'Practitioner/nurse', patientId: 'case' },
      prefetch: casePrefetch(one, asOf),
    }),
  });
  const body = (await response.json()) as {
    cards?: {
      extension?: Record<
        string,
        { priority: Priority; rules: { id: string }[]; reasons: { text: string }[] }
      >;
    }[];
  };
  const assessment = body.cards?.[0]?.extension?.['org.prescreen.assessment'];
  if (assessment === undefined) throw new Error(`no assessment for ${one.id}: ${response.status}`);
  const { priority, rules, reasons } = assessment;
  return { priority, why: [...rules.map(({ id }) => id), ...reasons.map(({ text }) => text)].join(', ') };
}

function strataOf(one: {
  readonly register: string;
  readonly sentences: number;
  readonly ageYears: number;
  readonly sex: string;
}): readonly string[] {
  const { register, sentences, ageYears, sex } = one;
  const length =
    sentences === 0 ? 'few words' : sentences === 1 ? '1 sentence' : sentences <= 3 ? '2 to 3' : '4 to 8';
  const band = BANDS.findLast(([from]) => ageYears >= from)?.[1] ?? 'unknown';
  return [`register ${register}`, `length ${length}`, `age ${band}`, `sex ${sex}`];
}
