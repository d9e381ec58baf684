import { GATES } from '#cds-service/gates/gates.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { higherCodeSystemsFsh } from '#ig/build/code-systems.ts';

const HEAD =
  '// Written by npm run ig:inputs from the catalogue of rules and the list of gates: do not edit.\n\n';

/** Files of `ig/input` that are made from the running system, by path. The same on every machine. */
export async function guideInputs(): Promise<ReadonlyMap<string, string>> {
  const higher = higherCodeSystemsFsh({
    rules: CATALOGUE.map(({ id, title, floor }) => [id, title, `Floor: ${floor}.`]),
    gates: GATES.map(({ id }) => [id, id.replaceAll('-', ' ')]),
  });
  return new Map([['fsh/generated/rules-and-gates.fsh', HEAD + higher]]);
}
