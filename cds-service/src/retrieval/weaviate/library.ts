import { z } from 'zod';
import type { WordStatistics } from '../search/weigh-words.ts';
import { type WeaviateConnection, WeaviateError } from './connection.ts';
import { LIBRARY, STATISTICS } from './schema.ts';

const librarySchema = z.object({
  collection: z.string().regex(/^\w+$/),
  indexVersion: z.string(),
  embedder: z.string(),
  /** Changes with every load that changed anything. */
  generation: z.string(),
  tenants: z
    .array(z.string().regex(/^[\w-]{1,64}$/))
    .nullable()
    .transform((tenants) => tenants ?? []),
  size: z.number().int(),
  /** Words of a passage on average: title, text and aliases. */
  averageLength: z.number(),
});

/** What is loaded, as Weaviate itself tells it. */
export type LibraryFacts = z.infer<typeof librarySchema>;

export interface Library extends LibraryFacts {
  readonly statistics: WordStatistics;
}

const FACTS = Object.keys(librarySchema.shape).join(' ');

/**
 * Which library is in force; without its words.
 *
 * @throws WeaviateError; `not-there` when nothing was ever loaded.
 */
export async function readFacts(connection: WeaviateConnection, signal: AbortSignal): Promise<LibraryFacts> {
  const [facts] = await get(
    connection,
    { collection: LIBRARY, fields: FACTS, schema: librarySchema },
    signal,
  );
  return facts;
}

/** Which library is in force, with the words it holds: about 12 bytes a word. */
export async function readLibrary(connection: WeaviateConnection, signal: AbortSignal): Promise<Library> {
  const facts = await readFacts(connection, signal);
  const request = { collection: STATISTICS, fields: 'words', schema: z.object({ words: z.string() }) };
  const [{ words }] = await get(connection, request, signal);
  const holders = new Map<string, number>();
  for (const line of words.split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) holders.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return { ...facts, statistics: { size: facts.size, holdersOf: (stem) => holders.get(stem) ?? 0 } };
}

/** The words of an index as `STATISTICS` keeps them. */
export function writeWords(holders: ReadonlyMap<string, number>): string {
  return [...holders].map(([stem, count]) => `${stem} ${count}`).join('\n');
}

async function get<T>(
  connection: WeaviateConnection,
  request: { readonly collection: string; readonly fields: string; readonly schema: z.ZodType<T> },
  signal: AbortSignal,
): Promise<readonly [T]> {
  const { collection, fields, schema } = request;
  const query = `{Get{${collection}(limit:1){${fields}}}}`;
  const answer = await connection.ask((client) => client.graphql.raw().withQuery(query).do(), signal);
  const objects = z
    .object({ data: z.object({ Get: z.object({ [collection]: z.array(schema).max(1) }) }) })
    .safeParse(answer);
  if (!objects.success) throw new WeaviateError('wrong-shape');
  const [one] = objects.data.data.Get[collection] ?? [];
  if (one === undefined) throw new WeaviateError('not-there');
  return [one];
}
