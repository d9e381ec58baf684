import { DatabaseSync } from 'node:sqlite';
import { FIELD_WEIGHTS, TOKENIZER } from '../index/schema.ts';
import { STOP_WORDS } from './stop-words.ts';

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

/** Saturation of SQLite's bm25(): a single word can reach `idf * (K1 + 1)`. From the FTS5 documentation. */
const K1 = 1.2;
/** A word that half of the passages hold tells nothing. */
const TOO_COMMON = 0.5;
/** In a large library a word that a tenth hold costs more time than it tells. */
const LARGE = { holders: 1_000, share: 0.1 } as const;
const MAX_WORDS = 32;

interface QueryWord {
  readonly word: string;
  readonly idf: number;
  readonly known: boolean;
}

/** BM25 over title, text and aliases by FTS5. `db` is an open index; it stays the caller's. */
export function createLexicalSearch(db: DatabaseSync): LexicalSearch {
  const stems = createStemmer();
  const holders = db.prepare('SELECT doc FROM passage_terms WHERE term = ?');
  const count = db.prepare('SELECT count(*) AS size FROM passage');
  const match = db.prepare(
    `SELECT rowid AS id, bm25(passage_fts, ${FIELD_WEIGHTS.join(', ')}) AS score
       FROM passage_fts WHERE passage_fts MATCH ? ORDER BY score`,
  );

  function weigh(text: string): readonly QueryWord[] {
    const size = Number(count.get()?.size ?? 0);
    const byStem = new Map<string, string>();
    for (const { word, stem } of stems.stem(contentWords(text))) {
      if (!byStem.has(stem)) byStem.set(stem, word);
    }
    return [...byStem]
      .map(([stem, word]) => {
        const held = Number(holders.get(stem)?.doc ?? 0);
        return {
          word,
          idf: Math.max(1e-6, Math.log((size - held + 0.5) / (held + 0.5))),
          known: held > 0 && tells(held, size),
        };
      })
      .sort((a, b) => b.idf - a.idf)
      .slice(0, MAX_WORDS);
  }

  return {
    search(text, limit, admits) {
      const words = weigh(text);
      const known = words.filter((word) => word.known);
      if (known.length === 0) return new Map();
      const best = words.reduce((sum, { idf }) => sum + idf * (K1 + 1), 0);
      const expression = known.map(({ word }) => `"${word}"`).join(' OR ');
      const hits = new Map<number, LexicalHit>();
      for (const row of match.iterate(expression)) {
        const id = Number(row.id);
        if (admits(id)) hits.set(id, { share: Math.min(1, -Number(row.score) / best) });
        if (hits.size === limit) break;
      }
      return hits;
    },
    close: stems.close,
  };
}

function tells(held: number, size: number): boolean {
  if (held > LARGE.holders && held > size * LARGE.share) return false;
  return held <= Math.max(1, size * TOO_COMMON);
}

/** Letters and digits only, so that nothing of a query can act as FTS5 syntax. */
function contentWords(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length > 1 && !STOP_WORDS.has(word)).slice(0, 200);
}

interface Stemmer {
  stem(words: readonly string[]): readonly { readonly word: string; readonly stem: string }[];
  close(): void;
}

/** Asks the tokenizer of the index itself, in memory, so that a query's stems are the index's stems. */
function createStemmer(): Stemmer {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = '${TOKENIZER}');
           CREATE VIRTUAL TABLE stems USING fts5vocab (words, instance);`);
  const insert = db.prepare('INSERT INTO words (rowid, word) VALUES (?, ?)');
  const read = db.prepare('SELECT doc, term FROM stems ORDER BY doc, "offset"');
  return {
    stem(words) {
      db.exec('BEGIN');
      words.forEach((word, index) => {
        insert.run(index + 1, word);
      });
      const found = read
        .all()
        .map(({ doc, term }) => ({ word: words[Number(doc) - 1]!, stem: String(term) }));
      db.exec('ROLLBACK');
      return found;
    },
    close: () => db.close(),
  };
}
