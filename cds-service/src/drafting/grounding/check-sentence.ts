import { wordingFaults } from '../../gates/wording.ts';
import type { WrittenSentence } from '../contract.ts';
import type { FactSheet } from '../facts/fact.ts';
import { type CitedFact, createFactReader } from './cited.ts';
import { type Check, type Fault, segmentsOf } from './fault.ts';
import { checkFindings } from './findings.ts';
import { checkFlags } from './flags.ts';
import { withoutNames, withoutVerbatim } from './literal.ts';
import { checkNumbers } from './numbers.ts';
import { formOf, wordingOf } from './wording.ts';
import { checkMedicines, checkSides, checkUrgency, checkWords } from './words.ts';

const CHECKS: readonly Check[] = [
  checkNumbers,
  checkFlags,
  checkFindings,
  checkMedicines,
  checkSides,
  checkUrgency,
  checkWords,
];

const QUOTATION = /[“"]([^“”"]{1,400})[”"]/gu;

/** Says what is wrong with a sentence; empty when it may be shown. */
export type CheckSentence = (sentence: WrittenSentence) => readonly Fault[];

/**
 * Makes the check of one draft's sentences against one sheet of facts.
 *
 * Every check is asked, so that the reasons name all that was wrong. Whatever wrote the sentence gets no say: a sentence
 * passes by what its sources say, entity by entity, or it is dropped.
 */
export function createSentenceCheck(sheet: FactSheet, asOf: string): CheckSentence {
  const byId = new Map(sheet.facts.map((fact) => [fact.id, fact]));
  const read = createFactReader(asOf);
  return ({ text, cites }) => {
    const form = formOf(text);
    if (form.length > 0) return form;
    const unknown = cites.filter((id) => !byId.has(id));
    const cited = cites.flatMap((id) => byId.get(id) ?? []).map(read);
    const sources: readonly Fault[] = [
      ...(cites.length === 0 ? [{ code: 'no-source' } as const] : []),
      ...unknown.map((detail) => ({ code: 'unknown-source', detail: detail.slice(0, 20) }) as const),
    ];
    const plain = text.replace(QUOTATION, ' ');
    const quotes = [...text.matchAll(QUOTATION)].map((found) => found[1] ?? '');
    const own = withoutVerbatim(plain, cited);
    const { rest, values, faults } = withoutNames(own, cited);
    const wording = [...gateFaults(text), ...[rest, ...quotes].flatMap(wordingOf)];
    if (cited.length === 0) return [...sources, ...distinct(wording)];
    const input = {
      segments: segmentsOf(own),
      rest: segmentsOf(rest),
      values: segmentsOf(values),
      cited,
      sheet,
      asOf,
    };
    return [
      ...sources,
      ...distinct(wording),
      ...quotations(text, cited),
      ...faults,
      ...CHECKS.flatMap((check) => check(input)),
    ];
  };
}

function gateFaults(text: string): readonly Fault[] {
  return wordingFaults(text).map((code) => ({ code }));
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Set(faults.map(({ code }) => code))].map((code) => ({ code }));
}

/** Quotation marks hold words that a cited source holds, letter by letter. */
function quotations(text: string, cited: readonly CitedFact[]): readonly Fault[] {
  const said = cited.filter(({ fact }) => fact.kind === 'words').map(({ fact }) => lowerCase(fact.text));
  const quoted = [...text.matchAll(QUOTATION)].map((found) => lowerCase(found[1] ?? '').replace(/…$/u, ''));
  const isOpen = /[“”"]/u.test(text.replace(QUOTATION, ''));
  const isFaulty = isOpen || quoted.some((words) => !said.some((source) => source.includes(words)));
  return isFaulty ? [{ code: 'quote' }] : [];
}

function lowerCase(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
