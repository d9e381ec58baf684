import { SYSTEMS } from '#terminology/coding.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import type { AnyResource } from '../fhir/fhir-error.ts';
import { TROUBLE_TAG_SYSTEM } from '../fhir/trouble.ts';
import type { Case, CaseAllergy, CaseCondition, CaseMedicine, CaseVital } from './case.ts';
import { CASES } from './cases.ts';
import { COMPLAINT_QUESTION, clinicResources, PRE_SCREENING } from './clinic.ts';

const MINUTE = 60_000;
const ENCOUNTER_ID = 'https://prescreen.org/fhir/sandbox/visit';
const MRN = 'https://prescreen.org/fhir/sandbox/mrn';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const ALLERGY_CLINICAL = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';
const ALLERGY_VERIFICATION = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';
const CONDITION_VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const CONDITION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';

/** Everything that the sandbox clinic starts with, as of `now`. Pure: the same moment gives the same data. */
export function seed(now: Date): AnyResource[] {
  return [...clinicResources(), ...CASES.flatMap((each) => seedCase(each, now))];
}

/** The day of a visit in the machine's zone, as it stands in ids: `20261121`. */
export function dayOf(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}${pad(now.getMonth() + 1)}${pad(now.getDate())}`;
}

/** Id of a case's visit on the day of `now`. */
export function visitId(caseId: string, now: Date): string {
  return `${caseId}-visit-${dayOf(now)}`;
}

/**
 * One patient: what lasts (demographics, conditions, medicines, allergies) has an id without a date; what
 * belongs to today's visit has the day in its id, so that yesterday's visit stays as history.
 */
export function seedCase(each: Case, now: Date): AnyResource[] {
  const context: Context = {
    each,
    now,
    subject: { reference: `Patient/${each.id}`, display: `${each.given} ${each.family}` },
    encounter: { reference: `Encounter/${visitId(each.id, now)}` },
  };
  return [
    patient(context),
    ...each.conditions.map((condition, position) => conditionResource(context, condition, position)),
    ...each.medicines.map((medicine, position) => medicineResource(context, medicine, position)),
    ...allergyResources(context),
    ...seedVisit(each, now),
  ];
}

/** Today's visit of one patient: encounter, complaint, vital signs. */
export function seedVisit(each: Case, now: Date): AnyResource[] {
  const context: Context = {
    each,
    now,
    subject: { reference: `Patient/${each.id}`, display: `${each.given} ${each.family}` },
    encounter: { reference: `Encounter/${visitId(each.id, now)}` },
  };
  return [
    encounter(context),
    ...complaintResources(context),
    ...bloodPressures(context),
    ...each.vitals
      .filter(({ kind }) => kind !== 'systolic' && kind !== 'diastolic')
      .map((vital, position) => vitalResource(context, vital, position)),
    ...pregnancyResources(context),
  ];
}

interface Context {
  readonly each: Case;
  readonly now: Date;
  readonly subject: object;
  readonly encounter: object;
}

function ago({ now }: Context, minutes: number): string {
  return new Date(now.getTime() - minutes * MINUTE).toISOString();
}

function patient({ each, now }: Context): AnyResource {
  const { id, given, family, gender, language } = each;
  const meta =
    each.allergies === 'unreadable'
      ? { tag: [{ system: TROUBLE_TAG_SYSTEM, code: 'broken-AllergyIntolerance' }] }
      : undefined;
  const position = CASES.indexOf(each) + 1;
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
        value: `SBX-${String(4200 + position)}`,
      },
    ],
    name: [{ use: 'official', family, given: [given] }],
    gender,
    birthDate: birthDate(each, now),
    telecom: [{ system: 'phone', value: `555-01${String(position).padStart(2, '0')}`, use: 'mobile' }],
    address: [
      { line: [`${position} Sandbox Street`], city: 'Exampleville', state: 'MA', postalCode: '01999' },
    ],
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
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

function conditionResource(context: Context, condition: CaseCondition, position: number): AnyResource {
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

function medicineResource(context: Context, medicine: CaseMedicine, position: number): AnyResource {
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

function allergyResources(context: Context): AnyResource[] {
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

function encounter(context: Context): AnyResource {
  const { each, subject, now } = context;
  const { complaint } = each;
  return {
    resourceType: 'Encounter',
    id: visitId(each.id, now),
    identifier: [{ system: ENCOUNTER_ID, value: visitId(each.id, now) }],
    status: 'arrived',
    class: { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
    subject,
    period: { start: ago(context, each.arrivedMinutesAgo) },
    ...(complaint?.via === 'reason' ? { reasonCode: [{ text: complaint.text }] } : {}),
    ...(each.byAmbulance ? { hospitalization: { admitSource: { text: 'Brought by ambulance' } } } : {}),
    location: [{ location: { reference: 'Location/triage-room', display: 'Triage room' } }],
    serviceProvider: { reference: 'Organization/sandbox-clinic' },
  };
}

function complaintResources(context: Context): AnyResource[] {
  const { each, subject, encounter: visit, now } = context;
  const { complaint } = each;
  const at = ago(context, Math.max(each.arrivedMinutesAgo - 2, 1));
  if (complaint?.via === 'observation')
    return [
      {
        resourceType: 'Observation',
        id: `${each.id}-complaint-${dayOf(now)}`,
        status: 'final',
        code: {
          coding: [{ system: SYSTEMS.loinc, code: '8661-1', display: 'Chief complaint - Reported' }],
          text: 'Chief complaint',
        },
        subject,
        encounter: visit,
        effectiveDateTime: at,
        valueString: complaint.text,
      },
    ];
  if (complaint?.via !== 'questionnaire') return [];
  return [
    {
      resourceType: 'QuestionnaireResponse',
      id: `${each.id}-form-${dayOf(now)}`,
      questionnaire: PRE_SCREENING,
      status: 'completed',
      subject,
      encounter: visit,
      authored: at,
      source: subject,
      item: [
        { linkId: 'complaint', text: COMPLAINT_QUESTION, answer: [{ valueString: complaint.text }] },
        ...(complaint.answers ?? []).map(([question, answer], position) => ({
          linkId: `question-${position + 1}`,
          text: question,
          answer: [{ valueString: answer }],
        })),
      ],
    },
  ];
}

const VITAL_CATEGORY = [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }];

function quantity({ kind, value, unit }: CaseVital): object {
  const code = unit ?? VITAL_SIGNS[kind].unit;
  return { value, unit: code, system: SYSTEMS.ucum, code };
}

function codeOf(kind: CaseVital['kind']): object {
  const { loinc, display } = VITAL_SIGNS[kind];
  return { coding: [{ system: SYSTEMS.loinc, code: loinc[0], display }], text: display };
}

function vitalResource(context: Context, vital: CaseVital, position: number): AnyResource {
  const { each, subject, encounter: visit, now } = context;
  return {
    resourceType: 'Observation',
    id: `${each.id}-vital-${position + 1}-${dayOf(now)}`,
    status: vital.status ?? 'final',
    category: VITAL_CATEGORY,
    code: codeOf(vital.kind),
    subject,
    encounter: visit,
    effectiveDateTime: ago(context, vital.minutesAgo),
    ...(vital.kind === 'consciousness'
      ? consciousnessValue(vital.value)
      : { valueQuantity: quantity(vital) }),
  };
}

/** LOINC answer list LL359-5 (AVPU, with confusion), from memory. */
const ACVPU = [
  ['LA9340-6', 'Alert'],
  ['LA6560-2', 'Confused'],
  ['LA17108-4', 'Responds to voice'],
  ['LA17107-6', 'Responds to pain'],
  ['LA9343-0', 'Unresponsive'],
] as const;

function consciousnessValue(value: number): object {
  const [code, display] = ACVPU[value] ?? ACVPU[0];
  return { valueCodeableConcept: { coding: [{ system: SYSTEMS.loinc, code, display }], text: display } };
}

/** Systolic and diastolic pressure taken together, as one panel. */
function bloodPressures(context: Context): AnyResource[] {
  const { each, subject, encounter: visit, now } = context;
  const parts = each.vitals.filter(({ kind }) => kind === 'systolic' || kind === 'diastolic');
  const first = parts[0];
  if (!first) return [];
  return [
    {
      resourceType: 'Observation',
      id: `${each.id}-blood-pressure-${dayOf(now)}`,
      status: 'final',
      category: VITAL_CATEGORY,
      code: {
        coding: [{ system: SYSTEMS.loinc, code: '85354-9', display: 'Blood pressure panel' }],
        text: 'blood pressure',
      },
      subject,
      encounter: visit,
      effectiveDateTime: ago(context, first.minutesAgo),
      component: parts.map((part) => ({ code: codeOf(part.kind), valueQuantity: quantity(part) })),
    },
  ];
}

function pregnancyResources(context: Context): AnyResource[] {
  const { each, subject, encounter: visit, now } = context;
  if (each.pregnantWeeks === undefined) return [];
  const base = {
    resourceType: 'Observation',
    status: 'final',
    subject,
    encounter: visit,
    effectiveDateTime: ago(context, 10),
  };
  return [
    {
      ...base,
      id: `${each.id}-pregnancy-${dayOf(now)}`,
      code: { coding: [{ system: SYSTEMS.loinc, code: '82810-3', display: 'Pregnancy status' }] },
      valueCodeableConcept: {
        coding: [{ system: SYSTEMS.snomed, code: '77386006', display: 'Pregnant' }],
        text: 'Pregnant',
      },
    },
    {
      ...base,
      id: `${each.id}-gestation-${dayOf(now)}`,
      code: { coding: [{ system: SYSTEMS.loinc, code: '18185-9', display: 'Gestational age' }] },
      valueQuantity: { value: each.pregnantWeeks, unit: 'wk', system: SYSTEMS.ucum, code: 'wk' },
    },
  ];
}
