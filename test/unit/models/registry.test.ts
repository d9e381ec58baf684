import { describe, expect, it } from 'vitest';
import { fitsOf } from '#models/fits.ts';
import { parseGpus } from '#models/machine.ts';
import { cacheBytes, inferenceBytes, tuningBytes } from '#models/memory-need.ts';
import { type RegistryEntry, readRegistry } from '#models/registry.ts';

const models = readRegistry();

function modelOf(id: string): RegistryEntry {
  const found = models.find((model) => model.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('the model registry', () => {
  it.each([
    'Meditron',
    'Me-LLaMA',
    'Llama 3.1',
    'Llama 3.2',
    'Llama 3.3',
    'Medical mT5',
    'Command R+',
    'Mistral',
    'Mixtral',
    'Gemma 2',
    'Gemma 3',
    'MedGemma',
  ])('has the family %s', (family) => {
    expect(models.some((model) => model.family === family)).toBe(true);
  });

  it('says for every model what its licence means for a clinic', () => {
    expect(models.filter((model) => model.licence.clinical.length < 10)).toEqual([]);
  });

  it('never takes a claim of the publisher for something known', () => {
    const known = models.flatMap((model) => model.quality.known);
    expect(known.filter(({ verified }) => !verified)).toEqual([]);
  });

  it('refuses a key that it does not know, so that a slip is seen', () => {
    const text = `schema: '1'\nmodels:\n  - id: a\n    licens: b\n`;
    expect(() => readRegistry(text)).toThrow();
  });

  it('refuses an id that stands twice', () => {
    const one = { ...modelOf('llama-3.2-1b-instruct') };
    expect(() => readRegistry(JSON.stringify({ schema: '1', models: [one, one] }))).toThrow(
      'an id stands twice',
    );
  });
});

describe('memory by precision', () => {
  it('counts two bytes for a weight in bfloat16, and the cache', () => {
    const model = modelOf('llama-3.1-8b-instruct');
    // 32 layers, 8 heads of 128 numbers, keys and values, two bytes each: 131,072 bytes a token.
    expect(cacheBytes(model, 1)).toBe(131_072);
    expect(inferenceBytes(model, 'bfloat16', 4096)).toBeCloseTo((8.03e9 * 2 + 131_072 * 4096) * 1.1, -3);
  });

  it('counts all experts of a mixture, not only those in use', () => {
    expect(inferenceBytes(modelOf('mixtral-8x7b-instruct-v0.1'), 'int8', 1)).toBeGreaterThan(46e9);
  });

  it('grows with the precision, and training in 4 bits needs less than in 16', () => {
    for (const model of models) {
      const [small, large] = [inferenceBytes(model, 'int4', 2048), inferenceBytes(model, 'float32', 2048)];
      expect(small).toBeLessThan(large);
      expect(tuningBytes(model, 'qlora', 2048)).toBeLessThan(tuningBytes(model, 'lora', 2048));
    }
  });
});

describe('what fits a machine', () => {
  const gigabytes = 1e9;

  it('finds no 70B model for a laptop, and a 1B model in full precision', () => {
    const fits = fitsOf(models, { memory: 16 * gigabytes, gpus: [] }, 2048);
    expect(fits.find(({ id }) => id === 'llama-3.3-70b-instruct')).toEqual({ id: 'llama-3.3-70b-instruct' });
    expect(fits.find(({ id }) => id === 'llama-3.2-1b-instruct')?.onCpu).toBe('float32');
  });

  it('trains an 8B model in 4 bits on one GPU of 24 GB, in 16 bits on one of 80', () => {
    const tuningOn = (memory: number) =>
      fitsOf([modelOf('llama-3.1-8b-instruct')], { memory: 0, gpus: [{ name: 'gpu', memory }] }, 2048)[0]
        ?.tuning;
    expect([tuningOn(24 * gigabytes), tuningOn(80 * gigabytes)]).toEqual(['qlora', 'lora']);
  });

  it('adds the GPUs up for answering', () => {
    const gpu = { name: 'gpu', memory: 80 * gigabytes };
    const onGpu = (count: number) =>
      fitsOf([modelOf('llama-3.3-70b-instruct')], { memory: 0, gpus: Array(count).fill(gpu) }, 4096)[0]
        ?.onGpu;
    expect([onGpu(1), onGpu(3)]).toEqual(['int4', 'bfloat16']);
  });

  it('reads the list of the NVIDIA tool, and no GPU from an empty one', () => {
    expect(parseGpus('NVIDIA H100, 81559\nNVIDIA L4, 23034\n')).toEqual([
      { name: 'NVIDIA H100', memory: 81_559 * 2 ** 20 },
      { name: 'NVIDIA L4', memory: 23_034 * 2 ** 20 },
    ]);
    expect(parseGpus('')).toEqual([]);
  });
});
