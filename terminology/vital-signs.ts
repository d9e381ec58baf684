/** Kinds of measurement that triage reads, by the name used throughout the project. */
export const VITAL_KINDS = [
  'systolic',
  'diastolic',
  'heart-rate',
  'respiratory-rate',
  'temperature',
  'spo2',
  'glucose',
  'pain',
  'gcs',
  'consciousness',
  'weight',
  'inhaled-oxygen',
  'peak-flow-percent',
  'capillary-refill',
] as const;

export type VitalKind = (typeof VITAL_KINDS)[number];

interface VitalSign {
  readonly display: string;
  /** LOINC codes that carry it. The first is the one we write. */
  readonly loinc: readonly string[];
  /** UCUM unit in which every value of this kind is kept after mapping. */
  readonly unit: string;
  /** Outside of these a number is an error of measurement or typing, not a patient. In `unit`. */
  readonly plausible: readonly [number, number];
  /** Older than this, hours, and the value is stale. A product default; a clinic may change it. */
  readonly staleAfterHours: number;
}

/**
 * Every vital sign that is read, with its codes, unit and limits.
 *
 * LOINC codes as listed in HL7's vital-signs profile and seen in public FHIR data; those from memory are
 * noted in `fhir-mappers/README.md`. `consciousness` is kept as a number: A=0, C=1, V=2, P=3, U=4 (ACVPU).
 */
export const VITAL_SIGNS: Readonly<Record<VitalKind, VitalSign>> = {
  systolic: {
    display: 'systolic blood pressure',
    loinc: ['8480-6', '8459-0', '8460-8', '8461-6'],
    unit: 'mm[Hg]',
    plausible: [30, 320],
    staleAfterHours: 4,
  },
  diastolic: {
    display: 'diastolic blood pressure',
    loinc: ['8462-4', '8453-3', '8454-1', '8455-8'],
    unit: 'mm[Hg]',
    plausible: [10, 220],
    staleAfterHours: 4,
  },
  'heart-rate': {
    display: 'heart rate',
    loinc: ['8867-4', '8889-8'],
    unit: '/min',
    plausible: [10, 350],
    staleAfterHours: 4,
  },
  'respiratory-rate': {
    display: 'respiratory rate',
    loinc: ['9279-1'],
    unit: '/min',
    plausible: [2, 120],
    staleAfterHours: 4,
  },
  temperature: {
    display: 'temperature',
    loinc: ['8310-5', '8331-1', '8332-9', '8333-7', '8328-7'],
    unit: 'Cel',
    plausible: [20, 45],
    staleAfterHours: 8,
  },
  spo2: {
    display: 'oxygen saturation',
    loinc: ['59408-5', '2708-6'],
    unit: '%',
    plausible: [30, 100],
    staleAfterHours: 4,
  },
  glucose: {
    display: 'glucose',
    loinc: ['41653-7', '2339-0', '2345-7', '2340-8', '32016-8', '15074-8', '14749-6', '14743-9'],
    unit: 'mmol/L',
    plausible: [0.3, 90],
    staleAfterHours: 4,
  },
  pain: {
    display: 'pain',
    loinc: ['72514-3', '38208-5'],
    unit: '{score}',
    plausible: [0, 10],
    staleAfterHours: 4,
  },
  gcs: {
    display: 'Glasgow coma scale',
    loinc: ['9269-2'],
    unit: '{score}',
    plausible: [3, 15],
    staleAfterHours: 4,
  },
  consciousness: {
    display: 'level of consciousness',
    loinc: ['67775-7', '80288-4'],
    unit: '{score}',
    plausible: [0, 4],
    staleAfterHours: 4,
  },
  weight: {
    display: 'weight',
    loinc: ['29463-7', '3141-9'],
    unit: 'kg',
    plausible: [0.3, 500],
    staleAfterHours: 24 * 365,
  },
  'inhaled-oxygen': {
    display: 'inhaled oxygen',
    loinc: ['3151-8', '3150-6', '3150-0'],
    unit: 'L/min',
    plausible: [0, 100],
    staleAfterHours: 4,
  },
  'peak-flow-percent': {
    display: 'peak flow, percent of best',
    loinc: [],
    unit: '%',
    plausible: [1, 200],
    staleAfterHours: 4,
  },
  'capillary-refill': {
    display: 'capillary refill',
    loinc: ['44963-7'],
    unit: 's',
    plausible: [0, 20],
    staleAfterHours: 4,
  },
};
