import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import { inTransaction, openForWriting } from '#cds-service/retrieval/index/schema.ts';
import { putDocument } from '#cds-service/retrieval/index/write-documents.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { type CorpusFolder, corpusFolder, passage } from './support/corpus-folder.ts';
import { createWordEmbedder } from './support/word-embedder.ts';

const FIRST = passage({ id: 'first', text: 'A twisted ankle is rested and raised.' });
const SECOND = passage({ id: 'second', text: 'A barking cough at night suggests croup.' });
const noEmbedder: Embedder = {
  info: unavailable('not-installed'),
  embed: async () => unavailable('not-installed'),
  close: async () => {},
};

let folder: CorpusFolder;
afterEach(() => folder.dispose());

function count(sql: string): number {
  const db = new DatabaseSync(folder.file, { readOnly: true });
  try {
    return Number(db.prepare(sql).get()?.n);
  } finally {
    db.close();
  }
}

describe('buildIndex', () => {
  it('embeds only what is new or changed', async () => {
    folder = corpusFolder([FIRST, SECOND]);
    const embedder = createWordEmbedder();
    expect(await buildIndex({ ...folder, embedder })).toMatchObject({ added: 2, unchanged: 0 });
    expect(await buildIndex({ ...folder, embedder })).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(embedder.embedded).toHaveLength(4);

    folder.put({ ...SECOND, text: 'Noisy breathing in at rest is an emergency.' });
    expect(await buildIndex({ ...folder, embedder })).toMatchObject({ changed: 1, unchanged: 1 });
    expect(embedder.embedded).toHaveLength(5);
  });

  it('does not embed again when only the front matter changed', async () => {
    folder = corpusFolder([FIRST]);
    const embedder = createWordEmbedder();
    await buildIndex({ ...folder, embedder });
    folder.put({ ...FIRST, supports: ['some-rule'] });
    expect(await buildIndex({ ...folder, embedder })).toMatchObject({ changed: 1 });
    expect(embedder.embedded).toHaveLength(2);
    expect(count('SELECT count(*) AS n FROM support')).toBe(1);
  });

  it('forgets a passage whose file is gone, in every table', async () => {
    folder = corpusFolder([FIRST, { ...SECOND, supports: ['some-rule'] }]);
    const embedder = createWordEmbedder();
    await buildIndex({ ...folder, embedder });
    folder.remove('second');
    expect(await buildIndex({ ...folder, embedder })).toMatchObject({ removed: 1, unchanged: 1 });
    expect(count('SELECT count(*) AS n FROM passage')).toBe(1);
    expect(count('SELECT count(*) AS n FROM support')).toBe(0);
    expect(count(`SELECT count(*) AS n FROM passage_fts WHERE passage_fts MATCH 'croup'`)).toBe(0);
  });

  it("embeds everything anew for another embedder, and keeps clinics' own documents", async () => {
    folder = corpusFolder([FIRST]);
    await buildIndex({ ...folder, embedder: createWordEmbedder('1') });
    const db = openForWriting(folder.file);
    const document = {
      library: 'clinic',
      clinic: 'north',
      path: 'a.md',
      hash: '1',
      passages: [SECOND],
    } as const;
    inTransaction(db, () => putDocument(db, document, new Map()));
    db.close();

    const newer = createWordEmbedder('2');
    expect(await buildIndex({ ...folder, embedder: newer })).toMatchObject({ rebuilt: true });
    expect(newer.embedded).toHaveLength(4);
    expect(
      count(`SELECT count(*) AS n FROM vector JOIN passage ON passage.id = passage WHERE clinic = 'north'`),
    ).toBe(2);
  });

  it('indexes words alone without an embedder and adds the vectors later', async () => {
    folder = corpusFolder([FIRST]);
    await buildIndex({ ...folder, embedder: noEmbedder });
    expect(count('SELECT count(*) AS n FROM vector')).toBe(0);
    await buildIndex({ ...folder, embedder: createWordEmbedder() });
    expect(count('SELECT count(*) AS n FROM vector')).toBe(2);
  });

  it('names a file that it cannot read and indexes the others', async () => {
    folder = corpusFolder([FIRST]);
    folder.write('reference/broken.md', 'nothing');
    const { added, rejected } = await buildIndex({ ...folder, embedder: createWordEmbedder() });
    expect(added).toBe(1);
    expect(rejected.map(({ path }) => path)).toEqual(['reference/broken.md']);
  });

  it('tells how far it is', async () => {
    folder = corpusFolder([FIRST, SECOND]);
    const seen: string[] = [];
    await buildIndex({
      ...folder,
      embedder: createWordEmbedder(),
      onProgress: ({ done, total }) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['0/4', '4/4']);
  });

  it('leaves the old index whole when writing fails half-way', async () => {
    folder = corpusFolder([FIRST]);
    await buildIndex({ ...folder, embedder: createWordEmbedder() });
    const db = openForWriting(folder.file);
    const document = { library: 'clinic', clinic: '', path: 'a.md', hash: '1', passages: [SECOND] } as const;
    expect(() =>
      inTransaction(db, () => {
        putDocument(db, document, new Map());
        throw new Error('disk full');
      }),
    ).toThrow('disk full');
    db.close();
    expect(count('SELECT count(*) AS n FROM passage')).toBe(1);
  });
});
