import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { type Corpus, readCorpus } from './corpus/read-corpus.ts';
import { embedMissing, type OnProgress } from './index/embed-missing.ts';
import type { IndexedDocument } from './index/indexed-document.ts';
import { clinicDocuments, hashesOf, knownVectors } from './index/read-documents.ts';
import {
  createTables,
  dropTables,
  embedderKey,
  INDEX_VERSION,
  inTransaction,
  neverReuse,
  newestPassage,
  openForWriting,
  readMeta,
  writeMeta,
} from './index/schema.ts';
import { isEmbedded, putDocument, removeDocument } from './index/write-documents.ts';

export interface BuildOptions {
  /** Folder of the corpus. */
  readonly corpus: string;
  /** The SQLite file; made when it is not there. */
  readonly file: string;
  readonly embedder: Embedder;
  readonly onProgress?: OnProgress;
}

export interface BuildSummary {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Everything was written anew, because the index or the embedder has another version. */
  readonly rebuilt: boolean;
  readonly rejected: Corpus['rejected'];
}

const OURS = { library: 'corpus', clinic: '' } as const;

/**
 * Brings the index up to date with the corpus; clinics' own documents stay.
 *
 * Only new and changed texts are embedded. Each document is one transaction; a rebuild is a single one, so a
 * reader sees the old index or the new one, and a crash leaves what was there before.
 */
export async function buildIndex({
  corpus,
  file,
  embedder,
  onProgress,
}: BuildOptions): Promise<BuildSummary> {
  const { files, rejected } = readCorpus(corpus);
  const wanted = files.map(
    ({ path, hash, passage }): IndexedDocument => ({ ...OURS, path, hash, passages: [passage] }),
  );
  mkdirSync(dirname(file), { recursive: true });
  const db = openForWriting(file);
  try {
    const before = hashesOf(db, OURS);
    const removed = [...before.keys()].filter((path) => !wanted.some((document) => document.path === path));
    const rebuilt = needsRebuild(db, embedder);
    if (rebuilt) {
      const documents = [...wanted, ...clinicDocuments(db)];
      const vectors = await embedMissing(documents, new Map(), { embedder, onProgress });
      inTransaction(db, () => {
        const newest = newestPassage(db);
        dropTables(db);
        createTables(db);
        neverReuse(db, newest);
        writeMeta(db, 'embedder', embedderKey(embedder.info));
        for (const document of documents) putDocument(db, document, vectors);
      });
    } else {
      const known = knownVectors(db);
      const due = wanted.filter(
        ({ path, hash, passages }) =>
          before.get(path) !== hash ||
          (!isUnavailable(embedder.info) && !passages.every((passage) => isEmbedded(passage, known))),
      );
      const vectors = await embedMissing(due, known, { embedder, onProgress });
      for (const document of due) inTransaction(db, () => putDocument(db, document, vectors));
      for (const path of removed) inTransaction(db, () => removeDocument(db, { ...OURS, path }));
    }
    const added = wanted.filter(({ path }) => !before.has(path)).length;
    const unchanged = wanted.filter(({ path, hash }) => before.get(path) === hash).length;
    return {
      added,
      changed: wanted.length - added - unchanged,
      removed: removed.length,
      unchanged,
      rebuilt: rebuilt && before.size > 0,
      rejected,
    };
  } finally {
    db.close();
  }
}

/** True when no vector of the index could be compared with one of this embedder. A missing embedder changes nothing. */
function needsRebuild(db: DatabaseSync, embedder: Embedder): boolean {
  const embedded = readMeta(db, 'embedder');
  if (embedded === undefined || readMeta(db, 'index-version') !== INDEX_VERSION) return true;
  return !isUnavailable(embedder.info) && embedded !== embedderKey(embedder.info);
}
