import type { Provenance, Resource } from 'fhir/r4';
import { parseReference } from '#fhir-mappers/reference.ts';
import type { IdentifierKind, Span } from '../deidentify/kinds.ts';
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
 * A chart that cannot be read is listed and skipped, and so is an example whose text still says what a field of the
 * chart says.
 */
export function collectClinic(store: Store, terms: ClinicTerms, start: StartProgress): void {
  const from = store.mark('charts') ?? '';
  const patients = store.db
    .prepare('SELECT DISTINCT patient FROM resource WHERE patient <> ? ORDER BY patient')
    .all(SHARED)
    .map((row) => String((row as { patient: string }).patient));
  const exported = new Set(
    store.db
      .prepare('SELECT DISTINCT type FROM resource')
      .all()
      .map((row) => String((row as { type: string }).type)),
  );
  const people = resourcesOf(store, SHARED).filter(
    ({ resourceType }) => resourceType !== 'Provenance' && resourceType !== 'Medication',
  );
  const provenance = provenanceByTarget(resourcesOf(store, SHARED));
  const progress = start('charts', patients.length);
  for (let at = 0; at < patients.length; at += BATCH) {
    const batch = patients.slice(at, at + BATCH).filter((patient) => patient > from);
    store.together(() => {
      for (const patient of batch) collectChart(store, { patient, people, provenance, exported }, terms);
      const last = batch.at(-1);
      if (last !== undefined) store.setMark('charts', last);
    });
    progress.done(Math.min(at + BATCH, patients.length));
  }
  progress.end();
}

interface ChartSource {
  readonly patient: string;
  readonly people: readonly Resource[];
  readonly provenance: ReadonlyMap<string, readonly Resource[]>;
  readonly exported: ReadonlySet<string>;
}

function collectChart(store: Store, source: ChartSource, { secret, licence }: ClinicTerms): void {
  const own = resourcesOf(store, source.patient);
  const signatures = own.flatMap(({ resourceType, id }) =>
    resourceType === 'ClinicalImpression' ? (source.provenance.get(id ?? '') ?? []) : [],
  );
  const keepText = store.db.prepare('INSERT OR IGNORE INTO text_seen VALUES (?, ?, ?, ?)');
  let texts = 0;
  const { chart, known } = readChart(
    {
      patient: source.patient,
      resources: [...own, ...signatures],
      people: source.people,
      exported: source.exported,
    },
    secret,
    {
      onText: (before, after, spans) => {
        count(store, spans);
        if (spans.length === 0 && before.length < 24) return;
        texts += 1;
        keepText.run(
          `${source.patient}/${String(texts).padStart(4, '0')}`,
          before,
          after,
          spans.map(({ kind, by }) => `${kind} (${by})`).join(', '),
        );
      },
      onLeftOut: (path, reason) =>
        store.addProblem({
          source: 'clinic',
          where: `chart ${patientKey(secret, source.patient).pseudonym(source.patient)}: ${path}`,
          why: `left out: ${reason}`,
        }),
    },
  );
  const candidates = candidatesOf(chart, licence, (impression, why) =>
    store.addProblem({ source: 'clinic', where: `ClinicalImpression ${chart.patient}/${impression}`, why }),
  );
  for (const candidate of candidates) {
    const { id } = candidate.example.metadata;
    if (saysWho([candidate.example.input, candidate.example.output], known))
      store.addProblem({ source: 'clinic', where: id, why: 'an identifier of the chart was left in a text' });
    else if (!exampleSchema.safeParse(candidate.example).success)
      store.addProblem({ source: 'clinic', where: id, why: 'not of the form of an example' });
    else store.addCandidate(candidate);
  }
}

function count(store: Store, spans: readonly Span[]): void {
  const add = store.db.prepare(
    'INSERT INTO tally VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1',
  );
  add.run('texts');
  for (const { kind } of spans) add.run(`identifier/${kind satisfies IdentifierKind}`);
}

function resourcesOf(store: Store, patient: string): readonly Resource[] {
  return store.db
    .prepare('SELECT json FROM resource WHERE patient = ? ORDER BY type, id')
    .all(patient)
    .map((row) => JSON.parse(String((row as { json: string }).json)) as Resource);
}

function provenanceByTarget(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (resource.resourceType !== 'Provenance') continue;
    for (const { reference } of (resource as Provenance).target ?? []) {
      const id = parseReference(reference)?.id;
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), resource]);
    }
  }
  return found;
}
