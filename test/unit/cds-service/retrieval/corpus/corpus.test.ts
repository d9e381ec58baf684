import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintCorpus } from '#cds-service/retrieval/corpus/lint-corpus.ts';
import { readCorpus } from '#cds-service/retrieval/corpus/read-corpus.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../../../../cds-service/corpus', import.meta.url)));

describe('the corpus of this repository', () => {
  it('passes its linter', () => {
    expect(lintCorpus(corpus)).toEqual([]);
  });
});
