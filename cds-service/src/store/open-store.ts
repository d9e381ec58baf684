import { join } from 'node:path';
import type { ServiceConfig } from '../config.ts';
import type { Store } from './contract.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import { openStoreWorker } from './open-store-worker.ts';

/**
 * Opens the store that the settings name: PostgreSQL for several instances, else one SQLite file in the data folder.
 *
 * @throws Error when it cannot be written or belongs to a newer release.
 */
export function openStore(config: Pick<ServiceConfig, 'databaseUrl' | 'dataFolder'>): Promise<Store> {
  return config.databaseUrl === undefined
    ? openStoreWorker(join(config.dataFolder, 'prescreen.sqlite'))
    : openPostgresStore(config.databaseUrl);
}
