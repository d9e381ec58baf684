import { join } from 'node:path';
import { ConfigError, readConfig } from '../../config.ts';
import { IndexError } from '../index/schema.ts';
import { loadAsConfigured } from './load-as-configured.ts';

/**
 * `npm run weaviate:load`: makes the server of `PRESCREEN_WEAVIATE_URL` hold what `<PRESCREEN_DATA>/evidence.sqlite`
 * holds. May be stopped and run again at any time.
 */
try {
  const config = readConfig({ ...process.env, PRESCREEN_EVIDENCE: 'weaviate' });
  process.exitCode = await loadAsConfigured(config, join(config.dataFolder, 'evidence.sqlite'));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof IndexError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
