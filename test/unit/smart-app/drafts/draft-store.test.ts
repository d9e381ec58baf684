import { describe, expect, it } from 'vitest';
import { type DraftOwner, openDrafts } from '#smart-app/drafts/draft-store.ts';
import { startDraft } from '#smart-app/review/draft.ts';
import { cannedAssessment } from '../../../support/app/canned-assessment.ts';

function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
  };
}

const key = Buffer.alloc(32, 1).toString('base64url');
const owner: DraftOwner = {
  practitioner: 'Practitioner/1',
  server: 'https://ehr.example/fhir',
  patient: 'p1',
  encounter: 'e1',
};
const draft = startDraft(cannedAssessment(), {
  situation: 'secret words',
  background: '',
  assessment: '',
  recommendation: '',
});
const everything = (storage: Storage) =>
  Array.from(
    { length: storage.length },
    (_, i) => `${storage.key(i)} ${storage.getItem(storage.key(i)!)}`,
  ).join();

describe('openDrafts', () => {
  it('gives back what was kept in the same tab', async () => {
    const shelves = { session: shelf(), local: shelf() };
    const store = await openDrafts(owner, undefined, shelves);
    await store.save(draft, new Date());
    expect((await store.load())?.draft).toEqual(draft);
  });

  it('gives back the sealed copy after the tab was killed', async () => {
    const local = shelf();
    await (await openDrafts(owner, key, { session: shelf(), local })).save(draft, new Date());
    const again = await openDrafts(owner, key, { session: shelf(), local });
    expect((await again.load())?.draft).toEqual(draft);
  });

  it('SM-37 SM-53 leaves nothing readable in local storage, not even whose draft it is', async () => {
    const local = shelf();
    await (await openDrafts(owner, key, { session: shelf(), local })).save(draft, new Date());
    expect(everything(local)).not.toMatch(/secret words|Practitioner|p1\|/);
  });

  it('keeps nothing in local storage without a key', async () => {
    const local = shelf();
    await (await openDrafts(owner, undefined, { session: shelf(), local })).save(draft, new Date());
    expect(local.length).toBe(0);
  });

  it('shows one nurse’s draft to no other, nor for another patient', async () => {
    const shelves = { session: shelf(), local: shelf() };
    await (await openDrafts(owner, key, shelves)).save(draft, new Date());
    for (const change of [{ practitioner: 'Practitioner/2' }, { patient: 'p2' }, { encounter: undefined }]) {
      const other = await openDrafts({ ...owner, ...change }, key, shelves);
      expect(await other.load()).toBeUndefined();
    }
  });

  it('does not open the sealed copy with another key', async () => {
    const local = shelf();
    await (await openDrafts(owner, key, { session: shelf(), local })).save(draft, new Date());
    const wrong = Buffer.alloc(32, 2).toString('base64url');
    const other = await openDrafts(owner, wrong, { session: shelf(), local });
    expect(await other.load()).toBeUndefined();
  });

  it('is empty everywhere after removing', async () => {
    const shelves = { session: shelf(), local: shelf() };
    const store = await openDrafts(owner, key, shelves);
    await store.save(draft, new Date());
    store.remove();
    expect(shelves.session.length + shelves.local.length).toBe(0);
  });

  it('takes what it cannot read as nothing', async () => {
    const shelves = { session: shelf(), local: shelf() };
    const store = await openDrafts(owner, undefined, shelves);
    await store.save(draft, new Date());
    shelves.session.setItem(shelves.session.key(0)!, '{"draft":{"priority":"purple"}}');
    expect(await store.load()).toBeUndefined();
  });
});
