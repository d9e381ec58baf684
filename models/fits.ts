import type { Machine } from './machine.ts';
import { inferenceBytes, type Precision, type Tuning, tuningBytes } from './memory-need.ts';
import type { RegistryEntry } from './registry.ts';

/** Of the machine's memory; the rest is for the service, the system and its file cache. */
const SHARE_OF_MEMORY = 0.7;

/** Of a GPU's memory; the driver and fragments take the rest. */
const SHARE_OF_GPU = 0.9;

const SERVED = ['float32', 'bfloat16', 'int8', 'int4'] as const satisfies readonly Precision[];

export interface Fit {
  readonly id: string;
  /** The widest precision in which it answers on the CPU; nothing where it does not fit. */
  readonly onCpu?: Precision;
  /** The widest on all GPUs together. */
  readonly onGpu?: Precision;
  /** How its adapter can be trained on the largest GPU (several are summed for `lora` only by sharding, not counted). */
  readonly tuning?: Tuning;
}

/** What of the registry fits a machine, for requests of so many tokens. */
export function fitsOf(models: readonly RegistryEntry[], machine: Machine, tokens: number): readonly Fit[] {
  const memory = machine.memory * SHARE_OF_MEMORY;
  const gpus = machine.gpus.map((gpu) => gpu.memory * SHARE_OF_GPU);
  const together = gpus.reduce((sum, one) => sum + one, 0);
  const largest = Math.max(0, ...gpus);
  return models.map((model) => {
    const within = (room: number) =>
      SERVED.find((precision) => inferenceBytes(model, precision, Math.min(tokens, model.context)) <= room);
    const tuning = (['lora', 'qlora'] as const).find((kind) => tuningBytes(model, kind, tokens) <= largest);
    const [onCpu, onGpu] = [within(memory), within(together)];
    return {
      id: model.id,
      ...(onCpu === undefined ? {} : { onCpu }),
      ...(onGpu === undefined ? {} : { onGpu }),
      ...(tuning === undefined ? {} : { tuning }),
    };
  });
}
