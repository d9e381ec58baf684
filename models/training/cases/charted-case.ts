import type {
  Bundle,
  Condition,
  FhirResource,
  MedicationStatement,
  Observation,
  Patient,
  Resource,
} from 'fhir/r4';
import type { Loaded } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import type { Case } from './generate.ts';

const SUBJECT = { reference: 'Patient/case' };
const LOINC = 'http://loinc.org';
const YEAR = 365.25 * 86_400_000;

/** LOINC code and UCUM unit of the coded vital signs. */
const VITALS: Readonly<Record<string, readonly [code: string, unit: string]>> = {
  sbp: ['8480-6', 'mm[Hg]'],
  dbp: ['8462-4', 'mm[Hg]'],
  hr: ['8867-4', '/min'],
  rr: ['9279-1', '/min'],
  spo2: ['59408-5', '%'],
  tempC: ['8310-5', 'Cel'],
  pain: ['72514-3', '{score}'],
  gcs: ['9269-2', '{score}'],
  glucose: ['15074-8', 'mmol/L'],
};

/** What of a case stands in its chart. */
export type ChartedCase = Pick<Case, 'text' | 'ageYears' | 'sex' | 'conditions' | 'medications'> & {
  readonly vitals: Readonly<Record<string, number | string>>;
};

/** The resources that an EHR would hold for a case: its words as the reported complaint, its chart, its vital signs. */
export function caseData(one: ChartedCase, asOf: Date): PatientData {
  const birth = new Date(asOf.getTime() - one.ageYears * YEAR - 43_200_000);
  return {
    patient: present<Patient>({
      resourceType: 'Patient',
      id: 'case',
      gender: one.sex,
      birthDate: birth.toISOString().slice(0, 10),
    }),
    encounter: { state: 'known-empty' },
    conditions: several(one.conditions.map(conditionOf)),
    medicationStatements: several(one.medications.map(medicineOf)),
    medicationRequests: { state: 'known-empty' },
    allergies: { state: 'known-empty' },
    observations: several([
      observation('complaint', '8661-1', { valueString: one.text }, asOf),
      ...Object.entries(one.vitals).flatMap(([name, value]) => vitalOf(name, value, asOf)),
    ]),
    questionnaireResponses: { state: 'known-empty' },
  };
}

/** The same resources as the prefetch of a hook call. */
export function casePrefetch(one: ChartedCase, asOf: Date): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(caseData(one, asOf)).map(
      ([key, loaded]: [string, Loaded<Resource | readonly Resource[]>]) => [
        key,
        loaded.state === 'present'
          ? Array.isArray(loaded.value)
            ? searchset(loaded.value)
            : loaded.value
          : null,
      ],
    ),
  );
}

function vitalOf(name: string, value: number | string, asOf: Date): readonly Observation[] {
  if (name === 'avpu') return [observation(name, '67775-7', { valueString: String(value) }, asOf)];
  const known = VITALS[name];
  if (known === undefined || typeof value !== 'number') return [];
  const [code, unit] = known;
  const valueQuantity = { value, unit, code: unit, system: 'http://unitsofmeasure.org' };
  return [observation(name, code, { valueQuantity }, asOf)];
}

function observation(id: string, code: string, value: Partial<Observation>, asOf: Date): Observation {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: SUBJECT,
    code: { coding: [{ system: LOINC, code }] },
    effectiveDateTime: asOf.toISOString(),
    ...value,
  };
}

function conditionOf(text: string, index: number): Condition {
  const system = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
  return {
    resourceType: 'Condition',
    id: `c${index}`,
    subject: SUBJECT,
    code: { text },
    clinicalStatus: { coding: [{ system, code: 'active' }] },
  };
}

function medicineOf(text: string, index: number): MedicationStatement {
  return {
    resourceType: 'MedicationStatement',
    id: `m${index}`,
    status: 'active',
    subject: SUBJECT,
    medicationCodeableConcept: { text },
  };
}

function present<T>(value: T): Loaded<T> {
  return { state: 'present', value };
}

function several<T>(values: readonly T[]): Loaded<readonly T[]> {
  return values.length === 0 ? { state: 'known-empty' } : present(values);
}

function searchset(resources: readonly Resource[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({ resource: resource as FhirResource })),
  };
}
