import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { NewFact } from './background.ts';

type Measured = Assessment['measurements'][number];

const FLAG: Readonly<Record<Measured['abnormal'], string>> = {
  low: ', below the normal range',
  high: ', above the normal range',
  no: ', in the normal range',
  unknown: '',
};

/** Scores have no range that a nurse speaks of: they are right or not, and pain speaks for itself. */
function flagWords({ kind, abnormal }: Measured): string {
  if (kind === 'pain') return '';
  if (kind === 'gcs' || kind === 'consciousness') return abnormal === 'no' ? ', normal' : ', not normal';
  return FLAG[abnormal];
}

/** Names under which a sentence may speak of a measurement. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  systolic: ['blood pressure', 'BP', 'pressure'],
  diastolic: ['blood pressure', 'BP', 'pressure'],
  'heart-rate': ['pulse', 'HR', 'heartbeat', 'heart'],
  'respiratory-rate': ['breathing rate', 'RR', 'breaths', 'breathing'],
  temperature: ['temp'],
  spo2: ['SpO2', 'saturation', 'oxygen', 'oxygen level', 'sats'],
  glucose: ['blood glucose', 'blood sugar', 'sugar'],
  pain: ['pain score'],
  gcs: ['GCS'],
  consciousness: ['consciousness', 'alertness', 'ACVPU', 'AVPU'],
};

/** The levels behind the numbers of `consciousness` (ACVPU). */
const LEVELS = ['alert', 'newly confused', 'answers to voice only', 'answers to pain only', 'unresponsive'];

/** Each measurement in force, with its unit and whether it is in the normal range; weight is left out. */
export function measurementFacts(assessment: Assessment): readonly NewFact[] {
  return assessment.measurements
    .filter(({ kind }) => kind !== 'weight')
    .map((one): NewFact => {
      const shown = shownValue(one);
      const old = one.stale ? ', an old value' : '';
      return {
        kind: 'measurement',
        text: `${capital(one.display)} ${shown}${flagWords(one)}${old}.`,
        alsoSaid: NAMES[one.kind] ?? [],
        measurement: {
          kind: one.kind,
          display: one.display,
          value: one.value,
          shown,
          abnormal: one.abnormal,
          stale: one.stale,
        },
        ...(one.source.reference === undefined ? {} : { reference: one.source.reference }),
      };
    });
}

/** The value with the unit as a nurse writes it. */
export function shownValue({ kind, value, unit }: Pick<Measured, 'kind' | 'value' | 'unit'>): string {
  const number = String(Math.round(value * 10) / 10);
  if (kind === 'consciousness') return LEVELS[value] ?? number;
  if (kind === 'gcs') return `${number} of 15`;
  if (kind === 'pain') return `${number} of 10`;
  const units: Readonly<Record<string, string>> = {
    'mm[Hg]': ' mmHg',
    '/min': ' per minute',
    Cel: ' °C',
    '%': '%',
    '{score}': '',
    s: ' seconds',
  };
  return `${number}${units[unit] ?? ` ${unit}`}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
