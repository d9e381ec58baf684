import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `npm test` keeps the index of the corpus that it built once, outside of the checkout. */
const KEPT = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'prescreen',
  'index',
  'evidence.sqlite',
);

/**
 * Puts the index of the corpus into a service's data folder, so that its start need not embed the corpus again.
 *
 * The service still compares every passage with the corpus and brings a stale index up to date. Without a kept
 * index nothing happens, and the start takes longer.
 */
export function placeEvidenceIndex(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'evidence.sqlite');
  if (existsSync(KEPT) && !existsSync(file)) copyFileSync(KEPT, file);
}
