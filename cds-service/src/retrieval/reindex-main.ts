import { join } from 'node:path';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { openEmbedder } from '#models/embedder.ts';
import { readConfig } from '../config.ts';
import { buildIndex } from './build-index.ts';
import { progressBar } from './print-progress.ts';
import { loadAsConfigured } from './weaviate/load-as-configured.ts';

/**
 * `npm run reindex`: brings `<PRESCREEN_DATA>/evidence.sqlite` up to date with the corpus and the embedder.
 *
 * Clinics' own documents stay. Weaviate is loaded from it where the settings name one. Exit code 2 when a corpus file was skipped, 1 when the embedder is unavailable.
 */
const config = readConfig(process.env);
const { dataFolder, corpusFolder, artifactsFolder } = config;
const file = join(dataFolder, 'evidence.sqlite');
const embedder = await openEmbedder({ artifact: join(artifactsFolder, 'embedder') });
try {
  if (isUnavailable(embedder.info)) {
    process.stdout.write(`The embedder is unavailable (${embedder.info.detail ?? embedder.info.code}).\n`);
    process.exitCode = 1;
  } else {
    const summary = await buildIndex({
      corpus: corpusFolder,
      file,
      embedder,
      onProgress: progressBar('embedding'),
    });
    const { added, changed, removed, unchanged, rejected } = summary;
    process.stdout.write(
      `${file}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged, ${rejected.length} skipped\n`,
    );
    for (const { path, problems } of rejected) process.stdout.write(`${path}: ${problems.join('; ')}\n`);
    const loaded = await loadAsConfigured(config, file);
    process.exitCode = rejected.length > 0 ? 2 : loaded;
  }
} finally {
  await embedder.close();
}
