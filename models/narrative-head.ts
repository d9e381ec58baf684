import { z } from 'zod';
import type { Finding } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import type { NarrativeHead, Story } from './contract.ts';
import type { GraphInfo } from './graph-engine.ts';
import type { Feeds } from './onnx.ts';
import { type GraphOptions, madeForAnother, openGraph } from './open-graph.ts';

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
export async function openNarrativeHead(options: GraphOptions): Promise<NarrativeHead> {
  const graph = await openGraph(options, (info) => check(info, options));
  return {
    get info() {
      return graph.info;
    },
    async judge(stories, signal) {
      const { part } = graph;
      if (isUnavailable(part)) return part;
      if (stories.length === 0) return [];
      const feeds = toFeeds(stories, part);
      if (isUnavailable(feeds)) return feeds;
      const outputs = await graph.run(feeds, signal);
      if (isUnavailable(outputs)) return outputs;
      const urgent = Array.from((outputs.probabilities?.data ?? []) as Float32Array);
      if (urgent.length !== stories.length || !urgent.every(Number.isFinite))
        return unavailable('broken', 'the head gave no number');
      return urgent.map((probability) => ({ urgent: probability, raises: probability >= part.raiseFrom }));
    },
    close: graph.close,
  };
}

function check(graph: GraphInfo, { embedder }: GraphOptions): Part | Unavailable {
  const part = manifestSchema.safeParse(graph.manifest);
  if (!part.success)
    return unavailable('broken', `${graph.name} is no head for narratives: see its manifest`);
  return madeForAnother(graph, part.data.embedder, embedder) ?? part.data;
}

/** A row for each story: vector, concepts present, denied, age bands reached. The twin of `inputs_of` in training. */
function toFeeds(stories: readonly Story[], part: Part): Feeds | Unavailable {
  const { dimensions, concepts, ageFrom } = part;
  const width = dimensions + 2 * concepts.length + ageFrom.length;
  const data = new Float32Array(stories.length * width);
  for (const [row, { vector, present, absent, ageYears }] of stories.entries()) {
    if (vector.length !== dimensions || !vector.every(Number.isFinite))
      return unavailable('wrong-shape', `a story's vector is not ${dimensions} finite numbers`);
    const cells = data.subarray(row * width, (row + 1) * width);
    cells.set(vector);
    const [isPresent, isAbsent] = [new Set(present), new Set(absent)];
    concepts.forEach((concept, column) => {
      if (isPresent.has(concept)) cells[dimensions + column] = 1;
      if (isAbsent.has(concept)) cells[dimensions + concepts.length + column] = 1;
    });
    ageFrom.forEach((from, column) => {
      if (ageYears !== undefined && ageYears >= from) cells[dimensions + 2 * concepts.length + column] = 1;
    });
  }
  return { story: { data, dims: [stories.length, width] } };
}
