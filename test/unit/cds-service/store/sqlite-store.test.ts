import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackItem, NewOutcome, Store } from '#cds-service/store/contract.ts';
import { openSqliteStore } from '#cds-service/store/open-sqlite-store.ts';
import { openStoreWorker } from '#cds-service/store/open-store-worker.ts';
import { anAssessment, aRule } from '../../../support/assessment.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const folder = tempFolder();
let number = 0;

/** One set of claims for every way to open a store. */
const OPENERS: readonly (readonly [string, (file: string) => Promise<Store>])[] = [
  ['on the same thread', async (file) => openSqliteStore(file)],
  ['on a thread of its own', openStoreWorker],
];

function uuid(last: number): string {
  return `6f1c2d3e-0000-4000-8000-${String(last).padStart(12, '0')}`;
}

function anOutcome(id: number, changes: Partial<NewOutcome> = {}): NewOutcome {
  return {
    binding: { client: 'North', patient: 'p1', encounter: 'e1' },
    user: 'Practitioner/n1',
    hookInstance: uuid(900),
    at: '2026-11-21T10:00:00.000Z',
    cards: [{ uuid: `card-${id}`, suggestions: [] }],
    assessment: anAssessment({ id: uuid(id) }),
    ...changes,
  };
}

describe.each(OPENERS)('a store %s', (_how, open) => {
  let file = '';
  let store: Store;

  beforeEach(async () => {
    number += 1;
    file = join(folder, `${number}.sqlite`);
    store = await open(file);
  });
  afterEach(() => store.close());

  async function reopen() {
    await store.close();
    store = await open(file);
  }

  describe('proposals', () => {
    it('stand after closing and opening again', async () => {
      await store.saveOutcome(anOutcome(1));
      await reopen();
      expect(await store.findProposal(uuid(1))).toMatchObject({
        state: 'proposed',
        user: 'Practitioner/n1',
        binding: { client: 'North', patient: 'p1', encounter: 'e1' },
        assessment: { id: uuid(1) },
      });
    });

    it('are found by patient, the newest first', async () => {
      await store.saveOutcome(anOutcome(1));
      await store.saveOutcome(anOutcome(2));
      const newest = await store.newestProposal({ client: 'North', patient: 'p1' });
      expect(newest?.assessment.id).toBe(uuid(2));
    });

    it('are not found for another clinic that knows a patient of the same id', async () => {
      await store.saveOutcome(anOutcome(1));
      expect(await store.newestProposal({ client: 'South', patient: 'p1' })).toBeUndefined();
    });

    it('of another encounter do not count, those without one do', async () => {
      await store.saveOutcome(anOutcome(1, { binding: { client: 'North', patient: 'p1' } }));
      await store.saveOutcome(
        anOutcome(2, { binding: { client: 'North', patient: 'p1', encounter: 'other' } }),
      );
      const found = await store.newestProposal({ client: 'North', patient: 'p1', encounter: 'e1' });
      expect(found?.assessment.id).toBe(uuid(1));
    });

    it('are found by their handle until it expires, and the database does not hold the handle', async () => {
      await store.saveOutcome(anOutcome(1, { handle: { value: 'secret-handle', expires: 1000 } }));
      expect(await store.findByHandle('secret-handle', 999)).toMatchObject({ state: 'present' });
      expect(await store.findByHandle('secret-handle', 1000)).toEqual({ state: 'expired' });
      expect(await store.findByHandle('another', 999)).toEqual({ state: 'unknown' });
      const db = new DatabaseSync(file, { readOnly: true });
      expect(JSON.stringify(db.prepare('SELECT * FROM handles').all())).not.toContain('secret-handle');
      db.close();
    });

    it('keep the first practitioner who opened a handle', async () => {
      await store.saveOutcome(anOutcome(1, { handle: { value: 'h', expires: 1000 } }));
      await store.bindHandle('h', 'Practitioner/a');
      await store.bindHandle('h', 'Practitioner/b');
      expect(await store.findByHandle('h', 0)).toMatchObject({ boundTo: 'Practitioner/a' });
    });

    it('signed twice with the same content keep the first bundle', async () => {
      await store.saveOutcome(anOutcome(1));
      const record = { assessmentId: uuid(1), contentHash: 'x', signer: 'Practitioner/n1', bundle: { n: 1 } };
      const audit = { at: 'now', event: 'signed', assessment: uuid(1) } as const;
      const [first, again] = await Promise.all([
        store.saveSigned(record, [audit]),
        store.saveSigned({ ...record, bundle: { n: 2 } }, [audit]),
      ]);
      expect([first.bundle, again.bundle]).toEqual([{ n: 1 }, { n: 1 }]);
      expect(await store.verifyAudit()).toMatchObject({ rows: 1 });
      expect((await store.findProposal(uuid(1)))?.state).toBe('signed');
    });

    it('that are written stay written', async () => {
      await store.saveOutcome(anOutcome(1));
      const written = { clinicalImpression: 'ClinicalImpression/1' };
      const audit = { at: 'now', event: 'written', assessment: uuid(1) } as const;
      await store.closeProposal(written, audit);
      await store.closeProposal(written, audit);
      await store.saveSigned({ assessmentId: uuid(1), contentHash: 'x', signer: 's', bundle: {} }, []);
      expect((await store.findProposal(uuid(1)))?.state).toBe('written');
      expect(await store.verifyAudit()).toMatchObject({ rows: 1 });
    });
  });

  describe('feedback', () => {
    const accepted: FeedbackItem = {
      card: 'card-1',
      outcome: 'accepted',
      outcomeTimestamp: '2026-11-21T10:05:00.000Z',
      acceptedSuggestions: ['s1'],
    };
    const overridden: FeedbackItem = {
      card: 'card-1',
      outcome: 'overridden',
      outcomeTimestamp: '2026-11-21T10:06:00.000Z',
      acceptedSuggestions: [],
      overrideReason: { reason: { code: 'finding-wrong' } },
    };

    it('CH-113 said twice is stored once', async () => {
      await store.saveOutcome(anOutcome(1));
      expect(await store.saveFeedback('North', [accepted], 't1')).toEqual({
        stored: 1,
        repeated: 0,
        quarantined: 0,
      });
      expect(await store.saveFeedback('North', [accepted], 't2')).toEqual({
        stored: 0,
        repeated: 1,
        quarantined: 0,
      });
    });

    it('CH-115 on a card of another clinic is kept apart', async () => {
      await store.saveOutcome(anOutcome(1));
      expect(await store.saveFeedback('South', [accepted], 't')).toMatchObject({ quarantined: 1 });
      expect(await store.saveFeedback('North', [accepted], 't')).toMatchObject({ stored: 1 });
      expect(await store.countCards()).toEqual({ shown: 1, reported: 1 });
    });

    it('is reported by outcome, reason, model and rules, the last word on a card only', async () => {
      const assessment = anAssessment({ id: uuid(1), rules: [aRule('vital.sbp', 'high')], priority: 'high' });
      await store.saveOutcome(anOutcome(1, { assessment }));
      await store.saveFeedback('North', [accepted, overridden], 't');
      expect(await store.reportOutcomes()).toEqual([
        {
          outcome: 'overridden',
          reason: 'finding-wrong',
          model: 'none',
          priority: 'high',
          rules: ['vital.sbp'],
          count: 1,
        },
      ]);
    });

    it('CH-114 silence is what is left of the cards shown', async () => {
      await store.saveOutcome(anOutcome(1));
      await store.saveOutcome(anOutcome(2));
      await store.saveFeedback('North', [accepted], 't');
      expect(await store.countCards()).toEqual({ shown: 2, reported: 1 });
    });
  });

  describe('token ids', () => {
    const use = { client: 'North', jti: 'a', expires: 1000, now: 500 };

    it('CH-67 are used once, also after a restart', async () => {
      expect(await store.burnTokenId(use)).toBe(true);
      await reopen();
      expect(await store.burnTokenId(use)).toBe(false);
    });

    it('of two calls at the same time one wins', async () => {
      const both = await Promise.all([store.burnTokenId(use), store.burnTokenId(use)]);
      expect(both.sort()).toEqual([false, true]);
    });

    it('are forgotten when they expire', async () => {
      await store.burnTokenId(use);
      expect(await store.burnTokenId({ ...use, now: 1000, expires: 2000 })).toBe(true);
    });

    it('belong to one client', async () => {
      await store.burnTokenId(use);
      expect(await store.burnTokenId({ ...use, client: 'South' })).toBe(true);
    });
  });

  describe('the audit log', () => {
    const entry = {
      at: '2026-11-21T10:00:00.000Z',
      event: 'signed',
      actor: 'Practitioner/n1',
      code: 'x',
    } as const;

    it('is a chain that holds', async () => {
      await Promise.all([store.appendAudit(entry), store.appendAudit({ ...entry, event: 'written' })]);
      expect(await store.verifyAudit()).toMatchObject({ intact: true, rows: 2 });
    });

    it('shows a row that was changed behind its back', async () => {
      await store.appendAudit(entry);
      await store.appendAudit(entry);
      const db = new DatabaseSync(file);
      db.exec(
        "DROP TRIGGER audit_is_append_only_1; UPDATE audit SET actor = 'Practitioner/x' WHERE sequence = 1",
      );
      db.close();
      expect(await store.verifyAudit()).toEqual({ intact: false, brokenAt: 1 });
    });

    it('shows a row that is gone', async () => {
      await store.appendAudit(entry);
      await store.appendAudit(entry);
      const db = new DatabaseSync(file);
      db.exec('DROP TRIGGER audit_is_append_only_2; DELETE FROM audit WHERE sequence = 1');
      db.close();
      expect(await store.verifyAudit()).toEqual({ intact: false, brokenAt: 1 });
    });

    it('cannot be changed by the way', () => {
      const db = new DatabaseSync(file);
      db.exec("INSERT INTO audit VALUES (1, '', '', '', 'signed', NULL, NULL, NULL)");
      expect(() => db.exec('DELETE FROM audit')).toThrow(/append-only/);
      db.close();
    });
  });

  describe('the file', () => {
    it('may be read by its owner only', () => {
      expect(statSync(file).mode & 0o077).toBe(0);
    });

    it('of a newer release is refused', async () => {
      await store.close();
      const db = new DatabaseSync(file);
      db.exec('PRAGMA user_version = 99');
      db.close();
      await expect(open(file)).rejects.toThrow(/store-too-new/);
      const repair = new DatabaseSync(file);
      repair.exec('PRAGMA user_version = 1');
      repair.close();
      store = await open(file);
    });

    it('forgets sessions, token ids and old handles when it is swept', async () => {
      const session = {
        binding: { client: 'North', patient: 'p1' },
        iss: 'https://ehr.example/fhir',
        practitioner: { reference: 'Practitioner/n1', display: 'N' },
        expires: 1000,
      };
      await store.saveSession('hash', session);
      expect(await store.findSession('hash', 999)).toEqual(session);
      expect(await store.findSession('hash', 1000)).toBeUndefined();
      await store.sweep(1000);
      expect(await store.findSession('hash', 0)).toBeUndefined();
    });
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
