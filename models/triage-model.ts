import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import {
  type CalibrationTable,
  calibrationSchema,
  criticalOf,
  isComplete,
  judge,
  placeOf,
  probabilitiesOf,
} from './calibration.ts';
import type { EmbedderInfo, FeatureInput, Prediction, TriageModel } from './contract.ts';
import { askAbout, leaveOneOut } from './facts.ts';
import {
  encodeFeatures,
  type FeatureSpec,
  type FeatureVector,
  featureNames,
  readFeatureSpec,
} from './features.ts';
import type { GraphInfo } from './graph-engine.ts';
import type { Feeds } from './onnx.ts';
import { type GraphOptions, madeForAnother, type OpenGraph, openGraph } from './open-graph.ts';

const madeWithSchema = z.object({
  features: z.object({ version: z.string(), sha256: z.string() }),
  inputs: z.array(z.string()),
  embedder: z.object({ name: z.string(), version: z.string() }),
});

/** An effect smaller than this is not worth a nurse's time. */
const SMALLEST_EFFECT = 0.0005;

interface Opened {
  readonly graph: GraphInfo;
  readonly table: CalibrationTable;
}

/**
 * Opens the triage model in its own worker thread.
 *
 * A model that was made with another feature specification, other inputs or another embedder is refused: its
 * numbers would be wrong without looking so. Never throws for expected trouble; see `info`.
 */
export async function openTriageModel(options: GraphOptions): Promise<TriageModel> {
  const spec = readFeatureSpec();
  const columns = featureNames(spec).length;
  const model = await openGraph(options, (graph) => check(graph, spec, options.embedder), {
    values: columns,
    present: columns,
    text: spec.textDimensions,
    text_present: 1,
  });
  return {
    get info() {
      return model.info;
    },
    async predict(input, signal) {
      const { part } = model;
      return isUnavailable(part) ? part : predict(input, { spec, run: model.run, ...part }, signal);
    },
    close: model.close,
  };
}

function check(
  graph: GraphInfo,
  spec: FeatureSpec,
  embedder: EmbedderInfo | Unavailable | undefined,
): Opened | Unavailable {
  const madeWith = madeWithSchema.safeParse(graph.manifest);
  const table = calibrationSchema.safeParse(graph.manifest);
  if (!madeWith.success || !table.success || !isComplete(table.data))
    return unavailable('broken', `${graph.name} is not a triage model: see its manifest`);
  const { features, inputs, embedder: trained } = madeWith.data;
  const sha256 = createHash('sha256')
    .update(readFileSync(new URL('./features.json', import.meta.url)))
    .digest('hex');
  if (features.sha256 !== sha256 || inputs.join() !== featureNames(spec).join())
    return unavailable(
      'broken',
      `${graph.name} ${graph.version} was made for feature specification ${features.version}, here is ${spec.version} with another content`,
    );
  return madeForAnother(graph, trained, embedder) ?? { graph, table: table.data };
}

interface PredictDeps extends Opened {
  readonly spec: FeatureSpec;
  readonly run: OpenGraph<Opened>['run'];
}

async function predict(
  input: FeatureInput,
  { spec, run, graph, table }: PredictDeps,
  signal?: AbortSignal,
): Promise<Prediction | Unavailable> {
  const vector = encodeFeatures(input, spec);
  if (!vector.textPresent && !vector.present.includes(1))
    return unavailable('not-provided', 'nothing that the model reads is known of this patient');
  const without = leaveOneOut(input, spec);
  const unknown = askAbout(input, spec);
  const rows = [
    vector,
    ...[
      ...without.map((each) => each.input),
      ...unknown.flatMap(({ expected, worrying }) => [expected, worrying]),
    ].map((each) => encodeFeatures(each, spec)),
  ];
  const outputs = await run(toFeeds(rows), signal);
  if (isUnavailable(outputs)) return outputs;
  const width = table.heads.length;
  const logits = outputs.logits?.data as Float32Array;
  const unlike = outputs.unlike?.data as Float32Array;
  const rowOf = (row: number) => logits.subarray(row * width, (row + 1) * width);
  const place = placeOf(vector, spec, table);
  const probabilities = probabilitiesOf(rowOf(0), place, table);
  if (!probabilities.every(Number.isFinite)) return unavailable('broken', 'the model gave no number');
  const judgement = judge(probabilities, place, table);
  const effects = without
    .map(({ fact }, index) => ({
      fact,
      change: judgement.criticalOutcome - criticalOf(rowOf(index + 1), place, table),
    }))
    .filter(({ change }) => Math.abs(change) >= SMALLEST_EFFECT)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const firstUnknown = 1 + without.length;
  // With a vital sign more, another line of the calibration may hold: both of a pair are read by the same.
  const placeThen = (each: FeatureInput) => placeOf(encodeFeatures(each, spec), spec, table);
  const ask = unknown
    .map(({ fact, expected, worrying }, index) => {
      const then = placeThen(worrying);
      const row = firstUnknown + 2 * index;
      return {
        fact,
        change: criticalOf(rowOf(row + 1), then, table) - criticalOf(rowOf(row), placeThen(expected), table),
      };
    })
    .filter(({ change }) => change >= SMALLEST_EFFECT)
    .sort((a, b) => b.change - a.change);
  return {
    name: graph.name,
    version: graph.version,
    provider: graph.provider,
    ...judgement,
    outOfDistribution:
      (unlike[0] ?? 0) > table.unlikeFrom.numbers || (unlike[1] ?? 0) > table.unlikeFrom.text,
    effects,
    ask,
  };
}

function toFeeds(rows: readonly FeatureVector[]): Feeds {
  const stack = (pick: (row: FeatureVector) => Float32Array) => {
    const width = pick(rows[0] as FeatureVector).length;
    const data = new Float32Array(rows.length * width);
    rows.forEach((row, index) => {
      data.set(pick(row), index * width);
    });
    return { data, dims: [rows.length, width] };
  };
  return {
    values: stack((row) => row.values),
    present: stack((row) => row.present),
    text: stack((row) => row.text),
    text_present: stack((row) => Float32Array.of(row.textPresent ? 1 : 0)),
  };
}
