import type { DatabaseSync } from 'node:sqlite';
import { FIELD_WEIGHTS } from '../index/schema.ts';
import { createStemmer } from './stemmer.ts';
import { bestPossible, weighWords } from './weigh-words.ts';

/** What BM25 says of one passage. */
export interface LexicalHit {
  /**
   * Its BM25 score as a share of the best that any passage could reach for this query, 0 to 1.
   *
   * A word that the index does not know counts in full against it: the share is high only where BM25 knows most
   * of what was asked. This is the gate of the fusion, and makes scores of different queries comparable.
   */
  readonly share: number;
}

export interface LexicalSearch {
  /** Best admitted passages by row id; empty when no word of the text is known. */
  search(text: string, limit: number, admits: (id: number) => boolean): ReadonlyMap<number, LexicalHit>;
  close(): void;
}

/** BM25 over title, text and aliases by FTS5. `db` is an open index; it stays the caller's. */
export function createLexicalSearch(db: DatabaseSync): LexicalSearch {
  const stemmer = createStemmer();
  const holders = db.prepare('SELECT doc FROM passage_terms WHERE term = ?');
  const count = db.prepare('SELECT count(*) AS size FROM passage');
  const match = db.prepare(
    `SELECT rowid AS id, bm25(passage_fts, ${FIELD_WEIGHTS.join(', ')}) AS score
       FROM passage_fts WHERE passage_fts MATCH ? ORDER BY score`,
  );
  const holdersOf = (stem: string) => Number(holders.get(stem)?.doc ?? 0);

  return {
    search(text, limit, admits) {
      const words = weighWords(text, stemmer, { size: Number(count.get()?.size ?? 0), holdersOf });
      const known = words.filter((word) => word.known);
      if (known.length === 0) return new Map();
      const best = bestPossible(words);
      const expression = known.map(({ word }) => `"${word}"`).join(' OR ');
      const hits = new Map<number, LexicalHit>();
      for (const row of match.iterate(expression)) {
        const id = Number(row.id);
        if (admits(id)) hits.set(id, { share: Math.min(1, -Number(row.score) / best) });
        if (hits.size === limit) break;
      }
      return hits;
    },
    close: stemmer.close,
  };
}
