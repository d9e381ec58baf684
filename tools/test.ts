/**
 * Everything that must hold before a change lands: types, lint, then unit, contract and browser tests.
 *
 * usage: npm test [-- --only types|lint|unit|contract|e2e|validator]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const reports = mkdtempSync(path.join(tmpdir(), 'prescreen-test-'));
const bin = (name: string) => path.join('node_modules', '.bin', name);

const vitest = (name: string, ...flags: string[]): Step => ({
  name,
  command: [
    bin('vitest'),
    'run',
    `test/${name}/`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(reports, `${name}.json`)}`,
    ...flags,
  ],
});

const STEPS: readonly Step[] = [
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'lint', command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  vitest('unit'),
  // Servers and browsers share two cores: one file at a time is faster than time-outs.
  vitest('contract', '--no-file-parallelism'),
  vitest('e2e', '--no-file-parallelism'),
  // Our validator against the reference one on the JVM; says so and skips where there is no JVM, but never in CI.
  { name: 'validator', command: [bin('node'), 'test/validator/main.ts'] },
];

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const failed: string[] = [];
for (const { name, command } of STEPS) {
  if (only !== undefined && only !== name) continue;
  const begin = Date.now();
  process.stdout.write(`\nprescreen test: ${name}\n`);
  const [file, ...args] = command as [string, ...string[]];
  const { status } = spawnSync(file, args, { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
  process.stdout.write(
    `prescreen test: ${name} ${status === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - begin) / 1000)} s\n`,
  );
}

const total = { passed: 0, failed: 0 };
for (const name of ['unit', 'contract', 'e2e']) {
  const counts = countsOf(path.join(reports, `${name}.json`));
  total.passed += counts.passed;
  total.failed += counts.failed;
}
rmSync(reports, { recursive: true, force: true });
if (failed.length > 0) process.stdout.write(`\nprescreen test: failed steps: ${failed.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

function countsOf(file: string): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 }; // The step did not run, or died before it could report: `failed` tells.
  }
}
