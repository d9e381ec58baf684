import type { LabelledQuery } from './labelled-queries.ts';

/** Passage ids as an engine ranked them, best first, for one query. */
export interface Answer {
  readonly query: LabelledQuery;
  readonly ids: readonly string[];
}

export interface Quality {
  /** Queries that should find something. */
  readonly asked: number;
  /** Share of the passages graded 3, those one wants, that are among the first five. */
  readonly recallAt5: number;
  /** The same with those graded 2, which are also right (of five, where there are more). */
  readonly recallAt5OfRight: number;
  /** Graded order of the first ten, gain 2^grade - 1. */
  readonly ndcgAt10: number;
  /** 1 / rank of the first passage graded 2 or 3. */
  readonly mrr: number;
  /** Share of the queries that should find nothing and found something. */
  readonly falseFind: number;
}

/** Averages over the queries given. */
export function qualityOf(answers: readonly Answer[]): Quality {
  const asked = answers.filter(({ query }) => query.grades.size > 0);
  const nothing = answers.filter(({ query }) => query.grades.size === 0);
  return {
    asked: asked.length,
    recallAt5: mean(asked.map((answer) => recallAt5(answer, 3))),
    recallAt5OfRight: mean(asked.map((answer) => recallAt5(answer, 2))),
    ndcgAt10: mean(asked.map(ndcgAt10)),
    mrr: mean(asked.map(reciprocalRank)),
    falseFind: mean(nothing.map(({ ids }) => (ids.length > 0 ? 1 : 0))),
  };
}

function recallAt5({ query, ids }: Answer, least: number): number {
  const wanted = [...query.grades].filter(([, grade]) => grade >= least).map(([id]) => id);
  const found = ids.slice(0, 5).filter((id) => wanted.includes(id));
  return found.length / Math.min(5, wanted.length);
}

/** nDCG@10 of one answer. */
export function ndcgAt10({ query, ids }: Answer): number {
  const ideal = [...query.grades.values()].sort((a, b) => b - a);
  return gain(ids.map((id) => query.grades.get(id) ?? 0)) / gain(ideal);
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

function reciprocalRank({ query, ids }: Answer): number {
  const rank = ids.findIndex((id) => (query.grades.get(id) ?? 0) >= 2);
  return rank === -1 ? 0 : 1 / (rank + 1);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
