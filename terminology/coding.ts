/** One code of one code system, as FHIR's `Coding` carries it. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** Canonical base of everything that Prescreen itself defines. */
export const PRESCREEN_BASE = 'https://prescreen.org/fhir';

/** Code systems by the name that this project uses for them. */
export const SYSTEMS = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  ucum: 'http://unitsofmeasure.org',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  v3ObservationValue: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  concept: `${PRESCREEN_BASE}/CodeSystem/triage-concept`,
  priority: `${PRESCREEN_BASE}/CodeSystem/triage-priority`,
  rule: `${PRESCREEN_BASE}/CodeSystem/triage-rule`,
  overrideReason: `${PRESCREEN_BASE}/CodeSystem/override-reason`,
  taskCode: `${PRESCREEN_BASE}/CodeSystem/triage-task`,
  topic: `${PRESCREEN_BASE}/CodeSystem/card-topic`,
} as const;
