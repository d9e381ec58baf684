import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import type { Priority } from '#terminology/priority.ts';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { RuleHit } from '../triage/rule.ts';

export interface NextStep {
  readonly id: string;
  readonly text: string;
  readonly grounds: readonly string[];
}

const BY_PRIORITY: Readonly<Record<Priority, string>> = {
  critical: 'See now: stay with the patient and call the clinic’s emergency response.',
  high: 'See within 10 minutes, and tell the physician on duty.',
  medium: 'See within 60 minutes; look again sooner if anything changes.',
  low: 'Routine queue; tell the patient what would be a reason to come back to the desk at once.',
};

/** Vital signs that every first look should have (National Early Warning Score 2, Royal College of Physicians 2017). */
const FIRST_LOOK: readonly VitalKind[] = [
  'respiratory-rate',
  'spo2',
  'systolic',
  'heart-rate',
  'temperature',
];

/**
 * What should happen next, in the clinic's words: who sees the patient, how soon, what to measure.
 *
 * Proposals to a nurse: no medicine, no dose, no order.
 */
export function nextSteps(
  snapshot: ClinicalSnapshot,
  decision: { readonly priority: Priority; readonly escalate: boolean; readonly hits: readonly RuleHit[] },
): readonly NextStep[] {
  const { priority, escalate, hits } = decision;
  const steps: NextStep[] = [
    { id: `see-${priority}`, text: BY_PRIORITY[priority], grounds: [`priority:${priority}`] },
  ];
  const triggers = hits.filter((hit) => hit.escalate);
  if (escalate)
    steps.push({
      id: 'escalate-to-physician',
      text:
        triggers[0] === undefined
          ? 'Ask a physician to come at once.'
          : `Ask a physician to come at once: ${lowerFirst(triggers[0].title)}.`,
      grounds: triggers.length > 0 ? triggers.map(({ id }) => id) : [`priority:${priority}`],
    });
  const current = new Set(snapshot.measurements.filter(({ stale }) => !stale).map(({ kind }) => kind));
  const toMeasure = FIRST_LOOK.filter((kind) => !current.has(kind));
  if (toMeasure.length > 0)
    steps.push({
      id: 'measure',
      text: `Measure now: ${toMeasure.map((kind) => VITAL_SIGNS[kind].display).join(', ')}.`,
      grounds: toMeasure.map((kind) => `missing:${kind}`),
    });
  else if (priority !== 'low')
    steps.push({
      id: 'repeat-observations',
      text: 'Repeat the observations while the patient waits.',
      grounds: [`priority:${priority}`],
    });
  if (snapshot.allergies.state === 'unavailable')
    steps.push({
      id: 'ask-allergies',
      text: 'Ask about allergies: they could not be read.',
      grounds: ['missing:allergies'],
    });
  if (snapshot.medicines.state === 'unavailable')
    steps.push({
      id: 'ask-medicines',
      text: 'Ask which medicines are taken, blood thinners first: the list could not be read.',
      grounds: ['missing:medicines'],
    });
  if (needsInterpreter(snapshot))
    steps.push({
      id: 'interpreter',
      text: 'Call an interpreter: the patient prefers another language.',
      grounds: ['fact:language'],
    });
  return steps;
}

function needsInterpreter({ patient, complaint }: ClinicalSnapshot): boolean {
  const foreign = patient.language !== undefined && !patient.language.toLowerCase().startsWith('en');
  return foreign || (complaint.state === 'present' && !complaint.value.readable);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
