import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import { openEmbeddedStore } from '#cds-service/retrieval/embedded-store.ts';
import { IndexError, openForWriting, writeMeta } from '#cds-service/retrieval/index/schema.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { claimsIndex } from './support/claims-index.ts';
import { type CorpusFolder, corpusFolder, passage } from './support/corpus-folder.ts';
import { evidenceStoreClaims, LIBRARY, type OpenedStore } from './support/evidence-store-claims.ts';
import { createWordEmbedder } from './support/word-embedder.ts';

const embedder = createWordEmbedder();
let library: CorpusFolder;
let shared: OpenedStore;

beforeAll(async () => {
  library = await claimsIndex(embedder);
  shared = { store: openEmbeddedStore({ file: library.file, embedder: embedder.info }), embedder };
});

afterAll(async () => {
  await shared.store.close();
  library.dispose();
});

evidenceStoreClaims('SQLite', () => shared);

describe('openEmbeddedStore', () => {
  let folder: CorpusFolder | undefined;
  afterEach(() => folder?.dispose());

  const codeOf = (open: () => unknown) => {
    try {
      open();
      return 'opened';
    } catch (error) {
      return error instanceof IndexError ? `${error.code}: ${error.message}` : String(error);
    }
  };

  it('says what to do when there is no index', () => {
    folder = corpusFolder();
    const { file } = folder;
    expect(codeOf(() => openEmbeddedStore({ file, embedder: embedder.info }))).toMatch(
      /^index-missing: .*npm run reindex/,
    );
  });

  it('refuses vectors of another embedder, and another index version', async () => {
    folder = corpusFolder(LIBRARY);
    await buildIndex({ ...folder, embedder });
    const { file } = folder;
    const other = createWordEmbedder('2').info;
    expect(codeOf(() => openEmbeddedStore({ file, embedder: other }))).toMatch(
      /^embedder-mismatch: .*words@1\/64.*words@2\/64.*npm run reindex/,
    );
    const db = openForWriting(file);
    writeMeta(db, 'index-version', '0');
    db.close();
    expect(codeOf(() => openEmbeddedStore({ file, embedder: embedder.info }))).toMatch(/^index-version/);
  });

  it('refuses a file that is no index', () => {
    folder = corpusFolder();
    folder.write('evidence.sqlite', 'not a database at all, but long enough to be taken for one');
    const file = `${folder.corpus}/evidence.sqlite`;
    expect(codeOf(() => openEmbeddedStore({ file, embedder: embedder.info }))).toMatch(/^index-broken/);
  });

  it('searches by words when this service has no embedder', async () => {
    folder = corpusFolder(LIBRARY);
    await buildIndex({ ...folder, embedder });
    const store = openEmbeddedStore({ file: folder.file, embedder: unavailable('not-installed') });
    const found = await store.retrieve({ text: 'barking cough croup', rules: [], limit: 6 }, undefined);
    expect(found).toMatchObject({ passages: [{ passage: { id: 'croup' } }] });
    await store.close();
  });

  it('sees what an ingestion commits while it is open', async () => {
    folder = corpusFolder([passage({ id: 'ankle', text: 'A twisted ankle is rested and raised.' })]);
    await buildIndex({ ...folder, embedder });
    const store = openEmbeddedStore({ file: folder.file, embedder: embedder.info });
    const query = { text: 'barking cough croup', rules: [], limit: 6 };
    const [vector] = (await embedder.embed([query.text])) as Float32Array[];
    expect(await store.retrieve(query, vector)).toMatchObject({ passages: [], index: { size: 1 } });

    folder.put(passage({ id: 'croup', text: 'A barking cough at night in a child suggests croup.' }));
    folder.remove('ankle');
    await buildIndex({ ...folder, embedder });
    expect(await store.retrieve(query, vector)).toMatchObject({
      passages: [{ passage: { id: 'croup' } }],
      index: { size: 1 },
    });
    await store.close();
  });

  it('stops answering, and says why, when the index is rebuilt by another embedder under it', async () => {
    folder = corpusFolder(LIBRARY);
    await buildIndex({ ...folder, embedder });
    const store = openEmbeddedStore({ file: folder.file, embedder: embedder.info });
    await buildIndex({ ...folder, embedder: createWordEmbedder('2') });
    expect(await store.retrieve({ text: 'croup', rules: [], limit: 6 }, undefined)).toMatchObject({
      state: 'unavailable',
      code: 'broken',
    });
    await store.close();
  });
});
