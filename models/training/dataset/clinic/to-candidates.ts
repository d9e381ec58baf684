import type {
  AllergyIntolerance,
  ClinicalImpression,
  Condition,
  Encounter,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
  QuestionnaireResponse,
  Resource,
  Task,
} from 'fhir/r4';
import { REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import type { ClinicalSnapshot, MedicineFact } from '#fhir-mappers/clinical-snapshot.ts';
import { KNOWN_EMPTY, type Loaded, listOf, present, unavailable } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { parseReference } from '#fhir-mappers/reference.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { EXTENSIONS } from '#fhir-mappers/write-back/impression.ts';
import { PRIORITIES, type Priority } from '#terminology/priority.ts';
import { RULES_VERSION } from '../deidentify/deidentify-text.ts';
import { ageBandOf, type Candidate, type DERIVED, INSTRUCTION } from '../example.ts';
import {
  type Facts,
  writeActions,
  writeConcerns,
  writePerson,
  writeQuestions,
  writeVitals,
} from '../write-parts.ts';

/** De-identified resources of one patient. */
export interface Chart {
  /** Pseudonym of the patient. */
  readonly patient: string;
  readonly resources: readonly Resource[];
  /** Types that the export has for anybody: a type that is there for others is known to be empty here. */
  readonly exported: ReadonlySet<string>;
  /** Pseudonymous ids of the impressions that carry a signature. */
  readonly signed: ReadonlySet<string>;
}

/** Why an impression gave no example. */
export type Refusal =
  | 'not-signed'
  | 'amended'
  | 'not-completed'
  | 'no-priority'
  | 'no-complaint'
  | 'no-patient'
  | 'no-time';

/**
 * One candidate for each signed conclusion of a chart: the facts as they stood then, and what the nurse concluded.
 *
 * An impression that a later one corrects is not used; the correction is.
 */
export function candidatesOf(
  chart: Chart,
  licence: string,
  onRefused: (impression: string, why: Refusal) => void,
): readonly Candidate[] {
  const impressions = ofType<ClinicalImpression>(chart, 'ClinicalImpression');
  const amended = new Set(
    impressions.flatMap(({ previous }) => parseReference(previous?.reference)?.id ?? []),
  );
  return impressions.flatMap((impression) => {
    const id = impression.id ?? '';
    const result = candidateOf(chart, impression, amended);
    if (typeof result === 'string') {
      onRefused(id, result);
      return [];
    }
    return [{ ...result, example: { ...result.example, metadata: { ...result.example.metadata, licence } } }];
  });
}

function candidateOf(
  chart: Chart,
  impression: ClinicalImpression,
  amended: ReadonlySet<string>,
): Candidate | Refusal {
  const { id = '', status, effectiveDateTime: asOf } = impression;
  if (status !== 'completed') return 'not-completed';
  if (amended.has(id)) return 'amended';
  if (!chart.signed.has(id)) return 'not-signed';
  const priority = priorityOf(impression);
  if (priority === undefined) return 'no-priority';
  if (asOf === undefined || Number.isNaN(Date.parse(asOf))) return 'no-time';
  const data = dataAsOf(chart, asOf, parseReference(impression.encounter?.reference)?.id);
  if (data.patient.state !== 'present') return 'no-patient';
  const snapshot = takeSnapshot(data, { asOf, hook: 'patient-view' });
  if (snapshot.complaint.state !== 'present') return 'no-complaint';
  const input = inputOf(snapshot, snapshot.complaint.value.text);
  const facts: Facts = {
    ageYears: snapshot.patient.ageYears,
    sex: snapshot.patient.sex,
    measured: snapshot.measurements,
    findings: snapshot.findings,
    input,
    pregnancyKnown: snapshot.pregnancy.state !== 'unknown',
    medicinesTold: false,
  };
  const gold = goldOf(chart, impression);
  const derived = (Object.keys(gold) as (typeof DERIVED)[number][]).filter((part) => gold[part].length === 0);
  return {
    time: asOf,
    example: {
      instruction: INSTRUCTION,
      input,
      output: {
        priority,
        keyConcerns: gold.keyConcerns.length > 0 ? gold.keyConcerns : writeConcerns(facts),
        questions: gold.questions.length > 0 ? gold.questions : writeQuestions(facts),
        recommendedActions:
          gold.recommendedActions.length > 0 ? gold.recommendedActions : writeActions(priority, facts),
        reviewStatement: REVIEW_STATEMENT,
      },
      metadata: {
        id: `clinic/${chart.patient}/${id}`,
        schema: '1',
        source: 'clinic',
        split: 'train',
        group: `patient/${chart.patient}`,
        demographics: { ageBand: ageBandOf(snapshot.patient.ageYears), sex: snapshot.patient.sex },
        provenance: {
          origin: 'fhir/ClinicalImpression',
          gold: 'signed-impression',
          ...(derived.length === 0 ? {} : { derived }),
          deidentification: RULES_VERSION,
        },
        licence: '',
      },
    },
  };
}

function inputOf(snapshot: ClinicalSnapshot, complaint: string): Candidate['example']['input'] {
  const { patient, pregnancy, conditions, medicines, allergies } = snapshot;
  const active = listOf(conditions).filter(({ active }) => active);
  return {
    history: [
      writePerson(patient.ageYears, patient.sex),
      ...(pregnancy.state === 'unknown' || pregnancy.state === 'not-pregnant'
        ? []
        : [`${pregnancy.state}${pregnancy.weeks === undefined ? '' : `, ${pregnancy.weeks} weeks`}`]),
      ...(conditions.state === 'unavailable'
        ? ['conditions unknown']
        : [...new Set(active.map(({ display }) => display))]),
    ],
    symptoms: complaint,
    vitals: writeVitals(snapshot.measurements, patient.ageYears),
    medicines:
      medicines.state === 'unavailable'
        ? null
        : [
            ...new Set(
              listOf(medicines)
                .filter(isMedicine)
                .map(({ display }) => display),
            ),
          ],
    allergies:
      allergies.state === 'present'
        ? [...new Set(listOf(allergies).map(({ display }) => display))]
        : snapshot.noKnownAllergies
          ? []
          : null,
  };
}

/** A medicine of the list, or one that the complaint names and the terminology knows. */
function isMedicine({ active, source, ingredients }: MedicineFact): boolean {
  return active && (source.origin === 'chart' || ingredients.length > 0);
}

function priorityOf({ extension }: ClinicalImpression): Priority | undefined {
  const coded = extension?.find(({ url }) => url === EXTENSIONS.priority)?.valueCodeableConcept?.coding?.[0]
    ?.code;
  return PRIORITIES.find((priority) => priority === coded);
}

/** What the nurse wrote: findings that stand, questions that were asked, steps of the Tasks. */
function goldOf(
  chart: Chart,
  { id, finding, note }: ClinicalImpression,
): Record<(typeof DERIVED)[number], string[]> {
  const tasks = ofType<Task>(chart, 'Task').filter(
    ({ focus }) => parseReference(focus?.reference)?.id === id,
  );
  const concerns = (finding ?? []).flatMap(({ itemCodeableConcept }) => itemCodeableConcept?.text ?? []);
  const asked = (note ?? []).flatMap(({ text }) => /^[^?]{3,300}\?/u.exec(text)?.[0] ?? []);
  const steps = tasks.flatMap(({ note: notes, code }) => {
    const written = (notes ?? []).flatMap(({ text }) => (text.trim() === '' ? [] : [text]));
    return written.length > 0 || code?.coding?.[0]?.code === 'handover' ? written : [code?.text ?? ''];
  });
  return {
    keyConcerns: [...new Set(concerns)].filter((text) => text !== ''),
    questions: [...new Set(asked)],
    recommendedActions: [...new Set(steps)].filter((text) => text !== ''),
  };
}

/** The chart as it stood at an instant: what was recorded later is not there yet. */
function dataAsOf(chart: Chart, asOf: string, encounterId: string | undefined): PatientData {
  const instant = Date.parse(asOf);
  const upTo = <T extends Resource>(
    type: string,
    timeOf: (resource: T) => string | undefined,
  ): Loaded<readonly T[]> => {
    if (!chart.exported.has(type)) return unavailable('not-provided');
    const items = ofType<T>(chart, type).filter((resource) => {
      const time = Date.parse(timeOf(resource) ?? '');
      return Number.isNaN(time) || time <= instant;
    });
    return items.length === 0 ? KNOWN_EMPTY : present(items);
  };
  const patient = ofType<Patient>(chart, 'Patient')[0];
  const encounter = ofType<Encounter>(chart, 'Encounter').find(({ id }) => id === encounterId);
  return {
    patient: patient === undefined ? unavailable('not-provided') : present(patient),
    encounter: encounter === undefined ? KNOWN_EMPTY : present(encounter),
    conditions: upTo<Condition>('Condition', ({ recordedDate }) => recordedDate),
    medicationStatements: upTo<MedicationStatement>(
      'MedicationStatement',
      ({ dateAsserted }) => dateAsserted,
    ),
    medicationRequests: upTo<MedicationRequest>('MedicationRequest', ({ authoredOn }) => authoredOn),
    allergies: upTo<AllergyIntolerance>('AllergyIntolerance', ({ recordedDate }) => recordedDate),
    observations: upTo<Observation>(
      'Observation',
      ({ effectiveDateTime, effectiveInstant, effectivePeriod, issued }) =>
        effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.start ?? issued,
    ),
    questionnaireResponses: upTo<QuestionnaireResponse>('QuestionnaireResponse', ({ authored }) => authored),
  };
}

function ofType<T extends Resource>({ resources }: Chart, type: string): readonly T[] {
  return resources.filter(({ resourceType }) => resourceType === type) as unknown as readonly T[];
}
