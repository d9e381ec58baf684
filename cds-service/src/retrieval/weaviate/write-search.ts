import type { EvidenceQuery } from '../contract.ts';
import { FIELD_WEIGHTS } from '../index/schema.ts';
import { queryVector } from './points.ts';
import { LIBRARY } from './schema.ts';

/** Where a search looks. */
export interface Place {
  readonly collection: string;
  /** The shared tenant, and the clinic's own where it has one. */
  readonly tenants: readonly string[];
}

/** What is asked of Weaviate in one request. */
export interface Search {
  readonly query: EvidenceQuery;
  readonly vector: Float32Array | undefined;
  /** Stems worth searching. */
  readonly stems: readonly string[];
  /** Passages wanted from each of the two searches. */
  readonly depth: number;
}

/** Points asked for each passage wanted: those of ours have up to thirteen, and the nearest often belong to one. */
const POINTS_FOR_ONE = 5;
const MOST_POINTS = 16;
/**
 * Weaviate orders hits by a score of its own. With as many as are wanted, 23 of 382 answers were not the embedded
 * store's; with three times as many, none.
 */
const WORDS_FOR_ONE = 3;
const MOST_OF_RULES = 200;

/**
 * The search as one GraphQL request: nearest points, best words and passages of rules, in each tenant, and beside
 * them the generation of the library, so that a load is seen at the next query.
 *
 * Every value is a number, one of our own words, or letters and digits: nothing of a query can act as syntax.
 */
export function writeSearch({ collection, tenants }: Place, { query, vector, stems, depth }: Search): string {
  const fits = fittingTo(query);
  const parts = tenants.flatMap((tenant, index) => {
    const from = `${collection}(tenant:${JSON.stringify(tenant)},`;
    const near =
      vector &&
      `near_${index}:${from}nearVector:{vector:${numbers(vector)}},${where(fits)}limit:${depth * POINTS_FOR_ONE}){passage kind _additional{distance}}`;
    const words =
      stems.length > 0 &&
      `words_${index}:${from}bm25:{query:${JSON.stringify(stems.join(' '))},properties:${fields()}},` +
        `${where([...fits, WHOLE])}limit:${depth * WORDS_FOR_ONE}){passage kind titleStems textStems aliasStems}`;
    const rules =
      query.rules.length > 0 &&
      `rules_${index}:${from}${where([anyOf('supports', query.rules)])}limit:${MOST_OF_RULES}){passage kind body}`;
    return [near, words, rules].filter((part) => part);
  });
  return `{Get{library:${LIBRARY}(limit:1){generation}${parts.map((part) => ` ${part}`).join('')}}}`;
}

/** What the first request left open: cosines of some passages, texts of others. */
export function writeCompletion(
  { collection, tenants }: Place,
  wanted: {
    readonly vector: Float32Array | undefined;
    readonly cosines: readonly string[];
    readonly bodies: readonly string[];
  },
): string | undefined {
  const { vector, cosines, bodies } = wanted;
  const parts = tenants.flatMap((tenant, index) => {
    const from = `${collection}(tenant:${JSON.stringify(tenant)},`;
    const near =
      vector &&
      cosines.length > 0 &&
      `near_${index}:${from}nearVector:{vector:${numbers(vector)}},${where([anyOf('passage', cosines)])}` +
        `limit:${cosines.length * MOST_POINTS}){passage kind _additional{distance}}`;
    const texts =
      bodies.length > 0 &&
      `texts_${index}:${from}${where([anyOf('passage', bodies), WHOLE])}limit:${bodies.length}){passage kind body}`;
    return [near, texts].filter((part) => part);
  });
  return parts.length === 0 ? undefined : `{Get{${parts.join(' ')}}}`;
}

const WHOLE = '{path:["whole"],operator:Equal,valueBoolean:true}';

/** The filters of `admits`: what the query does not know leaves nothing out. */
function fittingTo({ ageGroup, pregnant, setting }: EvidenceQuery): readonly string[] {
  const filters: string[] = [];
  if (ageGroup !== undefined) filters.push(anyOf('ageGroups', [ageGroup]));
  if (pregnant !== undefined) filters.push(anyOf('pregnancy', ['any', pregnant ? 'only' : 'never']));
  if (setting !== undefined) filters.push(anyOf('settings', [setting]));
  return filters;
}

function anyOf(property: string, values: readonly string[]): string {
  return `{path:["${property}"],operator:ContainsAny,valueText:${JSON.stringify(values)}}`;
}

function where(filters: readonly string[]): string {
  if (filters.length === 0) return '';
  return filters.length === 1
    ? `where:${filters[0]},`
    : `where:{operator:And,operands:[${filters.join(',')}]},`;
}

/** Weights are doubled, because Weaviate takes a weight that is no whole number for zero. */
function fields(): string {
  const names = ['titleStems', 'textStems', 'aliasStems'];
  return JSON.stringify(names.map((name, index) => `${name}^${2 * FIELD_WEIGHTS[index]!}`));
}

function numbers(vector: Float32Array): string {
  return JSON.stringify(queryVector(vector));
}
