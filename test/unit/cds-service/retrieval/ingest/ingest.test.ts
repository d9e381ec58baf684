import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIndex } from '#cds-service/retrieval/build-index.ts';
import { openEmbeddedStore } from '#cds-service/retrieval/embedded-store.ts';
import { IndexError } from '#cds-service/retrieval/index/schema.ts';
import { type IngestOptions, ingest } from '#cds-service/retrieval/ingest/ingest.ts';
import { type CorpusFolder, corpusFolder, passage } from '../support/corpus-folder.ts';
import { writeEncryptedPdf, writePdf } from '../support/sample-documents.ts';
import { createWordEmbedder } from '../support/word-embedder.ts';

const embedder = createWordEmbedder();
let folder: CorpusFolder;
let documents: string;

beforeEach(async () => {
  folder = corpusFolder([passage({ id: 'ankle', text: 'A twisted ankle is rested and raised.' })]);
  documents = join(folder.corpus, '..', 'documents');
  mkdirSync(documents);
  await buildIndex({ ...folder, embedder });
});
afterEach(() => folder.dispose());

const put = (name: string, content: string | Buffer) => writeFileSync(join(documents, name), content);
const take = (options: Partial<IngestOptions> = {}) =>
  ingest({
    source: documents,
    kind: 'clinic-guideline',
    clinic: 'north',
    file: folder.file,
    embedder,
    today: '2026-11-21',
    dryRun: false,
    ...options,
  });

/** A made-up word for each number, unlike any other. */
function word(number: number): string {
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'pra', 'ste', 'tri'];
  return [number % 8, Math.floor(number / 8), (number * 3) % 8].map((at) => syllables[at]).join('');
}

async function found(text: string, clinic?: string): Promise<readonly string[]> {
  const store = openEmbeddedStore({ file: folder.file, embedder: embedder.info });
  const vectors = (await embedder.embed([text])) as Float32Array[];
  const evidence = await store.retrieve({ text, rules: [], limit: 6, clinic }, vectors[0]);
  await store.close();
  if (!('passages' in evidence)) throw new Error(evidence.code);
  return evidence.passages.map(
    (one) => `${one.passage.document}: ${one.passage.heading} p${one.passage.page}`,
  );
}

describe('ingest', () => {
  it('cites the page of every topic of a long document in two columns', async () => {
    const topics = Array.from({ length: 60 }, (_, page) => `${word(page)}itis`);
    const line = (text: string, x: number, y: number, size = 10) => ({ text, x, y, size });
    put(
      'handbook.pdf',
      writePdf(
        topics.map((topic, page) => [
          line(`Chapter about ${topic}`, 72, 720, 18),
          ...Array.from({ length: 24 }, (_, row) => [
            line(`${topic} is looked at by nurse number ${row} here`, 72, 680 - row * 13),
            line(`${topic} then goes on in a second column ${row}`, 330, 680 - row * 13),
          ]).flat(),
          line(String(page + 1), 300, 30),
        ]),
      ),
    );
    expect((await take()).passages).toBeGreaterThanOrEqual(60);
    for (const page of [0, 17, 42, 59]) {
      expect((await found(`${topics[page]} nurse column`, 'north'))[0]).toBe(
        `handbook: Chapter about ${topics[page]} p${page + 1}`,
      );
    }
  });

  it('makes a document findable for its clinic alone, with heading and page', async () => {
    put(
      'rash.pdf',
      writePdf([
        [{ text: 'About us', x: 72, y: 700, size: 10 }],
        [
          { text: 'Measles contact', x: 72, y: 700, size: 18 },
          {
            text: 'Measles contacts telephone room seven before entering the building.',
            x: 72,
            y: 660,
            size: 10,
          },
        ],
      ]),
    );
    expect(await take()).toMatchObject({ added: [join(documents, 'rash.pdf')], skipped: [], passages: 2 });
    const asked = 'measles contact telephone room before entering building';
    expect(await found(asked, 'north')).toEqual(['rash: Measles contact p2']);
    expect(await found(asked, 'south')).toEqual([]);
    expect(await found(asked)).toEqual([]);
  });

  it('reads again only what changed, and forgets what is gone', async () => {
    put('a.md', '# Croup\n\nA barking cough at night.');
    put('b.md', '# Gout\n\nA red big toe.');
    await take();
    const before = embedder.embedded.length;
    put('b.md', '# Gout\n\nA very red and hot big toe.');
    expect(await take()).toMatchObject({
      added: [],
      unchanged: [join(documents, 'a.md')],
      changed: [join(documents, 'b.md')],
    });
    expect(embedder.embedded.length).toBe(before + 1);
    rmSync(join(documents, 'a.md'));
    expect(await take()).toMatchObject({ removed: [join(documents, 'a.md')] });
    expect(await found('barking cough night croup', 'north')).toEqual([]);
  });

  it('skips a bad file with its reason and takes in the others', async () => {
    put('bad.pdf', writeEncryptedPdf());
    put('empty.md', '');
    put('list.xlsx', 'x');
    put('good.md', '# Croup\n\nA barking cough at night.');
    const { added, skipped } = await take();
    expect(added).toEqual([join(documents, 'good.md')]);
    expect(skipped.map(({ code }) => code)).toEqual(['encrypted', 'empty', 'unknown-format']);
  });

  it('keeps what was indexed of a document that can no longer be read', async () => {
    put('a.md', '# Croup\n\nA barking cough at night suggests croup.');
    await take();
    put('a.md', '');
    expect((await take()).skipped).toHaveLength(1);
    expect(await found('barking cough night suggests croup', 'north')).toEqual(['Croup: Croup pundefined']);
  });

  it('writes nothing in a dry run', async () => {
    put('a.md', '# Croup\n\nA barking cough at night.');
    expect(await take({ dryRun: true })).toMatchObject({ added: [join(documents, 'a.md')], passages: 1 });
    expect(await take()).toMatchObject({ added: [join(documents, 'a.md')] });
  });

  it("leaves another clinic's documents of the same folder alone", async () => {
    put('a.md', '# Croup\n\nA barking cough at night.');
    await take();
    await take({ clinic: 'south' });
    rmSync(join(documents, 'a.md'));
    await take({ clinic: 'south' });
    expect(await found('barking cough night croup', 'north')).toHaveLength(1);
    expect(await found('barking cough night croup', 'south')).toEqual([]);
  });

  it('says so when the source is not there', async () => {
    expect((await take({ source: join(documents, 'nowhere') })).skipped).toMatchObject([
      { code: 'not-found' },
    ]);
  });

  it('refuses an index of another embedder', async () => {
    await expect(take({ embedder: createWordEmbedder('2') })).rejects.toBeInstanceOf(IndexError);
  });

  it('survives the rebuild of the index', async () => {
    put('a.md', '# Croup\n\nA barking cough at night.');
    await take();
    await buildIndex({ ...folder, embedder });
    expect(await found('barking cough night croup', 'north')).toHaveLength(1);
  });
});
