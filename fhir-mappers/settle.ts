import type { Demographics } from './age-and-sex.ts';
import type { Allergies } from './allergies.ts';
import type { AllergyFact } from './clinical-snapshot.ts';
import { isUnavailable } from './data-state.ts';
import type { ComplaintReading } from './read-complaint.ts';

/** An age in words may be rounded; more than this apart it is another person's or a mistake. */
function disagree(chart: number, told: number): boolean {
  return Math.abs(chart - told) > Math.max(1.5, chart * 0.05);
}

/**
 * Settles age and sex between the chart and the complaint: the chart wins, the complaint fills what it lacks.
 *
 * A text that gives another age is named, because it may be about somebody else.
 */
export function settleAge({ patient, problems }: Demographics, told: ComplaintReading): Demographics {
  const sex = patient.sex === 'unknown' ? (told.sex ?? 'unknown') : patient.sex;
  const ageYears = patient.ageYears ?? told.ageYears;
  const isOther =
    patient.ageYears !== undefined &&
    told.ageYears !== undefined &&
    disagree(patient.ageYears, told.ageYears);
  return {
    patient: { ...patient, sex, ...(ageYears === undefined ? {} : { ageYears }) },
    problems: isOther
      ? [
          ...problems,
          {
            code: 'contradictory',
            about: 'age',
            text: 'The complaint gives another age than the chart: check whom it is about.',
          },
        ]
      : problems,
  };
}

/**
 * Adds allergies that the patient names in a form to those of the chart.
 *
 * They contradict a charted "no known allergies", and they do not make an unreadable list readable: it stays partial.
 */
export function joinAllergies(chart: Allergies, told: readonly AllergyFact[]): Allergies {
  if (told.length === 0) return chart;
  const { allergies, noKnownAllergies, problems } = chart;
  const listed = allergies.state === 'present' ? allergies.value : [];
  const known = new Set(listed.map(({ display }) => display.toLowerCase()));
  const value = [...listed, ...told.filter(({ display }) => !known.has(display.toLowerCase()))];
  const isPartial = isUnavailable(allergies) || (allergies.state === 'present' && allergies.partial);
  return {
    allergies: isPartial ? { state: 'present', value, partial: true } : { state: 'present', value },
    noKnownAllergies: false,
    problems: noKnownAllergies
      ? [
          ...problems,
          {
            code: 'contradictory',
            about: 'allergies',
            text: 'The chart says "no known allergies", the form names one: ask the patient.',
          },
        ]
      : problems,
  };
}
