import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Passage } from '#cds-service/retrieval/contract.ts';

/** A passage about nothing in particular; a test names what it is about. */
export function passage(details: Partial<Passage> & Pick<Passage, 'id' | 'text'>): Passage {
  return {
    title: details.id.replaceAll('-', ' '),
    kind: 'clinic-guideline',
    organisation: 'World Health Organization',
    document: 'A guideline made up for this test',
    year: 2020,
    link: 'https://www.who.int',
    verified: false,
    reviewed: '2026-11-21',
    version: '1',
    ageGroups: ['infant', 'child', 'adult', 'older-adult'],
    pregnancy: 'any',
    settings: ['primary-care', 'telephone', 'emergency-department'],
    supports: [],
    ...details,
  };
}

/** The corpus file of a passage. JSON is YAML. */
export function fileOf({ text, ...frontMatter }: Passage): string {
  return `---\n${JSON.stringify({ licence: 'Apache-2.0', ...frontMatter })}\n---\n\n${text}\n`;
}

export interface CorpusFolder {
  readonly corpus: string;
  readonly file: string;
  put(passage: Passage): void;
  write(path: string, content: string): void;
  remove(id: string, kind?: Passage['kind']): void;
  dispose(): void;
}

/** A temporary corpus folder and a place for its index. */
export function corpusFolder(passages: readonly Passage[] = []): CorpusFolder {
  const root = mkdtempSync(join(tmpdir(), 'prescreen-corpus-'));
  const corpus = join(root, 'corpus');
  mkdirSync(corpus);
  const folder: CorpusFolder = {
    corpus,
    file: join(root, 'data', 'evidence.sqlite'),
    put: (one) => folder.write(`${one.kind}/${one.id}.md`, fileOf(one)),
    write: (path, content) => {
      mkdirSync(dirname(join(corpus, path)), { recursive: true });
      writeFileSync(join(corpus, path), content);
    },
    remove: (id, kind = 'clinic-guideline') => rmSync(join(corpus, kind, `${id}.md`)),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const one of passages) folder.put(one);
  return folder;
}
