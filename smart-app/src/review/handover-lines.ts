import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Handover4 } from './draft.ts';

/** Short names of what the chart says, already in words; undefined where it could not be read. */
export interface ChartInWords {
  readonly who: string;
  readonly problems: readonly string[] | undefined;
  readonly medicines: readonly string[] | undefined;
  readonly allergies: string;
}

/** Items of a list that a handover line names before it only counts the rest. */
const NAMED = 4;

/**
 * A first text for the four lines, from facts only: the patient's words, the chart, what was measured.
 *
 * It holds no level and no conclusion, because those are the nurse's to write.
 */
export function proposeLines(assessment: Assessment, chart: ChartInWords): Handover4 {
  const complaint = assessment.complaint?.text.replace(/\s+/g, ' ').trim();
  const measured = assessment.measurements
    .filter(({ abnormal, stale }) => !stale && (abnormal === 'low' || abnormal === 'high'))
    .map(({ display, value, unit }) => `${display} ${value} ${readableUnit(unit)}`.trim());
  const signs = assessment.findings
    .filter(({ state }) => state === 'present' || state === 'uncertain')
    .map(({ display, state }) => (state === 'uncertain' ? `possibly ${display}` : display));
  return {
    situation: [chart.who, complaint ? `says: "${shorten(complaint, 400)}"` : ''].filter(Boolean).join(' '),
    background: [
      listed('Problems', chart.problems),
      listed('Medicines', chart.medicines),
      chart.allergies,
    ].join(' '),
    assessment: [sentence('Reported', [...new Set(signs)]), sentence('Out of range', measured)]
      .filter(Boolean)
      .join(' '),
    recommendation: '',
  };
}

/** A UCUM unit as people write it; an unknown one as it stands. */
export function readableUnit(unit: string): string {
  const names: Readonly<Record<string, string>> = {
    'mm[Hg]': 'mmHg',
    Cel: '°C',
    '/min': '/min',
    '{score}': '',
    '[degF]': '°F',
  };
  return names[unit] ?? unit;
}

function listed(name: string, items: readonly string[] | undefined): string {
  if (items === undefined) return `${name} could not be read.`;
  if (items.length === 0) return `${name}: nothing recorded.`;
  return sentence(name, items);
}

function sentence(name: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const rest = items.length > NAMED ? ` and ${items.length - NAMED} more` : '';
  return `${name}: ${items.slice(0, NAMED).join(', ')}${rest}.`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
