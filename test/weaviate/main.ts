import { spawn } from 'node:child_process';
import { builtServer } from './built-server.ts';

/**
 * `npm run test:weaviate`: the claims of every evidence store, loads and outages, on a real Weaviate server.
 *
 * Builds the server first, once, into the user's cache folder. Without Go it says so and skips, but never in CI.
 */
const TESTS_MS = 10 * 60_000;

async function main(): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const server = await builtServer(say);
  if ('missing' in server) {
    say(`skipped: ${server.missing}`);
    return process.env.CI ? 1 : 0;
  }
  const args = ['run', '--config', 'test/weaviate/vitest.config.ts', ...process.argv.slice(2)];
  const child = spawn('node_modules/.bin/vitest', args, {
    stdio: 'inherit',
    env: { ...process.env, PRESCREEN_WEAVIATE_SERVER: server.binary },
    timeout: TESTS_MS,
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

process.exitCode = await main();
