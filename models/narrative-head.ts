import { z } from 'zod';
import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { EmbedderInfo, NarrativeHead, Provider, Story } from './contract.ts';
import type { GraphEngineOptions, GraphInfo, GraphResult } from './graph-engine.ts';
import type { Feeds } from './onnx.ts';
import { startWorker, type WorkerLimits } from './worker-client.ts';

export interface NarrativeHeadOptions {
  readonly artifact: string;
  /** Who made the vectors; the head understands one embedder only. */
  readonly embedder?: EmbedderInfo | Unavailable;
  readonly providers?: readonly Provider[];
  readonly threads?: number;
  readonly limits?: WorkerLimits;
}

const manifestSchema = z.object({
  dimensions: z.number().int().positive(),
  embedder: z.object({ name: z.string(), version: z.string() }),
  /** Ids of the concepts with a column of their own: first all as present, then all as denied. */
  concepts: z.array(z.string()).min(1),
  ageFrom: z.array(z.number()).min(1),
  raiseFrom: z.number().min(0).max(1),
});

type Part = z.infer<typeof manifestSchema>;

/** Origins of findings that were told, by the patient or whoever wrote the note. */
const TOLD: ReadonlySet<string> = new Set(['complaint', 'questionnaire']);

/** Where somebody lives or who calms them down says nothing of how urgent it is. */
const NOT_ASKED: ReadonlySet<string> = new Set(['social', 'reassurance']);

/** What the head may know of the findings: ids of what was told as present, and of what was denied. */
export function storyOf(findings: readonly Finding[]): Pick<Story, 'present' | 'absent'> {
  const told = findings.filter(
    ({ source, concept }) => TOLD.has(source.origin) && !NOT_ASKED.has(lookUpConcept(concept)?.kind ?? ''),
  );
  const ids = (states: readonly Finding['state'][]) => [
    ...new Set(told.filter(({ state }) => states.includes(state)).map(({ concept }) => concept)),
  ];
  return { present: ids(['present', 'uncertain']), absent: ids(['absent']) };
}

/**
 * Opens the narrative head in its own worker thread: how likely a story told like this is an emergency.
 *
 * Never throws for expected trouble; see `info`.
 */
export async function openNarrativeHead(options: NarrativeHeadOptions): Promise<NarrativeHead> {
  const engineOptions: GraphEngineOptions = {
    artifact: options.artifact,
    providers: options.providers ?? ['cpu'],
    threads: options.threads ?? 1,
    wholeGraph: false,
    slowestMs: 250,
  };
  const worker = await startWorker<Feeds, GraphResult>(
    { engine: new URL('./graph-engine.ts', import.meta.url).href, options: engineOptions },
    options.limits,
  );
  const started = worker.info as GraphInfo | Unavailable;
  const part = isUnavailable(started) ? started : check(started, options.embedder);
  if (isUnavailable(part)) await worker.close();

  return {
    get info() {
      if (isUnavailable(part)) return part;
      const now = worker.info as GraphInfo | Unavailable;
      return isUnavailable(now) ? now : { name: now.name, version: now.version };
    },
    async judge(story, signal) {
      if (isUnavailable(part)) return part;
      const feeds = toFeeds(story, part);
      if (isUnavailable(feeds)) return feeds;
      const outputs = await worker.run(feeds, signal);
      if (isUnavailable(outputs)) return outputs;
      const urgent = outputs.probabilities?.data[0];
      if (typeof urgent !== 'number' || !Number.isFinite(urgent))
        return unavailable('broken', 'the head gave no number');
      return { urgent, raises: urgent >= part.raiseFrom };
    },
    close: worker.close,
  };
}

function check(graph: GraphInfo, embedder: EmbedderInfo | Unavailable | undefined): Part | Unavailable {
  const part = manifestSchema.safeParse(graph.manifest);
  if (!part.success)
    return unavailable('broken', `${graph.name} is no head for narratives: see its manifest`);
  const { embedder: trained } = part.data;
  if (embedder === undefined || isUnavailable(embedder)) return part.data;
  if (embedder.name === trained.name && embedder.version === trained.version) return part.data;
  return unavailable(
    'broken',
    `${graph.name} was made for ${trained.name} ${trained.version}, not ${embedder.name} ${embedder.version}`,
  );
}

/** One row: the vector, concepts present, concepts denied, age bands reached. The twin of `inputs_of` in training. */
function toFeeds({ vector, present, absent, ageYears }: Story, part: Part): Feeds | Unavailable {
  const { dimensions, concepts, ageFrom } = part;
  if (vector.length !== dimensions || !vector.every(Number.isFinite))
    return unavailable('wrong-shape', `a story's vector is not ${dimensions} finite numbers`);
  const data = new Float32Array(dimensions + 2 * concepts.length + ageFrom.length);
  data.set(vector);
  const [isPresent, isAbsent] = [new Set(present), new Set(absent)];
  concepts.forEach((concept, column) => {
    if (isPresent.has(concept)) data[dimensions + column] = 1;
    if (isAbsent.has(concept)) data[dimensions + concepts.length + column] = 1;
  });
  ageFrom.forEach((from, column) => {
    if (ageYears !== undefined && ageYears >= from) data[dimensions + 2 * concepts.length + column] = 1;
  });
  return { story: { data, dims: [1, data.length] } };
}
