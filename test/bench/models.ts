import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { readArtifact } from '#models/artifact.ts';
import type { FeatureInput } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { encodeFeatures, readFeatureSpec } from '#models/features.ts';
import { openMeaningHead } from '#models/meaning-head.ts';
import { openNarrativeModel } from '#models/narrative-model.ts';
import { type Feeds, openSession } from '#models/onnx.ts';
import { makeTokenize } from '#models/tokenize.ts';
import { openTriageModel } from '#models/triage-model.ts';

/**
 * What models cost: embedding and triage through their workers beside the bare ONNX time, and memory.
 *
 * `npm run bench:models`. Ratios travel between machines; milliseconds do not.
 */
const artifact = (name: string) => fileURLToPath(new URL(`../../models/artifacts/${name}`, import.meta.url));
const ROUNDS = 300;

interface Times {
  readonly p50: number;
  readonly p99: number;
}

async function measure(run: (round: number) => Promise<unknown>, rounds = ROUNDS): Promise<Times> {
  for (let round = 0; round < 20; round += 1) await run(-1 - round);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await run(round);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return { p50: took[Math.floor(rounds * 0.5)] ?? 0, p99: took[Math.floor(rounds * 0.99)] ?? 0 };
}

function megabytes(): number {
  return process.memoryUsage().rss / 1e6;
}

function say(what: string, { p50, p99 }: Times, besides = ''): void {
  process.stdout.write(`${what.padEnd(58)} p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  ${besides}\n`);
}

/** Different texts of about the same length: none is in the cache. */
function complaint(round: number): string {
  return `crushing chest pain and sweating since ${Math.abs(round)} minutes, visit ${round}`;
}

const patient: FeatureInput = {
  ageYears: 67,
  sex: 'female',
  vitals: {
    systolic: 104,
    diastolic: 62,
    'heart-rate': 112,
    'respiratory-rate': 24,
    spo2: 92,
    temperature: 38.4,
    pain: 6,
  },
  arrivedByAmbulance: true,
  conditions: ['diabetes', 'heart-failure'],
  concepts: [],
  complaintVector: Float32Array.from({ length: 384 }, (_, i) => Math.sin(i) / 14),
};

const before = megabytes();
const embedder = await openEmbedder({ artifact: artifact('embedder'), providers: ['cpu'] });
const triage = await openTriageModel({ artifact: artifact('triage') });
const meaning = await openMeaningHead({ artifact: artifact('meaning') });
const narrative = await openNarrativeModel({ artifact: artifact('narrative') });
const after = megabytes();

const files = await readArtifact(artifact('embedder'));
if (isUnavailable(files)) throw new Error(files.detail);
const tokenize = makeTokenize(readFileSync(files.files.get('tokenizer.json') ?? ''), 256);
const feedsOf = (text: string): Feeds => {
  const ids = BigInt64Array.from(tokenize(text), BigInt);
  const dims = [1, ids.length];
  return {
    input_ids: { data: ids, dims },
    attention_mask: { data: new Float32Array(ids.length).fill(1), dims },
  };
};
const bare = await openSession(files.files.get('model.onnx') ?? '', {
  providers: ['cpu'],
  threads: 1,
  warmUp: feedsOf('warm'),
});
if (isUnavailable(bare)) throw new Error(bare.detail);
const prepared = Array.from({ length: ROUNDS + 21 }, (_, i) => feedsOf(complaint(i - 20)));

const raw = await measure((round) => bare.run(prepared[round + 20] as Feeds));
say('embedder, bare ONNX, one complaint', raw);
const through = await measure((round) => embedder.embed([complaint(round)]));
say('embedder through its worker', through, `ratio of p50 ${(through.p50 / raw.p50).toFixed(2)}`);
say('embedder, text seen before', await measure(() => embedder.embed(['chest pain'])));

const spec = readFeatureSpec();
say('features alone', await measure(async () => encodeFeatures(patient, spec)));
const predicted = await measure(() => triage.predict(patient), 2000);
say('triage model with the effect of every fact', predicted);
const both = await measure(async (round) => {
  const vectors = await embedder.embed([complaint(round + 10_000)]);
  return triage.predict({ ...patient, complaintVector: isUnavailable(vectors) ? undefined : vectors[0] });
});
say(
  'embedding and triage model together',
  both,
  `ratio to bare embedding ${(both.p50 / raw.p50).toFixed(2)}`,
);
const clauses = await embedder.embed(Array.from({ length: 6 }, (_, i) => complaint(i)));
if (isUnavailable(clauses)) throw new Error(clauses.detail);
say('reader by meaning, six clauses', await measure(() => meaning.classify(clauses)));
const story = (round: number) => Array.from({ length: 5 }, (_, i) => complaint(round * 5 + i)).join('. ');
say(
  'reader of stories, five clauses',
  await measure((round) => narrative.judge({ about: '50 years old.', words: story(round) })),
);

process.stdout.write(
  `memory: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB with all sessions open, ${megabytes().toFixed(0)} MB at the end (with a second bare session)\n`,
);
await Promise.all([embedder.close(), triage.close(), meaning.close(), narrative.close(), bare.close()]);
