import { describe, expect, it } from 'vitest';
import type {
  CheckedEvidenceStore,
  EvidenceQuery,
  Passage,
  RetrievedEvidence,
} from '#cds-service/retrieval/contract.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { Embedder } from '#models/contract.ts';
import { passage } from './corpus-folder.ts';

/** The library that every store is asked about. */
export const LIBRARY: readonly Passage[] = [
  passage({
    id: 'chest-pain',
    kind: 'emergency-protocol',
    supports: ['acs'],
    ageGroups: ['adult', 'older-adult'],
    text: 'Crushing chest pain spreading to the jaw with sweating needs an electrocardiogram within minutes.',
  }),
  passage({
    id: 'chest-wall',
    text: 'Chest pain that is tender over the ribs after coughing is often muscular; review when it spreads.',
  }),
  passage({
    id: 'croup',
    ageGroups: ['infant', 'child'],
    text: 'A barking cough with noisy breathing at night in a small child suggests croup.',
  }),
  passage({
    id: 'pregnancy-headache',
    pregnancy: 'only',
    supports: ['pre-eclampsia'],
    kind: 'emergency-protocol',
    text: 'Severe headache with flashing lights in late pregnancy needs blood pressure and urine protein now.',
  }),
  passage({
    id: 'telephone-headache',
    settings: ['telephone'],
    text: 'Headache on the telephone: severe, sudden, with stiff neck or confusion is sent by ambulance.',
  }),
  passage({
    id: 'ankle',
    text: 'A twisted ankle that bears weight is rested, raised and reviewed when swelling persists.',
  }),
  passage({
    id: 'ankle-copy',
    text: 'A twisted ankle that bears weight is rested, raised and reviewed when swelling persists.',
  }),
];

/** What clinic `north` has put in for itself. */
export const NORTH: Passage = passage({
  id: 'north-ankle-walk-in',
  clinic: 'north',
  text: 'Our walk-in physiotherapist sees every twisted ankle in room seven on weekdays before noon.',
});

export interface OpenedStore {
  readonly store: CheckedEvidenceStore;
  readonly embedder: Embedder;
}

/** What any `EvidenceStore` over `LIBRARY` and `NORTH` must do; run against each adapter. */
export function evidenceStoreClaims(name: string, opened: () => OpenedStore): void {
  async function ask(query: Partial<EvidenceQuery>, words = false): Promise<RetrievedEvidence> {
    const { store, embedder } = opened();
    const full: EvidenceQuery = { text: '', rules: [], limit: 6, ...query };
    const vectors = words ? undefined : await embedder.embed([full.text]);
    if (isUnavailable(vectors)) throw new Error(vectors.code);
    const evidence = await store.retrieve(full, vectors?.[0]);
    if (isUnavailable(evidence)) throw new Error(`${evidence.code}: ${evidence.detail}`);
    return evidence;
  }
  const ids = ({ passages }: RetrievedEvidence) => passages.map((found) => found.passage.id);

  describe(`${name} as an evidence store`, () => {
    it('finds the passage that a query is about, first', async () => {
      expect(ids(await ask({ text: 'barking cough noisy breathing small child croup' }))[0]).toBe('croup');
    });

    it('finds it by words alone when there is no vector', async () => {
      expect(ids(await ask({ text: 'barking cough croup' }, true))[0]).toBe('croup');
    });

    it('answers with an honest nothing when nothing fits', async () => {
      expect((await ask({ text: 'gymnasium membership renewal parking' })).passages).toEqual([]);
      expect((await ask({ text: '' }, true)).passages).toEqual([]);
    });

    it('reaches the passages of a rule without any search, and says so', async () => {
      const { passages } = await ask({ text: 'gymnasium membership renewal', rules: ['acs'] });
      expect(passages.map(({ passage: { id }, by }) => [id, by])).toEqual([['chest-pain', 'rule']]);
    });

    it('puts what a rule names before what the search found', async () => {
      const found = await ask({ text: 'twisted ankle swelling rested raised', rules: ['acs'] });
      expect(ids(found)[0]).toBe('chest-pain');
      expect(ids(found)).toContain('ankle');
    });

    it('keeps the protocol of a rule that fired although the passage is for others', async () => {
      expect(ids(await ask({ text: 'croup', rules: ['acs'], ageGroup: 'child' }))).toContain('chest-pain');
    });

    it('leaves out what is for another age group, pregnancy or setting', async () => {
      const chest = 'crushing chest pain spreading jaw sweating';
      expect(ids(await ask({ text: chest, ageGroup: 'adult' }))).toContain('chest-pain');
      expect(ids(await ask({ text: chest, ageGroup: 'child' }))).not.toContain('chest-pain');
      const headache = 'severe headache flashing lights late pregnancy';
      expect(ids(await ask({ text: headache, pregnant: true }))).toContain('pregnancy-headache');
      expect(ids(await ask({ text: headache }))).toContain('pregnancy-headache');
      expect(ids(await ask({ text: headache, pregnant: false }))).not.toContain('pregnancy-headache');
      const call = 'headache telephone sudden stiff neck confusion ambulance';
      expect(ids(await ask({ text: call, setting: 'telephone' }))).toContain('telephone-headache');
      expect(ids(await ask({ text: call, setting: 'primary-care' }))).not.toContain('telephone-headache');
    });

    it('shows two passages that say the same once', async () => {
      const found = ids(await ask({ text: 'twisted ankle bears weight rested raised swelling' }));
      expect(found.filter((id) => id.startsWith('ankle'))).toEqual(['ankle']);
    });

    it("never shows a clinic another clinic's documents", async () => {
      const text = 'walk-in physiotherapist twisted ankle room seven weekdays';
      expect(ids(await ask({ text, clinic: 'north' }))).toContain(NORTH.id);
      expect(ids(await ask({ text, clinic: 'south' }))).not.toContain(NORTH.id);
      expect(ids(await ask({ text }))).not.toContain(NORTH.id);
      expect(ids(await ask({ text, clinic: 'south' }, true))).not.toContain(NORTH.id);
    });

    it('keeps to the limit and to scores from 0 to 1', async () => {
      const { passages } = await ask({ text: 'chest pain headache ankle croup cough', limit: 2 });
      expect(passages.length).toBeLessThanOrEqual(2);
      for (const { score } of passages) expect(score >= 0 && score <= 1).toBe(true);
    });

    it('takes query syntax for plain words', async () => {
      const hostile = '" OR croup* AND -barking NEAR/2 : cough" NOT (';
      expect(ids(await ask({ text: hostile }, true))).toContain('croup');
    });

    it('answers unavailable when there is no time left', async () => {
      const query = { text: 'croup', rules: [], limit: 6 };
      expect(await opened().store.retrieve(query, undefined, AbortSignal.abort())).toMatchObject({
        state: 'unavailable',
        code: 'timeout',
      });
    });

    it('says how large the library is, also when only asked how it is', async () => {
      expect((await ask({ text: 'croup' })).index.size).toBe(LIBRARY.length + 1);
      expect(await opened().store.check()).toEqual({ size: LIBRARY.length + 1 });
    });

    it('refuses a query vector of another length', async () => {
      const query = { text: 'croup', rules: [], limit: 6 };
      expect(await opened().store.retrieve(query, new Float32Array(3))).toMatchObject({ code: 'broken' });
    });

    it('gives the same answer to the same question', async () => {
      const query = { text: 'severe headache late pregnancy', rules: ['acs', 'pre-eclampsia'] };
      expect(await ask(query)).toEqual(await ask(query));
    });
  });
}
