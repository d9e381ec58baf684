import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedder } from '#models/embedder.ts';
import { readConfig } from '../../config.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../contract.ts';
import { IndexError } from '../index/schema.ts';
import { progressBar } from '../print-progress.ts';
import { loadAsConfigured } from '../weaviate/load-as-configured.ts';
import { type IngestSummary, ingest } from './ingest.ts';

const USAGE = `npm run ingest -- <file or folder> --kind <${EVIDENCE_KINDS.join(' | ')}> [--clinic id] [--dry-run]`;

/**
 * `npm run ingest`: puts a clinic's documents into the index of `PRESCREEN_DATA`; the service may go on meanwhile.
 *
 * Weaviate is loaded from the index where the settings name one.
 *
 * Exit code 0 when all went in, 1 when nothing could be done, 2 when a document was skipped.
 */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, clinic: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  });
  const kind = EVIDENCE_KINDS.find((one) => one === values.kind);
  const clinic = values.clinic ?? '';
  const [source] = positionals;
  if (
    source === undefined ||
    positionals.length > 1 ||
    kind === undefined ||
    !/^[a-z0-9-]{0,64}$/.test(clinic)
  ) {
    process.stdout.write(`${USAGE}\n`);
    return 1;
  }
  return put(source, kind, { clinic, dryRun: values['dry-run'] === true });
}

async function put(
  source: string,
  kind: EvidenceKind,
  { clinic, dryRun }: { readonly clinic: string; readonly dryRun: boolean },
): Promise<number> {
  const config = readConfig(process.env);
  const embedder = await openEmbedder({ artifact: join(config.artifactsFolder, 'embedder') });
  try {
    const file = join(config.dataFolder, 'evidence.sqlite');
    const summary = await ingest({
      source,
      kind,
      clinic,
      file,
      embedder,
      today: new Date().toISOString().slice(0, 10),
      dryRun,
      onProgress: progressBar('embedding'),
    });
    report(summary, dryRun);
    const loaded = dryRun ? 0 : await loadAsConfigured(config, file);
    return summary.skipped.length > 0 ? 2 : loaded;
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    process.stdout.write(`${error.message}\n`);
    return 1;
  } finally {
    await embedder.close();
  }
}

function report(
  { added, changed, removed, unchanged, skipped, passages }: IngestSummary,
  dryRun: boolean,
): void {
  for (const path of added) process.stdout.write(`added      ${path}\n`);
  for (const path of changed) process.stdout.write(`changed    ${path}\n`);
  for (const path of removed) process.stdout.write(`removed    ${path}\n`);
  for (const { path, code, reason } of skipped)
    process.stdout.write(`skipped    ${path}: ${reason} [${code}]\n`);
  process.stdout.write(
    `${dryRun ? 'dry run, nothing written: ' : ''}${added.length} added, ${changed.length} changed, ` +
      `${removed.length} removed, ${unchanged.length} unchanged, ${skipped.length} skipped; ${passages} passages\n`,
  );
}

process.exitCode = await run();
