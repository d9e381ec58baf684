import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import type { Passage } from '#cds-service/retrieval/contract.ts';
import { sha256 } from '#cds-service/retrieval/corpus/read-corpus.ts';
import { inTransaction, openForWriting } from '#cds-service/retrieval/index/schema.ts';
import { putDocument } from '#cds-service/retrieval/index/write-documents.ts';
import type { Embedder } from '#models/contract.ts';
import { type CorpusFolder, corpusFolder } from './corpus-folder.ts';
import { LIBRARY, NORTH } from './evidence-store-claims.ts';

/** A temporary SQLite index of the library that every store is asked about, with clinic `north`'s own passage. */
export async function claimsIndex(embedder: Embedder): Promise<CorpusFolder> {
  const folder = corpusFolder(LIBRARY);
  await buildIndex({ ...folder, embedder });
  await putClinicPassage(folder.file, embedder, NORTH);
  return folder;
}

/** Puts one passage of a clinic into an index, as a document of its own. */
export async function putClinicPassage(file: string, embedder: Embedder, passage: Passage): Promise<void> {
  const text = `${passage.title}. ${passage.text}`;
  const [vector] = (await embedder.embed([text])) as Float32Array[];
  const db = openForWriting(file);
  const document = {
    library: 'clinic',
    clinic: passage.clinic ?? '',
    path: `${passage.id}.md`,
    hash: sha256(text),
    passages: [passage],
  } as const;
  inTransaction(db, () => putDocument(db, document, new Map([[sha256(text), vector!]])));
  db.close();
}
