import type { Passage } from '../contract.ts';
import type { Corpus, CorpusFile } from './read-corpus.ts';

export interface CorpusProblem {
  readonly path: string;
  readonly problem: string;
}

const WORDS = { min: 60, max: 180 } as const;

/** Two passages that share more of their five-word runs than this say the same thing. */
const DUPLICATE_OVERLAP = 0.3;

/**
 * Wording that a passage may not hold: it informs a nurse, so it neither diagnoses, nor doses, nor prescribes,
 * nor carries markup or instructions to a machine.
 */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: /\byou (have|are suffering from|are having|do not have)\b/i,
    why: 'states a diagnosis to the patient',
  },
  { pattern: /\b(definitely|certainly|undoubtedly|guaranteed|100 ?%)\b/i, why: 'claims certainty' },
  {
    pattern:
      /\b\d+([.,]\d+)?\s?(mg|mcg|µg|micrograms?|milligrams?|ml|millilitres?|iu|units|tablets?|puffs?)\b(?!\/)/i,
    why: 'names a dose',
  },
  { pattern: /\bprescribe\b/i, why: 'prescribes' },
  { pattern: /\b(start|stop) (taking|your)\b/i, why: 'changes a treatment' },
  {
    pattern: /\b(nothing to worry about|don'?t worry|just anxiety|attention[- ]seeking)\b/i,
    why: 'dismisses',
  },
  { pattern: /<[a-z!/]/i, why: 'holds HTML' },
  { pattern: /\]\(|^#|`/m, why: 'holds Markdown' },
  {
    pattern: /ignore (all |the )?previous|system prompt|as an ai\b/i,
    why: 'reads like an instruction to a machine',
  },
];

/**
 * Checks a corpus as a whole: front matter, length, links, wording, citations and duplicates.
 *
 * @param knownRules - Ids of the catalogue; when given, every `supports` must be one of them.
 * @returns one entry per problem, in path order; empty when all is well.
 */
export function lintCorpus(corpus: Corpus, knownRules?: ReadonlySet<string>): readonly CorpusProblem[] {
  const unreadable = corpus.rejected.flatMap(({ path, problems }) =>
    problems.map((problem) => ({ path, problem })),
  );
  const perFile = corpus.files.flatMap((file) =>
    lintFile(file, knownRules).map((problem) => ({ path: file.path, problem })),
  );
  const all = [...unreadable, ...perFile, ...repeatedIds(corpus.files), ...nearDuplicates(corpus.files)];
  return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function lintFile({ path, passage }: CorpusFile, knownRules: ReadonlySet<string> | undefined): string[] {
  const problems: string[] = [];
  const words = countWords(passage.text);
  if (words < WORDS.min || words > WORDS.max) {
    problems.push(`has ${words} words; ${WORDS.min} to ${WORDS.max} are wanted`);
  }
  if (path !== `${passage.kind}/${passage.id}.md`)
    problems.push(`belongs at ${passage.kind}/${passage.id}.md`);
  for (const { pattern, why } of FORBIDDEN) {
    const found = pattern.exec(`${passage.title}\n${passage.text}`);
    if (found) problems.push(`${why}: "${found[0]}"`);
  }
  problems.push(...lintCitation(passage));
  for (const rule of passage.supports) {
    if (knownRules && !knownRules.has(rule)) problems.push(`supports an unknown rule: ${rule}`);
  }
  return problems;
}

function lintCitation({ organisation, document, link, year, reviewed }: Passage): string[] {
  const problems: string[] = [];
  if (/prescreen/i.test(organisation)) problems.push('cites ourselves as the organisation');
  if (document.length < 8) problems.push('names no recognisable document');
  if (link !== undefined && /[?#]|\s|\/$/.test(link)) problems.push(`link is not plain: ${link}`);
  if (year > Number(reviewed.slice(0, 4))) problems.push('cites a document newer than its review');
  return problems;
}

function repeatedIds(files: readonly CorpusFile[]): CorpusProblem[] {
  const seen = new Map<string, string>();
  const problems: CorpusProblem[] = [];
  for (const { path, passage } of files) {
    const first = seen.get(passage.id);
    if (first) problems.push({ path, problem: `repeats the id of ${first}` });
    else seen.set(passage.id, path);
  }
  return problems;
}

/** Compares five-word runs (shingles) through an inverted list, so the cost is near linear. */
function nearDuplicates(files: readonly CorpusFile[]): CorpusProblem[] {
  const shingles = files.map(({ passage }) => shinglesOf(passage.text));
  const holders = new Map<string, number[]>();
  const problems: CorpusProblem[] = [];
  shingles.forEach((own, index) => {
    const shared = new Map<number, number>();
    for (const shingle of own) {
      const list = holders.get(shingle) ?? [];
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      list.push(index);
      holders.set(shingle, list);
    }
    for (const [other, count] of shared) {
      const overlap = count / Math.min(own.size, shingles[other]!.size);
      if (overlap > DUPLICATE_OVERLAP) {
        const percent = Math.round(overlap * 100);
        problems.push({
          path: files[index]!.path,
          problem: `repeats ${percent}% of ${files[other]!.path}`,
        });
      }
    }
  });
  return problems;
}

/** The set of five-word runs of a text, lower case, without punctuation. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + 5 <= words.length; at += 1) runs.add(words.slice(at, at + 5).join(' '));
  return runs;
}

/** Number of words as a reader counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}
