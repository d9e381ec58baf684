import { SYSTEMS } from '#terminology/coding.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import type { AnyResource } from '../fhir/fhir-error.ts';
import type { CaseVital } from './case.ts';
import { ago, type CaseContext, dayOf, visitId } from './case-context.ts';
import { COMPLAINT_QUESTION, PRE_SCREENING } from './clinic.ts';

const ENCOUNTER_ID = 'https://prescreen.org/fhir/sandbox/visit';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** Today's visit of one patient: encounter, complaint, vital signs. */
export function visitRecord(context: CaseContext): AnyResource[] {
  return [
    encounter(context),
    ...complaintResources(context),
    ...bloodPressures(context),
    ...context.each.vitals
      .filter(({ kind }) => kind !== 'systolic' && kind !== 'diastolic')
      .map((vital, position) => vitalResource(context, vital, position)),
    ...pregnancyResources(context),
  ];
}

function encounter(context: CaseContext): AnyResource {
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

function complaintResources(context: CaseContext): AnyResource[] {
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

function vitalResource(context: CaseContext, vital: CaseVital, position: number): AnyResource {
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
function bloodPressures(context: CaseContext): AnyResource[] {
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

function pregnancyResources(context: CaseContext): AnyResource[] {
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
