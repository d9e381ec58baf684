import type { FhirResource } from 'fhir/r4';
import type { PatientData } from '#fhir-mappers/patient-data.ts';

/** A note of 1,000 characters, in the words of a nurse. */
export const NOTE =
  `58 yr old man c/o chest tightness and SOB since this morning, worse on climbing stairs, some relief at rest. Denies
fever, cough or leg swelling. Vomited once, no blood. Pain 6/10, radiates to the left arm. BP 152/94, HR 104, RR 22,
sats 94% on air, T 36.9. PMH hypertension, type 2 diabetes, father died of a heart attack at 60. Takes metformin and
lisinopril, ran out of atorvastatin last month. Looks pale, speaks in full sentences. Wife says it is only indigestion.
Slipped on the stairs two weeks ago, bruised the left hip, walking normally since. No head injury. Was told by the
pharmacist to call an ambulance if he ever faints. Ankles a little swollen in the evening for years, unchanged. Sleeps
on two pillows. Smokes ten a day, no alcohol. Lives alone, daughter visits daily. Allergic to penicillin (rash as a
child). Last tetanus unknown. Feels anxious about the appointment with the cardiologist next week and would like to
know whether he may drive. `
    .replaceAll('\n', ' ')
    .padEnd(1000, 'Otherwise well. ')
    .slice(0, 1000);

/** Texts that would be slow for a reader that goes back: repeated to any length. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'negations without an end': 'no and or not without denies pain, ',
  'one word without spaces': 'a',
  'phrases that almost match': 'shortness of shortness of short of ',
  'numbers and units': 'BP 120/80/70/60 HR 1 2 3 SpO2 % % 99 ',
  'brackets and marks': '((([[[<<<"""\'\'\'---...,,,;;;:::',
  'marks between words': 'pain'.padEnd(5000, ' ,'),
  'surrogates and emoji': '💔🫁👶🏽‍🚒 ',
  'misspelt words': 'shortnes off breth chst pian hedache ',
  'one sentence of conditions': 'if it gets worse and if he ever faints or ',
};

const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';
const VITALS = [
  ['8480-6', 'mm[Hg]', 132],
  ['8462-4', 'mm[Hg]', 84],
  ['8867-4', '/min', 88],
  ['9279-1', '/min', 16],
  ['59408-5', '%', 97],
  ['8310-5', 'Cel', 36.8],
] as const;
const CONDITIONS = [
  ['44054006', 'Diabetes mellitus type 2'],
  ['38341003', 'Hypertensive disorder'],
  ['195967001', 'Asthma'],
  ['84114007', 'Heart failure'],
  ['73211009', 'Diabetes mellitus'],
] as const;
const MEDICINES = [
  'Metformin 500 mg tablet',
  'Lisinopril 10 mg tablet',
  'Apixaban 5 mg tablet',
  'Ibuprofen 200 mg',
] as const;

/**
 * A chart of so many resources besides the patient: a third conditions, a third medicines and allergies, a third
 * observations, and the note as the complaint.
 */
export function largeChart(resources: number, asOf: string): PatientData {
  const subject = { reference: 'Patient/p' };
  const third = Math.floor(resources / 3);
  const times = <T extends FhirResource>(count: number, make: (index: number) => T) => ({
    state: 'present' as const,
    value: Array.from({ length: count }, (_none, index) => make(index)),
  });
  return {
    patient: {
      state: 'present',
      value: { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '1967-05-04' },
    },
    encounter: { state: 'known-empty' },
    conditions: times(third, (index) => {
      const [code, display] = CONDITIONS[index % CONDITIONS.length]!;
      return {
        resourceType: 'Condition',
        id: `c${index}`,
        subject,
        code: { coding: [{ system: SNOMED, code, display }], text: `${display} ${index}` },
        clinicalStatus: { coding: [{ code: index % 3 === 0 ? 'inactive' : 'active' }] },
      };
    }),
    medicationStatements: times(Math.floor(third / 2), (index) => ({
      resourceType: 'MedicationStatement',
      id: `s${index}`,
      subject,
      status: 'active',
      medicationCodeableConcept: { text: MEDICINES[index % MEDICINES.length]! },
    })),
    medicationRequests: times(third - Math.floor(third / 2) - 4, (index) => ({
      resourceType: 'MedicationRequest',
      id: `r${index}`,
      subject,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: MEDICINES[index % MEDICINES.length]! },
    })),
    allergies: times(4, (index) => ({
      resourceType: 'AllergyIntolerance',
      id: `a${index}`,
      patient: subject,
      code: { text: index % 2 === 0 ? 'Penicillin' : 'Peanut' },
    })),
    observations: times(resources - 2 * third, (index) => {
      if (index === 0)
        return {
          resourceType: 'Observation',
          id: 'complaint',
          subject,
          status: 'final',
          code: { coding: [{ system: LOINC, code: '8661-1' }] },
          effectiveDateTime: asOf,
          valueString: NOTE,
        };
      const [code, unit, value] = VITALS[index % VITALS.length]!;
      return {
        resourceType: 'Observation',
        id: `o${index}`,
        subject,
        status: 'final',
        code: { coding: [{ system: LOINC, code }] },
        effectiveDateTime: new Date(Date.parse(asOf) - index * 3_600_000).toISOString(),
        valueQuantity: { value: value + (index % 5), unit, code: unit, system: 'http://unitsofmeasure.org' },
      };
    }),
    questionnaireResponses: { state: 'known-empty' },
  };
}
