import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { complaintTexts } from '#models/complaint-vector.ts';
import { storyOf } from '#models/narrative-head.ts';
import type { Priority } from '#terminology/priority.ts';
import { generateCases } from '../cases/generate.ts';

/**
 * Every case as the narrative head would be asked about it, with the priority wanted.
 *
 * Usage: `node read-cases.ts VISITS.json OUT.json`: real visits as the caller tells them, the synthetic cases of
 * three seeds, and all of `../cases/authored`.
 */
interface Told {
  readonly from: string;
  readonly text: string;
  readonly ageYears: number;
  readonly priority: Priority;
}

const AUTHORED = new URL('../cases/authored/', import.meta.url);
const SEEDS = [1, 2, 3];
const SYNTHETIC: ReadonlySet<string> = new Set(['tune', 'report']);

const synthetic: readonly Told[] = SEEDS.flatMap((seed) =>
  generateCases(seed).map((one) => ({ ...one, from: one.split })),
);
const authored: readonly Told[] = readdirSync(AUTHORED)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(new URL(name, AUTHORED), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ ...(JSON.parse(line) as Omit<Told, 'from'>), from: name.replace('.jsonl', '') })),
  );
const [, , visitsFile = '', out = ''] = process.argv;
const visits = JSON.parse(readFileSync(visitsFile, 'utf8')) as readonly Told[];
const seen = new Set<string>();
const rows = [...authored, ...synthetic, ...visits].flatMap(({ from, text, ageYears, priority }) => {
  // Two visits with the same words are two visits; the generator's doubles are one case.
  if (SYNTHETIC.has(from) && seen.has(text)) return [];
  seen.add(text);
  const { clauses, findings } = readNarrative(text, { asOf: '2020-01-01T00:00:00Z', origin: 'complaint' });
  return [{ from, priority, ageYears, texts: complaintTexts({ clauses, findings }), ...storyOf(findings) }];
});
writeFileSync(out, JSON.stringify(rows));
