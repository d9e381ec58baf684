import {
  isUnavailable,
  type Unavailable,
  type UnavailableCode,
  unavailable,
} from '#fhir-mappers/data-state.ts';
import type { EmbedderInfo } from '#models/contract.ts';
import type { CheckedEvidenceStore, EvidenceQuery, RetrievedEvidence } from '../contract.ts';
import { embedderKey, INDEX_VERSION } from '../index/schema.ts';
import { createAnswerCache } from '../search/answer-cache.ts';
import { createStemmer } from '../search/stemmer.ts';
import { createCircuit } from './circuit.ts';
import { type WeaviateConnection, WeaviateError, type WeaviateErrorCode } from './connection.ts';
import { type Library, type LibraryFacts, readFacts, readLibrary } from './library.ts';
import { searchLibrary } from './search-library.ts';

const CACHED_ANSWERS = 256;
/** Milliseconds for which an answer is given again without asking whether the library changed. */
const FRESH = 10_000;
/** Longest wait of a caller who brings no deadline. */
const LONGEST = 5_000;
/** A caller who gave up earlier than this had no time left; it says nothing about the server. */
const PATIENCE = 100;
/** The readiness page asks the server at most this often. */
const CHECKED_EVERY = 1_000;
const CHECK_MS = 1_000;
const CURE = 'Run `npm run weaviate:load`.';

export interface WeaviateStoreOptions {
  readonly connection: WeaviateConnection;
  /** Who embeds the queries; `Unavailable` means that words alone are searched. */
  readonly embedder: EmbedderInfo | Unavailable;
  readonly now?: () => number;
}

/**
 * The knowledge base in a Weaviate server, loaded by `loadWeaviate` from the SQLite index.
 *
 * Opens without asking the server: when it is down, slow or empty each answer says so, and the next one may be there.
 */
export function openWeaviateStore({
  connection,
  embedder,
  now = Date.now,
}: WeaviateStoreOptions): CheckedEvidenceStore {
  const stemmer = createStemmer();
  const circuit = createCircuit(now);
  const answers = createAnswerCache<RetrievedEvidence>(CACHED_ANSWERS);
  let library: Library | undefined;
  let seenAt = 0;
  let checked: { readonly at: number; readonly state: { size: number } | Unavailable } | undefined;

  /** Reads the library anew when it is not the one we know. */
  async function renew(signal: AbortSignal): Promise<Library> {
    library = await readLibrary(connection, signal);
    answers.clear();
    return library;
  }

  async function search(
    query: EvidenceQuery,
    vector: Float32Array | undefined,
    signal: AbortSignal,
  ): Promise<RetrievedEvidence | Unavailable> {
    // Twice at most: the library may be replaced while it is searched.
    for (let attempt = 0; ; attempt += 1) {
      const current = attempt === 0 && library !== undefined ? library : await renew(signal);
      const misfit = misfitOf(current, embedder);
      if (misfit) {
        library = undefined;
        return misfit;
      }
      try {
        const parts = { connection, stemmer, library: current };
        const { passages, generation } = await searchLibrary(parts, { query, vector, signal });
        if (generation === current.generation || attempt > 0) {
          seenAt = now();
          return { passages, index: { store: 'weaviate', version: INDEX_VERSION, size: current.size } };
        }
      } catch (error) {
        const isGone = error instanceof WeaviateError && error.code === 'not-there';
        if (!isGone || attempt > 0) throw error;
      }
    }
  }

  /** Runs work against the server unless it rests, and remembers how it went. */
  async function carefully<T>(
    work: (signal: AbortSignal) => Promise<T>,
    limit: AbortSignal,
  ): Promise<T | Unavailable> {
    if (!circuit.mayTry())
      return unavailable('failed', 'Weaviate failed repeatedly and is left alone for a moment');
    const begin = now();
    try {
      const result = await work(limit);
      circuit.succeeded();
      return result;
    } catch (error) {
      if (!(error instanceof WeaviateError)) throw error;
      if (blames(error.code, now() - begin)) circuit.failed();
      if (error.code === 'not-there') library = undefined;
      return unavailable(
        CODES[error.code],
        error.code === 'not-there' ? `${error.message}. ${CURE}` : error.message,
      );
    }
  }

  return {
    retrieve: async (query, vector, signal) => {
      if (signal?.aborted) return unavailable('timeout', 'no time was left to search the knowledge base');
      if (vector !== undefined && (isUnavailable(embedder) || vector.length !== embedder.dimensions)) {
        return unavailable('broken', 'the query was embedded by another model than the index');
      }
      const question = [query, vector !== undefined];
      const cached = now() - seenAt < FRESH ? answers.get(question) : undefined;
      if (cached) return cached;
      const limit = AbortSignal.any([
        AbortSignal.timeout(LONGEST),
        ...(signal === undefined ? [] : [signal]),
      ]);
      const answer = await carefully((until) => search(query, vector, until), limit);
      if (!isUnavailable(answer)) answers.set(question, answer);
      // What a query has just seen is newer than what the readiness page was told.
      if (isUnavailable(answer) !== isUnavailable(checked?.state)) checked = undefined;
      return answer;
    },
    check: async () => {
      if (checked === undefined || now() - checked.at >= CHECKED_EVERY) {
        const state = await carefully(async (signal) => {
          const facts = await readFacts(connection, signal);
          return misfitOf(facts, embedder) ?? { size: facts.size };
        }, AbortSignal.timeout(CHECK_MS));
        checked = { at: now(), state };
      }
      return checked.state;
    },
    close: async () => stemmer.close(),
  };
}

function misfitOf(facts: LibraryFacts, embedder: EmbedderInfo | Unavailable): Unavailable | undefined {
  if (facts.indexVersion !== INDEX_VERSION) {
    return unavailable('broken', `Weaviate holds a library of another version. ${CURE}`);
  }
  if (!isUnavailable(embedder) && facts.embedder !== embedderKey(embedder)) {
    return unavailable('broken', `Weaviate holds a library of another embedder. ${CURE}`);
  }
  return undefined;
}

const CODES: Readonly<Record<WeaviateErrorCode, UnavailableCode>> = {
  unreachable: 'failed',
  timeout: 'timeout',
  forbidden: 'forbidden',
  'not-there': 'not-installed',
  refused: 'broken',
  failed: 'failed',
  'wrong-shape': 'broken',
};

function blames(code: WeaviateErrorCode, waited: number): boolean {
  if (code === 'timeout') return waited >= PATIENCE;
  return code === 'unreachable' || code === 'failed' || code === 'wrong-shape';
}
