import type { AnyResource } from '../fhir/fhir-error.ts';
import type { Case } from './case.ts';
import { contextOf } from './case-context.ts';
import { CASES } from './cases.ts';
import { clinicResources } from './clinic.ts';
import { lastingRecord } from './lasting-record.ts';
import { visitRecord } from './visit-record.ts';

export { visitId } from './case-context.ts';

/** Everything that the sandbox clinic starts with, as of `now`. Pure: the same moment gives the same data. */
export function seed(now: Date): AnyResource[] {
  return [...clinicResources(), ...CASES.flatMap((each) => seedCase(each, now))];
}

/**
 * One patient: what lasts (demographics, conditions, medicines, allergies) has an id without a date; what
 * belongs to today's visit has the day in its id, so that yesterday's visit stays as history.
 */
export function seedCase(each: Case, now: Date): AnyResource[] {
  return [...lastingRecord(contextOf(each, now)), ...seedVisit(each, now)];
}

/** Today's visit of one patient alone. */
export function seedVisit(each: Case, now: Date): AnyResource[] {
  return visitRecord(contextOf(each, now));
}
