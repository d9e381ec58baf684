import type { ClinicalSnapshot, Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { VitalKind } from '#terminology/vital-signs.ts';
import type { Story } from './contract.ts';
import { neutral, saysSomething, withoutEndMarks } from './neutral-words.ts';

/** What a reader of stories may know of a snapshot; of the patient only the age is told. */
export type StorySource = Pick<
  ClinicalSnapshot,
  'patient' | 'complaint' | 'findings' | 'measurements' | 'conditions' | 'medicines'
>;

/** Coded values are told in words that a note would use, always in this order. */
const TOLD: readonly (readonly [VitalKind, string])[] = [
  ['heart-rate', 'HR'],
  ['systolic', 'BP'],
  ['respiratory-rate', 'RR'],
  ['spo2', 'SpO2'],
  ['temperature', 'T'],
  ['gcs', 'GCS'],
  ['glucose', 'glucose'],
  ['pain', 'pain'],
];

/** More of a long problem list would push the story itself out of sight. */
const MOST_LISTED = 8;

/** Where somebody lives or who calms them down says nothing of how urgent it is. */
const NOT_TOLD: ReadonlySet<string> = new Set(['social', 'reassurance']);

/**
 * Tells a complaint to the reader of stories.
 *
 * Deterministic: lists are sorted and told in the lexicon's own words, so the order of a chart changes nothing.
 * Training tells its cases through this same function.
 *
 * @param hide - Takes out what looks like an identifier.
 * @returns Nothing when no complaint was told.
 */
export function storyText(
  source: StorySource,
  hide: (text: string) => string = (text) => text,
): Story | undefined {
  if (source.complaint.state !== 'present') return undefined;
  const words = tellingSentences(neutral(hide(withoutReassurance(source, source.complaint.value.text))));
  if (words === '') return undefined;
  const known = listed(source.conditions, ({ concepts }) =>
    concepts
      .map(lookUpConcept)
      .flatMap((found) => (found && !NOT_TOLD.has(found.kind) ? [found.display] : [])),
  );
  const parts = [
    ageText(source.patient.ageYears),
    named('Measured', vitalsText(source)),
    named('Known', known),
    named(
      'Takes',
      listed(source.medicines, ({ ingredients }) => ingredients),
    ),
  ];
  return { about: `${parts.filter((part) => part !== '').join('. ')}.`, words };
}

/**
 * Words of the complaint that stand in no finding and no measurement: what a story tells beyond what rules have read.
 *
 * A list of complaints has none, however long it is.
 */
export function wordsBeyondFindings(source: StorySource): number {
  if (source.complaint.state !== 'present') return 0;
  const read = [...source.findings, ...source.measurements];
  const rest = tellingSentences(neutral(without(source.complaint.value.text, read)));
  return (rest.match(/\p{L}{2,}/gu) ?? []).length;
}

/** Without what others say to calm: a relative's "it is nothing" must not make a story sound harmless. */
function withoutReassurance({ findings }: StorySource, text: string): string {
  return without(
    text,
    findings.filter(({ concept }) => lookUpConcept(concept)?.kind === 'reassurance'),
  );
}

/** The complaint's text with the places of these facts left blank, told in a form or not; they may overlap. */
function without(text: string, facts: readonly Pick<Finding, 'source'>[]): string {
  const units = text.split('');
  for (const { source } of facts) if (source.span !== undefined) units.fill(' ', ...source.span);
  return units.join('');
}

const COURTESY =
  /\b(?:thank you(?: (?:so|very) much)?|many thanks|thanks(?: a lot)?|please|kindly|sorry to (?:bother|trouble) you|hello|dear (?:doctor|nurse|all))\b/gi;

/** Without the sentences that only said who somebody is, or were polite. */
function tellingSentences(text: string): string {
  const told = withoutEndMarks(
    text
      .replace(COURTESY, '')
      .split(/(?<=[.!?;\n])\s+/)
      .filter((sentence) => saysSomething(sentence) || /\d/.test(sentence))
      .map((sentence) => sentence.replace(/^[\s,.;:]+/, ''))
      .join(' '),
  );
  return told === '' ? '' : `${told}.`;
}

function named(name: string, list: string): string {
  return list === '' ? '' : `${name}: ${list}`;
}

function ageText(ageYears: number | undefined): string {
  if (ageYears === undefined) return 'adult';
  if (ageYears < 1 / 12) return `${Math.floor(ageYears * 365.25)} days old`;
  if (ageYears < 2) return `${Math.floor(ageYears * 12)} months old`;
  return `${Math.floor(ageYears)} years old`;
}

function vitalsText({ measurements }: StorySource): string {
  const values = new Map(
    measurements
      .filter(({ stale, source }) => !stale && source.origin === 'chart')
      .map(({ kind, value }) => [kind, value]),
  );
  const diastolic = values.get('diastolic');
  return TOLD.flatMap(([kind, name]) => {
    const value = values.get(kind);
    if (value === undefined) return [];
    const told = Number(value.toFixed(1));
    return [
      `${name} ${told}${kind === 'systolic' && diastolic !== undefined ? `/${Math.round(diastolic)}` : ''}`,
    ];
  }).join(', ');
}

function listed<Fact extends { readonly active: boolean }>(
  facts: { readonly state: string; readonly value?: readonly Fact[] },
  namesOf: (fact: Fact) => readonly string[],
): string {
  const names = (facts.value ?? []).filter(({ active }) => active).flatMap(namesOf);
  return [...new Set(names.map((name) => name.toLowerCase()))].sort().slice(0, MOST_LISTED).join(', ');
}
