import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintCorpus } from '#cds-service/retrieval/corpus/lint-corpus.ts';
import { readCorpus } from '#cds-service/retrieval/corpus/read-corpus.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../../../../cds-service/corpus', import.meta.url)));

describe('the corpus of this repository', () => {
  it('passes its linter, and names only rules of the catalogue', () => {
    expect(lintCorpus(corpus, new Set(CATALOGUE.map(({ id }) => id)))).toEqual([]);
  });

  it('has an emergency protocol or a drug-safety passage for every rule of the catalogue', () => {
    const supported = new Set(
      corpus.files
        .filter(({ passage: { kind } }) => kind === 'emergency-protocol' || kind === 'drug-safety')
        .flatMap(({ passage }) => passage.supports),
    );
    expect(CATALOGUE.map(({ id }) => id).filter((id) => !supported.has(id))).toEqual([]);
  });

  it('holds at least 300 passages, of all four kinds', () => {
    const kinds = new Set(corpus.files.map(({ passage }) => passage.kind));
    expect(corpus.files.length).toBeGreaterThanOrEqual(300);
    expect(kinds.size).toBe(4);
  });
});
