import { DatabaseSync } from 'node:sqlite';
import { TOKENIZER } from '../index/schema.ts';

/** Cuts texts into the words of the index, in order. Stems are letters and digits only. */
export interface Stemmer {
  /** One list of stems for each field of each row; a row has at most three fields. */
  stem(rows: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[];
  close(): void;
}

const FIELDS = ['a', 'b', 'c'];

/** Asks the tokenizer of the index itself, in memory, so that a query's stems are the index's stems. */
export function createStemmer(): Stemmer {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE VIRTUAL TABLE words USING fts5 (${FIELDS.join(', ')}, tokenize = '${TOKENIZER}');
           CREATE VIRTUAL TABLE stems USING fts5vocab (words, instance);`);
  const insert = db.prepare(`INSERT INTO words (rowid, ${FIELDS.join(', ')}) VALUES (?, ?, ?, ?)`);
  const read = db.prepare('SELECT doc, col, term FROM stems ORDER BY doc, col, "offset"');
  return {
    stem(rows) {
      const found = rows.map((fields) => fields.map((): string[] => []));
      db.exec('BEGIN');
      rows.forEach(([a = '', b = '', c = ''], index) => {
        insert.run(index + 1, a, b, c);
      });
      for (const { doc, col, term } of read.iterate()) {
        found[Number(doc) - 1]?.[FIELDS.indexOf(String(col))]?.push(String(term));
      }
      db.exec('ROLLBACK');
      return found;
    },
    close: () => db.close(),
  };
}
