import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '#cds-service/store/open-postgres-store.ts';
import { anAssessment } from '../../../support/assessment.ts';
import { findPostgres, runSql, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { claimsOfStore } from './store-claims.ts';

const binaries = findPostgres();
let server: TestPostgres;

// Real servers only: a stand-in would not tell whether two instances exclude each other.
describe.skipIf(binaries === undefined)('a PostgreSQL store (needs an installed PostgreSQL)', () => {
  beforeAll(async () => {
    server = await startPostgres(binaries as string);
  }, 60_000);
  afterAll(() => server?.stop());

  claimsOfStore(async () => {
    const url = await server.emptyDatabase();
    return {
      open: () => openPostgresStore(url),
      sql: (statement) => runSql(url, statement),
      unlockAudit: () => runSql(url, 'DROP TRIGGER audit_is_append_only ON audit'),
      setStep: (step) =>
        runSql(
          url,
          step === 'newer'
            ? 'INSERT INTO schema_step VALUES (99)'
            : 'DELETE FROM schema_step WHERE step = 99',
        ),
    };
  });

  describe('that two instances share', () => {
    async function twoInstances() {
      const url = await server.emptyDatabase();
      return Promise.all([openPostgresStore(url), openPostgresStore(url)]);
    }

    it('is created once when both start at the same moment', async () => {
      const stores = await twoInstances();
      await Promise.all(stores.map((store) => store.check()));
      await Promise.all(stores.map((store) => store.close()));
    });

    it('CH-67 burns a token id for both, also when they ask at the same moment', async () => {
      const stores = await twoInstances();
      for (let round = 0; round < 20; round += 1) {
        const use = { client: 'North', jti: `token-${round}`, expires: 1000, now: 500 };
        const answers = await Promise.all(stores.map((store) => store.burnTokenId(use)));
        expect(answers.toSorted()).toEqual([false, true]);
      }
      await Promise.all(stores.map((store) => store.close()));
    });

    it('keeps one audit chain of rows from both', async () => {
      const stores = await twoInstances();
      const entry = { at: '2026-11-21T10:00:00.000Z', event: 'signed' } as const;
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          stores[index % 2]?.appendAudit({ ...entry, code: `${index}` }),
        ),
      );
      expect(await stores[0].verifyAudit()).toMatchObject({ intact: true, rows: 40 });
      await Promise.all(stores.map((store) => store.close()));
    });

    it('gives both the same bundle when both sign the same content', async () => {
      const stores = await twoInstances();
      const id = '6f1c2d3e-0000-4000-8000-000000000001';
      await stores[0].saveOutcome({
        binding: { client: 'North', patient: 'p1' },
        user: 'Practitioner/n1',
        at: '2026-11-21T10:00:00.000Z',
        cards: [],
        assessment: anAssessment({ id }),
      });
      const audit = [{ at: 'now', event: 'signed', assessment: id }] as const;
      const signed = await Promise.all(
        stores.map((store, index) =>
          store.saveSigned(
            { assessmentId: id, contentHash: 'x', signer: 's', bundle: { from: index } },
            audit,
          ),
        ),
      );
      expect(signed[0]?.bundle).toEqual(signed[1]?.bundle);
      expect(await stores[1].verifyAudit()).toMatchObject({ intact: true, rows: 1 });
      await Promise.all(stores.map((store) => store.close()));
    });
  });

  it('lives on when its connections break, and says so when the database takes no writes', async () => {
    const url = await server.newDatabase();
    const store = await openPostgresStore(url);
    await runSql(
      url,
      `DO $$ BEGIN
         EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database());
       END $$`,
    );
    await store.check();
    await runSql(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'prescreen' AND datname = current_database()`,
    );
    await expect.poll(() => store.check().then(String, String)).toMatch(/takes no writes/);
    await store.close();
    await expect(openPostgresStore(url)).rejects.toThrow(/read-only/);
  });
});

describe('a PostgreSQL store that cannot be reached', () => {
  it('is an error at once', async () => {
    await expect(openPostgresStore('postgresql://nobody@127.0.0.1:1/none')).rejects.toThrow();
  });
});
