import { KIND_WEIGHT } from '#cds-service/retrieval/contract.ts';
import { RELEVANCE_FLOOR } from '#cds-service/retrieval/search/fuse.ts';
import { type Answer, qualityOf } from './metrics.ts';
import { openLaboratory, type PassageSignals } from './signals.ts';

/**
 * `npm run tune:retrieval`: fits the numbers of `search/fuse.ts` on the tune half of the labelled queries.
 *
 * In this order: how much words add to meaning (best nDCG@10), the slope of the logistic function that turns the
 * sum into a relevance, its bias (at most 7 in 100 false finds above the floor), and how far the kind weights
 * should reach. Prints them; a person copies them into the source.
 */
const STEPS = 4_000;
const MOST_FALSE_FINDS = 0.07;
const FLOOR = RELEVANCE_FLOOR;
const CANDIDATES = 25;

const laboratory = await openLaboratory();
const tune = laboratory.queries.filter(({ query }) => query.split === 'tune');

const sumOf = (share: number) => (signals: PassageSignals) => signals.cosine + share * signals.share;
const ratio = best([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], (share) => meanNdcg(aboveEdge(sumOf(share))));
const fused = fitted(sumOf(ratio));
const wordsOnly = fitted(({ share }) => share);
const relevance = (one: PassageSignals) => logistic(fused.bias + fused.slope * sumOf(ratio)(one));
const reaches = [0, 0.25, 0.5, 0.75, 1, 1.5, 2];
const weighted = (reach: number) => (one: PassageSignals) => {
  const odds = relevance(one) / (1 - relevance(one));
  return relevance(one) < FLOOR ? 0 : odds * (KIND_WEIGHT[one.kind] / 2) ** reach;
};
console.log({
  fused: { bias: fused.bias, cosine: fused.slope, share: fused.slope * ratio },
  wordsOnly: { bias: wordsOnly.bias, share: wordsOnly.slope },
});
for (const reach of reaches) console.log('reach', reach, 'nDCG@10', meanNdcg(weighted(reach)).toFixed(4));
await laboratory.close();

type Score = (signals: PassageSignals) => number;

function rank(signals: readonly PassageSignals[], score: Score): readonly string[] {
  return signals
    .map((one) => ({ id: one.id, score: score(one) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ id }) => id);
}

function meanNdcg(score: Score): number {
  const answers = tune.map(({ query, signals }): Answer => ({ query, ids: rank(signals, score) }));
  return qualityOf(answers).ndcgAt10;
}

/** Where the floor has to lie on a sum so that what must not be found stays below it, but for a few. */
function edgeOf(sum: Score): number {
  const highest = tune
    .filter(({ query }) => query.grades.size === 0)
    .map(({ signals }) => Math.max(...signals.map(sum)))
    .sort((a, b) => b - a);
  return highest[Math.floor(highest.length * MOST_FALSE_FINDS)] ?? 0;
}

function aboveEdge(sum: Score): Score {
  const edge = edgeOf(sum);
  return (one) => (sum(one) > edge ? sum(one) : 0);
}

/** The fitted function, moved so that the edge has the relevance of the floor. */
function fitted(sum: Score): { readonly bias: number; readonly slope: number } {
  const { slope } = logisticFit(sum);
  return { bias: Math.log(FLOOR / (1 - FLOOR)) - slope * edgeOf(sum), slope };
}

/** Logistic regression of "graded 2 or 3" on one number, over the likeliest passages of each query. */
function logisticFit(sum: Score): { readonly bias: number; readonly slope: number } {
  const points = tune.flatMap(({ query, signals }) =>
    [...signals]
      .sort((a, b) => sum(b) - sum(a))
      .slice(0, CANDIDATES)
      .map((one) => ({ x: sum(one), y: (query.grades.get(one.id) ?? 0) >= 2 ? 1 : 0 })),
  );
  let bias = 0;
  let slope = 1;
  for (let step = 0; step < STEPS; step += 1) {
    let biasPull = 0;
    let slopePull = 0;
    for (const { x, y } of points) {
      const error = logistic(bias + slope * x) - y;
      biasPull += error;
      slopePull += error * x;
    }
    bias -= (8 * biasPull) / points.length;
    slope -= (8 * slopePull) / points.length;
  }
  return { bias, slope };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function best(values: readonly number[], quality: (value: number) => number): number {
  return values.reduce((chosen, value) => (quality(value) > quality(chosen) ? value : chosen));
}
