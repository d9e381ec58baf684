import { randomUUID } from 'node:crypto';
import type { Observation } from 'fhir/r4';
import type { AnyResource } from '../sandbox-ehr/fhir/fhir-error.ts';

const PAINS = ['sharp', 'dull', 'burning', 'cramping', 'throbbing', 'stabbing', 'aching', 'squeezing'];
const PLACES = [
  'chest',
  'right lower belly',
  'left knee',
  'lower back',
  'head',
  'throat',
  'left ear',
  'right wrist',
  'jaw',
  'calf',
  'shoulder',
  'hip',
];
const TIMES = [
  'since this morning',
  'for two days',
  'for an hour',
  'on and off for weeks',
  'since last night',
  'after lifting a box',
];
const BESIDES = [
  'no fever',
  'feels sick',
  'a little dizzy',
  'can walk',
  'worse when moving',
  'no trouble breathing',
  'sweating',
  'did not sleep',
];

/** The n-th of several thousand distinct complaints, then numbered ones. Our own words. */
export function complaint(n: number): string {
  const pick = (list: readonly string[], step: number) => list[Math.floor(n / step) % list.length] as string;
  const places = PLACES.length;
  const text = `${pick(PAINS, places)} pain in the ${pick(PLACES, 1)} ${pick(TIMES, places * 8)}, ${pick(BESIDES, places * 48)}`;
  const round = Math.floor(n / (places * 8 * 6 * 8));
  return round === 0 ? text : `${text}, visit ${round + 1} this year`;
}

const UCUM = 'http://unitsofmeasure.org';
const LOINC = 'http://loinc.org';
const VITALS = [
  ['8480-6', 128, 'mm[Hg]'],
  ['8462-4', 78, 'mm[Hg]'],
  ['8867-4', 84, '/min'],
  ['9279-1', 16, '/min'],
  ['59408-5', 97, '%'],
  ['8310-5', 36.9, 'Cel'],
] as const;

/** A synthetic chart of about `size` resources: problems, medicines, allergies and years of measurements. */
export function chartOf(patient: string, size: number): AnyResource[] {
  const subject = { reference: `Patient/${patient}` };
  const fixed = [
    {
      resourceType: 'Patient',
      id: patient,
      gender: 'female',
      birthDate: '1957-03-09',
      name: [{ family: 'Bench', given: ['Ada'] }],
    },
    ...['Hypertension', 'Type 2 diabetes mellitus', 'Osteoarthritis of knee', 'Hypothyroidism'].map(
      (text, index) => ({
        resourceType: 'Condition',
        id: `${patient}-c${index}`,
        subject,
        code: { text },
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
      }),
    ),
    ...[
      'metformin 500 MG Oral Tablet',
      'lisinopril 10 MG Oral Tablet',
      'levothyroxine 50 MCG Oral Tablet',
    ].map((text, index) => ({
      resourceType: 'MedicationRequest',
      id: `${patient}-m${index}`,
      status: 'active',
      intent: 'order',
      subject,
      medicationCodeableConcept: { text },
    })),
    {
      resourceType: 'AllergyIntolerance',
      id: `${patient}-a0`,
      patient: subject,
      code: { text: 'Penicillin' },
      clinicalStatus: {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' },
        ],
      },
    },
  ];
  const now = Date.now();
  const measured = Array.from({ length: size - fixed.length }, (_, index) => {
    const [code, value, unit] = VITALS[index % VITALS.length] as (typeof VITALS)[number];
    return {
      resourceType: 'Observation',
      id: `${patient}-o${index}`,
      status: 'final',
      category: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
          ],
        },
      ],
      code: { coding: [{ system: LOINC, code }] },
      subject,
      effectiveDateTime: new Date(
        now - Math.floor(index / VITALS.length) * 86_400_000 * 11 - 600_000,
      ).toISOString(),
      valueQuantity: { value, unit, system: UCUM, code: unit },
    } satisfies Observation;
  });
  return [...fixed, ...measured] as AnyResource[];
}

interface BodyInput {
  readonly chart: readonly AnyResource[];
  readonly text: string;
  /** Where the service reads everything but the complaint. Without it everything is prefetched. */
  readonly fhir?: { readonly url: string; readonly accessToken: string };
}

const KEYS = {
  conditions: 'Condition',
  medicationStatements: 'MedicationStatement',
  medicationRequests: 'MedicationRequest',
  allergies: 'AllergyIntolerance',
  observations: 'Observation',
} as const;

/** A patient-view call. The complaint always travels as an answered questionnaire, so that it can differ each time. */
export function hookBody({ chart, text, fhir }: BodyInput): string {
  const patient = chart[0]?.id ?? 'unknown';
  const questionnaireResponses = searchset([
    {
      resourceType: 'QuestionnaireResponse',
      id: 'qr',
      status: 'completed',
      subject: { reference: `Patient/${patient}` },
      authored: new Date().toISOString(),
      item: [{ linkId: 'complaint', text: 'What brings you here today?', answer: [{ valueString: text }] }],
    } as AnyResource,
  ]);
  const lists = Object.fromEntries(
    Object.entries(KEYS).map(([key, type]) => [
      key,
      searchset(chart.filter(({ resourceType }) => resourceType === type)),
    ]),
  );
  return JSON.stringify({
    hook: 'patient-view',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/ana-diaz', patientId: patient },
    ...(fhir === undefined
      ? { prefetch: { patient: chart[0], ...lists, questionnaireResponses } }
      : {
          prefetch: { questionnaireResponses },
          fhirServer: fhir.url,
          fhirAuthorization: {
            access_token: fhir.accessToken,
            token_type: 'Bearer',
            expires_in: 3600,
            scope: 'patient/*.rs',
            subject: 'prescreen-cds',
            patient,
          },
        }),
  });
}

function searchset(resources: readonly AnyResource[]): object {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({ resource })),
  };
}
