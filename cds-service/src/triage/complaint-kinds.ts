import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';

/** Kinds of concept that are a complaint of their own; the others colour one. */
const COMPLAINT_KINDS: ReadonlySet<string> = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'mechanism',
  'exposure',
  'behaviour',
  'minor',
  'administrative',
]);

/** True for a concept that somebody comes with, not one that only says how or to whom. */
export function isComplaint(concept: string): boolean {
  const kind = lookUpConcept(concept)?.kind;
  return kind !== undefined && COMPLAINT_KINDS.has(kind);
}
