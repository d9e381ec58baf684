import type { Passage } from '../contract.ts';
import { sha256 } from '../corpus/read-corpus.ts';
import { objectId, tenantOf } from './schema.ts';

/** A passage of the SQLite index with everything that is searched of it. */
export interface StoredPassage {
  readonly clinic: string;
  /** Where it stands: the document's library and path, and its place in the document. */
  readonly place: readonly [library: string, path: string, position: number];
  readonly passage: Passage;
  /** Vector of the whole text; undefined when it was never embedded. */
  readonly text: Float32Array | undefined;
  /** Vectors of the ways in which it is asked for. */
  readonly asked: readonly Float32Array[];
  /** Stems of title, text and aliases. */
  readonly stems: readonly (readonly string[])[];
}

/** An object as Weaviate takes it. */
export interface Point {
  readonly class: string;
  readonly id: string;
  readonly tenant: string;
  readonly vector?: readonly number[];
  readonly properties: Readonly<Record<string, unknown>> & { readonly hash: string };
}

/**
 * The objects of a passage: one for each way in which it is asked for, the first with its text and words.
 *
 * How near a passage is to a query is the mean of two cosines: with its text, and with the nearest way of asking.
 * That is the largest scalar product of the query with the means of text and way: each mean is a point, and a search
 * for the nearest point finds the passage with exactly the embedded store's cosine.
 *
 * Means of unit vectors differ in length, and a graph of neighbours then misses some of them: 3 of 382 answers were
 * not the embedded store's. One more dimension brings every point to length one; a query has 0 there (`queryVector`).
 */
export function pointsOf(stored: StoredPassage, collection: string): readonly Point[] {
  const { clinic, place, passage, text, asked, stems } = stored;
  const vectors = text === undefined ? [undefined] : asked.length === 0 ? [text] : asked.map(meanWith(text));
  const key = objectId(clinic, ...place, 0);
  const about = {
    passage: key,
    kind: passage.kind,
    ageGroups: passage.ageGroups,
    pregnancy: passage.pregnancy,
    settings: passage.settings,
  };
  const [titleStems, textStems, aliasStems] = stems.map((field) => field.join(' '));
  const whole = {
    ...about,
    supports: passage.supports,
    body: JSON.stringify(passage),
    titleStems,
    textStems,
    aliasStems,
  };
  const hash = sha256(JSON.stringify([whole, vectors.length, text !== undefined])).slice(0, 16);
  return vectors.map((vector, index) => ({
    class: collection,
    id: index === 0 ? key : objectId(clinic, ...place, index),
    tenant: tenantOf(clinic),
    ...(vector === undefined ? {} : { vector: onSphere(vector) }),
    properties: index === 0 ? { ...whole, whole: true, hash } : { ...about, whole: false, hash },
  }));
}

/** A query's vector in the space of the points. */
export function queryVector(vector: Float32Array): readonly number[] {
  return [...vector, 0];
}

function meanWith(text: Float32Array): (asked: Float32Array) => Float32Array {
  return (asked) => asked.map((value, index) => (value + text[index]!) / 2);
}

function onSphere(vector: Float32Array): readonly number[] {
  const square = vector.reduce((sum, value) => sum + value * value, 0);
  return [...vector, Math.sqrt(Math.max(0, 1 - square))];
}
