import { SYSTEMS } from '#terminology/coding.ts';
import type { AnyResource } from '../fhir/fhir-error.ts';
import { TROUBLE_TAG_SYSTEM } from '../fhir/trouble.ts';
import type { Case, CaseAllergy, CaseCondition, CaseMedicine } from './case.ts';
import { type CaseContext, dateOf } from './case-context.ts';

const MRN = 'https://prescreen.org/fhir/sandbox/mrn';
const ALLERGY_CLINICAL = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';
const ALLERGY_VERIFICATION = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';
const CONDITION_VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const CONDITION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';

/** What a chart knows of a patient before today: demographics, problems, medicines, allergies. */
export function lastingRecord(context: CaseContext): AnyResource[] {
  const { each } = context;
  return [
    patient(context),
    ...each.conditions.map((condition, position) => conditionResource(context, condition, position)),
    ...each.medicines.map((medicine, position) => medicineResource(context, medicine, position)),
    ...allergyResources(context),
  ];
}

function patient({ each, now }: CaseContext): AnyResource {
  const { id, given, family, gender, language } = each;
  const meta =
    each.allergies === 'unreadable'
      ? { tag: [{ system: TROUBLE_TAG_SYSTEM, code: 'broken-AllergyIntolerance' }] }
      : undefined;
  const { number } = each;
  return {
    resourceType: 'Patient',
    id,
    ...(meta ? { meta } : {}),
    active: true,
    identifier: [
      {
        use: 'usual',
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }],
          text: 'MRN',
        },
        system: MRN,
        value: `SBX-${String(4200 + number)}`,
      },
    ],
    name: [{ use: 'official', family, given: [given] }],
    gender,
    birthDate: birthDate(each, now),
    telecom: [{ system: 'phone', value: `555-01${String(number).padStart(2, '0')}`, use: 'mobile' }],
    address: [{ line: [`${number} Sandbox Street`], city: 'Exampleville', state: 'MA', postalCode: '01999' }],
    communication: [
      {
        language: { coding: [{ system: 'urn:ietf:bcp:47', code: language ?? 'en' }] },
        preferred: true,
      },
    ],
    managingOrganization: { reference: 'Organization/sandbox-clinic' },
  };
}

/** A birth date that gives the case its age on the day of `now`. */
function birthDate({ age, id }: Case, now: Date): string {
  const date = new Date(now);
  if ('days' in age) date.setDate(date.getDate() - age.days);
  else {
    date.setFullYear(date.getFullYear() - age.years);
    // Between one and eleven months past the birthday, different for each.
    date.setDate(date.getDate() - 30 - ((id.length * 37) % 300));
  }
  return dateOf(date);
}

function conditionResource(context: CaseContext, condition: CaseCondition, position: number): AnyResource {
  const { each, subject } = context;
  return {
    resourceType: 'Condition',
    id: `${each.id}-condition-${position + 1}`,
    clinicalStatus: {
      coding: [{ system: SYSTEMS.conditionClinical, code: condition.resolved ? 'resolved' : 'active' }],
    },
    verificationStatus: { coding: [{ system: CONDITION_VERIFICATION, code: 'confirmed' }] },
    category: [{ coding: [{ system: CONDITION_CATEGORY, code: 'problem-list-item' }] }],
    code: {
      coding: [{ system: SYSTEMS.snomed, code: condition.snomed, display: condition.display }],
      text: condition.display,
    },
    subject,
    recordedDate: '2024-03-12',
  };
}

function medicineResource(context: CaseContext, medicine: CaseMedicine, position: number): AnyResource {
  const { each, subject } = context;
  const medicationCodeableConcept = {
    coding: [{ system: SYSTEMS.rxnorm, code: medicine.rxnorm, display: medicine.display }],
    text: medicine.display,
  };
  const status = medicine.stopped ? 'stopped' : 'active';
  const id = `${each.id}-medicine-${position + 1}`;
  if (medicine.as === 'statement')
    return {
      resourceType: 'MedicationStatement',
      id,
      status,
      medicationCodeableConcept,
      subject,
      dateAsserted: '2025-09-02',
    };
  return {
    resourceType: 'MedicationRequest',
    id,
    status,
    intent: 'order',
    medicationCodeableConcept,
    subject,
    authoredOn: '2025-09-02',
    requester: { reference: 'Practitioner/doctor-voss', display: 'Helen Voss, MD' },
  };
}

function allergyResources(context: CaseContext): AnyResource[] {
  const { each, subject } = context;
  const { allergies } = each;
  if (allergies === 'not-asked') return [];
  const base = {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: { coding: [{ system: ALLERGY_CLINICAL, code: 'active' }] },
    verificationStatus: { coding: [{ system: ALLERGY_VERIFICATION, code: 'confirmed' }] },
    patient: subject,
    recordedDate: '2026-03-12',
  };
  if (allergies === 'none-known')
    return [
      {
        ...base,
        id: `${each.id}-allergy-none`,
        code: {
          coding: [{ system: SYSTEMS.snomed, code: '716186003', display: 'No known allergy' }],
          text: 'No known allergies',
        },
      },
    ];
  const list: readonly CaseAllergy[] =
    allergies === 'unreadable'
      ? [{ rxnorm: '7984', display: 'Penicillin V', criticality: 'high' }]
      : allergies;
  return list.map((allergy, position) => ({
    ...base,
    id: `${each.id}-allergy-${position + 1}`,
    criticality: allergy.criticality,
    code: {
      coding: [
        {
          system: allergy.rxnorm ? SYSTEMS.rxnorm : SYSTEMS.snomed,
          code: allergy.rxnorm ?? allergy.snomed,
          display: allergy.display,
        },
      ],
      text: allergy.display,
    },
    ...(allergy.reaction ? { reaction: [{ manifestation: [{ text: allergy.reaction }] }] } : {}),
  }));
}
