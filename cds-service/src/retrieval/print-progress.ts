import type { OnProgress } from './index/embed-missing.ts';

const WIDTH = 30;

/** Draws a progress bar on standard error; on a terminal it stays on one line. */
export function progressBar(label: string): OnProgress {
  return ({ done, total }) => {
    const full = Math.round((done / total) * WIDTH);
    const bar = `${label} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${total}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${bar}${done === total ? '\n' : ''}`);
    else if (done === total) process.stderr.write(`${bar}\n`);
  };
}
