import type { ClinicalSnapshot, Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { listOf } from '#fhir-mappers/data-state.ts';
import type { ConceptKind } from '#terminology/lexicon/concept.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { RuleHit } from '../triage/rule.ts';
import type { AgeGroup, EvidenceQuery } from './contract.ts';
import { plainWords } from './plain-words.ts';
import { spellOut } from './shorthand.ts';

/** Passages shown at most. */
const LIMIT = 6;
/** More than these only blur the vector: the embedder reads one topic best. */
const MAX_FINDINGS = 4;
const MAX_FACTS = 8;
/** Kinds of concept that are topics of medicine; the others are manner, time and circumstance. */
const TOPICS: ReadonlySet<ConceptKind> = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'mechanism',
  'exposure',
  'device',
]);
const MAX_COMPLAINT_WORDS = 60;

/**
 * Writes the evidence query from the facts of a snapshot: the complaint's own words, present findings with their
 * modifiers, conditions and medicine classes, age group and pregnancy.
 *
 * Words come before findings: measured better than the reverse, and than words alone (README).
 *
 * Holds no identifiers: names, numbers of any kind, addresses and dates of the complaint are left out.
 *
 * @param hits - Rules that fired, most urgent first; their passages are reached without a search.
 */
export function writeQuery(snapshot: ClinicalSnapshot, hits: readonly RuleHit[]): EvidenceQuery {
  const ageGroup = ageGroupOf(snapshot.patient.ageYears);
  const pregnant = isPregnant(snapshot);
  const text = [
    complaintWords(snapshot),
    sentence(presentFindings(snapshot).map(describe)),
    sentence(conditionsOf(snapshot)),
    sentence(classesOf(snapshot).map((name) => `takes ${name.replaceAll('-', ' ')}`)),
    sentence([ageWord(ageGroup), pregnancyWord(snapshot)].filter((word) => word !== '')),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return {
    text,
    rules: [...new Set(hits.map(({ id }) => id))],
    recognised: hits.length > 0 || snapshot.findings.some(isTopic),
    ...(ageGroup === undefined ? {} : { ageGroup }),
    ...(pregnant === undefined ? {} : { pregnant }),
    limit: LIMIT,
  };
}

/** Age group of an age in years; undefined when the age is not known. */
export function ageGroupOf(ageYears: number | undefined): AgeGroup | undefined {
  if (ageYears === undefined) return undefined;
  if (ageYears < 1) return 'infant';
  if (ageYears < 16) return 'child';
  return ageYears < 65 ? 'adult' : 'older-adult';
}

function presentFindings({ findings }: ClinicalSnapshot): readonly Finding[] {
  const byConcept = new Map<string, Finding>();
  for (const finding of findings) {
    const counts = finding.state === 'present' || finding.state === 'uncertain';
    if (counts && isTopic(finding) && !byConcept.has(finding.concept))
      byConcept.set(finding.concept, finding);
  }
  return [...byConcept.values()].slice(0, MAX_FINDINGS);
}

function isTopic({ concept }: Finding): boolean {
  return TOPICS.has(lookUpConcept(concept)?.kind ?? 'symptom');
}

function describe({ onset, severity, course, display }: Finding): string {
  const modifiers = [onset === 'sudden' ? 'sudden' : '', severity === 'severe' ? 'severe' : '', course ?? ''];
  return [...modifiers.filter((word) => word !== '' && word !== 'unchanged'), display].join(' ');
}

function complaintWords({ complaint }: ClinicalSnapshot): string {
  if (complaint.state !== 'present' || !complaint.value.readable) return '';
  const words = plainWords(spellOut(complaint.value.text)).split(' ').slice(0, MAX_COMPLAINT_WORDS);
  return sentence([words.join(' ')]);
}

function conditionsOf({ conditions }: ClinicalSnapshot): readonly string[] {
  const concepts = listOf(conditions)
    .filter(({ active }) => active)
    .flatMap((condition) => condition.concepts);
  return [...new Set(concepts)].slice(0, MAX_FACTS).map((concept) => concept.replaceAll('-', ' '));
}

function classesOf({ medicines }: ClinicalSnapshot): readonly string[] {
  const classes = listOf(medicines)
    .filter(({ active }) => active)
    .flatMap((medicine) => medicine.classes);
  return [...new Set(classes)].slice(0, MAX_FACTS);
}

function isPregnant({ pregnancy, patient }: ClinicalSnapshot): boolean | undefined {
  if (pregnancy.state === 'pregnant' || pregnancy.state === 'postpartum') return true;
  if (pregnancy.state === 'not-pregnant' || patient.sex === 'male') return false;
  return undefined;
}

function ageWord(group: AgeGroup | undefined): string {
  if (group === 'infant') return 'baby';
  if (group === 'older-adult') return 'older person';
  return group ?? '';
}

function pregnancyWord({ pregnancy }: ClinicalSnapshot): string {
  if (pregnancy.state === 'pregnant') return 'pregnant';
  return pregnancy.state === 'postpartum' ? 'after giving birth' : '';
}

/** A sentence, or nothing when there is nothing to say. */
function sentence(parts: readonly string[]): string {
  const said = parts.filter((part) => part.trim() !== '');
  return said.length === 0 ? '' : `${said.join(', ')}.`;
}
