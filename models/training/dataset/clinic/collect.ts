import type { Resource } from 'fhir/r4';
import { parseReference } from '#fhir-mappers/reference.ts';
import type { Span } from '../deidentify/kinds.ts';
import { patientKey } from '../deidentify/secret.ts';
import { exampleSchema } from '../example.ts';
import type { StartProgress } from '../progress.ts';
import type { Store } from '../store.ts';
import { SHARED } from './import.ts';
import { readChart, saysWho } from './read-chart.ts';
import { candidatesOf } from './to-candidates.ts';

export interface ClinicTerms {
  readonly secret: string;
  readonly licence: string;
}

/** Charts between two commits. */
const BATCH = 20;

/**
 * Makes the candidates of the clinic, chart by chart, from what `importExport` has put into the store.
 *
 * What cannot be read is listed and skipped, and so is an example whose text still says what a field of its chart says.
 */
export function collectClinic(store: Store, terms: ClinicTerms, start: StartProgress): void {
  const all = store.db
    .prepare('SELECT count(DISTINCT patient) AS n FROM resource WHERE patient <> ?')
    .get(SHARED) as { n: number };
  const done = store.db.prepare(
    'SELECT count(DISTINCT patient) AS n FROM resource WHERE patient <> ? AND patient <= ?',
  );
  const next = store.db.prepare(
    'SELECT DISTINCT patient FROM resource WHERE patient > ? ORDER BY patient LIMIT ?',
  );
  const exported = new Set(columnOf(store, 'SELECT DISTINCT type FROM resource', []));
  const progress = start('charts', all.n);
  for (;;) {
    const from = store.mark('charts') ?? SHARED;
    const batch = next.all(from, BATCH).map((row) => String((row as { patient: string }).patient));
    const last = batch.at(-1);
    if (last === undefined) break;
    store.together(() => {
      for (const patient of batch) collectChart(store, { patient, exported }, terms);
      store.setMark('charts', last);
    });
    progress.done((done.get(SHARED, last) as { n: number }).n);
  }
  progress.end();
}

function collectChart(
  store: Store,
  { patient, exported }: { readonly patient: string; readonly exported: ReadonlySet<string> },
  { secret, licence }: ClinicTerms,
): void {
  const resources = resourcesOf(store, patient);
  const name = patientKey(secret, patient).pseudonym(patient);
  const keepText = store.db.prepare('INSERT OR IGNORE INTO text_seen VALUES (?, ?, ?, ?)');
  let texts = 0;
  const { chart, known } = readChart(
    { patient, resources, people: peopleIn(store, resources), exported, signed: signedOf(store, resources) },
    secret,
    {
      onText: (before, after, spans) => {
        count(store, spans);
        if (spans.length === 0 && before.length < SHORT) return;
        texts += 1;
        const kinds = spans.map(({ kind, by }) => `${kind} (${by})`).join(', ');
        keepText.run(`${name}/${String(texts).padStart(4, '0')}`, before, after, kinds);
      },
      onLeftOut: (path, reason) =>
        store.addProblem({ source: 'clinic', where: `chart ${name}: ${path}`, why: `left out: ${reason}` }),
    },
  );
  const candidates = candidatesOf(chart, licence, (impression, why) =>
    store.addProblem({ source: 'clinic', where: `ClinicalImpression ${name}/${impression}`, why }),
  );
  for (const candidate of candidates) {
    const { id } = candidate.example.metadata;
    const refuse = (why: string): void => store.addProblem({ source: 'clinic', where: id, why });
    if (saysWho([candidate.example.input, candidate.example.output], known))
      refuse('an identifier of the chart was left in a text');
    else if (!exampleSchema.safeParse(candidate.example).success) refuse('not of the form of an example');
    else store.addCandidate(candidate);
  }
}

/** Displays without a finding that are shorter than this teach the spot check nothing. */
const SHORT = 24;

function count(store: Store, spans: readonly Span[]): void {
  const add = store.db.prepare(
    'INSERT INTO tally VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1',
  );
  add.run('texts');
  for (const { kind } of spans) add.run(`identifier/${kind}`);
}

function resourcesOf(store: Store, patient: string): readonly Resource[] {
  return columnOf(store, 'SELECT json FROM resource WHERE patient = ? ORDER BY type, id', [patient]).map(
    (json) => JSON.parse(json) as Resource,
  );
}

/** Practitioners, organisations and locations to which the chart refers: their names may stand in its texts. */
function peopleIn(store: Store, resources: readonly Resource[]): readonly Resource[] {
  const found = new Map<string, Resource>();
  const wanted = new Set<string>();
  for (const resource of resources)
    for (const match of JSON.stringify(resource).matchAll(/"reference":"([^"]{1,300})"/g)) {
      const parsed = parseReference(match[1]);
      if (parsed?.type !== undefined && PEOPLE.has(parsed.type)) wanted.add(`${parsed.type}/${parsed.id}`);
    }
  for (const reference of wanted) {
    const [type = '', id = ''] = reference.split('/');
    const [json] = columnOf(store, 'SELECT json FROM resource WHERE patient = ? AND type = ? AND id = ?', [
      SHARED,
      type,
      id,
    ]);
    if (json !== undefined) found.set(reference, JSON.parse(json) as Resource);
  }
  return [...found.values()];
}

const PEOPLE: ReadonlySet<string> = new Set(['Practitioner', 'PractitionerRole', 'Organization', 'Location']);

function signedOf(store: Store, resources: readonly Resource[]): ReadonlySet<string> {
  const ids = resources.flatMap(({ resourceType, id }) =>
    resourceType === 'ClinicalImpression' ? (id ?? []) : [],
  );
  return new Set(
    ids.filter(
      (id) => columnOf(store, 'SELECT impression FROM signed WHERE impression = ?', [id]).length > 0,
    ),
  );
}

/** The first column of each row, as text. */
function columnOf(store: Store, sql: string, values: readonly string[]): readonly string[] {
  return store.db
    .prepare(sql)
    .all(...values)
    .map((row) => String(Object.values(row as object)[0]));
}
