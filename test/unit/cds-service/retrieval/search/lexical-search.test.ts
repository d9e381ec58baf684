import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForWriting } from '#cds-service/retrieval/index/schema.ts';
import { putDocument } from '#cds-service/retrieval/index/write-documents.ts';
import { createLexicalSearch, type LexicalSearch } from '#cds-service/retrieval/search/lexical-search.ts';
import { passage } from '../support/corpus-folder.ts';

const PASSAGES = [
  passage({ id: 'croup', text: 'A barking cough at night suggests croup.', askedAs: ['seal like cough'] }),
  passage({ id: 'gout', text: 'A hot, swollen big toe suggests gout.' }),
  passage({ id: 'ankle', text: 'Twisted ankles are rested, raised and reviewed.' }),
  passage({ id: 'burn', text: 'Cool the skin under running water.' }),
  passage({ id: 'stye', text: 'A tender lump at the lash root.' }),
];
let db: DatabaseSync;
let search: LexicalSearch;

beforeAll(() => {
  db = openForWriting(':memory:');
  const document = { library: 'corpus', clinic: '', path: 'all', hash: '', passages: PASSAGES } as const;
  putDocument(db, document, new Map());
  search = createLexicalSearch(db);
});
afterAll(() => {
  search.close();
  db.close();
});

const ask = (text: string) => search.search(text, 5, () => true);
const first = (text: string) => {
  const [best] = ask(text).keys();
  return best === undefined ? undefined : PASSAGES[best - 1]!.id;
};

describe('createLexicalSearch', () => {
  it('finds a word in another form', () => {
    expect(first('reviewing a twist of the ankle')).toBe('ankle');
  });

  it('finds a passage by the way in which it is asked for', () => {
    expect(first('like a seal')).toBe('croup');
  });

  it('counts words that the index does not know against every passage', () => {
    const share = (text: string) => Math.max(...[...ask(text).values()].map((hit) => hit.share));
    expect(share('gout')).toBeGreaterThan(2 * share('gout dishwasher parking'));
    expect(share('gout')).toBeLessThanOrEqual(1);
  });

  it('finds nothing in a query of unknown or empty words', () => {
    expect(ask('dishwasher parking').size).toBe(0);
    expect(ask('the and of it').size).toBe(0);
    expect(ask('').size).toBe(0);
  });

  it('gives only what is admitted, and as many as asked for', () => {
    expect([...search.search('suggests toe cough', 5, (id) => id === 2).keys()]).toEqual([2]);
    expect(search.search('suggests toe cough ankle', 1, () => true).size).toBe(1);
  });
});
