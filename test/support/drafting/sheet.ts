import type { DraftFact, FactSheet } from '#cds-service/drafting/facts/fact.ts';

type State = NonNullable<DraftFact['finding']>['state'];
type Flag = NonNullable<DraftFact['measurement']>['abnormal'];

const STATE_WORDS: Readonly<Partial<Record<State, string>>> = {
  present: 'Reported',
  absent: 'Denied',
  past: 'In the past',
  family: 'In the family',
};

/** A patient whose facts the checks are tried on: one of each kind, some abnormal, some denied. */
export const FACTS: readonly DraftFact[] = [
  {
    id: 'F1',
    kind: 'person',
    name: '67-year-old woman',
    text: '67-year-old woman.',
    alsoSaid: ['woman', 'female', 'she', 'her'],
  },
  {
    id: 'F2',
    kind: 'condition',
    name: 'diabetes',
    text: 'On the problem list: diabetes.',
    alsoSaid: ['diabetes'],
  },
  {
    id: 'F3',
    kind: 'medicine',
    name: 'warfarin',
    ingredients: ['warfarin'],
    text: 'Takes, by the medicine list: warfarin.',
  },
  {
    id: 'F4',
    kind: 'allergy',
    name: 'penicillin (rash)',
    ingredients: ['penicillin'],
    text: 'Allergy: penicillin (rash).',
  },
  {
    id: 'F5',
    kind: 'words',
    name: 'My chest hurts and my left arm is weak.',
    text: 'Complaint as recorded: “My chest hurts and my left arm is weak.”',
  },
  finding('F6', 'chest-pain', 'chest pain', 'present', ['for 2 hours']),
  finding('F7', 'arm-weakness', 'arm weakness', 'present', ['left side']),
  finding('F8', 'fever', 'fever', 'absent'),
  finding('F9', 'stroke', 'stroke', 'family'),
  finding('F10', 'appendicitis', 'appendicitis', 'past'),
  measurement('F11', 'heart-rate', 'heart rate', 118, '118 per minute', 'high', ['pulse', 'HR']),
  measurement('F12', 'spo2', 'oxygen saturation', 97, '97%', 'no', ['SpO2', 'oxygen']),
  measurement('F13', 'systolic', 'systolic blood pressure', 88, '88 mmHg', 'low', ['blood pressure']),
  {
    id: 'F14',
    kind: 'missing',
    key: 'missing:temperature',
    name: 'temperature',
    text: 'No temperature is recorded.',
  },
  { id: 'F15', kind: 'priority', priority: 'high', name: 'High', text: 'Proposed priority: High.' },
  {
    id: 'F16',
    kind: 'reason',
    name: 'Chest pain with signs of shock',
    text: 'Reason for the priority: Chest pain with signs of shock.',
  },
  {
    id: 'F17',
    kind: 'step',
    key: 'see-high',
    text: 'See within 10 minutes, and tell the physician on duty.',
  },
  { id: 'F18', kind: 'question', key: 'ask-sweating', text: 'Any sweating or vomiting?' },
  {
    id: 'P1',
    kind: 'passage',
    text: 'Chest pain. Pain that spreads to the jaw with sweating needs a tracing within 10 minutes.',
    source: 'Chest pain (Test, 2026)',
  },
];

export const SHEET: FactSheet = { facts: FACTS, priority: 'high', isChild: false };

function finding(
  id: string,
  concept: string,
  display: string,
  state: State,
  details: readonly string[] = [],
): DraftFact {
  const extra = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return {
    id,
    kind: 'finding',
    name: `${display}${extra}`,
    text: `${STATE_WORDS[state]}: ${display}${extra}.`,
    finding: { concept, display, state, details },
  };
}

function measurement(
  id: string,
  kind: string,
  display: string,
  value: number,
  shown: string,
  abnormal: Flag,
  alsoSaid: readonly string[],
): DraftFact {
  const flag = {
    high: 'above the normal range',
    low: 'below the normal range',
    no: 'in the normal range',
    unknown: '',
  }[abnormal];
  return {
    id,
    kind: 'measurement',
    text: `${display.charAt(0).toUpperCase()}${display.slice(1)} ${shown}, ${flag}.`,
    alsoSaid,
    measurement: { kind, display, value, shown, abnormal, stale: false },
  };
}
