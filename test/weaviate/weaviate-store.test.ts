import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import type { CheckedEvidenceStore } from '#cds-service/retrieval/contract.ts';
import { connectWeaviate } from '#cds-service/retrieval/weaviate/connection.ts';
import { loadWeaviate } from '#cds-service/retrieval/weaviate/load.ts';
import { openWeaviateStore } from '#cds-service/retrieval/weaviate/weaviate-store.ts';
import { unavailable } from '#fhir-mappers/data-state.ts';
import { claimsIndex, putClinicPassage } from '../unit/cds-service/retrieval/support/claims-index.ts';
import { type CorpusFolder, passage } from '../unit/cds-service/retrieval/support/corpus-folder.ts';
import {
  evidenceStoreClaims,
  LIBRARY,
  type OpenedStore,
} from '../unit/cds-service/retrieval/support/evidence-store-claims.ts';
import { createWordEmbedder } from '../unit/cds-service/retrieval/support/word-embedder.ts';
import { serverUnderTest } from './server-under-test.ts';
import type { WeaviateServer } from './start-weaviate.ts';

const embedder = createWordEmbedder();
let server: WeaviateServer;
let library: CorpusFolder;
let shared: OpenedStore;

/** A new store each time: none remembers an answer that another test asked for. */
function open(
  info: Parameters<typeof openWeaviateStore>[0]['embedder'] = embedder.info,
): CheckedEvidenceStore {
  return openWeaviateStore({ connection: connectWeaviate(server), embedder: info });
}

const load = (file = library.file) => loadWeaviate({ file, connection: connectWeaviate(server) });
const croup = { text: 'barking cough croup', rules: [], limit: 6 };

beforeAll(async () => {
  server = await serverUnderTest();
  library = await claimsIndex(embedder);
});

afterAll(async () => {
  await server.close();
  library.dispose();
});

describe('an empty Weaviate', () => {
  it('answers that nothing is installed, and what to do', async () => {
    const store = open();
    expect(await store.retrieve(croup, undefined)).toMatchObject({
      state: 'unavailable',
      code: 'not-installed',
      detail: expect.stringContaining('npm run weaviate:load'),
    });
    expect(await store.check()).toMatchObject({ code: 'not-installed' });
    await store.close();
  });

  it('is used by a store that was opened before anything was loaded', async () => {
    const store = open();
    expect(await store.check()).toMatchObject({ code: 'not-installed' });
    const { passages, tenants } = await load();
    expect([passages, tenants]).toEqual([LIBRARY.length + 1, ['_shared', 'north']]);
    expect(await store.retrieve(croup, undefined)).toMatchObject({
      passages: [{ passage: { id: 'croup' } }],
      index: { store: 'weaviate' },
    });
    shared = { store: open(), embedder };
    await store.close();
  });
});

evidenceStoreClaims('Weaviate', () => shared);

describe('loadWeaviate', () => {
  it('writes nothing when nothing changed', async () => {
    expect(await load()).toMatchObject({ written: 0, removed: 0 });
  });

  it('writes what is new, removes what is gone, and an open store sees both at its next query', async () => {
    const store = open();
    expect(await store.retrieve(croup, undefined)).toMatchObject({
      passages: [{ passage: { id: 'croup' } }],
    });

    library.remove('croup');
    library.put(
      passage({ id: 'wheeze', text: 'A wheezing child who cannot speak in sentences is seen at once.' }),
    );
    await buildIndex({ ...library, embedder });
    const { written, removed } = await load();
    expect(written > 0 && removed > 0).toBe(true);
    const wheeze = { text: 'wheezing child sentences', rules: [], limit: 6 };
    expect(await store.retrieve(wheeze, undefined)).toMatchObject({
      passages: [{ passage: { id: 'wheeze' } }],
    });
    expect(await store.retrieve(croup, undefined)).toMatchObject({ passages: [] });

    library.remove('wheeze');
    library.put(LIBRARY.find(({ id }) => id === 'croup')!);
    await buildIndex({ ...library, embedder });
    await load();
    await store.close();
  });

  it('gives a new clinic its tenant, and takes it away with its last document', async () => {
    const own = passage({ id: 'south-croup', clinic: 'south', text: 'Our steam room helps croup.' });
    await putClinicPassage(library.file, embedder, own);
    expect((await load()).tenants).toEqual(['_shared', 'north', 'south']);
    const store = open();
    const ids = async (clinic: string) => {
      const found = await store.retrieve({ ...croup, text: 'steam room croup', clinic }, undefined);
      return 'passages' in found ? found.passages.map(({ passage: { id } }) => id) : found;
    };
    expect(await ids('south')).toContain('south-croup');
    expect(await ids('north')).not.toContain('south-croup');
    await store.close();
  });

  it('replaces the library of another embedder as a whole', async () => {
    const other = createWordEmbedder('2');
    const before = open();
    const [vector] = (await embedder.embed([croup.text])) as Float32Array[];
    expect(await before.retrieve(croup, vector)).toMatchObject({ passages: expect.anything() });
    await buildIndex({ ...library, embedder: other });
    await load();
    expect(await before.retrieve({ ...croup, text: 'croup' }, vector)).toMatchObject({
      state: 'unavailable',
      code: 'broken',
      detail: expect.stringContaining('npm run weaviate:load'),
    });
    const after = open(other.info);
    expect(await after.retrieve(croup, vector)).toMatchObject({ passages: [{ passage: { id: 'croup' } }] });
    await buildIndex({ ...library, embedder });
    await load();
    expect(await before.retrieve({ ...croup, text: 'croup' }, vector)).toMatchObject({
      passages: [{ passage: { id: 'croup' } }],
    });
    await before.close();
    await after.close();
  });

  it('serves words alone to a service without an embedder', async () => {
    const store = open(unavailable('not-installed'));
    expect(await store.retrieve(croup, undefined)).toMatchObject({
      passages: [{ passage: { id: 'croup' } }],
    });
    await store.close();
  });

  it('says that the key is wrong, and nothing else', async () => {
    const connection = connectWeaviate({ url: server.url, apiKey: 'another-key' });
    const store = openWeaviateStore({ connection, embedder: embedder.info });
    expect(await store.retrieve(croup, undefined)).toEqual(
      unavailable('forbidden', 'Weaviate refused the api key'),
    );
    await expect(loadWeaviate({ file: library.file, connection })).rejects.toThrow(
      /^Weaviate refused the api key$/,
    );
    await store.close();
  });
});
