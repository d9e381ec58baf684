import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackItem, NewOutcome, Store } from '#cds-service/store/contract.ts';
import { anAssessment, aRule } from '../../../support/assessment.ts';

/** An empty place for a store, and a way to look at it and meddle with it behind the store's back. */
export interface Place {
  open(): Promise<Store>;
  sql(statement: string): Promise<readonly unknown[]>;
  /** Takes away what protects the audit log, as somebody with all rights could. */
  unlockAudit(): Promise<unknown>;
  /** Makes the place look as if a newer release had written it, or takes that back. */
  setStep(step: 'newer' | 'ours'): Promise<unknown>;
}

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

/** The claims that every store must meet, whatever stands behind it. */
export function claimsOfStore(newPlace: () => Promise<Place>): void {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    place = await newPlace();
    store = await place.open();
  });
  afterEach(() => store.close());

  async function reopen() {
    await store.close();
    store = await place.open();
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
      expect(JSON.stringify(await place.sql('SELECT * FROM handles'))).not.toContain('secret-handle');
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
      // Of two at the same moment either may be the first.
      expect(again.bundle).toEqual(first.bundle);
      const later = await store.saveSigned({ ...record, bundle: { n: 3 } }, [audit]);
      expect(later.bundle).toEqual(first.bundle);
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
      await place.unlockAudit();
      await place.sql("UPDATE audit SET actor = 'Practitioner/x' WHERE sequence = 1");
      expect(await store.verifyAudit()).toEqual({ intact: false, brokenAt: 1 });
    });

    it('shows a row that is gone', async () => {
      await store.appendAudit(entry);
      await store.appendAudit(entry);
      await place.unlockAudit();
      await place.sql('DELETE FROM audit WHERE sequence = 1');
      expect(await store.verifyAudit()).toEqual({ intact: false, brokenAt: 1 });
    });

    it('cannot be changed by the way', async () => {
      await store.appendAudit(entry);
      await expect(place.sql('DELETE FROM audit')).rejects.toThrow(/append-only/);
      await expect(place.sql("UPDATE audit SET code = 'y'")).rejects.toThrow(/append-only/);
    });
  });

  describe('what expires', () => {
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

  describe('a place of a newer release', () => {
    it('is refused', async () => {
      await store.close();
      await place.setStep('newer');
      await expect(place.open()).rejects.toThrow(/store-too-new/);
      await place.setStep('ours');
      store = await place.open();
    });
  });
}
