import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { openLanguageModel } from '#models/language-model/language-model.ts';
import type { ServiceConfig } from '../config.ts';
import { createHttpDrafter } from './adapters/http-drafter.ts';
import { createOnnxDrafter } from './adapters/onnx-drafter.ts';
import { templateDrafter } from './adapters/template-drafter.ts';
import type { Drafter } from './contract.ts';

/** Evaluations of model servers, in the data folder; written by `npm run evaluate:model -- --endpoint`. */
export const SERVED_EVALUATIONS = 'draft-evaluations.json';

const servedSchema = z.array(
  z.object({ endpoint: z.string(), model: z.string(), passed: z.boolean(), reasons: z.array(z.string()) }),
);

/** The drafter of the configuration. Nothing is loaded or called yet; what may not be used says why. */
export async function openDrafter({ draft, dataFolder, providers }: ServiceConfig): Promise<Drafter> {
  switch (draft.adapter) {
    case 'template':
      return templateDrafter;
    case 'onnx':
      return createOnnxDrafter(
        await openLanguageModel({
          folder: draft.modelFolder,
          providers,
          threads: draft.threads,
          idleMs: draft.idleMinutes * 60_000,
          limits: { milliseconds: draft.seconds * 1000 },
        }),
      );
    case 'http': {
      const gate = await readServedGate(dataFolder, draft);
      return createHttpDrafter({
        endpoint: draft.endpoint,
        model: draft.modelName,
        ...(draft.key === undefined ? {} : { key: draft.key }),
        ...(gate === undefined ? {} : { gate }),
        limits: { totalMs: draft.seconds * 1000 },
      });
    }
  }
}

/** A served model is known by address and name only: whoever changes it behind them evaluates it again. */
async function readServedGate(
  dataFolder: string,
  { endpoint, modelName }: { readonly endpoint: string; readonly modelName: string },
): Promise<Unavailable | undefined> {
  const text = await readFile(join(dataFolder, SERVED_EVALUATIONS), 'utf8').catch(() => '[]');
  const parsed = servedSchema.safeParse(JSON.parse(text));
  const found = parsed.data?.findLast((one) => one.endpoint === endpoint && one.model === modelName);
  if (found === undefined)
    return unavailable('broken', `gate: ${modelName} was not evaluated: npm run evaluate:model`);
  if (found.passed) return undefined;
  return unavailable('broken', `gate: ${modelName} failed its evaluation: ${found.reasons.join('; ')}`);
}
