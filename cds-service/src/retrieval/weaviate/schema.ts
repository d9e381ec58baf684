import { createHash } from 'node:crypto';
import { INDEX_VERSION } from '../index/schema.ts';
import { BM25 } from '../search/weigh-words.ts';

/** Raised whenever collections, their properties or what is written into them change. */
const LAYOUT = '1';

/** Holds one object: which collection is in force, and what is needed to search it. */
export const LIBRARY = 'PrescreenLibrary';
/** Holds one object: how many passages hold each word. */
export const STATISTICS = 'PrescreenStatistics';
const PASSAGES = 'PrescreenPassages';

/** What every clinic sees. No clinic id can begin with an underscore. */
export const SHARED_TENANT = '_shared';

/** Tenant of a clinic's own documents; clinics' ids are lower-case words of at most 64 characters. */
export function tenantOf(clinic: string): string {
  return clinic === '' ? SHARED_TENANT : clinic;
}

/**
 * The collection of passages for an index that this embedder made. Another embedder or layout has another collection,
 * so vectors of two embedders never meet, and the old library answers until the new one is complete.
 */
export function collectionOf(embedder: string): string {
  const key = createHash('sha256').update([LAYOUT, INDEX_VERSION, embedder].join('\n')).digest('hex');
  return `${PASSAGES}_${key.slice(0, 12)}`;
}

export function isPassageCollection(name: string): boolean {
  return name.startsWith(`${PASSAGES}_`);
}

const word = { dataType: ['text'], tokenization: 'field', indexFilterable: true, indexSearchable: false };
const words = { ...word, dataType: ['text[]'] };
const kept = { dataType: ['text'], indexFilterable: false, indexSearchable: false };
const stems = {
  dataType: ['text'],
  tokenization: 'whitespace',
  indexFilterable: false,
  indexSearchable: true,
};

/**
 * Points of passages. Stems are the SQLite index's own, so both stores know the same words.
 *
 * The distance is the scalar product; `points.ts` says of what.
 */
export function passageCollection(name: string): object {
  return {
    class: name,
    vectorizer: 'none',
    vectorIndexType: 'hnsw',
    vectorIndexConfig: { distance: 'dot' },
    multiTenancyConfig: { enabled: true },
    invertedIndexConfig: { bm25: BM25, stopwords: { preset: 'none' } },
    properties: [
      { name: 'passage', ...word },
      { name: 'hash', ...kept },
      { name: 'whole', dataType: ['boolean'] },
      { name: 'kind', ...kept },
      { name: 'ageGroups', ...words },
      { name: 'pregnancy', ...word },
      { name: 'settings', ...words },
      { name: 'supports', ...words },
      { name: 'body', ...kept },
      { name: 'titleStems', ...stems },
      { name: 'textStems', ...stems },
      { name: 'aliasStems', ...stems },
    ],
  };
}

export const LIBRARY_COLLECTIONS: readonly object[] = [
  {
    class: LIBRARY,
    vectorizer: 'none',
    properties: [
      { name: 'collection', ...kept },
      { name: 'indexVersion', ...kept },
      { name: 'embedder', ...kept },
      { name: 'generation', ...kept },
      { name: 'tenants', ...kept, dataType: ['text[]'] },
      { name: 'size', dataType: ['int'] },
      { name: 'averageLength', dataType: ['number'] },
    ],
  },
  { class: STATISTICS, vectorizer: 'none', properties: [{ name: 'words', ...kept }] },
];

/** A repeatable object id, so that writing twice replaces. */
export function objectId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  // Version 8: a UUID made by a rule of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
