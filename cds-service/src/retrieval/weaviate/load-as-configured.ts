import type { ServiceConfig } from '../../config.ts';
import { progressBar } from '../print-progress.ts';
import { connectWeaviate, WeaviateError } from './connection.ts';
import { loadWeaviate } from './load.ts';

/**
 * Loads Weaviate from an index where the settings name a server, and prints what was done; does nothing elsewhere.
 *
 * @returns the exit code: 1 when the server could not take it. The index is whole then; the load may be run again.
 */
export async function loadAsConfigured(
  { weaviate }: Pick<ServiceConfig, 'weaviate'>,
  file: string,
): Promise<number> {
  if (weaviate === undefined) return 0;
  try {
    const connection = connectWeaviate(weaviate);
    const { written, removed, unchanged, passages, tenants } = await loadWeaviate({
      file,
      connection,
      onProgress: progressBar('loading'),
    });
    process.stdout.write(
      `Weaviate: ${passages} passages in ${tenants.length} tenants; ` +
        `${written} objects written, ${removed} removed, ${unchanged} unchanged\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof WeaviateError)) throw error;
    process.stdout.write(`${error.message}. Run \`npm run weaviate:load\` when that is mended.\n`);
    return 1;
  }
}
