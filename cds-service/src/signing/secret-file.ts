import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A secret that cannot be trusted, because others may read or have changed it. */
export class SecretFileError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'SecretFileError';
  }
}

/**
 * Reads a secret, and makes it first when there is none.
 *
 * It appears whole or not at all, readable by its owner only; of two processes that start together one wins and both
 * read the same secret.
 *
 * @throws SecretFileError when others may read the file.
 */
export async function readOrCreateSecret(
  file: string,
  create: () => string | Promise<string>,
): Promise<string> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) writeOnce(file, await create());
  else if ((stat.mode & 0o077) !== 0) {
    throw new SecretFileError(file, 'others may read it; make it private with chmod 600, or replace it');
  }
  return readFileSync(file, 'utf8');
}

function writeOnce(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}.${Date.now()}`;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // Unlike a rename, a link never replaces what another process has just put there.
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
}
