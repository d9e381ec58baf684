import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { FeatureInput, Prediction, TriageModel } from '#models/contract.ts';
import { withShadow } from '#models/shadow.ts';
import { openTriageModel } from '#models/triage-model.ts';
import { TINY_MODEL, writeArtifact } from './support/tiny-model.ts';

const artifact = fileURLToPath(new URL('../../../models/artifacts/triage', import.meta.url));
const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/models/triage-golden.json', import.meta.url), 'utf8'),
) as (Omit<Prediction, 'name' | 'version' | 'provider' | 'effects' | 'ask'> & { chart: FeatureInput })[];

let model: TriageModel;
beforeAll(async () => {
  model = await openTriageModel({ artifact });
});
afterAll(() => model.close());

async function predict(input: Partial<FeatureInput>, by: TriageModel = model): Promise<Prediction> {
  const answer = await by.predict({ sex: 'female', vitals: {}, concepts: [], ...input });
  if (isUnavailable(answer)) throw new Error(answer.detail);
  return answer;
}

/** The vector that the golden charts were made with; every fifth has none. */
function madeUpText(chart: number): Float32Array | undefined {
  if (chart % 5 === 0) return undefined;
  return Float32Array.from({ length: 384 }, (_, place) => Math.sin(chart + place * (1 + chart / 100)) / 14);
}

/** A copy of the artefact with its manifest changed. */
async function changed(change: (manifest: Record<string, unknown>) => object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prescreen-triage-'));
  await cp(artifact, folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, ...change(manifest) }));
  return folder;
}

describe('a prediction', () => {
  it('equals what training computed, for made-up charts of every kind', async () => {
    for (const [index, { chart, probabilities, criticalOutcome, ...judged }] of golden.entries()) {
      const found = await predict({ ...chart, complaintVector: madeUpText(index) });
      expect({ set: found.set, zone: found.zone, outOfDistribution: found.outOfDistribution }).toEqual({
        set: judged.set,
        zone: judged.zone,
        outOfDistribution: judged.outOfDistribution,
      });
      for (const [name, value] of Object.entries({ ...probabilities, criticalOutcome })) {
        const own = { ...found.probabilities, criticalOutcome: found.criticalOutcome }[name as 'low'];
        expect(Math.abs(own - value)).toBeLessThan(1e-5);
      }
    }
  });

  it('has probabilities that sum to one', async () => {
    const { probabilities } = await predict({ ageYears: 60, vitals: { systolic: 85, 'heart-rate': 130 } });
    expect(Object.values(probabilities).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...Object.values(probabilities))).toBeGreaterThanOrEqual(0);
  });

  it('is higher for a patient in shock than for the same patient well', async () => {
    const well = {
      systolic: 125,
      diastolic: 80,
      'heart-rate': 75,
      'respiratory-rate': 16,
      spo2: 98,
      temperature: 36.8,
    };
    const shock = { ...well, systolic: 78, 'heart-rate': 135, 'respiratory-rate': 30, spo2: 86 };
    const [calm, sick] = await Promise.all([well, shock].map((vitals) => predict({ ageYears: 70, vitals })));
    expect(sick?.criticalOutcome).toBeGreaterThan(5 * (calm?.criticalOutcome ?? 1));
  });

  it('names what each known fact changed, the largest first', async () => {
    const { effects } = await predict({
      ageYears: 70,
      vitals: { spo2: 82, 'heart-rate': 80 },
      conditions: ['heart-failure'],
      arrivedByAmbulance: true,
    });
    expect(effects[0]).toMatchObject({ fact: 'spo2' });
    expect(effects.map(({ change }) => Math.abs(change))).toEqual(
      effects.map(({ change }) => Math.abs(change)).sort((a, b) => b - a),
    );
  });

  it('is the same for the same input', async () => {
    const input = { ageYears: 44, vitals: { pain: 7 }, complaintVector: madeUpText(3) };
    expect(await predict(input)).toEqual(await predict(input));
  });
});

describe('bad input has a defined outcome', () => {
  it('is unavailable when nothing is known', async () => {
    const answer = await model.predict({ sex: 'unknown', vitals: {}, concepts: [] });
    expect(answer).toMatchObject({ state: 'unavailable', code: 'not-provided' });
  });

  it('takes impossible numbers for unknown', async () => {
    const odd = { systolic: Number.NaN, spo2: 150, 'heart-rate': Number.POSITIVE_INFINITY, temperature: 985 };
    const [plain, strange] = [await predict({ ageYears: 40 }), await predict({ ageYears: 40, vitals: odd })];
    expect(strange.criticalOutcome).toBe(plain.criticalOutcome);
  });

  it('takes an absurd age for unknown', async () => {
    const vitals = { systolic: 120 };
    expect((await predict({ ageYears: 900, vitals })).criticalOutcome).toBe(
      (await predict({ vitals })).criticalOutcome,
    );
  });

  it('says that a vector far from any complaint is unlike its training', async () => {
    const complaintVector = Float32Array.from({ length: 384 }, (_, i) => (i % 2 === 0 ? 0.05 : -0.05));
    expect((await predict({ ageYears: 40, complaintVector })).outOfDistribution).toBe(true);
  });

  it('is a timeout when aborted', async () => {
    const answer = await model.predict({ sex: 'male', vitals: {}, concepts: [] }, AbortSignal.abort());
    expect(answer).toMatchObject({ code: 'timeout' });
  });
});

describe('a model that does not fit is refused', () => {
  it.each([
    ['another feature specification', () => ({ features: { version: '0.9', sha256: 'x' } }), 'specification'],
    ['other inputs', () => ({ inputs: ['age'] }), 'specification'],
    ['no calibration', () => ({ calibration: undefined }), 'not a triage model'],
    [
      'a calibration of another shape',
      (m: { calibration?: object }) => ({ calibration: { ...m.calibration, slope: [[1]] } }),
      'not a triage model',
    ],
  ])('with %s', async (_, change, words) => {
    const other = await openTriageModel({ artifact: await changed(change as () => object) });
    expect(other.info).toMatchObject({ code: 'broken', detail: expect.stringContaining(words) });
    expect(await other.predict({ sex: 'male', vitals: {}, concepts: [] })).toMatchObject({ code: 'broken' });
    await other.close();
  });

  it('with another embedder', async () => {
    const embedder = { name: 'other', version: '1', dimensions: 384, provider: 'cpu' as const };
    const other = await openTriageModel({ artifact, embedder });
    expect(other.info).toMatchObject({ code: 'broken', detail: expect.stringContaining('not other 1') });
    await other.close();
  });

  it('when it is missing or something else', async () => {
    const missing = await openTriageModel({ artifact: '/nowhere' });
    const tiny = await openTriageModel({ artifact: await writeArtifact({ 'model.onnx': TINY_MODEL }) });
    expect([missing.info, tiny.info]).toMatchObject([{ code: 'not-installed' }, { code: 'broken' }]);
    await Promise.all([missing.close(), tiny.close()]);
  });
});

describe('what to measure next', () => {
  it('names only vital signs that nobody has measured, the one that could change most first', async () => {
    const { ask } = await predict({ ageYears: 71, vitals: { systolic: 118, temperature: 36.9 } });
    const facts = ask.map(({ fact }) => fact);
    expect(facts.length).toBeGreaterThan(0);
    expect(['heart-rate', 'respiratory-rate', 'spo2']).toEqual(expect.arrayContaining(facts));
    expect(ask.map(({ change }) => change)).toEqual(ask.map(({ change }) => change).sort((a, b) => b - a));
  });

  it('has nothing to ask where all is measured, and none without an age', async () => {
    const all = { systolic: 120, 'heart-rate': 80, 'respiratory-rate': 16, spo2: 98, temperature: 36.8 };
    expect((await predict({ ageYears: 40, vitals: all })).ask).toEqual([]);
    expect((await predict({ vitals: { systolic: 120 } })).ask).toEqual([]);
  });
});

describe('a new version in the shadow', () => {
  it('is reported and not shown', async () => {
    const candidate = await openTriageModel({ artifact: await changed(() => ({ version: '9.9.9' })) });
    const differences: unknown[] = [];
    const both = withShadow(model, candidate, (difference) => differences.push(difference));
    const answer = await predict({ ageYears: 50 }, both);
    await candidate.predict({ sex: 'male', vitals: {}, concepts: [] });
    expect(answer.version).not.toBe('9.9.9');
    expect(differences).toMatchObject([{ candidate: 'prescreen-triage 9.9.9', criticalOutcome: 0 }]);
    await candidate.close();
  });
});
