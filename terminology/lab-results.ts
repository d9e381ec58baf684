/** Kinds of laboratory result that a triage rule reads. */
export const LAB_KINDS = [
  'potassium',
  'sodium',
  'haemoglobin',
  'platelets',
  'inr',
  'lactate',
  'troponin',
  'neutrophils',
  'leukocytes',
  'creatinine',
  'egfr',
  'ketones',
] as const;

export type LabKind = (typeof LAB_KINDS)[number];

interface LabResultKind {
  readonly display: string;
  /** LOINC codes that carry it; those from memory are `unverified`. */
  readonly loinc: readonly string[];
  /** UCUM unit in which every value of this kind is kept after mapping. */
  readonly unit: string;
  /** Outside of these a number is an error of measurement or typing. In `unit`. */
  readonly plausible: readonly [number, number];
  readonly staleAfterHours: number;
}

/** Every laboratory result that is read. Codes as seen in public FHIR data unless noted. */
export const LAB_RESULTS: Readonly<Record<LabKind, LabResultKind>> = {
  potassium: {
    display: 'potassium',
    loinc: ['2823-3', '6298-4'],
    unit: 'mmol/L',
    plausible: [1, 12],
    staleAfterHours: 24,
  },
  sodium: {
    display: 'sodium',
    loinc: ['2951-2', '2947-0'],
    unit: 'mmol/L',
    plausible: [90, 200],
    staleAfterHours: 24,
  },
  haemoglobin: {
    display: 'haemoglobin',
    loinc: ['718-7'],
    unit: 'g/dL',
    plausible: [1, 26],
    staleAfterHours: 48,
  },
  platelets: {
    display: 'platelets',
    loinc: ['777-3'],
    unit: '10*9/L',
    plausible: [0, 3000],
    staleAfterHours: 72,
  },
  inr: { display: 'INR', loinc: ['6301-6'], unit: '{INR}', plausible: [0.5, 25], staleAfterHours: 72 },
  // 2524-7 from memory.
  lactate: {
    display: 'lactate',
    loinc: ['2524-7'],
    unit: 'mmol/L',
    plausible: [0.1, 40],
    staleAfterHours: 12,
  },
  troponin: {
    display: 'high-sensitivity troponin I',
    loinc: ['89579-7'],
    unit: 'ng/L',
    plausible: [0, 100000],
    staleAfterHours: 24,
  },
  // 751-8 from memory.
  neutrophils: {
    display: 'neutrophils',
    loinc: ['751-8'],
    unit: '10*9/L',
    plausible: [0, 200],
    staleAfterHours: 72,
  },
  leukocytes: {
    display: 'white cells',
    loinc: ['6690-2'],
    unit: '10*9/L',
    plausible: [0, 1000],
    staleAfterHours: 72,
  },
  creatinine: {
    display: 'creatinine',
    loinc: ['2160-0', '38483-4'],
    unit: 'umol/L',
    plausible: [5, 3000],
    staleAfterHours: 24 * 90,
  },
  egfr: {
    display: 'eGFR',
    loinc: ['33914-3', '98979-8'],
    unit: 'mL/min/{1.73_m2}',
    plausible: [1, 250],
    staleAfterHours: 24 * 365,
  },
  // 6873-4 from memory.
  ketones: {
    display: 'blood ketones',
    loinc: ['6873-4'],
    unit: 'mmol/L',
    plausible: [0, 20],
    staleAfterHours: 12,
  },
};
