import type { Case } from './case.ts';

/** What the resources of one case share. */
export interface CaseContext {
  readonly each: Case;
  readonly now: Date;
  readonly subject: { readonly reference: string; readonly display: string };
  /** Today's visit. */
  readonly encounter: { readonly reference: string };
}

const MINUTE = 60_000;

export function contextOf(each: Case, now: Date): CaseContext {
  return {
    each,
    now,
    subject: { reference: `Patient/${each.id}`, display: `${each.given} ${each.family}` },
    encounter: { reference: `Encounter/${visitId(each.id, now)}` },
  };
}

/** The instant so many minutes before now. */
export function ago({ now }: CaseContext, minutes: number): string {
  return new Date(now.getTime() - minutes * MINUTE).toISOString();
}

/** The day of a visit in the machine's zone, as it stands in ids: `20261121`. */
export function dayOf(now: Date): string {
  return dateOf(now).replaceAll('-', '');
}

/** `2026-11-21` in the machine's zone. */
export function dateOf(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Id of a case's visit on the day of `now`. */
export function visitId(caseId: string, now: Date): string {
  return `${caseId}-visit-${dayOf(now)}`;
}
