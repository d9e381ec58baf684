import { readFileSync, writeFileSync } from 'node:fs';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { conceptIds, isA } from '#terminology/lexicon/lexicon.ts';

/**
 * What the lexicon's reader finds in each clause: ids of present concepts and of what they are kinds of.
 *
 * Usage: `node read-clauses.ts IN.json OUT.json ID,ID,...`; only the ids given are looked for.
 */
const [, , from, to, wanted = ''] = process.argv;
const known = new Set(conceptIds());
const ids = wanted.split(',').filter((id) => known.has(id));
const clauses = JSON.parse(readFileSync(from ?? '', 'utf8')) as string[];
const found = clauses.map((clause) => {
  const { findings } = readNarrative(clause, { asOf: '2020-01-01T00:00:00Z', origin: 'complaint' });
  const now = findings.filter(({ state }) => state === 'present' || state === 'uncertain');
  return ids.filter((id) => now.some(({ concept }) => isA(concept, id)));
});
writeFileSync(to ?? '', JSON.stringify({ ids, found }));
