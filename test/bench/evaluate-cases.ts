/**
 * Compares the proposals for the synthetic cases with the priority of their rule of construction.
 *
 * usage: npm run evaluate:cases -- [--split tune|report] [--seed 1] [--errors] [--service http://127.0.0.1:4100]
 *        [--every 10]
 *
 * In process (reader, rules and protocol, without models) unless a running service is named. `--errors` lists the
 * errors by condition, for the tune split only: the report split stays unread, so that it goes on measuring.
 * `--every 10` takes each tenth case, for a slow service.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { type Case, generateCases } from '#models/training/cases/generate.ts';
import type { Priority } from '#terminology/priority.ts';
import { caseData, casePrefetch } from './cases/case-data.ts';
import { count, figuresOf, matrixOf, newTally, type Tally } from './cases/tally.ts';

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
  },
});
if (values.errors && values.split !== 'tune')
  throw new Error('the errors of the report split are not to be read');

const asOf = new Date();
const both = generateCases(Number(values.seed));
const tuned = new Set(both.filter(({ split }) => split === 'tune').map(({ condition }) => condition));
const cases = both
  .filter(({ split }) => split === values.split)
  .filter((_one, index) => index % Number(values.every) === 0);
const all = newTally();
const strata = new Map<string, Tally>();
const errors = new Map<string, string[]>();
for (const one of cases) {
  const { priority, why } =
    values.service === undefined ? proposeHere(one) : await proposeThere(one, values.service);
  count(all, one.priority, priority);
  for (const stratum of strataOf(one)) {
    const tally = strata.get(stratum) ?? newTally();
    strata.set(stratum, tally);
    count(tally, one.priority, priority);
  }
  if (priority === one.priority) continue;
  const name = `${one.condition} (${one.priority})`;
  errors.set(name, [
    ...(errors.get(name) ?? []),
    `  -> ${priority.padEnd(8)} ${one.ageYears}${one.sex[0]} ${one.register}: ${one.text}\n     ${why}`,
  ]);
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(`${cases.length} cases of the ${values.split} split, seed ${values.seed}\n`);
print(`${matrixOf(all)}\n\n${figuresOf(all)}\n`);
for (const [stratum, tally] of [...strata].sort(([a], [b]) => a.localeCompare(b)))
  print(`${stratum}: ${figuresOf(tally)}`);
if (values.errors)
  for (const [name, lines] of errors) print(`\n${name}: ${lines.length}\n${lines.join('\n')}`);

function proposeHere(one: Case): Proposal {
  const snapshot = takeSnapshot(caseData(one, asOf), { asOf: asOf.toISOString(), hook: 'patient-view' });
  const findings = triage(snapshot);
  const { hits, protocol } = findings;
  return {
    priority: rulePriority(findings),
    why: [
      `rules: ${hits.map(({ id, floor }) => `${id}=${floor}`).join(', ')}`,
      `protocol: ${protocol.priority} (${protocol.reasons.map(({ text }) => text).join('; ')})`,
      `findings: ${snapshot.findings.map(({ concept, state }) => (state === 'present' ? concept : `${concept}:${state}`)).join(', ')}`,
      `measurements: ${snapshot.measurements.map(({ kind, value }) => `${kind}=${value}`).join(', ')}`,
    ].join('\n     '),
  };
}

async function proposeThere(one: Case, base: string): Promise<Proposal> {
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

function strataOf({ register, sentences, ageYears, sex, split, condition }: Case): readonly string[] {
  const length =
    sentences === 0 ? 'few words' : sentences === 1 ? '1 sentence' : sentences <= 3 ? '2 to 3' : '4 to 8';
  const band = BANDS.findLast(([from]) => ageYears >= from)?.[1] ?? 'unknown';
  const held = split === 'tune' ? 'nothing' : tuned.has(condition) ? 'template and words' : 'condition';
  return [`register ${register}`, `length ${length}`, `age ${band}`, `sex ${sex}`, `held out ${held}`];
}
