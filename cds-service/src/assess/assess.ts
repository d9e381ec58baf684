import { type Assessment, REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Priority } from '#terminology/priority.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import { applyGates } from '../gates/apply-gates.ts';
import { counterfactuals, rulePriority, sexNeutral } from '../gates/counterfactual-fairness.ts';
import type { GateInput, GateReport, Sentence } from '../gates/gate.ts';
import { GATES } from '../gates/gates.ts';
import { isGrounded } from '../gates/grounding.ts';
import { wordingFaults } from '../gates/wording.ts';
import { normalRange } from '../triage/normal-range.ts';
import { type Combined, combine, mostUrgent, type OperatingPoint } from './combine.ts';
import { withModelsQuestion } from './models-question.ts';
import { nextSteps } from './next-steps.ts';
import { byFloor, reasonsFor, toFact } from './reasons.ts';

/** Who and what an assessment is about, and under which id it is kept. */
export interface AssessmentMeta {
  readonly id: string;
  readonly hook: string;
  readonly subject: { readonly patient: string; readonly encounter?: string };
  readonly versions: Readonly<Record<string, string>>;
  readonly operatingPoint?: OperatingPoint;
}

/** All that was read, retrieved and predicted, ready for the gates. */
export type AssessInput = Omit<GateInput, 'sentences' | 'subject'>;

/**
 * Puts rules, protocol, model, evidence and gates together into one proposal that can be defended.
 *
 * Deterministic: the same input and meta give the same value. Sentences that fail the wording or grounding gate
 * are dropped here and counted in the report.
 */
export function assess(given: AssessInput, meta: AssessmentMeta): Assessment {
  const input = { ...given, retriage: once(given.retriage) };
  const combined = decide(input, meta);
  const escalate = combined.priority === 'critical' || input.triage.hits.some((hit) => hit.escalate);
  const steps = nextSteps(input.snapshot, { priority: combined.priority, escalate, hits: input.triage.hits });
  const reasons = reasonsFor(input.triage, combined, input.evidence);
  const { triage } = input;
  const questions = withModelsQuestion(triage.questions, input.prediction);

  const sentences: Sentence[] = [
    { text: REVIEW_STATEMENT, grounds: ['policy:review'] },
    ...reasons.map(({ text, kind }) => ({ text, grounds: [kind] })),
    ...steps.map(({ text, grounds }) => ({ text, grounds })),
    ...questions.flatMap(({ id, text, reason }) =>
      [text, reason].map((part) => ({ text: part, grounds: [id] })),
    ),
    ...triage.cautions.map(({ id, text }) => ({ text, grounds: [id] })),
  ];
  const gates = applyGates(GATES, { ...input, subject: meta.subject, sentences });
  const mayShow = (text: string) =>
    sentences.some((s) => s.text === text && isGrounded(s)) && wordingFaults(text).length === 0;

  return {
    schema: '1',
    id: meta.id,
    asOf: input.snapshot.asOf,
    hook: meta.hook,
    subject: meta.subject,
    priority: combined.priority,
    escalateToPhysician: escalate,
    ...whatWasRead(input.snapshot),
    rules: byFloor(triage.hits).map(({ id, title, floor, facts, source }) => ({
      id,
      title,
      floor,
      facts: facts.map(toFact),
      source,
    })),
    reasons: reasons.filter(({ text }) => mayShow(text)),
    against: triage.protocol.against.map(toFact),
    questions: questions
      .filter(({ text, reason }) => mayShow(text) && mayShow(reason))
      .map((question) => ({ ...question })),
    cautions: triage.cautions.filter(({ text }) => mayShow(text)).map((caution) => ({ ...caution })),
    nextSteps: steps.filter(({ text }) => mayShow(text)).map(({ id, text }) => ({ id, text })),
    ...(triage.news2 === undefined ? {} : { news2: { ...triage.news2, missing: [...triage.news2.missing] } }),
    model: modelPart(input.prediction),
    ...storyPart(input.story),
    ...evidencePart(input.evidence),
    gates: reportPart(gates),
    review: REVIEW_STATEMENT,
    versions: { ...meta.versions },
  };
}

/** The proposal and the fairness gate ask about the same other patients: rules answer once for each. */
function once(retriage: AssessInput['retriage']): AssessInput['retriage'] {
  const known = new WeakMap<ClinicalSnapshot, ReturnType<typeof retriage>>();
  return (snapshot) => {
    const answer = known.get(snapshot) ?? retriage(snapshot);
    known.set(snapshot, answer);
    return answer;
  };
}

/** The order of authority: floors, then protocol, both as the story has settled them, then what only raises. */
function decide(input: AssessInput, meta: AssessmentMeta): Combined {
  return combine(priorityByRules(input), input, meta.operatingPoint);
}

/**
 * What floors and protocol propose, without the model.
 *
 * A patient of the other sex with the same facts sets the same least priority, unless a rule that names sex
 * explains the difference.
 */
export function priorityByRules({
  snapshot,
  triage,
  retriage,
}: Pick<AssessInput, 'snapshot' | 'triage' | 'retriage'>): Priority {
  const others = counterfactuals(snapshot).map((other) => rulePriority(sexNeutral(retriage(other))));
  return mostUrgent([rulePriority(triage), ...others]);
}

function whatWasRead(snapshot: ClinicalSnapshot) {
  const { complaint, problems } = snapshot;
  return {
    complete: problems.length === 0,
    missing: problems.map(({ about, code, text }) => ({ about, code, text })),
    ...(complaint.state === 'present'
      ? { complaint: { text: complaint.value.text, readable: complaint.value.readable } }
      : {}),
    findings: snapshot.findings.map(({ concept, display, text, state, source }) => ({
      code: concept,
      display,
      text,
      state,
      source,
    })),
    measurements: snapshot.measurements.map(({ kind, value, unit, at, stale, source }) => ({
      kind,
      display: VITAL_SIGNS[kind].display,
      value,
      unit,
      at,
      stale,
      abnormal: abnormality(value, normalRange(kind, snapshot)),
      source,
    })),
  };
}

function abnormality(
  value: number,
  range: readonly [number, number] | undefined,
): 'low' | 'high' | 'no' | 'unknown' {
  if (range === undefined) return 'unknown';
  if (value < range[0]) return 'low';
  return value > range[1] ? 'high' : 'no';
}

function modelPart(prediction: AssessInput['prediction']): Assessment['model'] {
  if (isUnavailable(prediction))
    return {
      state: 'unavailable',
      code: prediction.code,
      ...(prediction.detail === undefined ? {} : { detail: prediction.detail }),
    };
  return {
    state: 'present',
    name: prediction.name,
    version: prediction.version,
    provider: prediction.provider,
    probabilities: { ...prediction.probabilities },
    critical: prediction.criticalOutcome,
    set: [...prediction.set],
    outOfDistribution: prediction.outOfDistribution,
    effects: prediction.effects.map((effect) => ({ ...effect })),
  };
}

function storyPart(story: AssessInput['story']): Pick<Assessment, 'story'> {
  if (isUnavailable(story))
    return story.code === 'not-provided' ? {} : { story: { state: 'unavailable', code: story.code } };
  const { atLeastMedium, urgent, critical, telling } = story;
  return {
    story: {
      state: 'present',
      atLeastMedium,
      urgent,
      critical,
      ...(telling === undefined ? {} : { telling }),
    },
  };
}

function evidencePart(evidence: AssessInput['evidence']): Pick<Assessment, 'passages' | 'evidence'> {
  if (isUnavailable(evidence))
    return { passages: [], evidence: { state: 'unavailable', code: evidence.code } };
  return {
    passages: evidence.passages.map(({ passage, score }) => ({
      id: passage.id,
      title: passage.title,
      kind: passage.kind,
      score,
      organisation: passage.organisation,
      document: passage.document,
      year: passage.year,
      ...(passage.page === undefined ? {} : { page: passage.page }),
      ...(passage.heading === undefined ? {} : { heading: passage.heading }),
      ...(passage.link === undefined ? {} : { link: passage.link }),
      text: passage.text,
      supports: [...passage.supports],
    })),
    evidence: { state: evidence.passages.length > 0 ? 'present' : 'known-empty' },
  };
}

function reportPart({ decision, verdicts }: GateReport): Assessment['gates'] {
  return {
    decision,
    verdicts: verdicts.map(({ gate, kind, reasons }) => ({ gate, kind, reasons: [...reasons] })),
  };
}
