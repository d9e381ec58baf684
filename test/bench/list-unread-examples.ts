import { writeFileSync } from 'node:fs';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { narrativeSnapshot } from '../support/narrative-snapshot.ts';

// Writes the rule narratives that are not yet read as meant: `node test/bench/list-unread-examples.ts`. The test
// of the rules leaves these out and holds all others; the list should only ever get shorter.
const firedBy = (text: string): readonly string[] =>
  triage(narrativeSnapshot({ text })).hits.map(({ id }) => id);

const unread = CATALOGUE.flatMap(({ id, fires, spares }) => [
  ...fires
    .filter((text) => !firedBy(text).includes(id))
    .map((text) => ({ rule: id, expected: 'fires', text })),
  ...spares
    .filter((text) => firedBy(text).includes(id))
    .map((text) => ({ rule: id, expected: 'spares', text })),
]);
const file = new URL('../fixtures/triage/unread-examples.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(unread, null, 1)}\n`);
process.stdout.write(`${unread.length} narratives are not read as meant\n`);
