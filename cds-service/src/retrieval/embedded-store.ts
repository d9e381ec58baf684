import type { DatabaseSync } from 'node:sqlite';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { EmbedderInfo } from '#models/contract.ts';
import type { CheckedEvidenceStore, EvidenceQuery, Passage, RetrievedEvidence } from './contract.ts';
import { checkIndex, openForReading } from './index/open-for-reading.ts';
import { INDEX_VERSION, IndexError } from './index/schema.ts';
import { createAnswerCache } from './search/answer-cache.ts';
import { type Candidate, choose } from './search/choose.ts';
import { createLexicalSearch } from './search/lexical-search.ts';
import { createPassageTable } from './search/passage-table.ts';
import { type Found, rankShown, scoreOf } from './search/rank.ts';
import { topSlots } from './search/top-slots.ts';

/** How many passages each of the two searches hands to the fusion. */
const DEPTH = 40;
const CACHED_ANSWERS = 256;

export interface EmbeddedStoreOptions {
  /** The SQLite file that `buildIndex` wrote. */
  readonly file: string;
  /** Who embeds the queries; `Unavailable` means that words alone are searched. */
  readonly embedder: EmbedderInfo | Unavailable;
}

/**
 * Opens the knowledge base in SQLite: BM25 by FTS5, and an exact scan of all vectors in memory.
 *
 * Read-only; what an ingestion commits meanwhile is seen at the next query.
 *
 * @throws IndexError when the index is missing, broken, or was made by another version or embedder.
 */
export function openEmbeddedStore({ file, embedder }: EmbeddedStoreOptions): CheckedEvidenceStore {
  const db = openForReading(file, embedder);
  const dimensions = isUnavailable(embedder) ? 0 : embedder.dimensions;
  const table = createPassageTable(db, dimensions);
  const lexical = createLexicalSearch(db);
  const answers = createAnswerCache<RetrievedEvidence>(CACHED_ANSWERS);
  const bodies = db.prepare('SELECT body FROM passage WHERE id = ?');
  const supporting = db.prepare('SELECT passage FROM support WHERE rule = ?');
  let seen = dataVersion(db);

  /** @returns why the index can no longer be used, when it was rebuilt by another version under our feet. */
  function followChanges(): Unavailable | undefined {
    const current = dataVersion(db);
    if (current === seen) return undefined;
    try {
      checkIndex(db, embedder);
    } catch (error) {
      if (error instanceof IndexError) return unavailable('broken', error.message);
      throw error;
    }
    table.refresh();
    answers.clear();
    seen = current;
    return undefined;
  }

  function search(query: EvidenceQuery, vector: Float32Array | undefined): RetrievedEvidence {
    const words = lexical.search(query.text, DEPTH, (id) => {
      const slot = table.slotOf.get(id);
      return slot !== undefined && table.admits(slot, query);
    });
    const near = vector === undefined ? [] : topSlots(table, { query, vector, limit: DEPTH });

    const signalsOf = (id: number): Found<number> => {
      const slot = table.slotOf.get(id)!;
      return {
        key: id,
        kind: table.kindOf(slot),
        cosine: vector === undefined ? undefined : table.cosine(slot, vector),
        share: words.get(id)?.share ?? 0,
      };
    };
    const candidate = (id: number, score: number): Candidate => ({
      passage: JSON.parse(String(bodies.get(id)?.body)) as Passage,
      score,
    });
    const ids = new Set([...near.map(({ slot }) => table.idOf[slot]!), ...words.keys()]);
    const shown = rankShown([...ids].map(signalsOf), query);
    return {
      passages: choose(
        query.rules.map((rule) => passagesOf(rule, query).map((id) => candidate(id, scoreOf(signalsOf(id))))),
        shown.map(({ key, score }) => candidate(key, score)),
        query.limit,
      ),
      index: { store: 'embedded', version: INDEX_VERSION, size: table.size },
    };
  }

  /** Passages of a rule. When none fits the patient, all of them: a rule that fired keeps its protocol. */
  function passagesOf(rule: string, query: EvidenceQuery): readonly number[] {
    const ids = supporting
      .all(rule)
      .map(({ passage }) => Number(passage))
      .filter((id) => {
        const slot = table.slotOf.get(id);
        return slot !== undefined && table.belongsTo(slot, query.clinic);
      });
    const fitting = ids.filter((id) => table.admits(table.slotOf.get(id)!, query));
    return fitting.length > 0 ? fitting : ids;
  }

  return {
    retrieve: async (query, vector, signal) => {
      if (signal?.aborted) return unavailable('timeout', 'no time was left to search the knowledge base');
      if (vector !== undefined && vector.length !== dimensions) {
        return unavailable('broken', 'the query was embedded by another model than the index');
      }
      const changed = followChanges();
      if (changed) return changed;
      const question = [query, vector !== undefined];
      const cached = answers.get(question);
      if (cached) return cached;
      const answer = search(query, vector);
      answers.set(question, answer);
      return answer;
    },
    check: async () => followChanges() ?? { size: table.size },
    close: async () => {
      lexical.close();
      db.close();
    },
  };
}

/** Changes whenever another connection has committed. */
function dataVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA data_version').get()?.data_version);
}
