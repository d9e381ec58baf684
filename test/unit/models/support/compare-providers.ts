import { fileURLToPath } from 'node:url';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { FeatureInput, Provider } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { openTriageModel } from '#models/triage-model.ts';

/** Runs a model on the CPU and on the GPU provider with CPU fallback forbidden; prints how far they are apart. */
const artifact = (name: string) =>
  fileURLToPath(new URL(`../../../../models/artifacts/${name}`, import.meta.url));

async function embedWith(provider: Provider): Promise<{ provider: string; numbers: number[] }> {
  const embedder = await openEmbedder({
    artifact: artifact('embedder'),
    providers: [provider],
    precision: 'exact',
    wholeGraph: provider !== 'cpu',
    slowestMs: 60_000,
  });
  const vectors = await embedder.embed(['chest pain']);
  if (isUnavailable(vectors) || isUnavailable(embedder.info)) throw new Error(JSON.stringify(embedder.info));
  const numbers = vectors.flatMap((vector) => [...vector]);
  const used = embedder.info.provider;
  await embedder.close();
  return { provider: used, numbers };
}

async function predictWith(provider: Provider): Promise<{ provider: string; numbers: number[] }> {
  const triage = await openTriageModel({
    artifact: artifact('triage'),
    providers: [provider],
    wholeGraph: provider !== 'cpu',
    slowestMs: 60_000,
  });
  const input: FeatureInput = {
    ageYears: 71,
    sex: 'female',
    vitals: { systolic: 92, 'heart-rate': 121, spo2: 90 },
    conditions: ['copd'],
    concepts: [],
    complaintVector: new Float32Array(384).fill(0.03),
  };
  const found = await triage.predict(input);
  if (isUnavailable(found)) throw new Error(JSON.stringify(found));
  await triage.close();
  const numbers = [...Object.values(found.probabilities), found.criticalOutcome];
  return { provider: found.provider, numbers };
}

const results: Record<string, { provider: string | undefined; difference: number }> = {};
for (const [name, run] of Object.entries({ embedder: embedWith, triage: predictWith })) {
  const [cpu, gpu] = [await run('cpu'), await run('webgpu')];
  const apart = cpu.numbers.map((value, place) => Math.abs(value - (gpu.numbers[place] ?? Number.NaN)));
  results[name] = { provider: gpu.provider, difference: Math.max(...apart) };
}
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(0);
