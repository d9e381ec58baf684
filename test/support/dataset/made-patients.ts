import type { FhirResource } from 'fhir/r4';
import type { Case } from '#models/training/cases/generate.ts';
import { generateCases } from '#models/training/cases/generate.ts';
import { chanceOf, hashOf } from '#models/training/cases/random.ts';
import { planter } from '#models/training/dataset/evaluate/plants.ts';

const DAY_MS = 86_400_000;
const VITALS: Readonly<Record<string, readonly [code: string, display: string, unit: string]>> = {
  sbp: ['8480-6', 'Systolic blood pressure', 'mm[Hg]'],
  dbp: ['8462-4', 'Diastolic blood pressure', 'mm[Hg]'],
  hr: ['8867-4', 'Heart rate', '/min'],
  rr: ['9279-1', 'Respiratory rate', '/min'],
  spo2: ['59408-5', 'Oxygen saturation', '%'],
  tempC: ['8310-5', 'Body temperature', 'Cel'],
};

/** A made patient with the visit that is concluded. */
export interface MadePatient {
  readonly id: string;
  readonly encounterId: string;
  readonly at: string;
  readonly case: Case;
  readonly resources: readonly FhirResource[];
  /** What of the patient stands in fields and in the complaint, to be looked for in the dataset. */
  readonly planted: readonly string[];
}

/**
 * Charts around cases of the generator, of people who do not exist: names, addresses, telephones, and a complaint whose
 * text tells some of them.
 *
 * @param now - The visits lie in the 300 days before it.
 */
export function madePatients(count: number, seed: number, now: Date): readonly MadePatient[] {
  const plant = planter('report');
  const cases = generateCases(seed, 1).filter(({ split }) => split === 'tune');
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceOf(hashOf(`made ${seed} ${index}`));
    const one = chance.pick(cases);
    const say = (slot: string): string => plant(slot, chance).text;
    const [given, family, phone, street, city, mrn, relative] = [
      say('first'),
      say('last'),
      say('phone'),
      say('street'),
      say('city'),
      say('mrn'),
      say('first'),
    ];
    const at = new Date(now.getTime() - chance.whole(1, 300) * DAY_MS).toISOString();
    const id = `made-${seed}-${index}`;
    const encounterId = `${id}-visit`;
    const subject = { reference: `Patient/${id}`, display: `${given} ${family}` };
    const birth = new Date(Date.parse(at) - one.ageYears * 365.25 * DAY_MS - DAY_MS)
      .toISOString()
      .slice(0, 10);
    const told = chance.pick([
      `${one.text} Brought in by ${relative}.`,
      `${given} ${family}, MRN ${mrn}. ${one.text}`,
      `${one.text} Call back on ${phone}.`,
      `Lives at ${street}, ${city}. ${one.text}`,
      one.text,
    ]);
    const resources: FhirResource[] = [
      {
        resourceType: 'Patient',
        id,
        identifier: [{ system: 'urn:example:mrn', value: mrn }],
        name: [{ given: [given], family }],
        gender: one.sex,
        birthDate: birth,
        telecom: [{ system: 'phone', value: phone }],
        address: [{ line: [street], city, state: 'OH' }],
        contact: [{ name: { given: [relative], family } }],
      },
      {
        resourceType: 'Encounter',
        id: encounterId,
        status: 'finished',
        class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
        subject,
        period: { start: at },
        reasonCode: [{ text: told }],
      },
      ...one.conditions.map(
        (text, at_): FhirResource => ({
          resourceType: 'Condition',
          id: `${id}-condition-${at_}`,
          clinicalStatus: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
          },
          code: { text },
          subject,
        }),
      ),
      ...one.medications.map(
        (text, at_): FhirResource => ({
          resourceType: 'MedicationStatement',
          id: `${id}-medicine-${at_}`,
          status: 'active',
          medicationCodeableConcept: { text },
          subject,
        }),
      ),
      ...Object.entries(one.vitals).flatMap(([name, value]): FhirResource[] => {
        const [code, display, unit] = VITALS[name] ?? [];
        if (code === undefined || typeof value !== 'number') return [];
        return [
          {
            resourceType: 'Observation',
            id: `${id}-${name.toLowerCase()}`,
            status: 'final',
            code: { coding: [{ system: 'http://loinc.org', code, display }] },
            subject,
            encounter: { reference: `Encounter/${encounterId}` },
            effectiveDateTime: at,
            valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
          },
        ];
      }),
    ];
    return {
      id,
      encounterId,
      at,
      case: one,
      resources,
      planted: [given, family, phone, street, city, mrn, relative],
    };
  });
}
