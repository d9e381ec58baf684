import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL server of this test run only. */
export interface TestPostgres {
  /** URL of an empty database: the same one each time, emptied, because making one takes half a second. */
  emptyDatabase(): Promise<string>;
  /** URL of a database of its own. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Folder of `postgres` and `initdb`: on the PATH, or where Debian puts them; undefined when there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((each) => join(debian, each, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions];
  return folders.find((each) => existsSync(join(each, 'postgres')) && existsSync(join(each, 'initdb')));
}

/**
 * Starts a real PostgreSQL on loopback, in a folder that is removed at the end.
 *
 * The server refuses to run as root; root runs it as the owner that Debian made for it.
 */
export async function startPostgres(binaries: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-postgres-'));
  const owner = process.getuid?.() === 0 ? ownerOfPostgres() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'prescreen', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'];
  const server = spawn(join(binaries, 'postgres'), options, { ...owner, cwd: folder, stdio: 'ignore' });
  const urlOf = (database: string) => `postgresql://prescreen@127.0.0.1:${port}/${database}`;
  await untilReady(urlOf('postgres'));
  let databases = 0;
  return {
    async emptyDatabase() {
      await runSql(urlOf('postgres'), 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      return urlOf('postgres');
    },
    async newDatabase() {
      databases += 1;
      await runSql(urlOf('postgres'), `CREATE DATABASE test_${databases}`);
      return urlOf(`test_${databases}`);
    },
    stop: () =>
      new Promise((resolve) => {
        if (server.exitCode !== null) {
          resolve();
          return;
        }
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGINT');
      }),
  };
}

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function ownerOfPostgres(): { readonly uid: number; readonly gid: number } {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function untilReady(url: string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      await runSql(url, 'SELECT 1');
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
