import { EVIDENCE_KINDS } from '#cds-service/retrieval/contract.ts';
import { isShown, relevanceOf } from '#cds-service/retrieval/search/fuse.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { type Answer, qualityOf } from './metrics.ts';
import { type Laboratory, openLaboratory, type PassageSignals } from './signals.ts';

/**
 * `npm run evaluate:retrieval`: how well the knowledge base answers the labelled queries.
 *
 * Each engine alone gets its own floor on the tune half (at most 7 in 100), so that none is helped.
 * What is reported is the report half; the store's own answers are the last engine.
 */
type Engine = (at: number) => readonly string[];

const MOST_FALSE_FINDS = 0.07;
const laboratory = await openLaboratory();
const engines: Readonly<Record<string, Engine>> = {
  'BM25 alone': alone(laboratory, ({ share }) => share),
  'dense alone': alone(laboratory, ({ cosine }) => cosine),
  'equal-weight RRF': reciprocalRanks(laboratory),
  hybrid: hybrid(laboratory),
  'hybrid + weights (the store)': await askStore(laboratory),
};

for (const split of ['tune', 'report'] as const) {
  console.log(`\n${split} half`);
  for (const [name, engine] of Object.entries(engines)) print(name, answers(engine, split));
}
const store = engines['hybrid + weights (the store)']!;
console.log('\nreport half, the store, by register');
for (const register of ['lay', 'nurse', 'physician'] as const) {
  print(
    register,
    answers(store, 'report').filter(({ query }) => query.register === register),
  );
}
console.log('\nreport half, the store, by the kind of the passage wanted most');
const kindOf = new Map(laboratory.queries[0]!.signals.map(({ id, kind }) => [id, kind]));
for (const kind of EVIDENCE_KINDS) {
  const wanted = ({ query }: Answer) =>
    [...query.grades].some(([id, grade]) => grade === 3 && kindOf.get(id) === kind);
  print(kind, answers(store, 'report').filter(wanted));
}
await laboratory.close();

function answers(engine: Engine, split: 'tune' | 'report'): readonly Answer[] {
  return laboratory.queries.flatMap(({ query }, at) =>
    query.split === split ? [{ query, ids: engine(at) }] : [],
  );
}

function print(name: string, given: readonly Answer[]): void {
  const { asked, recallAt5, recallAt5OfRight, ndcgAt10, mrr, falseFind } = qualityOf(given);
  const show = (value: number) => (Number.isNaN(value) ? '    -' : value.toFixed(3));
  console.log(
    `${name.padEnd(30)} n ${String(asked).padStart(3)}  recall@5 ${show(recallAt5)} (grade 2 too ${show(recallAt5OfRight)})` +
      `  nDCG@10 ${show(ndcgAt10)}  MRR ${show(mrr)}  false-find ${show(falseFind)}`,
  );
}

function best(signals: readonly PassageSignals[], score: (one: PassageSignals) => number, least: number) {
  return signals
    .map((one) => ({ id: one.id, score: score(one) }))
    .filter((one) => one.score > least)
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ id }) => id);
}

function alone({ queries }: Laboratory, score: (one: PassageSignals) => number): Engine {
  const highest = queries
    .filter(({ query }) => query.split === 'tune' && query.grades.size === 0)
    .map(({ signals }) => Math.max(...signals.map(score)))
    .sort((a, b) => b - a);
  const floor = highest[Math.floor(highest.length * MOST_FALSE_FINDS)] ?? 0;
  return (at) => best(queries[at]!.signals, score, floor);
}

/** The usual recipe, for comparison; it has no scores, so it has no floor. */
function reciprocalRanks({ queries }: Laboratory): Engine {
  return (at) => {
    const { signals } = queries[at]!;
    const ranks = (['cosine', 'share'] as const).map(
      (signal) =>
        new Map(
          [...signals]
            .filter((one) => one[signal] > 0)
            .sort((a, b) => b[signal] - a[signal])
            .map(({ id }, rank): [string, number] => [id, 1 / (60 + rank + 1)]),
        ),
    );
    return best(signals, ({ id }) => ranks.reduce((sum, of) => sum + (of.get(id) ?? 0), 0), 0);
  };
}

function hybrid({ queries }: Laboratory): Engine {
  return (at) => {
    const { signals, asked } = queries[at]!;
    const top = Math.max(...signals.map(relevanceOf));
    return best(
      signals,
      (one) => (isShown(relevanceOf(one), top, asked.recognised) ? relevanceOf(one) : 0),
      0,
    );
  };
}

async function askStore({ queries, store: evidenceStore, vectorOf }: Laboratory): Promise<Engine> {
  const given: string[][] = [];
  for (const { query, asked: question } of queries) {
    const evidence = await evidenceStore.retrieve(question, vectorOf(query));
    if (isUnavailable(evidence)) throw new Error(evidence.code);
    given.push(evidence.passages.map(({ passage }) => passage.id));
  }
  return (at) => given[at]!;
}
