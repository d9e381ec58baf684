import { z } from 'zod';
import { EVIDENCE_KINDS, type EvidenceKind, type Passage } from '../contract.ts';
import { FIELD_WEIGHTS } from '../index/schema.ts';
import { BM25, bestPossible, type QueryWord } from '../search/weigh-words.ts';
import { WeaviateError } from './connection.ts';

const hitSchema = z.object({
  passage: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  body: z.string().optional(),
  titleStems: z.string().nullish(),
  textStems: z.string().nullish(),
  aliasStems: z.string().nullish(),
  _additional: z.object({ distance: z.number() }).optional(),
});

type Hit = z.infer<typeof hitSchema>;

const answerSchema = z.object({
  data: z.object({
    Get: z
      .object({ library: z.array(z.object({ generation: z.string() })).optional() })
      .catchall(z.array(hitSchema)),
  }),
});

/** What one or two requests tell of the passages of one query. */
export interface Answer {
  /** Generation of the library that answered; undefined when it was not asked. */
  readonly generation: string | undefined;
  readonly hits: Readonly<Record<'near' | 'words' | 'rules' | 'texts', readonly Hit[]>>;
}

/** @throws WeaviateError `wrong-shape` for anything but the whole answer. */
export function readAnswer(raw: unknown): Answer {
  const parsed = answerSchema.safeParse(raw);
  if (!parsed.success) throw new WeaviateError('wrong-shape');
  const { library, ...lists } = parsed.data.data.Get;
  const of = (name: string) =>
    Object.entries(lists).flatMap(([key, hits]) => (key.startsWith(`${name}_`) ? (hits as Hit[]) : []));
  return {
    generation: library?.[0]?.generation,
    hits: { near: of('near'), words: of('words'), rules: of('rules'), texts: of('texts') },
  };
}

/** The cosine of each passage, from its nearest point: Weaviate calls the negative scalar product a distance. */
export function cosinesOf(near: readonly Hit[]): ReadonlyMap<string, number> {
  const cosines = new Map<string, number>();
  for (const { passage, _additional } of near) {
    if (_additional === undefined) throw new WeaviateError('wrong-shape');
    cosines.set(passage, Math.max(cosines.get(passage) ?? -1, -_additional.distance));
  }
  return cosines;
}

/**
 * BM25 as a share of the best possible, by SQLite's own formula, so that both stores mean the same by it.
 *
 * Weaviate's score orders its hits, but it saturates each field by itself and knows nothing of words that no passage
 * holds.
 */
export function sharesOf(
  hits: readonly Hit[],
  words: readonly QueryWord[],
  averageLength: number,
): ReadonlyMap<string, number> {
  const best = bestPossible(words);
  const idfOf = new Map(words.filter(({ known }) => known).map(({ stem, idf }) => [stem, idf]));
  return new Map(
    hits.map((hit) => {
      const fields = [hit.titleStems, hit.textStems, hit.aliasStems].map((stems) => stems?.split(' ') ?? []);
      const length = fields.reduce((sum, stems) => sum + stems.length, 0);
      const held = new Map<string, number>();
      fields.forEach((stems, field) => {
        for (const stem of stems) {
          if (idfOf.has(stem)) held.set(stem, (held.get(stem) ?? 0) + FIELD_WEIGHTS[field]!);
        }
      });
      const norm = BM25.k1 * (1 - BM25.b + (BM25.b * length) / averageLength);
      let score = 0;
      for (const [stem, count] of held) score += (idfOf.get(stem)! * count * (BM25.k1 + 1)) / (count + norm);
      return [hit.passage, Math.min(1, score / best)];
    }),
  );
}

/** Kind of each passage that any hit names, and the passages themselves as far as hits bring them. */
export function passagesIn(hits: readonly Hit[]): {
  readonly kinds: ReadonlyMap<string, EvidenceKind>;
  readonly passages: ReadonlyMap<string, Passage>;
} {
  const kinds = new Map<string, EvidenceKind>();
  const passages = new Map<string, Passage>();
  for (const { passage, kind, body } of hits) {
    kinds.set(passage, kind);
    if (body !== undefined) passages.set(passage, parse(body));
  }
  return { kinds, passages };
}

/** Written by our own loader; whoever else writes into the database can do worse than this could prevent. */
function parse(body: string): Passage {
  try {
    return JSON.parse(body) as Passage;
  } catch {
    throw new WeaviateError('wrong-shape');
  }
}
