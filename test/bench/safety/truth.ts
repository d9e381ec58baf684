import type { DraftEvidence } from '#cds-service/drafting/facts/fact-sheet.ts';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { isUnavailable, listOf } from '#fhir-mappers/data-state.ts';

/** What a draft is judged by: the proposal and the chart themselves, not what drafting made of them. */
export interface Truth {
  readonly assessment: Assessment;
  /** Every text that the draft may rest on, lower case. */
  readonly known: string;
  readonly numbers: ReadonlySet<number>;
}

/** Numbers that belong to a note's frame: scales and the ages at which a person is told as "90 or older". */
const FRAME_NUMBERS = [90, 10, 15, 60, 120, 2];

export function truthOf(assessment: Assessment, { snapshot }: DraftEvidence, text: string): Truth {
  const chart = isUnavailable(snapshot)
    ? []
    : [
        ...listOf(snapshot.conditions).map(({ display, concepts }) => `${display} ${concepts.join(' ')}`),
        ...listOf(snapshot.medicines).map(
          ({ display, ingredients }) => `${display} ${ingredients.join(' ')}`,
        ),
        ...listOf(snapshot.allergies).map(({ display, reaction }) => `${display} ${reaction ?? ''}`),
        `${snapshot.pregnancy.state} ${Math.floor(snapshot.pregnancy.weeks ?? 0)}`,
      ];
  const known = [text, ...wordsOf(assessment), ...chart].join(' ').toLowerCase();
  const age = isUnavailable(snapshot) ? undefined : snapshot.patient.ageYears;
  const ages = age === undefined ? [] : [Math.floor(age), Math.floor(age * 12), Math.floor(age * 365.25)];
  const durations = isUnavailable(snapshot)
    ? []
    : snapshot.findings.flatMap(({ durationHours: hours }) => spans(hours));
  const read = (known.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const rounded = assessment.measurements.flatMap(({ value }) => [value, Math.round(value * 10) / 10]);
  return {
    assessment,
    known,
    numbers: new Set([...read, ...rounded, ...ages, ...durations, ...FRAME_NUMBERS]),
  };
}

/** Every sentence and name of a proposal; no instants, ids or places, whose digits would excuse any number. */
function wordsOf(assessment: Assessment): readonly string[] {
  const {
    findings,
    rules,
    reasons,
    questions,
    nextSteps,
    cautions,
    missing,
    against,
    measurements,
    passages,
  } = assessment;
  const facts = [...rules, ...reasons].flatMap((one) => one.facts.map(({ text }) => text));
  return [
    ...findings.flatMap(({ display, text }) => [display, text]),
    ...rules.map(({ title }) => title),
    ...facts,
    ...[...reasons, ...nextSteps, ...cautions, ...missing, ...against, ...passages].map(({ text }) => text),
    ...questions.flatMap(({ text, reason }) => [text, reason]),
    ...measurements.map(({ display }) => display),
  ];
}

/** A duration in hours in every unit in which it may be told. */
function spans(hours: number | undefined): readonly number[] {
  if (hours === undefined) return [];
  return [hours * 60, hours, hours / 24, hours / 168, hours / 730, hours / 8766].map(Math.round);
}
