import type { Patient } from 'fhir/r4';
import { type Age, ageAt } from './age.ts';

/** What identifies the patient at the top of every screen. */
export interface PatientBanner {
  readonly name: string | undefined;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly age: Age | undefined;
  readonly birthDate: string | undefined;
  readonly identifier: { readonly label: string; readonly value: string } | undefined;
  readonly language: string | undefined;
  readonly deceased: boolean;
}

/** Reads the banner from a Patient. A part that the chart does not say is undefined, never guessed. */
export function patientBanner(patient: Patient, now: Date): PatientBanner {
  const identifier =
    patient.identifier?.find(({ type }) => type?.coding?.some(({ code }) => code === 'MR')) ??
    patient.identifier?.find(({ value }) => value !== undefined);
  const language = patient.communication?.find(({ preferred }) => preferred) ?? patient.communication?.[0];
  return {
    name: nameOf(patient),
    sex: patient.gender ?? 'unknown',
    age: ageAt(patient.birthDate, now),
    birthDate: patient.birthDate,
    identifier: identifier?.value
      ? {
          label: identifier.type?.coding?.some(({ code }) => code === 'MR') ? 'MRN' : 'ID',
          value: identifier.value,
        }
      : undefined,
    language: language?.language.coding?.[0]?.code ?? language?.language.text,
    deceased: patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined,
  };
}

function nameOf({ name }: Patient): string | undefined {
  const current = (name ?? []).filter(({ period }) => period?.end === undefined);
  const chosen =
    current.find(({ use }) => use === 'official') ??
    current.find(({ use }) => use === 'usual') ??
    current[0] ??
    name?.[0];
  if (!chosen) return undefined;
  const said = [...(chosen.given ?? []), chosen.family].filter(Boolean).join(' ');
  return chosen.text ?? (said === '' ? undefined : said);
}
