import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { DataProblem, Measurement } from './clinical-snapshot.ts';
import type { Loaded, UnavailableCode } from './data-state.ts';
import type { PatientData, PrefetchKey } from './patient-data.ts';

/** What the nurse calls each part of the chart. */
const NAMES: Readonly<Record<PrefetchKey, string>> = {
  patient: 'patient data',
  encounter: 'data of this visit',
  conditions: 'problem list',
  medicationStatements: 'medication statements',
  medicationRequests: 'prescriptions',
  allergies: 'allergies',
  observations: 'observations',
  questionnaireResponses: 'forms',
};

const REASONS: Readonly<Record<UnavailableCode, string>> = {
  'not-provided': 'the EHR did not provide them',
  forbidden: 'access was not allowed',
  'not-supported': 'the EHR does not offer them',
  failed: 'the EHR could not give them',
  'wrong-shape': 'what the EHR sent is not readable',
  'other-patient': 'what the EHR sent belongs to another patient',
  incomplete: 'only a part arrived',
  timeout: 'the EHR took too long',
  'not-installed': 'they are not installed',
  broken: 'they are broken',
};

/**
 * Vital signs that every triage wants. Pain and consciousness are asked for by rules where they matter: most charts
 * have no entry for a patient who talks and walks.
 */
const WANTED: readonly VitalKind[] = ['respiratory-rate', 'spo2', 'systolic', 'heart-rate', 'temperature'];
/** Years below which blood pressure is not taken from every child. A product default. */
const BLOOD_PRESSURE_FROM = 5;

/** True for the vital signs that every triage wants: only of these is a stale value worth a sentence. */
export function isWanted(kind: string): boolean {
  return (WANTED as readonly string[]).includes(kind);
}

/**
 * Names every part of the chart that could not be read, or only in part.
 *
 * What an EHR does not offer at all is no gap where something else stands for it: forms are optional everywhere, and
 * one of the two medicine types is enough.
 */
export function findGaps(data: PatientData): readonly DataProblem[] {
  const keys = Object.keys(NAMES) as PrefetchKey[];
  return keys.flatMap((key) => {
    const loaded: Loaded<unknown> = data[key];
    if (loaded.state === 'unavailable') return isHarmless(key, data) ? [] : [unread(key, loaded.code)];
    if (loaded.state !== 'present' || !loaded.partial) return [];
    return [{ code: 'incomplete', about: key, text: `Only a part of the ${NAMES[key]} could be read.` }];
  });
}

/**
 * Names the vital signs of which the chart holds no value at all; not when the chart could not be read.
 *
 * @param ageYears - Undefined counts as adult.
 */
export function findUnmeasured(
  data: PatientData,
  measured: readonly Measurement[],
  ageYears: number | undefined,
): readonly DataProblem[] {
  if (data.observations.state === 'unavailable') return [];
  const kinds = new Set(measured.map(({ kind }) => kind));
  const isSmall = ageYears !== undefined && ageYears < BLOOD_PRESSURE_FROM;
  const wanted = WANTED.filter((kind) => !kinds.has(kind) && !(kind === 'systolic' && isSmall));
  return wanted.map((kind) => ({
    code: 'missing',
    about: kind,
    text: `No ${VITAL_SIGNS[kind].display} is recorded.`,
  }));
}

function unread(key: PrefetchKey, code: UnavailableCode): DataProblem {
  return { code: 'unavailable', about: key, text: `The ${NAMES[key]} could not be read: ${REASONS[code]}.` };
}

function isHarmless(key: PrefetchKey, data: PatientData): boolean {
  const isUnsupported = (one: PrefetchKey) => {
    const loaded: Loaded<unknown> = data[one];
    return loaded.state === 'unavailable' && loaded.code === 'not-supported';
  };
  if (!isUnsupported(key)) return false;
  if (key === 'questionnaireResponses') return true;
  if (key === 'medicationStatements') return !isUnsupported('medicationRequests');
  return key === 'medicationRequests' && !isUnsupported('medicationStatements');
}
