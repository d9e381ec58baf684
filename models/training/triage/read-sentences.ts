import { readFileSync, writeFileSync } from 'node:fs';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { complaintTexts } from '#models/complaint-vector.ts';

/**
 * Reads sentences as the service does and writes which texts it would embed for each.
 *
 * Usage: `node read-sentences.ts IN.json OUT.json`; both are arrays, of a sentence and of its texts.
 */
const [, , from, to] = process.argv;
const sentences = JSON.parse(readFileSync(from ?? '', 'utf8')) as string[];
const texts = sentences.map((sentence) => {
  const { clauses, findings } = readNarrative(sentence, {
    asOf: '2020-01-01T00:00:00Z',
    origin: 'complaint',
  });
  return complaintTexts({ clauses, findings });
});
writeFileSync(to ?? '', JSON.stringify(texts));
