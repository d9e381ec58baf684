import { GATES } from '#cds-service/gates/gates.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { higherCodeSystemsFsh } from '#ig/build/code-systems.ts';
import { emitAll } from './emitted.ts';
import { chartOf } from './sandbox-assessment.ts';

const HEAD =
  '// Written by npm run ig:inputs from the catalogue of rules and the list of gates: do not edit.\n\n';

/** Patients whose charts are shown as examples of what is read. */
const SHOWN_CHARTS: Readonly<Record<string, readonly string[]>> = {
  'ana-ruiz': ['Patient', 'Encounter', 'Observation'],
  'walter-brandt': ['QuestionnaireResponse'],
};

/** The text of one JSON input. */
export const asText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Rules and gates as FSH, by path in `ig/input`. */
export function higherCodes(): ReadonlyMap<string, string> {
  const fsh = higherCodeSystemsFsh({
    rules: CATALOGUE.map(({ id, title, floor }) => [id, title, `Floor: ${floor}.`]),
    gates: GATES.map(({ id }) => [id, id.replaceAll('-', ' ')]),
  });
  return new Map([['fsh/generated/rules-and-gates.fsh', HEAD + fsh]]);
}

/**
 * Examples by path in `ig/input`: charts that are read, transactions and cards that the system emits.
 *
 * The same on every machine but for signatures, whose arithmetic is random, and the model's numbers.
 */
export async function exampleInputs(): Promise<ReadonlyMap<string, unknown>> {
  const { emitted, jwks } = await emitAll();
  const charts = Object.entries(SHOWN_CHARTS).flatMap(([patient, types]) =>
    chartOf(patient).filter(({ resourceType }) => types.includes(resourceType)),
  );
  return new Map<string, unknown>([
    ...charts.map((one) => [`examples/${one.resourceType}-${one.id}.json`, one] as const),
    ...emitted.flatMap(({ path: { name }, bundle, cards }) => [
      [`examples/Bundle-${name}.json`, { id: name, ...bundle }] as const,
      [`interfaces/cards-${name}.json`, cards] as const,
    ]),
    ['interfaces/example-jwks.json', jwks],
  ]);
}

/**
 * What of an example must not drift: everything but signatures, keys and the model's numbers.
 *
 * A proposal inside a Provenance is decoded first.
 */
export function comparable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, part) => {
    if (key === 'data' && typeof part === 'string') return decoded(part);
    if (key === 'keys') return 'keys';
    if (key === 'model' && part?.state === 'present') return { state: 'present', name: part.name };
    return part;
  });
}

/** JSON in base64 as what it is; text as text; a signature as a word. */
function decoded(data: string): unknown {
  const text = Buffer.from(data, 'base64').toString('utf8');
  if (/^[\w-]+\.\.[\w-]+$/.test(text)) return 'signature';
  return text.startsWith('{') ? comparable(JSON.parse(text)) : text;
}
