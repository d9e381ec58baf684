import type { Finding, FindingState } from '#fhir-mappers/clinical-snapshot.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import type { ConceptKind } from '#terminology/lexicon/concept.ts';
import { isA, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { ABOUT_PATIENT } from '../facts/fact.ts';
import type { CitedFact } from './cited.ts';
import type { Check, CheckInput, Fault, Segment } from './fault.ts';
import { isFrameWord } from './frame-words.ts';

/** Kinds of concept whose presence is a statement about the patient. Words of place and time have their own checks. */
const STATEMENTS: ReadonlySet<ConceptKind> = new Set([
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
  'reassuring',
  'reassurance',
  'minor',
]);

const NEGATED = /\b(?:no|not|nor|none|never|neither|without|denie[sd]|deny|denying|absent|negative)\b/iu;
const CONTRAST = /\b(?:but|however|although|though|except|while|whereas|and (?:has|reports|with))\b/iu;
const MARKS: Readonly<Partial<Record<FindingState, RegExp>>> = {
  absent: NEGATED,
  past: /\b(?:past|previous(?:ly)?|history|earlier|before|once|had|ago)\b/iu,
  family: /\b(?:family|father|mother|parents?|brother|sister|son|daughter|grand\w+|uncle|aunt)\b/iu,
  uncertain: /\b(?:possibl[ey]|perhaps|may|might|could|uncertain|unsure|likely)\b/iu,
};

const ADVICE =
  /\?$|^(?:please )?(?:ask|measure|see|check|look|call|repeat|stay|tell|take care|reason|use|keep|bring|watch|do not|weigh|read)\b|\bpriority\b|\breason\b/iu;

/**
 * Each finding of a sentence, read by the reader that reads complaints, stands in a cited source with the same negation.
 *
 * A sentence may say it more generally ("bleeding" for "nosebleed"); a denial may only be told as it was denied, or more
 * narrowly. What questions, steps and passages speak of is no fact about the patient, and may only be told as advice.
 */
export const checkFindings: Check = (input) => {
  return [
    ...input.rest.flatMap((segment) => checkSegment(segment, input)),
    ...input.segments.flatMap((segment) => polarity(segment, input.cited)),
  ];
};

function checkSegment(segment: Segment, { cited, asOf }: CheckInput): readonly Fault[] {
  // Frame words alone say nothing about a patient, and most sentences hold nothing else beside the names of facts.
  if (!segment.tokens.some(({ kind, plain, stem }) => kind === 'word' && !isFrameWord(plain, stem)))
    return [];
  const read = readNarrative(segment.text, { asOf, origin: 'complaint' }).findings.filter(({ concept }) =>
    STATEMENTS.has(lookUpConcept(concept)?.kind ?? 'symptom'),
  );
  const isAdvice = ADVICE.test(segment.text);
  return [
    ...read.flatMap((finding) => judge(finding, segment.text, { cited, isAdvice })),
    ...polarity(segment, cited),
  ];
}

function judge(
  finding: Finding,
  text: string,
  { cited, isAdvice }: { readonly cited: readonly CitedFact[]; readonly isAdvice: boolean },
): readonly Fault[] {
  const { concept, display } = finding;
  const claims = cited.flatMap(({ fact, findings }) =>
    findings.map((claim) => ({ ...claim, isAdvice: !ABOUT_PATIENT.has(fact.kind) })),
  );
  const related = claims.filter((claim) => isA(claim.concept, concept) || isA(concept, claim.concept));
  if (related.length === 0) {
    // The words themselves may stand in the source and be read differently there: then only the negation is checked.
    return cited.some((one) => holdsWords(one, finding.text)) ? [] : [{ code: 'finding', detail: display }];
  }
  const general = related.filter((claim) => isA(claim.concept, concept));
  const fits = related.some(
    (claim) =>
      (!claim.isAdvice || isAdvice) &&
      (claim.state === 'absent' ? isA(concept, claim.concept) : isA(claim.concept, concept)) &&
      isSameState(finding.state, claim.state, text),
  );
  if (fits) return [];
  if (related.some((claim) => claim.isAdvice) && isAdvice) return [];
  const isPolarity = general.some((claim) => (claim.state === 'absent') !== (finding.state === 'absent'));
  return [{ code: isPolarity ? 'negation' : 'finding', detail: display }];
}

function isSameState(said: FindingState, known: FindingState, text: string): boolean {
  if (said === known) return true;
  if (said === 'absent') return false;
  if (known === 'absent' && CONTRAST.test(text)) return false;
  return MARKS[known]?.test(text) ?? (known === 'present' && said === 'uncertain');
}

function holdsWords({ words }: CitedFact, text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .every((word) => words.has(word));
}

/** A denial must come from a denial, also where the reader knows no concept. */
function polarity({ text }: Segment, cited: readonly CitedFact[]): readonly Fault[] {
  if (!NEGATED.test(text)) return [];
  return cited.some(
    ({ fact }) => NEGATED.test(fact.text) || fact.kind === 'missing' || /\bnothing\b/iu.test(fact.text),
  )
    ? []
    : [{ code: 'negation' }];
}
