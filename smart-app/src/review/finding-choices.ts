/** A finding that the value set knows. */
export interface FindingChoice {
  readonly code: string;
  readonly display: string;
}

/** What a nurse may add as a finding; attributes and sites alone are none. */
const KINDS: ReadonlySet<string> = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'history',
  'mechanism',
  'exposure',
  'pregnancy',
  'behaviour',
  'device',
]);

/**
 * The findings of the value set, by their words. The lexicon is large, so it is loaded when it is first asked for.
 */
export async function findingChoices(): Promise<readonly FindingChoice[]> {
  const { conceptIds, lookUpConcept } = await import('#terminology/lexicon/lexicon.ts');
  return conceptIds()
    .flatMap((code) => {
      const concept = lookUpConcept(code);
      return concept && KINDS.has(concept.kind) ? [{ code, display: concept.display }] : [];
    })
    .toSorted((a, b) => a.display.localeCompare(b.display));
}

/**
 * A finding from typed words: the one of the value set that is called so, else the nurse's own words with a code
 * made from them, so that the same words are the same finding.
 */
export function findingOf(typed: string, choices: readonly FindingChoice[]): FindingChoice {
  const words = typed.trim().toLowerCase();
  const known = choices.find(({ display }) => display.toLowerCase() === words);
  const code = `own-${words.replace(/[^\p{L}\p{N}]+/gu, '-')}`.slice(0, 100);
  return known ?? { code, display: typed.trim() };
}
