import type { CodeableConcept, Condition, Observation, QuestionnaireResponse, Reference } from 'fhir/r4';
import type { Coding } from '#terminology/coding.ts';
import type { FactSource } from './clinical-snapshot.ts';
import { codingsOf, hasCode, loincCodes, wordsOf } from './codeable-concept.ts';
import { isTrue } from './condition-truth.ts';
import { listOf } from './data-state.ts';
import { DAY_MS, isFuture, isoOf, readTime, type TimeSpan } from './fhir-time.ts';
import { timeOfObservation } from './observed-values.ts';
import type { PatientData } from './patient-data.ts';
import { type Answer, readAnswers } from './questionnaire-answers.ts';
import { parseReference, referenceTo } from './reference.ts';

/** A piece of the presenting complaint from one source, not yet read. */
export interface ComplaintPart {
  /** Free text or a display. Undefined for an answered question, see `answer`. */
  readonly text?: string;
  readonly answer?: Answer;
  /** Codes that stand for the same thing as the text. */
  readonly codings: readonly Coding[];
  readonly source: FactSource & { readonly origin: 'complaint' | 'questionnaire'; readonly at: string };
}

/**
 * LOINC codes under which a complaint is observed: chief complaint reported 8661-1, narrative 10154-3, reason for
 * visit 29299-5, history of present illness 10164-2, ED triage note 54094-8. From memory: unverified.
 */
const COMPLAINT_CODES = new Set(['8661-1', '10154-3', '29299-5', '10164-2', '54094-8']);
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
/** What some systems record as a condition of every visit, and nobody comes for. */
const NO_COMPLAINT = /\bemploy(?:ed|ment)\b|labou?r force|\beducation\b|armed forces|medication review/i;
const ENCOUNTER_DIAGNOSIS = new Set(['encounter-diagnosis']);

/** What was said before today is another visit. A product default. */
export const COMPLAINT_WINDOW_MS = DAY_MS;

/**
 * Finds every source of the presenting complaint, in the order of design section 3: a pre-screening form, the
 * Encounter's reason, an Observation coded as complaint, a Condition recorded for this encounter.
 *
 * With an encounter, what is linked to it counts; what is linked to none counts within a day; what is linked to
 * another encounter never does. Without one, the newest of each kind within a day.
 *
 * @param asOf - Milliseconds since 1970.
 */
export function findComplaint(data: PatientData, asOf: number): readonly ComplaintPart[] {
  const encounterId = data.encounter.state === 'present' ? data.encounter.value.id : undefined;
  const current = <T extends { id?: string }>(items: readonly T[], describe: (item: T) => Dated) =>
    chooseCurrent(items, describe, { encounterId, asOf });

  const forms = current(listOf(data.questionnaireResponses), ({ authored, meta, encounter, status }) => ({
    time: status === 'entered-in-error' ? undefined : readTime(authored ?? meta?.lastUpdated),
    encounter,
  }));
  const observed = current(
    listOf(data.observations).filter(({ code }) => loincCodes(code).some((one) => COMPLAINT_CODES.has(one))),
    (observation) => ({
      time: isVoid(observation) ? undefined : timeOfObservation(observation),
      encounter: observation.encounter,
    }),
  );
  const diagnoses = current(
    listOf(data.conditions).filter((condition) => isTrue(condition) && isOfVisit(condition, encounterId)),
    ({ recordedDate, onsetDateTime, encounter }) => ({
      time: readTime(recordedDate ?? onsetDateTime),
      encounter,
    }),
  );
  return [
    ...forms.flatMap(({ item, at }) => fromForm(item, at)),
    ...fromEncounter(data, asOf),
    ...observed.flatMap(({ item, at }) => fromObservation(item, at)),
    ...diagnoses.flatMap(({ item, at }) => fromConcept(item.code, sourceOf(item, at))),
  ];
}

interface Dated {
  /** Undefined when it must not be used or cannot be dated. */
  readonly time: TimeSpan | undefined;
  readonly encounter: Reference | undefined;
}

function chooseCurrent<T extends { id?: string }>(
  items: readonly T[],
  describe: (item: T) => Dated,
  { encounterId, asOf }: { readonly encounterId: string | undefined; readonly asOf: number },
): readonly { readonly item: T; readonly at: number }[] {
  const usable = items.flatMap((item) => {
    const { time, encounter } = describe(item);
    if (time === undefined || isFuture(time, asOf)) return [];
    const visit = parseReference(encounter?.reference)?.id;
    const isLinked = encounterId !== undefined && visit === encounterId;
    const isOfOther = encounterId !== undefined && visit !== undefined && visit !== encounterId;
    const isRecent = time.end >= asOf - COMPLAINT_WINDOW_MS;
    return isLinked || (isRecent && !isOfOther) ? [{ item, at: Math.min(time.start, asOf) }] : [];
  });
  const newestFirst = usable.toSorted((a, b) => b.at - a.at);
  if (encounterId !== undefined) return newestFirst;
  // What the nurse answers now has no id yet, and adds to the chart instead of taking its place.
  const stored = newestFirst.filter(({ item }) => item.id !== undefined);
  return [...newestFirst.filter(({ item }) => item.id === undefined), ...stored.slice(0, 1)];
}

function fromForm(response: QuestionnaireResponse, at: number): readonly ComplaintPart[] {
  const reference = referenceTo(response);
  const source = {
    origin: 'questionnaire',
    at: isoOf(at),
    ...(reference === undefined ? {} : { reference }),
  } as const;
  return readAnswers(response).map((answer) => ({ answer, codings: [], source }));
}

/** The reason of the visit, unless the visit is over for more than a day. */
function fromEncounter(data: PatientData, asOf: number): readonly ComplaintPart[] {
  if (data.encounter.state !== 'present') return [];
  const encounter = data.encounter.value;
  const ended = readTime(encounter.period?.end);
  const isOver = ended !== undefined && ended.end < asOf - COMPLAINT_WINDOW_MS;
  if (isOver || encounter.status === 'entered-in-error' || encounter.status === 'cancelled') return [];
  const began = readTime(encounter.period?.start);
  const source = sourceOf(encounter, Math.min(began?.start ?? asOf, asOf));
  return [
    ...(encounter.reasonCode ?? []).flatMap((reason) => fromConcept(reason, source)),
    ...(encounter.reasonReference ?? []).flatMap((reason) => fromReason(reason, data, source)),
  ];
}

function fromReason(
  reason: Reference,
  data: PatientData,
  source: ComplaintPart['source'],
): readonly ComplaintPart[] {
  const target = parseReference(reason.reference);
  const condition = listOf(data.conditions).find(
    ({ id }) => id === target?.id && target?.type === 'Condition',
  );
  if (condition !== undefined && isTrue(condition)) return fromConcept(condition.code, source);
  const observation = listOf(data.observations).find(
    ({ id }) => id === target?.id && target?.type === 'Observation',
  );
  if (observation !== undefined && !isVoid(observation)) {
    return fromObservation(observation, Date.parse(source.at));
  }
  return reason.display === undefined ? [] : [{ text: reason.display, codings: [], source }];
}

function fromObservation(observation: Observation, at: number): readonly ComplaintPart[] {
  const source = sourceOf(observation, at);
  if (observation.valueString !== undefined) {
    return [{ text: observation.valueString, codings: [], source }];
  }
  const coded = fromConcept(observation.valueCodeableConcept, source);
  const isComplaint = loincCodes(observation.code).some((code) => COMPLAINT_CODES.has(code));
  return coded.length > 0 || isComplaint ? coded : fromConcept(observation.code, source);
}

function fromConcept(
  concept: CodeableConcept | undefined,
  source: ComplaintPart['source'],
): readonly ComplaintPart[] {
  const text = wordsOf(concept);
  const codings = codingsOf(concept);
  if (text === undefined && codings.length === 0) return [];
  return [{ ...(text === undefined ? {} : { text }), codings, source }];
}

function sourceOf(resource: { resourceType: string; id?: string }, at: number): ComplaintPart['source'] {
  const reference = referenceTo(resource);
  return { origin: 'complaint', at: isoOf(at), ...(reference === undefined ? {} : { reference }) };
}

/** Linked to this visit, or marked as a diagnosis of a visit: the standing problem list is no complaint. */
function isOfVisit(condition: Condition, encounterId: string | undefined): boolean {
  if (NO_COMPLAINT.test(wordsOf(condition.code) ?? '')) return false;
  const visit = parseReference(condition.encounter?.reference)?.id;
  if (encounterId !== undefined && visit === encounterId) return true;
  return (condition.category ?? []).some((category) => hasCode(category, CATEGORY, ENCOUNTER_DIAGNOSIS));
}

function isVoid({ status }: Observation): boolean {
  return status === 'entered-in-error' || status === 'cancelled';
}
