import type { Condition, Encounter, MedicationRequest, MedicationStatement } from 'fhir/r4';
import type { Loaded } from '#fhir-mappers/data-state.ts';
import { conceptText } from './concept-text.ts';

/** One line of a chart list. */
export interface ChartRow {
  readonly reference: string;
  readonly name: string;
  readonly detail: string | undefined;
  readonly when: string | undefined;
}

/** A chart list: rows, a statement that there are none, or that it could not be read (in part). */
export interface Listing {
  readonly rows: readonly ChartRow[];
  /** `complete`: all parts were read. `partly`: some were. `unreadable`: none was. */
  readonly state: 'complete' | 'partly' | 'unreadable';
}

const ENDED = new Set(['inactive', 'resolved', 'remission']);
const NOT_TAKEN = new Set(['entered-in-error', 'stopped', 'completed', 'cancelled', 'not-taken', 'draft']);

/** Active problems, the newest first. */
export function problemList(loaded: Loaded<readonly Condition[]>): Listing {
  if (loaded.state === 'unavailable') return { rows: [], state: 'unreadable' };
  const rows = (loaded.state === 'present' ? loaded.value : [])
    .filter(({ verificationStatus, clinicalStatus }) => {
      const verification = verificationStatus?.coding?.[0]?.code;
      const clinical = clinicalStatus?.coding?.[0]?.code ?? 'active';
      return verification !== 'entered-in-error' && verification !== 'refuted' && !ENDED.has(clinical);
    })
    .map((condition) => ({
      reference: `Condition/${condition.id}`,
      name: conceptText(condition.code) ?? 'unnamed problem',
      detail: conceptText(condition.severity),
      when: condition.onsetDateTime ?? condition.recordedDate,
    }));
  return { rows: newestFirst(unique(rows)), state: 'complete' };
}

/**
 * Medicines in use from both kinds of record (US systems have only requests). A server that does not know one
 * kind has not said that there are none: the list is then `partly` read.
 */
export function medicineList(
  statements: Loaded<readonly MedicationStatement[]>,
  requests: Loaded<readonly MedicationRequest[]>,
): Listing {
  const unread = [statements, requests].filter(({ state }) => state === 'unavailable');
  const notKnown = unread.every((part) => part.state === 'unavailable' && part.code === 'not-supported');
  const all = [...items(statements), ...items(requests)].filter(({ status }) => !NOT_TAKEN.has(status));
  const rows = all.map((item) => ({
    reference: `${item.resourceType}/${item.id}`,
    name:
      conceptText(item.medicationCodeableConcept) ?? item.medicationReference?.display ?? 'unnamed medicine',
    detail: doseOf(item),
    when:
      item.resourceType === 'MedicationRequest'
        ? item.authoredOn
        : (item.effectiveDateTime ?? item.dateAsserted),
  }));
  const state = unread.length === 2 ? 'unreadable' : unread.length === 1 && !notKnown ? 'partly' : 'complete';
  return { rows: newestFirst(unique(rows)), state };
}

/** Past and present visits, the newest first. */
export function visitList(loaded: Loaded<readonly Encounter[]>): Listing {
  if (loaded.state === 'unavailable') return { rows: [], state: 'unreadable' };
  const rows = (loaded.state === 'present' ? loaded.value : [])
    .filter(({ status }) => status !== 'entered-in-error')
    .map((visit) => ({
      reference: `Encounter/${visit.id}`,
      name: conceptText(visit.reasonCode?.[0]) ?? conceptText(visit.type?.[0]) ?? 'Visit',
      detail: [visit.class?.display ?? visit.class?.code, visit.status].filter(Boolean).join(', '),
      when: visit.period?.start,
    }));
  const isPart = loaded.state === 'present' && loaded.partial === true;
  return { rows: newestFirst(rows), state: isPart ? 'partly' : 'complete' };
}

function items<T>(loaded: Loaded<readonly T[]>): readonly T[] {
  return loaded.state === 'present' ? loaded.value : [];
}

function doseOf(item: MedicationStatement | MedicationRequest): string | undefined {
  const dosage = item.resourceType === 'MedicationRequest' ? item.dosageInstruction : item.dosage;
  return dosage?.[0]?.text;
}

function unique(rows: readonly ChartRow[]): readonly ChartRow[] {
  const seen = new Set<string>();
  return rows.filter(({ name }) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

function newestFirst(rows: readonly ChartRow[]): readonly ChartRow[] {
  return rows.toSorted((a, b) => (b.when ?? '').localeCompare(a.when ?? ''));
}
