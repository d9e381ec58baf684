import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import type { EvidenceKind } from '../contract.ts';
import { sha256 } from '../corpus/read-corpus.ts';
import { embedMissing, type OnProgress } from '../index/embed-missing.ts';
import type { IndexedDocument } from '../index/indexed-document.ts';
import { hashesOf, knownVectors } from '../index/read-documents.ts';
import {
  embedderKey,
  INDEX_VERSION,
  IndexError,
  inTransaction,
  openForWriting,
  readMeta,
} from '../index/schema.ts';
import { putDocument, removeDocument } from '../index/write-documents.ts';
import { DocumentError, type DocumentErrorCode } from './block.ts';
import { readBytes, readDocument } from './read-document.ts';
import { toPassages } from './to-passages.ts';

export interface IngestOptions {
  /** A file, or a folder that is read with all folders in it. */
  readonly source: string;
  readonly kind: EvidenceKind;
  /** Empty: every clinic of this service sees the documents. */
  readonly clinic: string;
  /** The index; it must exist. */
  readonly file: string;
  readonly embedder: Embedder;
  /** ISO date of today. */
  readonly today: string;
  /** Reads and splits, and writes nothing. */
  readonly dryRun: boolean;
  readonly onProgress?: OnProgress;
}

export interface IngestSummary {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  readonly skipped: readonly {
    readonly path: string;
    readonly code: DocumentErrorCode;
    readonly reason: string;
  }[];
  readonly passages: number;
}

/**
 * Puts a clinic's documents into the index. Only new and changed ones are read and embedded; those that are gone
 * from the folder disappear. Each document is one transaction; a bad one is named and skipped, and what was
 * indexed of it before stays.
 *
 * @throws IndexError when there is no index, or it belongs to another version or embedder.
 */
export async function ingest(options: IngestOptions): Promise<IngestSummary> {
  const { source, clinic, file, embedder, dryRun, onProgress } = options;
  if (!existsSync(file)) {
    throw new IndexError('index-missing', 'There is no evidence index yet. Run `npm run reindex`.');
  }
  const root = resolve(source);
  const library = { library: 'clinic', clinic } as const;
  const db = openForWriting(file);
  try {
    checkWritable(db, embedder);
    const before = hashesOf(db, library);
    const paths = existsSync(root) ? documentsBelow(root) : [];
    const gone = [...before.keys()].filter((path) => isBelow(path, root) && !paths.includes(path));
    const done = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] };
    const skipped: { path: string; code: DocumentErrorCode; reason: string }[] = [];
    if (paths.length === 0 && gone.length === 0) {
      skipped.push({ path: root, code: 'not-found', reason: 'is not there, or holds no document' });
    }
    const known = knownVectors(db);
    let passages = 0;
    for (const path of paths) {
      try {
        const bytes = readBytes(path);
        const hash = sha256(`${options.kind}\n${bytes.toString('base64')}`);
        if (before.get(path) === hash) {
          done.unchanged.push(path);
          continue;
        }
        const document = await documentOf({ path, bytes, hash }, options);
        if (!dryRun) {
          const vectors = await embedMissing([document], known, { embedder, onProgress });
          inTransaction(db, () => putDocument(db, document, vectors));
        }
        passages += document.passages.length;
        (before.has(path) ? done.changed : done.added).push(path);
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        skipped.push({ path, code: error.code, reason: error.message });
      }
    }
    if (!dryRun) for (const path of gone) inTransaction(db, () => removeDocument(db, { ...library, path }));
    return { ...done, removed: gone, skipped, passages };
  } finally {
    db.close();
  }
}

function checkWritable(db: DatabaseSync, embedder: Embedder): void {
  if (isUnavailable(embedder.info)) {
    throw new IndexError('embedder-mismatch', 'The embedder is unavailable: documents cannot be embedded.');
  }
  const fits =
    readMeta(db, 'index-version') === INDEX_VERSION &&
    readMeta(db, 'embedder') === embedderKey(embedder.info);
  if (!fits) {
    throw new IndexError(
      'embedder-mismatch',
      'The index belongs to another version or embedder. Run `npm run reindex`.',
    );
  }
}

/** All files below a folder except hidden ones, in order; a single file as it is. */
function documentsBelow(root: string): readonly string[] {
  if (!statSync(root).isDirectory()) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(root + sep);
}

async function documentOf(
  { path, bytes, hash }: { readonly path: string; readonly bytes: Buffer; readonly hash: string },
  { kind, clinic, today }: IngestOptions,
): Promise<IndexedDocument> {
  const document = await readDocument(path, bytes);
  const dated = statSync(path).mtime.toISOString().slice(0, 10);
  const facts = { path, kind, clinic, dated, reviewed: today, version: hash.slice(0, 8) };
  return { library: 'clinic', clinic, path, hash, passages: toPassages(document, facts) };
}
