import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What SUSHI said, in its own words, without colours. */
export interface SushiReport {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Runs SUSHI on a folder, with snapshots.
 *
 * @param folder - Holds `sushi-config.yaml` and `input/`; results go to `fsh-generated/resources` in it.
 * @param home - Where SUSHI finds the R4 package.
 */
export async function runSushi(folder: string, home: string): Promise<SushiReport> {
  const root = dirname(createRequire(import.meta.url).resolve('fsh-sushi/package.json'));
  const text = await output([join(root, 'dist', 'app.js'), 'build', '-s', folder], home);
  const lines = text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '').split('\n');
  const of = (level: string) =>
    lines.flatMap((line, index) =>
      line.startsWith(`${level} `)
        ? [[line.slice(level.length).trim(), ...detailAfter(lines, index)].join(' ')]
        : [],
    );
  const errors = of('error');
  if (errors.length === 0 && !text.includes('SUSHI RESULTS')) errors.push(text.trim().slice(-2000));
  return { errors, warnings: of('warn') };
}

/** Indented lines that go on with a message: file and line. */
function detailAfter(lines: readonly string[], index: number): string[] {
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((line) => !/^ {2,}\S/.test(line));
  return rest.slice(0, end === -1 ? rest.length : end).map((line) => line.trim());
}

function output(args: readonly string[], home: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // `USERPROFILE` is what Windows calls it. The registry is an address that refuses at once: nothing is downloaded.
    const env = { ...process.env, HOME: home, USERPROFILE: home, FPL_REGISTRY: 'http://127.0.0.1:9' };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: string[] = [];
    child.stdout.on('data', (part) => parts.push(String(part)));
    child.stderr.on('data', (part) => parts.push(String(part)));
    child.on('error', reject);
    child.on('close', () => resolve(parts.join('')));
  });
}
