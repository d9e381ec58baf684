import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Store } from '#cds-service/store/contract.ts';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import { openStoreWorker } from '#cds-service/store/open-store-worker.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { claimsOfStore, type Place } from './store-claims.ts';

const folder = tempFolder();
let number = 0;

const OPENERS: readonly (readonly [string, (file: string) => Promise<Store>])[] = [
  ['on the same thread', async (file) => openSqliteStore(file)],
  ['on a thread of its own', openStoreWorker],
];

function newFile(open: (file: string) => Promise<Store>): Place {
  number += 1;
  const file = join(folder, `${number}.sqlite`);
  const inside = <T>(look: (db: DatabaseSync) => T): T => {
    const db = new DatabaseSync(file);
    try {
      return look(db);
    } finally {
      db.close();
    }
  };
  return {
    open: () => open(file),
    sql: async (statement) => inside((db) => db.prepare(statement).all()),
    unlockAudit: async () =>
      inside((db) => db.exec('DROP TRIGGER audit_is_append_only_1; DROP TRIGGER audit_is_append_only_2')),
    setStep: async (step) => inside((db) => db.exec(`PRAGMA user_version = ${step === 'newer' ? 99 : 1}`)),
  };
}

describe.each(OPENERS)('an SQLite store %s', (_how, open) => {
  claimsOfStore(async () => newFile(open));

  it('is a file that only its owner may read', async () => {
    const file = join(folder, `owner-${number}.sqlite`);
    const store = await open(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    await store.close();
  });
});

describe('a store on a thread of its own', () => {
  it('rejects every call when it has stopped', async () => {
    const store = await openStoreWorker(join(folder, 'stopped.sqlite'));
    await store.close();
    await expect(store.check()).rejects.toThrow(/stopped/);
    await expect(store.close()).resolves.toBeUndefined();
  });
});
