import type { Encounter, HumanName, Patient } from 'fhir/r4';
import type { PatientData } from '#fhir-mappers/patient-data.ts';

/**
 * What the chart itself gives to recognise this patient and those around: names, numbers, contacts, addresses.
 *
 * Each name also in its parts, so that a first name alone is found. Used to take them out of texts, never shown or sent.
 */
export function identifiersOf({ patient, encounter }: PatientData): readonly string[] {
  const of = [
    ...(patient.state === 'present' ? ofPatient(patient.value) : []),
    ...(encounter.state === 'present' ? ofEncounter(encounter.value) : []),
  ];
  const parts = of.flatMap((text) => [text, ...(/\d/.test(text) ? [] : text.split(/[\s,]+/))]);
  return [...new Set(parts.map((text) => text.trim()).filter((text) => text.length >= 2))];
}

function ofPatient(patient: Patient): readonly string[] {
  const { id, name = [], telecom = [], address = [], identifier = [], contact = [], birthDate } = patient;
  return [
    ...(id === undefined || id.length < 4 ? [] : [id]),
    ...name.flatMap(namesOf),
    ...contact.flatMap((one) => (one.name === undefined ? [] : namesOf(one.name))),
    ...[...telecom, ...contact.flatMap((one) => one.telecom ?? [])].flatMap(({ value }) => value ?? []),
    ...identifier.flatMap(({ value }) => (value === undefined || value.length < 4 ? [] : [value])),
    ...address.flatMap(({ line = [], city, postalCode, text }) => [
      ...line,
      ...[city, postalCode, text].flatMap((part) => part ?? []),
    ]),
    ...(birthDate === undefined ? [] : [birthDate]),
    ...(patient.generalPractitioner ?? []).flatMap(({ display }) => display ?? []),
  ];
}

function ofEncounter({ participant = [], serviceProvider, location = [] }: Encounter): readonly string[] {
  return [
    ...participant.flatMap(({ individual }) => individual?.display ?? []),
    ...location.flatMap((one) => one.location.display ?? []),
    ...(serviceProvider?.display === undefined ? [] : [serviceProvider.display]),
  ];
}

function namesOf({ text, family, given = [] }: HumanName): readonly string[] {
  return [text, family, ...given].flatMap((part) => (part === undefined ? [] : [part]));
}
