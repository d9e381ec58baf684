import { many, object, type Shape } from './resource-shape.ts';

const coding = object(() => ({ system: 'string', code: 'string', display: 'string' }));
const concept = object(() => ({ coding: many(coding), text: 'string' }));
const reference = object(() => ({ reference: 'string', type: 'string', display: 'string' }));
const period = object(() => ({ start: 'string', end: 'string' }));
const quantity = object(() => ({
  value: 'number',
  comparator: 'string',
  unit: 'string',
  system: 'string',
  code: 'string',
}));
const meta = object(() => ({ lastUpdated: 'string' }));

const medication = object(() => ({
  resourceType: 'string',
  id: 'string',
  code: concept,
  ingredient: many(object(() => ({ itemCodeableConcept: concept }))),
}));

const observedValue = {
  valueQuantity: quantity,
  valueCodeableConcept: concept,
  valueString: 'string',
  valueBoolean: 'boolean',
  valueInteger: 'number',
  valueDateTime: 'string',
  dataAbsentReason: concept,
} as const satisfies Record<string, Shape>;

const answerItem: Shape = object(() => ({
  linkId: 'string',
  text: 'string',
  answer: many(
    object(() => ({
      valueBoolean: 'boolean',
      valueDecimal: 'number',
      valueInteger: 'number',
      valueDate: 'string',
      valueDateTime: 'string',
      valueString: 'string',
      valueCoding: coding,
      valueQuantity: quantity,
      item: many(answerItem),
    })),
  ),
  item: many(answerItem),
}));

const medicineOf = {
  resourceType: 'string',
  id: 'string',
  meta,
  contained: many(medication),
  status: 'string',
  medicationCodeableConcept: concept,
  medicationReference: reference,
  subject: reference,
} as const satisfies Record<string, Shape>;

/** The fields that are read of each resource type. FHIR R4 names; what is not here is not kept. */
export const RESOURCE_SHAPES = {
  Patient: object(() => ({
    resourceType: 'string',
    id: 'string',
    gender: 'string',
    birthDate: 'string',
    deceasedBoolean: 'boolean',
    deceasedDateTime: 'string',
    communication: many(object(() => ({ language: concept, preferred: 'boolean' }))),
    language: 'string',
  })),
  Encounter: object(() => ({
    resourceType: 'string',
    id: 'string',
    status: 'string',
    class: coding,
    subject: reference,
    period,
    reasonCode: many(concept),
    reasonReference: many(reference),
    hospitalization: object(() => ({ admitSource: concept })),
  })),
  Condition: object(() => ({
    resourceType: 'string',
    id: 'string',
    meta,
    clinicalStatus: concept,
    verificationStatus: concept,
    category: many(concept),
    code: concept,
    subject: reference,
    encounter: reference,
    onsetDateTime: 'string',
    onsetPeriod: period,
    abatementDateTime: 'string',
    recordedDate: 'string',
  })),
  MedicationStatement: object(() => ({
    ...medicineOf,
    effectiveDateTime: 'string',
    effectivePeriod: period,
    dateAsserted: 'string',
  })),
  MedicationRequest: object(() => ({
    ...medicineOf,
    intent: 'string',
    doNotPerform: 'boolean',
    authoredOn: 'string',
  })),
  AllergyIntolerance: object(() => ({
    resourceType: 'string',
    id: 'string',
    meta,
    clinicalStatus: concept,
    verificationStatus: concept,
    criticality: 'string',
    code: concept,
    patient: reference,
    recordedDate: 'string',
    reaction: many(object(() => ({ manifestation: many(concept), description: 'string' }))),
  })),
  Observation: object(() => ({
    resourceType: 'string',
    id: 'string',
    meta,
    status: 'string',
    category: many(concept),
    code: concept,
    subject: reference,
    encounter: reference,
    effectiveDateTime: 'string',
    effectiveInstant: 'string',
    effectivePeriod: period,
    issued: 'string',
    ...observedValue,
    component: many(object(() => ({ code: concept, ...observedValue }))),
  })),
  QuestionnaireResponse: object(() => ({
    resourceType: 'string',
    id: 'string',
    meta,
    language: 'string',
    status: 'string',
    subject: reference,
    encounter: reference,
    authored: 'string',
    item: many(answerItem),
  })),
  Medication: medication,
} as const satisfies Record<string, Shape>;
