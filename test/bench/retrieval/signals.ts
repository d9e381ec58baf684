import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import type { EvidenceKind, EvidenceQuery, EvidenceStore, Passage } from '#cds-service/retrieval/contract.ts';
import { openEmbeddedStore } from '#cds-service/retrieval/embedded-store.ts';
import { openForReading } from '#cds-service/retrieval/index/open-for-reading.ts';
import { createLexicalSearch } from '#cds-service/retrieval/search/lexical-search.ts';
import { createPassageTable } from '#cds-service/retrieval/search/passage-table.ts';
import { writeQuery } from '#cds-service/retrieval/write-query.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, KNOWN_EMPTY, present } from '#fhir-mappers/data-state.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import type { EmbedderInfo } from '#models/contract.ts';
import { openEmbedder } from '#models/embedder.ts';
import { type LabelledQuery, readLabelledQueries } from './labelled-queries.ts';

/** What both searches say of one passage for one query. */
export interface PassageSignals {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly cosine: number;
  readonly share: number;
}

export interface Laboratory {
  readonly queries: readonly {
    readonly query: LabelledQuery;
    readonly asked: EvidenceQuery;
    readonly signals: readonly PassageSignals[];
  }[];
  /** The store as the service uses it, and the vector of each query. */
  readonly store: EvidenceStore;
  readonly vectorOf: (query: LabelledQuery) => Float32Array;
  readonly embedder: EmbedderInfo;
  /** The SQLite index behind it. */
  readonly file: string;
  close(): Promise<void>;
}

const asOf = '2026-11-21T10:00:00Z';

/** A labelled query as the service would write it for a patient who says this, read by the real reader. */
export function asAsked({ text }: LabelledQuery): EvidenceQuery {
  const { findings } = readNarrative(text, { asOf, origin: 'complaint' });
  const snapshot: ClinicalSnapshot = {
    asOf,
    patient: { id: '', sex: 'unknown' },
    complaint: present({ text, sources: [], readable: true }),
    findings,
    measurements: [],
    history: [],
    labs: [],
    conditions: KNOWN_EMPTY,
    medicines: KNOWN_EMPTY,
    allergies: KNOWN_EMPTY,
    noKnownAllergies: false,
    pregnancy: { state: 'unknown' },
    problems: [],
  };
  return { ...writeQuery(snapshot, []), limit: 10 };
}

/** Indexes the corpus with the real embedder and asks both searches every labelled query. */
export async function openLaboratory(): Promise<Laboratory> {
  const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-retrieval-'));
  const file = join(folder, 'evidence.sqlite');
  const embedder = await openEmbedder({ artifact: root('models/artifacts/embedder') });
  if (isUnavailable(embedder.info)) throw new Error(`the embedder is unavailable: ${embedder.info.code}`);
  await buildIndex({ corpus: root('cds-service/corpus'), file, embedder });

  const db = openForReading(file, embedder.info);
  const table = createPassageTable(db, embedder.info.dimensions);
  const lexical = createLexicalSearch(db);
  const passages = db
    .prepare('SELECT id, body FROM passage')
    .all()
    .map(({ id, body }) => ({ row: Number(id), passage: JSON.parse(String(body)) as Passage }));

  const queries = [];
  const vectors = new Map<LabelledQuery, Float32Array>();
  for (const query of readLabelledQueries()) {
    const asked = asAsked(query);
    const embedded = await embedder.embed([asked.text]);
    if (isUnavailable(embedded)) throw new Error(embedded.code);
    const vector = embedded[0]!;
    vectors.set(query, vector);
    const words = lexical.search(asked.text, passages.length, () => true);
    const signals = passages.map(({ row, passage }) => ({
      id: passage.id,
      kind: passage.kind,
      cosine: table.cosine(table.slotOf.get(row)!, vector) ?? 0,
      share: words.get(row)?.share ?? 0,
    }));
    queries.push({ query, asked, signals });
  }
  const store = openEmbeddedStore({ file, embedder: embedder.info });
  return {
    queries,
    store,
    vectorOf: (query) => vectors.get(query)!,
    embedder: embedder.info,
    file,
    close: async () => {
      await store.close();
      lexical.close();
      db.close();
      await embedder.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
