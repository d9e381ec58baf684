import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { readArtifact } from './artifact.ts';
import type { Provider } from './contract.ts';
import type { Engine } from './engine.ts';
import { type Feeds, openSession, type TensorData } from './onnx.ts';

export interface GraphEngineOptions {
  readonly artifact: string;
  readonly providers: readonly Provider[];
  readonly threads: number;
  /**
   * Inputs of the model with their width: the model is run once with one row of zeros before it is used. Without
   * them the manifest names them (`widths`).
   */
  readonly inputs?: Readonly<Record<string, number>>;
  readonly wholeGraph: boolean;
  readonly slowestMs: number;
}

const widths = z.record(z.string(), z.number().int().positive());

/** What a graph engine says of itself: the manifest goes along, because calibration stands in it. */
export interface GraphInfo {
  readonly name: string;
  readonly version: string;
  readonly provider: Provider;
  readonly manifest: Readonly<Record<string, unknown>>;
}

export type GraphResult = Readonly<Record<string, TensorData>>;

/** Opens a model whose inputs and outputs are plain tables of numbers; runs inside the worker thread. */
export async function openEngine(
  options: GraphEngineOptions,
): Promise<Engine<Feeds, GraphResult> | Unavailable> {
  const artifact = await readArtifact(options.artifact);
  if (isUnavailable(artifact)) return artifact;
  const model = artifact.files.get('model.onnx');
  if (model === undefined) return unavailable('broken', `${artifact.name} has no model.onnx`);
  const { name, version, manifest } = artifact;
  const inputs = options.inputs ?? widths.safeParse(manifest.widths).data;
  if (inputs === undefined) return unavailable('broken', `the manifest of ${name} names no widths`);
  const session = await openSession(model, { ...options, warmUp: zeros(inputs) });
  if (isUnavailable(session)) return session;
  const info: GraphInfo = { name, version, provider: session.provider, manifest };
  return { info, run: (feeds) => session.run(feeds), close: () => session.close() };
}

function zeros(inputs: Readonly<Record<string, number>>): Feeds {
  const entries = Object.entries(inputs).map(([name, width]) => [
    name,
    { data: new Float32Array(width), dims: [1, width] },
  ]);
  return Object.fromEntries(entries);
}
