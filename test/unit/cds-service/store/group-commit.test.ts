import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createWriter } from '#cds-service/store/group-commit.ts';

function open() {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT');
  const insert = db.prepare('INSERT INTO t VALUES (?)');
  const count = () => db.prepare('SELECT count(*) AS n FROM t').get()?.n;
  return { db, insert, count, ...createWriter(db) };
}

describe('createWriter', () => {
  it('gives each job what it returned', async () => {
    const { write } = open();
    expect(await Promise.all([write(() => 1), write(() => 'two')])).toEqual([1, 'two']);
  });

  it('lets a job that throws fail alone and leave nothing behind', async () => {
    const { write, insert, count } = open();
    const [first, second, third] = await Promise.allSettled([
      write(() => insert.run(1)),
      write(() => {
        insert.run(2);
        throw new Error('no');
      }),
      write(() => insert.run(3)),
    ]);
    expect([first?.status, second?.status, third?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(count()).toBe(2);
  });

  it('rejects all when nothing can be committed', async () => {
    const { write, insert, db } = open();
    db.exec('PRAGMA query_only = ON');
    const results = await Promise.allSettled([write(() => insert.run(1)), write(() => insert.run(2))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('commits what waits when it is flushed', async () => {
    const { write, insert, flush, count } = open();
    const pending = write(() => insert.run(1));
    flush();
    expect(count()).toBe(1);
    await pending;
  });
});
