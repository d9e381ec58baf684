import { assessmentSchema } from '#fhir-mappers/assessment.ts';
import { emitAll } from './emitted.ts';
import { chartOf } from './sandbox-assessment.ts';

/** Patients whose charts are shown as examples of what is read. */
const SHOWN_CHARTS: Readonly<Record<string, readonly string[]>> = {
  'ana-ruiz': ['Patient', 'Encounter', 'Observation'],
  'walter-brandt': ['QuestionnaireResponse'],
};

/** The text of one JSON input. */
export const asText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

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

/** Keys whose value is part of the shape: what kind of thing it is. */
const KINDS = new Set(['resourceType', 'url', 'system', 'role', 'intent', 'contentType', 'sigFormat']);

/**
 * The shape of an example: which elements there are and what kinds they name, without what rules, model and words say.
 *
 * That is what may not drift: a new rule changes priorities and reasons every day, and the guide is not about those. A
 * proposal must be one, whatever it says.
 */
export function shapeOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return unique(value.flatMap((each) => shapeOf(each, `${path}[]`)));
  if (typeof value !== 'object' || value === null) return [path];
  if ('gates' in value)
    return [`${path} ${assessmentSchema.safeParse(value).success ? 'assessment' : 'broken'}`];
  return unique(
    Object.entries(value).flatMap(([key, part]) =>
      KINDS.has(key) ? [`${path}.${key}=${part}`] : shapeOf(part, `${path}.${key}`),
    ),
  );
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
