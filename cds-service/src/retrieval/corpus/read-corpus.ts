import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Passage } from '../contract.ts';
import { parsePassage } from './parse-passage.ts';

/** One corpus file as read. `hash` is over its bytes, so any edit is seen. */
export interface CorpusFile {
  /** Relative to the corpus folder, with forward slashes. */
  readonly path: string;
  readonly hash: string;
  readonly passage: Passage;
  readonly licence: string;
}

export interface Corpus {
  readonly files: readonly CorpusFile[];
  /** Files that could not be read as passages. `lint:corpus` keeps this empty in the repository. */
  readonly rejected: readonly { readonly path: string; readonly problems: readonly string[] }[];
}

/** Reads every `.md` file below a folder in path order; `README.md` is about the folder and is left out. */
export function readCorpus(folder: string): Corpus {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
    .sort();
  const files: CorpusFile[] = [];
  const rejected: { path: string; problems: readonly string[] }[] = [];
  for (const name of paths) {
    const path = relative(folder, join(folder, name)).split(sep).join('/');
    const source = readFileSync(join(folder, name), 'utf8');
    const parsed = parsePassage(source);
    if ('problems' in parsed) rejected.push({ path, problems: parsed.problems });
    else files.push({ path, hash: sha256(source), passage: parsed.passage, licence: parsed.licence });
  }
  return { files, rejected };
}

/** Hex SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
