import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { readArtifact } from '../artifact.ts';
import type { Provider } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { openSession } from '../onnx.ts';
import { makeTextCodec } from '../tokenize.ts';
import { decode, type Ending, emptyCache, feedsOf } from './decode.ts';
import { type GenerationLimits, generationSchema } from './settings.ts';

export interface LanguageEngineOptions {
  readonly folder: string;
  readonly providers: readonly Provider[];
  readonly threads: number;
  readonly limits: GenerationLimits;
  /** `low` leaves the processor to everything else first. */
  readonly priority: 'low' | 'normal';
}

/** A conversation of one turn, or a raw text that is continued as it stands. */
export type LanguageJob = { readonly system: string; readonly user: string } | { readonly raw: string };

export interface LanguageResult {
  readonly text: string;
  readonly ids: readonly number[];
  readonly ending: Ending | 'too-long';
  readonly promptTokens: number;
  readonly firstTokenMs: number;
  readonly milliseconds: number;
}

/** Told while it writes: the text so far. */
export interface LanguageProgress {
  readonly text: string;
  readonly tokens: number;
}

export interface LanguageEngineInfo {
  readonly name: string;
  readonly version: string;
  readonly provider: Provider;
  /** What the process grew by when the model was loaded. */
  readonly memoryBytes: number;
}

/** Tokens between two reports of the text. */
const REPORT_EVERY = 8;

/** A draft waits for hooks, never the other way round. Linux takes 0 for the calling thread. */
function stepBack(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);
}

/** Opens tokenizer and decoder of a language model; runs inside the worker thread. */
export async function openEngine(
  options: LanguageEngineOptions,
): Promise<Engine<LanguageJob, LanguageResult> | Unavailable> {
  const before = process.memoryUsage.rss();
  const artifact = await readArtifact(options.folder);
  if (isUnavailable(artifact)) return artifact;
  const paths = ['model.onnx', 'tokenizer.json', 'generation.json'].map((file) => artifact.files.get(file));
  const [model, tokenizer, generation] = paths;
  if (model === undefined || tokenizer === undefined || generation === undefined)
    return unavailable('broken', `${artifact.name} is not a language model: see its manifest`);
  const parsed = generationSchema.safeParse(JSON.parse(await readFile(generation, 'utf8')));
  if (!parsed.success) return unavailable('broken', `${artifact.name}: generation.json cannot be used`);
  const settings = parsed.data;
  const codec = makeTextCodec(await readFile(tokenizer));
  const session = await openSession(model, {
    providers: options.providers,
    threads: options.threads,
    precision: 'exact',
    slowestMs: 2000,
    warmUp: feedsOf(settings, { ids: [settings.stop[0]!], past: 0, cache: emptyCache(settings) }),
  });
  if (isUnavailable(session)) return session;
  const { chat, bos } = settings;
  const limits = {
    ...options.limits,
    promptTokens: Math.min(options.limits.promptTokens, settings.contextLength - 16),
  };

  /** Only our own strings may hold special tokens: those in a text of others are taken out before. */
  const textOf = (job: LanguageJob) =>
    'raw' in job
      ? codec.withoutSpecial(job.raw)
      : [
          chat.beforeSystem,
          codec.withoutSpecial(job.system),
          chat.afterSystem,
          chat.beforeUser,
          codec.withoutSpecial(job.user),
          chat.afterUser,
          chat.beforeAnswer,
        ].join('');

  // Last, because threads that the process shares are made by whoever needs them first, and would inherit it.
  if (options.priority === 'low') stepBack();
  const info: LanguageEngineInfo = {
    name: artifact.name,
    version: artifact.version,
    provider: session.provider,
    memoryBytes: Math.max(0, process.memoryUsage.rss() - before),
  };
  return {
    info,
    async run(job, isCancelled, report) {
      const prompt = [...(bos === null ? [] : [bos]), ...codec.encode(textOf(job))];
      const promptTokens = prompt.length;
      if (promptTokens > limits.promptTokens)
        return { text: '', ids: [], ending: 'too-long', promptTokens, firstTokenMs: 0, milliseconds: 0 };
      const newTokens = Math.min(limits.newTokens, settings.contextLength - promptTokens);
      const decoded = await decode(session, {
        prompt,
        settings,
        limits: { ...limits, newTokens },
        isCancelled,
        onToken: (ids) => {
          if (ids.length % REPORT_EVERY === 1)
            report({ text: codec.decode(ids), tokens: ids.length } satisfies LanguageProgress);
        },
      });
      return { ...decoded, text: codec.decode(decoded.ids), promptTokens };
    },
    close: () => session.close(),
  };
}
