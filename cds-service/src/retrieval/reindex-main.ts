import { join } from 'node:path';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { openEmbedder } from '#models/embedder.ts';
import { readConfig } from '../config.ts';
import { buildIndex } from './build-index.ts';
import { printProgress } from './print-progress.ts';

/**
 * `npm run reindex`: brings `<PRESCREEN_DATA>/evidence.sqlite` up to date with the corpus and the embedder.
 *
 * Clinics' own documents stay. Exit code 2 when a corpus file was skipped, 1 when the embedder is unavailable.
 */
const { dataFolder, corpusFolder, artifactsFolder } = readConfig(process.env);
const file = join(dataFolder, 'evidence.sqlite');
const embedder = await openEmbedder({ artifact: join(artifactsFolder, 'embedder') });
try {
  if (isUnavailable(embedder.info)) {
    process.stdout.write(`The embedder is unavailable (${embedder.info.detail ?? embedder.info.code}).\n`);
    process.exitCode = 1;
  } else {
    const summary = await buildIndex({ corpus: corpusFolder, file, embedder, onProgress: printProgress });
    const { added, changed, removed, unchanged, rejected } = summary;
    process.stdout.write(
      `${file}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged, ${rejected.length} skipped\n`,
    );
    for (const { path, problems } of rejected) process.stdout.write(`${path}: ${problems.join('; ')}\n`);
    if (rejected.length > 0) process.exitCode = 2;
  }
} finally {
  await embedder.close();
}
