import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';
import { storyText } from '#models/story-text.ts';
import type { Priority } from '#terminology/priority.ts';
import { readAuthoredCases } from '../cases/authored-cases.ts';
import { type ChartedCase, caseData } from '../cases/charted-case.ts';
import { generateCases } from '../cases/generate.ts';

/**
 * Every case as the reader of stories would be told it, with the priority wanted.
 *
 * Usage: `node read-cases.ts OUT.json`: all of `../cases/authored`, then the synthetic cases of two seeds.
 */
interface Told extends ChartedCase {
  readonly from: string;
  readonly priority: Priority;
}

const AUTHORED = fileURLToPath(new URL('../cases/authored/', import.meta.url));
const SEEDS = [1, 2];
const ASKED = new Date('2020-01-01T12:00:00Z');

const authored: readonly Told[] = readdirSync(AUTHORED)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readAuthoredCases(`${AUTHORED}${name}`).map((one) => ({ ...one, from: name.replace('.jsonl', '') })),
  );
const synthetic: readonly Told[] = SEEDS.flatMap((seed) =>
  generateCases(seed).map((one) => ({ ...one, vitals: { ...one.vitals }, from: one.split })),
);

const [, , out = ''] = process.argv;
const seen = new Set<string>();
const rows = [...authored, ...synthetic].flatMap((one) => {
  const snapshot = takeSnapshot(caseData(one, ASKED), { asOf: ASKED.toISOString(), hook: 'patient-view' });
  const story = storyText(snapshot);
  const key = `${story?.about} ${story?.words}`.toLowerCase();
  if (story === undefined || seen.has(key)) return [];
  seen.add(key);
  return [{ from: one.from, priority: one.priority, ...story }];
});
writeFileSync(out, JSON.stringify(rows));
