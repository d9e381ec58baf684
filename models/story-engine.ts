import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { readArtifact } from './artifact.ts';
import type { Story } from './contract.ts';
import type { Engine } from './engine.ts';
import type { GraphEngineOptions, GraphInfo } from './graph-engine.ts';
import { withoutEndMarks } from './neutral-words.ts';
import { openSession, type Session } from './onnx.ts';
import { makeTextCodec, makeTokenize, tokenFeeds } from './tokenize.ts';

export type StoryEngineOptions = Omit<GraphEngineOptions, 'inputs'>;

/** Probabilities of at least medium, at least high, and critical; and the words that add most to the second. */
export interface StoryAnswer {
  readonly probabilities: readonly [number, number, number];
  readonly telling?: string;
}

/** A long text is read in windows; more of them than this say nothing new. */
const MOST_WINDOWS = 4;

const partSchema = z.object({ maxTokens: z.number().int().min(32) });

/** Opens tokenizer and model of the reader of stories; runs inside the worker thread. */
export async function openEngine(
  options: StoryEngineOptions,
): Promise<Engine<Story, StoryAnswer | undefined> | Unavailable> {
  const artifact = await readArtifact(options.artifact);
  if (isUnavailable(artifact)) return artifact;
  const { name, version, manifest, files } = artifact;
  const part = partSchema.safeParse(manifest);
  const [model, tokenizer] = [files.get('model.onnx'), files.get('tokenizer.json')];
  if (!part.success || model === undefined || tokenizer === undefined)
    return unavailable('broken', `${name} is no reader of stories: see its manifest`);
  const json = await readFile(tokenizer);
  const codec = makeTextCodec(json);
  const [first = 0, last = 0] = makeTokenize(json, part.data.maxTokens)('');
  const session = await openSession(model, {
    ...options,
    precision: 'fast',
    warmUp: tokenFeeds([[first, last]]),
  });
  if (isUnavailable(session)) return session;
  const info: GraphInfo = { name, version, provider: session.provider, manifest };
  const read = (text: string) => codec.encode(codec.withoutSpecial(text.replace(/\s+/g, ' ')));
  return {
    info,
    run: (story, isCancelled) => judge(session, windowsOf(story, part.data.maxTokens), isCancelled),
    close: () => session.close(),
  };

  /** The story as the model takes it: what is known of the patient before as many clauses as there is room for. */
  function windowsOf({ about, words }: Story, maxTokens: number): readonly Window[] {
    const known = read(about).slice(0, maxTokens / 2);
    const room = maxTokens - known.length - 2;
    const windows: { tokens: number[]; clauses: ClauseTokens[] }[] = [];
    for (const text of words.split(/(?<=[.!?;,\n])\s+/)) {
      const tokens = read(text).slice(0, room);
      const window = windows.at(-1);
      const full = window === undefined || window.tokens.length + tokens.length > known.length + 1 + room;
      if (full && windows.length === MOST_WINDOWS) break;
      const target = full ? { tokens: [first, ...known], clauses: [] } : window;
      if (full) windows.push(target);
      target.clauses.push({ text, from: target.tokens.length, to: target.tokens.length + tokens.length });
      target.tokens.push(...tokens);
    }
    return windows.map(({ tokens, clauses }) => ({ tokens: [...tokens, last], clauses }));
  }
}

interface ClauseTokens {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Window {
  readonly tokens: readonly number[];
  readonly clauses: readonly ClauseTokens[];
}

/** One window after another: of each probability the largest counts, for what is grave anywhere is grave. */
async function judge(
  session: Session,
  windows: readonly Window[],
  isCancelled: () => boolean,
): Promise<StoryAnswer | undefined> {
  const answers: StoryAnswer[] = [];
  for (const { tokens, clauses } of windows) {
    if (isCancelled()) return undefined;
    const { probabilities, telling } = await session.run(tokenFeeds([tokens]));
    const [medium = Number.NaN, high = Number.NaN, critical = Number.NaN] =
      probabilities?.data as Float32Array;
    const words = tellingClause(telling?.data as Float32Array, clauses);
    answers.push({
      probabilities: [medium, high, critical],
      ...(words === undefined ? {} : { telling: words }),
    });
  }
  const most = (at: 0 | 1 | 2): number => Math.max(...answers.map(({ probabilities }) => probabilities[at]));
  const gravest = answers.find(({ probabilities }) => probabilities[1] === most(1));
  return { ...gravest, probabilities: [most(0), most(1), most(2)] };
}

/** The clause without which the story would sound least urgent; none when it is the only one. */
function tellingClause(tokens: Float32Array, clauses: readonly ClauseTokens[]): string | undefined {
  if (clauses.length < 2) return undefined;
  const sum = (from: number, to: number): number => tokens.subarray(from, to).reduce((a, b) => a + b, 0);
  const whole = sum(0, tokens.length);
  const without = clauses.map(
    ({ from, to }) => (whole - sum(from, to)) / Math.max(1, tokens.length - (to - from)),
  );
  const most = clauses[without.indexOf(Math.min(...without))];
  return most === undefined ? undefined : withoutEndMarks(most.text);
}
