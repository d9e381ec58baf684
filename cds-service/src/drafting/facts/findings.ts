import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Finding, FindingState } from '#fhir-mappers/clinical-snapshot.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import type { ConceptKind } from '#terminology/lexicon/concept.ts';
import { isA, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { NewFact } from './background.ts';

/** What a handover speaks of; sites, onset, course and the like belong to a finding and are no finding of their own. */
const TOLD: ReadonlySet<ConceptKind> = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'history',
  'mechanism',
  'exposure',
  'device',
  'pregnancy',
  'behaviour',
]);

const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  present: 'Reported',
  uncertain: 'Possibly',
  absent: 'Denied',
  past: 'In the past',
  family: 'In the family',
  hypothetical: 'Feared or asked about',
  'other-person': 'About another person',
};

/** More findings than this help nobody; those that decided the priority stand first. */
const MOST = 18;

/**
 * What was reported, denied, past or of the family, once each, with the details that the words give.
 *
 * Of several findings read from the same words the one that a rule used is told, else the most specific.
 */
export function findingFacts(assessment: Assessment): readonly NewFact[] {
  const details = detailsOf(assessment);
  const decisive = decisiveSpans(assessment);
  const told: Assessment['findings'][number][] = [];
  for (const finding of assessment.findings) {
    const kind = lookUpConcept(finding.code)?.kind;
    if (kind !== undefined && !TOLD.has(kind)) continue;
    // Told as a fact of its own, with the weeks.
    if (finding.code === 'pregnant') continue;
    if (finding.state === 'hypothetical' || finding.state === 'other-person') continue;
    const same = told.findIndex((other) => isSame(other, finding));
    if (same < 0) told.push(finding);
    else if (isA(finding.code, told[same]!.code)) told[same] = finding;
  }
  const specific = told.filter(
    (finding) => !told.some((other) => other.state === finding.state && saysMore(other, finding)),
  );
  return specific
    .map((finding) => ({ finding, weight: weightOf(finding, decisive) }))
    .sort((a, b) => a.weight - b.weight)
    .slice(0, MOST)
    .map(({ finding }) => toFact(finding, details.get(keyOf(finding)) ?? []));
}

type Read = Assessment['findings'][number];

function isSame(a: Read, b: Read): boolean {
  if (a.state !== b.state) return false;
  if (a.code === b.code || a.display === b.display) return true;
  const sameWords =
    a.source.reference === b.source.reference && String(a.source.span) === String(b.source.span);
  return sameWords && a.source.span !== undefined;
}

/** True when `other` is a narrower finding, or has every word of this one's name and more. */
function saysMore(other: Read, finding: Read): boolean {
  if (other.code === finding.code) return false;
  const words = other.display.split(' ');
  const own = finding.display.split(' ');
  return (
    isA(other.code, finding.code) || (own.length < words.length && own.every((word) => words.includes(word)))
  );
}

/** Present before denied before past; what a rule used before what none did. */
function weightOf(finding: Read, decisive: ReadonlySet<string>): number {
  const order: readonly FindingState[] = ['present', 'uncertain', 'absent', 'past', 'family'];
  return order.indexOf(finding.state) * 2 + (decisive.has(String(finding.source.span)) ? 0 : 1);
}

function decisiveSpans({ rules, reasons }: Assessment): ReadonlySet<string> {
  const facts = [...rules, ...reasons].flatMap((one) => one.facts);
  return new Set(facts.flatMap(({ source }) => (source?.span === undefined ? [] : [String(source.span)])));
}

function keyOf({ code, state, source }: Pick<Read, 'code' | 'state' | 'source'>): string {
  return `${code}|${state}|${source.span === undefined ? '' : source.span[0]}`;
}

/** Onset, course, severity, duration and side, read again from the words: the assessment carries codes only. */
function detailsOf({ complaint, asOf }: Assessment): ReadonlyMap<string, readonly string[]> {
  const read =
    complaint === undefined ? [] : readNarrative(complaint.text, { asOf, origin: 'complaint' }).findings;
  return new Map(
    read.map((finding) => [
      keyOf({ code: finding.concept, state: finding.state, source: finding.source as Read['source'] }),
      wordsOfDetails(finding),
    ]),
  );
}

function wordsOfDetails({
  onset,
  course,
  severity,
  durationHours,
  sites,
  concept,
}: Finding): readonly string[] {
  const display = lookUpConcept(concept)?.display ?? '';
  const placed = (sites ?? []).filter((site) => SIDES.has(site) && !display.includes(site));
  return [
    ...(severity === undefined || display.includes(severity) ? [] : [severity]),
    ...(onset === undefined || display.includes(onset) ? [] : [`${onset} onset`]),
    ...(course === undefined ? [] : [COURSE[course]]),
    ...placed.map((side) => `${side} side`),
    ...(durationHours === undefined ? [] : [`for ${durationWords(durationHours)}`]),
  ];
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right']);

const COURSE: Readonly<Record<NonNullable<Finding['course']>, string>> = {
  worsening: 'getting worse',
  improving: 'getting better',
  resolved: 'gone now',
  intermittent: 'comes and goes',
  chronic: 'long-standing',
  unchanged: 'unchanged',
};

/** Hours as a nurse says them, in the largest unit that leaves a whole number. */
export function durationWords(hours: number): string {
  const units: readonly (readonly [number, string])[] = [
    [8766, 'year'],
    [730, 'month'],
    [168, 'week'],
    [24, 'day'],
    [1, 'hour'],
    [1 / 60, 'minute'],
  ];
  for (const [size, name] of units) {
    const count = Math.round(hours / size);
    const isWhole = count >= 1 && count <= 72 && Math.abs(hours / size - count) < 0.02;
    if (isWhole) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  if (hours < 1) return 'less than an hour';
  return hours < 72 ? `about ${Math.round(hours)} hours` : `about ${Math.round(hours / 24)} days`;
}

/** Names of findings for people, by the name that nurses use; most names are plain already. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  stridor: 'noisy breathing',
  haematoma: 'a bruise',
  'rigid abdomen': 'a hard belly',
  peritonism: 'a very sore belly',
  'cold and clammy': 'cold and damp skin',
  drowsy: 'being drowsy',
  pale: 'being pale',
  floppy: 'being floppy',
  confused: 'being confused',
  'chest recession': 'hard work to breathe',
};

function toFact({ code, display, state, source }: Read, details: readonly string[]): NewFact {
  const extra = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return {
    kind: 'finding',
    name: `${display}${state === 'present' || state === 'uncertain' ? extra : ''}`,
    text: `${STATE_WORDS[state]}: ${display}${extra}.`,
    ...(PLAIN_NAMES[display] === undefined ? {} : { alsoSaid: [PLAIN_NAMES[display]] }),
    finding: { concept: code, display, state, details },
    ...(source.reference === undefined ? {} : { reference: source.reference }),
  };
}
