import { z } from 'zod';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import type { NarrativeModel, NarrativeOpinion, Provider, Story } from './contract.ts';
import type { GraphInfo } from './graph-engine.ts';
import type { StoryAnswer, StoryEngineOptions } from './story-engine.ts';
import { createTextCache } from './text-cache.ts';
import { startWorker, type WorkerLimits } from './worker-client.ts';

const probability = z.number().min(0).max(1);

/** Where the service takes notice; learnt with the model, so they stand in its manifest. */
const linesSchema = z.object({
  lines: z.object({
    raiseFrom: probability,
    raiseToCriticalFrom: probability,
    mediumFrom: probability,
    dismissBelow: probability,
    criticalFrom: probability,
    lowBelow: probability,
  }),
});

type Lines = z.infer<typeof linesSchema>['lines'];

export interface NarrativeOptions {
  /** Folder of the artefact. */
  readonly artifact: string;
  /** Default `cpu`: one story of a hundred tokens is quicker there than the way to a GPU. */
  readonly providers?: readonly Provider[];
  readonly threads?: number;
  /** Opinions kept in memory. Default 1,024. */
  readonly cached?: number;
  readonly wholeGraph?: boolean;
  readonly slowestMs?: number;
  readonly limits?: WorkerLimits;
}

/**
 * Opens the reader of stories in its own worker thread: how urgent is a complaint that is told like this.
 *
 * Never throws for expected trouble; see `info`.
 */
export async function openNarrativeModel(options: NarrativeOptions): Promise<NarrativeModel> {
  const engineOptions: StoryEngineOptions = {
    artifact: options.artifact,
    providers: options.providers ?? ['cpu'],
    threads: options.threads ?? 1,
    wholeGraph: options.wholeGraph ?? false,
    slowestMs: options.slowestMs ?? 250,
  };
  const worker = await startWorker<Story, StoryAnswer | undefined>(
    { engine: new URL('./story-engine.ts', import.meta.url).href, options: engineOptions },
    options.limits,
  );
  const part = linesOf(worker.info as GraphInfo | Unavailable);
  if (isUnavailable(part)) await worker.close();
  const cache = createTextCache<NarrativeOpinion>(options.cached ?? 1024);
  return {
    get info() {
      if (isUnavailable(part)) return part;
      const now = worker.info as GraphInfo | Unavailable;
      return isUnavailable(now) ? now : { name: now.name, version: now.version, provider: now.provider };
    },
    async judge(story, signal) {
      if (isUnavailable(part)) return part;
      if (signal?.aborted) return unavailable('timeout', 'aborted');
      const key = cache.keyOf(`${story.about}\n${story.words}`);
      const known = cache.get(key);
      if (known !== undefined) return known;
      const answer = await worker.run(story, signal);
      if (isUnavailable(answer)) return answer;
      if (answer === undefined) return unavailable('timeout', 'aborted');
      if (!answer.probabilities.every(Number.isFinite))
        return unavailable('broken', 'the reader of stories gave no number');
      const opinion = toOpinion(answer, part);
      cache.set(key, opinion);
      return opinion;
    },
    close: worker.close,
  };
}

function linesOf(info: GraphInfo | Unavailable): Lines | Unavailable {
  if (isUnavailable(info)) return info;
  const part = linesSchema.safeParse(info.manifest);
  return part.success
    ? part.data.lines
    : unavailable('broken', `the manifest of ${info.name} names no lines`);
}

function toOpinion({ probabilities, telling }: StoryAnswer, lines: Lines): NarrativeOpinion {
  const [atLeastMedium, urgent, critical] = probabilities;
  const unlikeEmergency = urgent < lines.dismissBelow;
  return {
    atLeastMedium,
    urgent,
    critical,
    raises: urgent >= lines.raiseFrom,
    raisesToCritical: critical >= lines.raiseToCriticalFrom,
    raisesToMedium: atLeastMedium >= lines.mediumFrom,
    unlikeEmergency,
    unlikeCritical: critical < lines.criticalFrom,
    soundsMinor: unlikeEmergency && atLeastMedium < lines.lowBelow,
    ...(telling === undefined ? {} : { telling }),
  };
}
