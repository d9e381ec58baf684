import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { VITAL_KINDS } from '#terminology/vital-signs.ts';
import { CIRCUMSTANCES } from '../circumstances.ts';
import { isComplaint } from '../complaint-kinds.ts';
import { evaluate, vitalFact } from '../evaluate.ts';
import { type FactIndex, factOf } from '../fact-index.ts';
import type { Fact, TriageFindings } from '../rule.ts';
import { RAISERS } from './raisers.ts';
import { PROTOCOL_ROWS, type ProtocolRow } from './rows.ts';

let rowsByConcept: ReadonlyMap<string, ProtocolRow> | undefined;

/**
 * Decides between medium and low for what no floor decides, in the manner of ESI.
 *
 * Medium is the default: low needs every complaint to be minor and nothing general to speak against it. What
 * could not be read, or has no row, is medium.
 */
export function askProtocol(index: FactIndex): TriageFindings['protocol'] {
  const against = reassuringFacts(index);
  const { complaint } = index.snapshot;
  if (complaint.state === 'present' && !complaint.value.readable) {
    return medium([{ text: 'The complaint could not be read, so it cannot be called minor.' }], against);
  }
  // What holds for this patient, and what only is usual for such complaints, or for ones that have no row.
  const firm: Fact[] = doubtsOf(index);
  const usual: Fact[] = [];
  const complaints = complaintsOf(index);
  if (complaints.length === 0) {
    usual.push({ text: 'No complaint was recognised, so it cannot be called minor.' });
  } else if (complaints.every(({ state }) => state === 'uncertain')) {
    usual.push({ text: 'The complaint is only a guess, so it cannot be called minor.' });
  }
  for (const raiser of RAISERS) {
    const facts = evaluate(raiser.when, index, CIRCUMSTANCES);
    if (facts !== undefined) firm.push({ text: `Medium because of ${raiser.because}.` }, ...facts);
  }
  const minor: Fact[] = [];
  for (const finding of complaints) {
    const rows = rowsOf(finding.concept, index);
    const notMinor = rows.find((row) => !isLow(row, index));
    if (rows.length === 0) {
      usual.push({
        text: `${factOf(finding).text}: not among the minor complaints.`,
        source: finding.source,
      });
    } else if (notMinor !== undefined) {
      usual.push({ text: `${factOf(finding).text}: ${notMinor.because}.`, source: finding.source });
    } else {
      minor.push({
        text: `${factOf(finding).text}: ${rows[0]!.minor ?? rows[0]!.because}.`,
        source: finding.source,
      });
    }
  }
  if (complaints.every(({ concept }) => INCIDENTAL.has(concept)) && namesMore(complaints, index)) {
    usual.push({
      text: 'Only a test or a habit is named beside what was denied: it cannot be called minor.',
    });
  }
  const reasons = [...firm, ...usual];
  if (reasons.length > 0)
    return { ...medium(reasons.slice(0, 6), against), ...(firm.length > 0 ? {} : { undecided: true }) };
  return { priority: 'low', reasons: minor.slice(0, 6), against };
}

const VITALS: ReadonlySet<string> = new Set(VITAL_KINDS);

/** What was given and could not be believed or read: nothing is minor on such ground. */
function doubtsOf({ snapshot }: FactIndex): Fact[] {
  return snapshot.problems.flatMap(({ about, code, text }) => {
    const unread = about === 'complaint' && (code === 'unread-language' || code === 'incomplete');
    const decisive = VITALS.has(about) || about === 'age';
    // Of two numbers in one text the more worrying is used; of text and chart the charted one, whichever it is.
    const charted = snapshot.measurements.some(
      ({ kind, source }) => kind === about && source.origin === 'chart',
    );
    const unbelieved = decisive && (code === 'implausible' || (code === 'contradictory' && charted));
    return unread || unbelieved ? [{ text }] : [];
  });
}

/** What is complained of now: present findings that are complaints, long-standing ones included. */
function complaintsOf(index: FactIndex): readonly Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of index.snapshot.findings) {
    if (finding.state !== 'present' && finding.state !== 'uncertain') continue;
    if (!isComplaint(finding.concept) || seen.has(finding.concept)) continue;
    if (BACKGROUND.has(finding.concept)) continue;
    seen.add(finding.concept);
    found.push(finding);
  }
  // "Pain" beside "knee pain" says nothing more; alone it is a complaint.
  const told = found.filter(({ concept }) => !GENERIC.has(concept));
  return told.length > 0 ? told : found;
}

/** Circumstances that the lexicon counts as exposures: they matter to rules, and are no complaint. */
const BACKGROUND: ReadonlySet<string> = new Set([
  'new-medicine',
  'recent-travel',
  'tropical-travel',
  'long-journey',
  'sick-contact',
  'immobility',
  'recent-surgery',
  'recent-procedure',
  'recent-endoscopy',
  'recent-dental-work',
  'recent-hospital-stay',
  'recent-antibiotics',
  'recent-injection',
  'recent-catheterisation',
  'tonsillectomy',
  'cold-exposure',
  'airbag-deployed',
]);

/** What a note mentions by the way: alone it is what somebody comes for only where nothing else was asked after. */
const INCIDENTAL: ReadonlySet<string> = new Set([
  'imaging-request',
  'lab-request',
  'physical-exam',
  'smoking',
  'cannabis-use',
  'restrained',
  'no-complaint',
  'anxiety',
  'vaccination',
]);

/** True when a test or habit is among the complaints and something was denied: there was a complaint, unread. */
function namesMore(complaints: readonly Finding[], { snapshot }: FactIndex): boolean {
  const byTheWay = complaints.some(
    ({ concept }) => !['no-complaint', 'anxiety', 'vaccination'].includes(concept),
  );
  return (
    byTheWay && snapshot.findings.some(({ concept, state }) => state === 'absent' && isComplaint(concept))
  );
}

/** Words that only colour a complaint that has a name. */
const GENERIC: ReadonlySet<string> = new Set([
  'pain',
  'severe-pain',
  'swelling',
  'redness',
  'symptom',
  'discharge',
  'lump',
  'stiffness',
  'bleeding',
  'injury',
  'infection',
]);

/** The rows of the nearest concepts that have one: its own, or those of broader ones not above each other. */
function rowsOf(concept: string, index: FactIndex): readonly ProtocolRow[] {
  rowsByConcept ??= new Map(PROTOCOL_ROWS.flatMap((row) => row.concepts.map((id) => [id, row] as const)));
  const own = rowsByConcept.get(concept);
  if (own !== undefined) return [own];
  const candidates = index.ancestorsOf(concept).filter((id) => rowsByConcept!.has(id));
  const nearest = candidates.filter(
    (id) => !candidates.some((other) => other !== id && index.ancestorsOf(other).includes(id)),
  );
  return nearest.map((id) => rowsByConcept!.get(id)!);
}

function isLow(row: ProtocolRow, index: FactIndex): boolean {
  if (row.lowWhen === undefined) return false;
  return row.lowWhen === 'always' || evaluate(row.lowWhen, index.opposite, CIRCUMSTANCES) !== undefined;
}

/** Facts that speak for less urgency: reassuring findings, denied danger signs, vital signs in range. */
function reassuringFacts(index: FactIndex): readonly Fact[] {
  const facts: Fact[] = [];
  for (const finding of index.snapshot.findings) {
    const kind = lookUpConcept(finding.concept)?.kind;
    if (finding.state === 'present' && kind === 'reassuring') facts.push(factOf(finding));
    else if (finding.state === 'absent' && kind !== 'reassuring') {
      facts.push({ text: `no ${finding.display}`, source: finding.source });
    } else if (
      finding.state === 'present' &&
      (finding.severity === 'mild' || finding.course === 'improving' || finding.course === 'resolved')
    ) {
      facts.push({
        text: `${finding.display}, ${finding.course ?? finding.severity}`,
        source: finding.source,
      });
    }
  }
  for (const [kind, [low, high]] of NORMAL_ADULT) {
    const measurement = index.vitals.get(kind);
    if (measurement === undefined || (index.ageYears ?? 30) < 12) continue;
    if (measurement.value >= low && measurement.value <= high) facts.push(vitalFact(measurement));
  }
  return facts.slice(0, 8);
}

const NORMAL_ADULT = [
  ['spo2', [96, 100]],
  ['heart-rate', [51, 100]],
  ['respiratory-rate', [12, 20]],
  ['systolic', [100, 160]],
  ['temperature', [36, 37.9]],
] as const;

function medium(reasons: readonly Fact[], against: readonly Fact[]): TriageFindings['protocol'] {
  return { priority: 'medium', reasons, against };
}
