import type { Patient } from 'fhir/r4';
import type { ClinicalSnapshot, DataProblem } from './clinical-snapshot.ts';
import { DAY_MS, isFuture, readTime } from './fhir-time.ts';

/** Who the patient is, as far as triage needs it, and what is wrong with it. */
export interface Demographics {
  readonly patient: ClinicalSnapshot['patient'];
  readonly problems: readonly DataProblem[];
}

const SEXES = ['female', 'male', 'other', 'unknown'] as const;
/** The oldest person on record died at 122. */
const OLDEST = 125;

/**
 * Reads age, sex and language.
 *
 * A partial birth date gives the middle of its span, except below two years, where the youngest age it allows is
 * taken: a wrong week matters there, and younger is the more cautious.
 *
 * @param asOf - Milliseconds since 1970.
 */
export function readDemographics(patient: Patient, asOf: number): Demographics {
  const { ageYears, problem } = readAge(patient.birthDate, asOf);
  const sex = SEXES.find((known) => known === patient.gender) ?? 'unknown';
  const language = readLanguage(patient);
  const problems: DataProblem[] = problem === undefined ? [] : [problem];
  if (sex === 'unknown') {
    problems.push({ code: 'missing', about: 'sex', text: 'The sex of the patient is not recorded.' });
  }
  if (patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined) {
    problems.push({
      code: 'contradictory',
      about: 'patient',
      text: 'The chart says that this patient has died: check that the right chart is open.',
    });
  }
  return {
    patient: {
      id: patient.id ?? '',
      sex,
      ...(ageYears === undefined ? {} : { ageYears }),
      ...(language === undefined ? {} : { language }),
    },
    problems,
  };
}

function readAge(
  birthDate: string | undefined,
  asOf: number,
): { readonly ageYears?: number; readonly problem?: DataProblem } {
  const problem = (code: DataProblem['code'], text: string) => ({ problem: { code, about: 'age', text } });
  if (birthDate === undefined)
    return problem('missing', 'The date of birth is not recorded: ask for the age.');
  const born = readTime(birthDate);
  if (born === undefined) return problem('incomplete', 'The date of birth cannot be read: ask for the age.');
  if (isFuture(born, asOf)) return problem('implausible', 'The date of birth is in the future.');

  const youngest = yearsBetween(Math.min(born.end, asOf), asOf);
  if (youngest > OLDEST) return problem('implausible', `The date of birth gives an age above ${OLDEST}.`);
  if (born.precision === 'day' || born.precision === 'instant') {
    return { ageYears: yearsBetween(Math.min(born.start, asOf), asOf) };
  }
  const middle = yearsBetween((born.start + born.end) / 2, asOf);
  const text = `Only the ${born.precision} of birth is recorded: confirm the age.`;
  return { ageYears: youngest < 2 ? youngest : middle, ...problem('incomplete', text) };
}

/** Years with a fraction, exact on birthdays: a person is 16.0 on the day, whatever leap years lie between. */
function yearsBetween(from: number, to: number): number {
  const [start, end] = [new Date(from), new Date(to)];
  let years = end.getUTCFullYear() - start.getUTCFullYear();
  if (birthday(start, years) > to) years -= 1;
  const last = birthday(start, years);
  const next = birthday(start, years + 1);
  // Whole days, so that the hour of the call does not change an age.
  const days = Math.floor((to - last) / DAY_MS);
  return Math.max(0, Math.round((years + (days * DAY_MS) / (next - last)) * 10_000) / 10_000);
}

function birthday(born: Date, years: number): number {
  const day = new Date(born);
  day.setUTCHours(0, 0, 0, 0);
  return day.setUTCFullYear(born.getUTCFullYear() + years);
}

/** The preferred language, else the first one spoken. */
function readLanguage(patient: Patient): string | undefined {
  const spoken = patient.communication ?? [];
  const chosen = spoken.find(({ preferred }) => preferred === true) ?? spoken[0];
  return chosen?.language?.coding?.find(({ code }) => code !== undefined)?.code ?? chosen?.language?.text;
}
