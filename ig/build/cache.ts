import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of this user for what can be made again: never inside the checkout. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'prescreen');
}
