/**
 * Sends cases to a running service as an EHR would and says how its proposals compare with the wanted priority.
 *
 * usage: npm run serve (with PRESCREEN_CDS_AUTH=none), then
 *        node test/bench/evaluate-service.ts --base http://127.0.0.1:4100 --cases cases.jsonl [--errors]
 *
 * A case is one line of JSON: text, ageYears, sex, vitals {sbp, dbp, hr, rr, spo2, tempC, pain, avpu},
 * conditions [text], medications [text], register, and the wanted `priority` or `gold.level` (1 to 5).
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Observation, Resource } from 'fhir/r4';
import { PRIORITIES, type Priority } from '#terminology/priority.ts';

interface Case {
  readonly id?: string;
  readonly text: string;
  readonly ageYears?: number;
  readonly sex?: string;
  readonly vitals?: Readonly<Record<string, number | string>>;
  readonly conditions?: readonly string[];
  readonly medications?: readonly string[];
  readonly register?: string;
  readonly priority?: Priority;
  readonly gold?: { readonly level: number };
}

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:4100' },
    cases: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
});
if (values.cases === undefined) throw new Error('--cases <file.jsonl> is needed');

const cases = readFileSync(values.cases, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);

const VITALS: Readonly<Record<string, readonly [code: string, unit: string]>> = {
  sbp: ['8480-6', 'mm[Hg]'],
  dbp: ['8462-4', 'mm[Hg]'],
  hr: ['8867-4', '/min'],
  rr: ['9279-1', '/min'],
  spo2: ['59408-5', '%'],
  tempC: ['8310-5', 'Cel'],
  pain: ['72514-3', '{score}'],
};

const table = new Map<string, number>();
const byRegister = new Map<
  string,
  { emergencies: number; found: number; others: number; sentUp: number; agreed: number; all: number }
>();
for (const one of cases) {
  const wanted = wantedOf(one);
  const { priority, why } = await propose(one);
  table.set(`${wanted} ${priority}`, (table.get(`${wanted} ${priority}`) ?? 0) + 1);
  for (const register of ['all', one.register ?? 'unnamed']) tally(register, wanted, priority);
  if (values.errors && wanted !== priority)
    process.stdout.write(
      `${wanted} -> ${priority}\t${one.ageYears ?? '?'} ${one.sex ?? ''}\t${one.text}\t[${why}]\n`,
    );
}

process.stdout.write(
  `\nwanted \\ proposed  ${[...PRIORITIES, 'none'].map((name) => name.padStart(9)).join('')}\n`,
);
for (const wanted of PRIORITIES)
  process.stdout.write(
    `${wanted.padEnd(18)} ${[...PRIORITIES, 'none'].map((name) => String(table.get(`${wanted} ${name}`) ?? 0).padStart(9)).join('')}\n`,
  );
for (const [register, { emergencies, found, others, sentUp, agreed, all }] of byRegister)
  process.stdout.write(
    `${register.padEnd(12)} emergencies found ${share(found, emergencies)}, others sent up ${share(sentUp, others)}, same priority ${share(agreed, all)}\n`,
  );

function tally(register: string, wanted: Priority, proposed: string): void {
  const row = byRegister.get(register) ?? {
    emergencies: 0,
    found: 0,
    others: 0,
    sentUp: 0,
    agreed: 0,
    all: 0,
  };
  const isUp = proposed === 'high' || proposed === 'critical';
  if (wanted === 'high' || wanted === 'critical') {
    row.emergencies += 1;
    if (isUp) row.found += 1;
  } else {
    row.others += 1;
    if (isUp) row.sentUp += 1;
  }
  row.all += 1;
  if (wanted === proposed) row.agreed += 1;
  byRegister.set(register, row);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;
}

function wantedOf({ priority, gold }: Case): Priority {
  if (priority !== undefined) return priority;
  if (gold === undefined) throw new Error('a case has neither priority nor gold.level');
  return (['critical', 'high', 'medium', 'low', 'low'] as const)[gold.level - 1] ?? 'low';
}

async function propose(one: Case): Promise<{ priority: string; why: string }> {
  const response = await fetch(`${values.base}/cds-services/nurse-triage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request(one)),
  });
  const body = (await response.json()) as {
    cards?: {
      extension?: Record<string, { priority: string; rules: { id: string }[]; reasons: { text: string }[] }>;
    }[];
  };
  const assessment = body.cards?.[0]?.extension?.['org.prescreen.assessment'];
  if (assessment === undefined) return { priority: 'none', why: `${response.status}` };
  const why =
    assessment.rules.length > 0
      ? assessment.rules.map(({ id }) => id)
      : assessment.reasons.map(({ text }) => text);
  return { priority: assessment.priority, why: why.slice(0, 4).join(', ') };
}

function request(one: Case): object {
  const now = new Date();
  const birthDate =
    one.ageYears === undefined
      ? undefined
      : new Date(now.getTime() - one.ageYears * 365.25 * 86_400_000).toISOString().slice(0, 10);
  const subject = { reference: 'Patient/case' };
  const observation = (id: string, code: string, value: Partial<Observation>): Observation => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject,
    effectiveDateTime: now.toISOString(),
    ...value,
  });
  const vitals = Object.entries(one.vitals ?? {}).flatMap(([name, value]) => {
    if (name === 'avpu') return [observation('avpu', '67775-7', { valueString: String(value) })];
    const known = VITALS[name];
    if (known === undefined || typeof value !== 'number') return [];
    return [
      observation(name, known[0], {
        valueQuantity: { value, unit: known[1], code: known[1], system: 'http://unitsofmeasure.org' },
      }),
    ];
  });
  return {
    hook: 'patient-view',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/nurse', patientId: 'case' },
    prefetch: {
      patient: {
        resourceType: 'Patient',
        id: 'case',
        gender: one.sex ?? 'unknown',
        ...(birthDate === undefined ? {} : { birthDate }),
      },
      conditions: bundle(
        (one.conditions ?? []).map(
          (text, index) =>
            ({
              resourceType: 'Condition',
              id: `c${index}`,
              subject,
              code: { text },
              clinicalStatus: {
                coding: [
                  { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
                ],
              },
            }) as Resource,
        ),
      ),
      medicationStatements: bundle(
        (one.medications ?? []).map(
          (text, index) =>
            ({
              resourceType: 'MedicationStatement',
              id: `m${index}`,
              status: 'active',
              subject,
              medicationCodeableConcept: { text },
            }) as Resource,
        ),
      ),
      medicationRequests: null,
      allergies: null,
      observations: bundle([observation('complaint', '8661-1', { valueString: one.text }), ...vitals]),
      questionnaireResponses: null,
    },
  };
}

function bundle(resources: readonly Resource[]): object {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({ resource })),
  };
}
