// Makes a checkout ready to run, and does nothing that is already done.
//
// Runs before `npm start`, `npm test` and `npm run serve`, on whatever Node the machine has (20 or newer):
// the project's own Node 24 is one of the packages that it installs. Plain JavaScript for that reason.
//
// usage: node tools/setup.mjs start|serve|test
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = path.join(ROOT, 'node_modules');
const purpose = process.argv[2] ?? 'start';

installPackages();
if (purpose !== 'serve' || existsSync(path.join(ROOT, 'smart-app', 'index.html'))) buildApp();
if (purpose === 'test') {
  findBrowser();
  keepEvidenceIndex();
}

/** Exact versions of the lockfile; skipped while the lockfile is the one that was installed last. */
function installPackages() {
  const wanted = hashOf(['package-lock.json', 'package.json', '.npmrc'].map((file) => path.join(ROOT, file)));
  const stamp = path.join(MODULES, '.prescreen-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing packages from the lockfile (about a minute with an empty cache)');
  // Not with the Node that npm ci is about to replace.
  const clean = process.env.PATH.split(path.delimiter).filter((part) => !part.startsWith(MODULES));
  run('npm', ['ci', '--no-audit', '--no-fund'], { PATH: clean.join(path.delimiter) });
  writeFileSync(stamp, wanted);
}

/** The nurse's app, built by Vite into smart-app/dist; skipped while none of its sources changed. */
function buildApp() {
  const sources = ['smart-app', 'fhir-mappers', 'terminology'].flatMap((folder) =>
    filesOf(path.join(ROOT, folder)),
  );
  const wanted = hashOf([...sources, path.join(ROOT, 'package-lock.json')]);
  const stamp = path.join(ROOT, 'smart-app', 'dist', '.built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('building the nurse app');
  run(path.join(MODULES, '.bin', 'node'), [
    path.join(MODULES, 'vite', 'bin', 'vite.js'),
    'build',
    'smart-app',
    '--logLevel',
    'warn',
  ]);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Browser tests need Chromium. Installed where that is allowed; a failure in CI, a clear command elsewhere. */
function findBrowser() {
  const known = [
    process.env.PRESCREEN_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  if (known.some((file) => file && existsSync(file))) return;
  const mayInstall = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid() === 0;
  if (mayInstall) {
    say('installing Chromium for the browser tests (apt-get, about a minute)');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], env);
    return;
  }
  say('No Chromium found: the browser tests need one.');
  say('On Debian or Ubuntu run: sudo apt-get install -y chromium');
  say('Elsewhere install Chrome or Chromium and set PRESCREEN_CHROMIUM to its path.');
  process.exit(1);
}

/** Tests start the service many times: the corpus is embedded once, into the user's cache folder. */
function keepEvidenceIndex() {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'prescreen', 'index');
  const sources = [
    ...filesOf(path.join(ROOT, 'cds-service', 'corpus'), true),
    path.join(ROOT, 'models', 'artifacts', 'embedder', 'manifest.json'),
  ];
  const wanted = hashOf(sources);
  const stamp = path.join(cache, '.indexed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('indexing the corpus for the tests (about 20 seconds)');
  mkdirSync(cache, { recursive: true });
  const reindex = path.join('cds-service', 'src', 'retrieval', 'reindex-main.ts');
  run(path.join(MODULES, '.bin', 'node'), [reindex], { PRESCREEN_DATA: cache });
  writeFileSync(stamp, wanted);
}

function filesOf(folder, withText = false) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter(
      (file) =>
        !file.includes(`${path.sep}dist${path.sep}`) &&
        (withText || !file.endsWith('.md')) &&
        statSync(file).isFile(),
    )
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function run(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (result.status === 0) return;
  say(
    `failed: ${path.basename(command)} ${args.join(' ')}${result.error ? ` (${result.error.message})` : ''}`,
  );
  process.exit(result.status ?? 1);
}

function say(text) {
  process.stdout.write(`prescreen: ${text}\n`);
}
