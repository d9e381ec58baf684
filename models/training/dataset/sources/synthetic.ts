import { REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { CONDITIONS } from '#models/training/cases/conditions/all.ts';
import { type Case, generateCases, isHeldCondition } from '#models/training/cases/generate.ts';
import { hashOf } from '#models/training/cases/random.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import { ageBandOf, type Candidate, type Example, INSTRUCTION, type Split } from '../example.ts';
import {
  type Facts,
  type Measured,
  writeActions,
  writeConcerns,
  writePerson,
  writeQuestions,
  writeVitals,
} from '../write-parts.ts';

export const SYNTHETIC_LICENCE = 'Apache-2.0';

/** Any fixed instant: a synthetic complaint has no date. */
const AS_OF = '2026-01-01T12:00:00Z';

const KINDS: Readonly<Record<string, VitalKind>> = {
  sbp: 'systolic',
  dbp: 'diastolic',
  hr: 'heart-rate',
  rr: 'respiratory-rate',
  spo2: 'spo2',
  tempC: 'temperature',
  pain: 'pain',
};
const LEVELS: Readonly<Record<string, number>> = { A: 0, V: 2, P: 3, U: 4 };

const held = new Set(CONDITIONS.filter(isHeldCondition).map(({ id }) => id));

/** In ten conditions of the tune split this many are for validation. */
const VALIDATION_TENTHS = 2;

/**
 * The split of a condition: a whole condition is in one split only. Held conditions of the generator are for the test.
 *
 * @returns undefined for a case of the generator's report split whose condition is not held: its words are kept for the
 *   evaluation of reader and rules.
 */
export function splitOfCase({ condition, split }: Pick<Case, 'condition' | 'split'>): Split | undefined {
  if (held.has(condition)) return 'test';
  if (split === 'report') return undefined;
  return hashOf(`validation ${condition}`) % 10 < VALIDATION_TENTHS ? 'validation' : 'train';
}

/**
 * The examples of one seed of the generator, gold by its rule of construction.
 *
 * @param most - As many of each split as are wanted at most; which ones, a hash of their names decides.
 */
export function* syntheticExamples(
  seed: number,
  most: Readonly<Record<Split, number>> = { train: Infinity, validation: Infinity, test: Infinity },
): Generator<Candidate> {
  const left = { ...most };
  const mixed = generateCases(seed)
    .map((one) => ({ one, rank: hashOf(`${seed} ${one.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.one.id < b.one.id ? -1 : 1));
  for (const { one } of mixed) {
    const split = splitOfCase(one);
    if (split === undefined || left[split] <= 0) continue;
    left[split] -= 1;
    yield { example: exampleOf(one, split, seed), time: '' };
  }
}

function exampleOf(one: Case, split: Split, seed: number): Example {
  const narrative = readNarrative(one.text, { asOf: AS_OF, origin: 'complaint' });
  const coded = measuredOf(one);
  const told = narrative.measurements.filter(({ kind }) => !coded.some((known) => known.kind === kind));
  const measured: readonly Measured[] = [...coded, ...told];
  const input: Example['input'] = {
    history: [writePerson(one.ageYears, one.sex), ...one.conditions],
    symptoms: one.text,
    vitals: writeVitals(measured, one.ageYears),
    medicines: one.medications.length === 0 ? null : [...one.medications],
    allergies: null,
  };
  const facts: Facts = {
    ageYears: one.ageYears,
    sex: one.sex,
    measured,
    findings: narrative.findings,
    input,
    pregnancyKnown: narrative.demographics.pregnancy !== undefined,
    medicinesTold: narrative.medicines.length > 0,
  };
  return {
    instruction: INSTRUCTION,
    input,
    output: {
      priority: one.priority,
      keyConcerns: [...basisOf(one.facts), ...writeConcerns(facts)],
      questions: writeQuestions(facts),
      recommendedActions: writeActions(one.priority, facts),
      reviewStatement: REVIEW_STATEMENT,
    },
    metadata: {
      id: `synthetic/${seed}/${one.id}`,
      schema: '1',
      source: 'synthetic',
      split,
      group: `condition/${one.condition}`,
      demographics: { ageBand: ageBandOf(one.ageYears), sex: one.sex },
      provenance: {
        origin: `generator/${one.register}/${one.template}`,
        gold: 'construction',
        derived: ['keyConcerns', 'questions', 'recommendedActions'],
      },
      licence: SYNTHETIC_LICENCE,
    },
  };
}

function measuredOf({ vitals }: Case): readonly Measured[] {
  return Object.entries(vitals).flatMap(([name, value]): readonly Measured[] => {
    if (name === 'avpu') return [{ kind: 'consciousness', value: LEVELS[String(value)] ?? 0 }];
    const kind = KINDS[name];
    return kind === undefined || typeof value !== 'number' ? [] : [{ kind, value }];
  });
}

/** Why the rule of construction gives this priority, in words. */
function basisOf(facts: Case['facts']): string[] {
  if (facts.lifeSaving) return ['A life-saving intervention may be needed now'];
  if (facts.highRisk) return ['A situation that cannot wait'];
  if (facts.newlyConfused) return ['New confusion'];
  if (facts.severeDistress) return ['Severe distress that needs relief now'];
  if (facts.dangerVitals && facts.resources === 2) return ['Vital signs in the danger zone of the age'];
  return [];
}
