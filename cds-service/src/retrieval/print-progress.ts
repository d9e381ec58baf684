import type { IndexProgress } from './index/embed-missing.ts';

const WIDTH = 30;

/** Draws a progress bar on standard error; on a terminal it stays on one line. */
export function printProgress({ done, total }: IndexProgress): void {
  const full = Math.round((done / total) * WIDTH);
  const bar = `embedding [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${total}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${bar}${done === total ? '\n' : ''}`);
  else if (done === total) process.stderr.write(`${bar}\n`);
}
