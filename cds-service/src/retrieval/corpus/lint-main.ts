import { fileURLToPath } from 'node:url';
import { lintCorpus } from './lint-corpus.ts';
import { readCorpus } from './read-corpus.ts';

/** `npm run lint:corpus [folder]`: prints what is wrong with the corpus; exit code 1 when anything is. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../../corpus', import.meta.url));
const corpus = readCorpus(folder);
const problems = lintCorpus(corpus);
for (const { path, problem } of problems) process.stdout.write(`${path}: ${problem}\n`);
process.stdout.write(`${corpus.files.length} passages, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
