import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { openEmbedder } from '#models/embedder.ts';
import { buildIndex } from './build-index.ts';
import { printProgress } from './print-progress.ts';

/**
 * `npm run reindex`: brings `<PRESCREEN_DATA>/evidence.sqlite` up to date with the corpus and the embedder.
 *
 * Clinics' own documents stay. Exit code 2 when a corpus file was skipped, 1 when the embedder is unavailable.
 */
const file = join(process.env.PRESCREEN_DATA ?? '.data', 'evidence.sqlite');
const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));
const artifact = fileURLToPath(new URL('../../../models/artifacts/embedder', import.meta.url));

const embedder = await openEmbedder({ artifact });
try {
  if (isUnavailable(embedder.info)) {
    process.stdout.write(`The embedder is unavailable (${embedder.info.detail ?? embedder.info.code}).\n`);
    process.exitCode = 1;
  } else {
    const summary = await buildIndex({ corpus, file, embedder, onProgress: printProgress });
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
