import type { EvidenceQuery, Passage, RetrievedPassage } from '../contract.ts';
import { type Candidate, choose } from '../search/choose.ts';
import { isShown, relevanceOf } from '../search/fuse.ts';
import { type Found, rankShown, scoreOf } from '../search/rank.ts';
import type { Stemmer } from '../search/stemmer.ts';
import { admits, traitsOf } from '../search/traits.ts';
import { weighWords } from '../search/weigh-words.ts';
import type { WeaviateConnection } from './connection.ts';
import type { Library } from './library.ts';
import { cosinesOf, passagesIn, readAnswer, sharesOf } from './read-answer.ts';
import { SHARED_TENANT, tenantOf } from './schema.ts';
import { writeCompletion, writeSearch } from './write-search.ts';

/** How many passages each of the two searches hands to the fusion. */
const DEPTH = 40;

interface Parts {
  readonly connection: WeaviateConnection;
  readonly stemmer: Stemmer;
  readonly library: Library;
}

interface Question {
  readonly query: EvidenceQuery;
  readonly vector: Float32Array | undefined;
  readonly signal: AbortSignal;
}

/**
 * Searches one library: Weaviate finds candidates by meaning, by words and by rule, in one request; a second one
 * brings what is missing of them. Relevance, floor, weights and choice are the embedded store's own.
 *
 * @returns the passages, and the generation of the library that was asked.
 * @throws WeaviateError.
 */
export async function searchLibrary(
  { connection, stemmer, library }: Parts,
  { query, vector, signal }: Question,
): Promise<{ readonly passages: readonly RetrievedPassage[]; readonly generation: string | undefined }> {
  const own = query.clinic === undefined ? [] : [tenantOf(query.clinic)];
  const tenants = [...new Set([SHARED_TENANT, ...own])].filter((tenant) => library.tenants.includes(tenant));
  const place = { collection: library.collection, tenants };
  const words = weighWords(query.text, stemmer, library.statistics);
  const stems = words.filter(({ known }) => known).map(({ stem }) => stem);
  const request = async (text: string) =>
    readAnswer(await connection.ask((client) => client.graphql.raw().withQuery(text).do(), signal));

  const first = await request(writeSearch(place, { query, vector, stems, depth: DEPTH }));
  const near = cosinesOf(first.hits.near);
  const nearest = [...near].sort((a, b) => b[1] - a[1]).slice(0, DEPTH);
  const shares = new Map(
    [...sharesOf(first.hits.words, words, library.averageLength)].sort((a, b) => b[1] - a[1]).slice(0, DEPTH),
  );
  const found = passagesIn(Object.values(first.hits).flat());
  const ofRules = first.hits.rules.map(({ passage }) => passage);

  const keys = [...new Set([...nearest.map(([key]) => key), ...shares.keys()])];
  const signals = (key: string, cosines: ReadonlyMap<string, number>): Found<string> => ({
    key,
    kind: found.kinds.get(key)!,
    cosine: cosines.get(key),
    share: shares.get(key) ?? 0,
  });
  const withoutCosine = [...new Set([...shares.keys(), ...ofRules])].filter((key) => !near.has(key));
  // Whatever was not among the nearest is not nearer than they are.
  const leastNear = nearest.at(-1)?.[1];
  const mayBeShown = keys.filter((key) => {
    const bound = { cosine: near.get(key) ?? leastNear, share: shares.get(key) ?? 0 };
    return isShown(relevanceOf(bound), 0, query.recognised);
  });
  const completion = writeCompletion(place, {
    vector,
    cosines: vector === undefined ? [] : withoutCosine,
    bodies: mayBeShown.filter((key) => !found.passages.has(key)),
  });
  const second = completion === undefined ? undefined : await request(completion);
  const cosines = second === undefined ? near : new Map([...near, ...cosinesOf(second.hits.near)]);
  const passages = new Map([...found.passages, ...passagesIn(second?.hits.texts ?? []).passages]);

  // A passage that a load took away between the two requests has no text any more.
  const candidate = (key: string, score: number): readonly Candidate[] => {
    const passage = passages.get(key);
    return passage === undefined ? [] : [{ passage, score }];
  };
  const shown = rankShown(
    keys.map((key) => signals(key, cosines)),
    query,
  );
  const supporting = [...new Set(ofRules)].flatMap((key) => candidate(key, scoreOf(signals(key, cosines))));
  return {
    passages: choose(
      query.rules.map((rule) => fittingOnes(supporting, rule, query)),
      shown.flatMap(({ key, score }) => candidate(key, score)),
      query.limit,
    ),
    generation: first.generation,
  };
}

/** Passages of a rule. When none fits the patient, all of them: a rule that fired keeps its protocol. */
function fittingOnes(
  supporting: readonly Candidate[],
  rule: string,
  query: EvidenceQuery,
): readonly Candidate[] {
  const all = supporting.filter(({ passage }: { readonly passage: Passage }) =>
    passage.supports.includes(rule),
  );
  const fitting = all.filter(({ passage }) => admits(traitsOf(passage), query));
  return fitting.length > 0 ? fitting : all;
}
