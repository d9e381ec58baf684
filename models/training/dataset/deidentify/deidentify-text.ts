import { isReadable } from '#fhir-mappers/text/language.ts';
import { tokenise } from '#fhir-mappers/text/tokens.ts';
import { findDates, findOldAges } from './dates.ts';
import { mergeSpans, type Span } from './kinds.ts';
import { findKnown, type KnownIdentifier } from './known.ts';
import { findLabelled } from './labelled.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import { findPatterns } from './patterns.ts';
import { findPlaces, findTowns } from './places.ts';
import type { Surrogates } from './surrogates.ts';
import { isClinical } from './words.ts';

/** Version of the rules; stands in every example that went through them. */
export const RULES_VERSION = '1';

/** Longer texts are documents, not notes of triage: they are left out. */
const LONGEST = 20_000;

export interface DeidentifiedText {
  readonly text: string;
  /** What was replaced, in the original text. */
  readonly spans: readonly Span[];
}

/** Why a text was left out instead. */
export interface LeftOut {
  readonly leftOut: 'too-long' | 'unread-language' | 'control-characters';
}

interface TextOptions {
  readonly surrogates: Surrogates;
  readonly find?: typeof findIdentifiers;
}

/**
 * A free text with surrogates in place of everything that might tell who somebody is.
 *
 * Fails closed: a text that the detectors cannot read, because of its language, script, length or bytes, is left out
 * whole. A word that no list explains is taken for a name.
 */
export function deidentifyText(
  text: string,
  known: readonly KnownIdentifier[],
  { surrogates, find = findIdentifiers }: TextOptions,
): DeidentifiedText | LeftOut {
  if (text.length > LONGEST) return { leftOut: 'too-long' };
  const plain = text
    .normalize('NFC')
    .replace(/\u00a0|\u2007|\u202f/gu, ' ')
    .replace(/\u00ad|[\u200b-\u200f\u2060\ufeff]/gu, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/u.test(plain)) return { leftOut: 'control-characters' };
  if (!isEnglishEnough(plain)) return { leftOut: 'unread-language' };
  const spans = find(plain, known);
  let result = '';
  let at = 0;
  for (const span of spans) {
    result += plain.slice(at, span.start) + surrogates.replace(plain, span);
    at = span.end;
  }
  return { text: result + plain.slice(at), spans };
}

/**
 * Identifiers in the display of a public terminology: only what the chart's own fields say, contacts and numbers of known
 * form. Its other words are the terminology's, whatever they look like.
 */
export function findInTerminology(text: string, known: readonly KnownIdentifier[] = []): readonly Span[] {
  return mergeSpans([...findKnown(text, known), ...findPatterns(text)]);
}

/** All identifiers of a text, in order, without overlap. */
export function findIdentifiers(text: string, known: readonly KnownIdentifier[] = []): readonly Span[] {
  const plain = withoutShouting(text);
  const patterns = findPatterns(text);
  const places = findPlaces(plain);
  const streets = [...patterns, ...places].filter(({ by }) => by.startsWith('street'));
  return mergeSpans([
    ...findKnown(text, known),
    ...findLabelled(text),
    ...patterns,
    ...findDates(text),
    ...findOldAges(text),
    ...places,
    ...findTowns(plain, streets),
    ...findNames(plain),
    ...findNumbers(text),
  ]);
}

/** A text in capitals as one without any: both say nothing by their case. Unchanged where a letter would change length. */
function withoutShouting(text: string): string {
  if (/\p{Ll}{2}/u.test(text.replace(/\S*[\d@/.]\S*/gu, ''))) return text;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** A few words are read whatever they are: a display, a drug. Longer texts must be mostly English or clinical. */
const FEW_WORDS = 3;

function isEnglishEnough(text: string): boolean {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Greek}]/u.test(text)) return false;
  const tokens = tokenise(text);
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length <= FEW_WORDS) return true;
  return isReadable(tokens, words.filter(({ plain }) => isClinical(plain)).length);
}
