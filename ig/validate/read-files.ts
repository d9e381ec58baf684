import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { wrong } from './finding.ts';
import { type Input, readText } from './read-text.ts';

/** One JSON text may be this large; NDJSON may be of any length, line by line. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** Everything to validate in a file, or in a folder and the folders below it. */
export async function* readFiles(path: string): AsyncGenerator<Input> {
  const found = await stat(path).catch(() => undefined);
  if (!found) {
    yield { name: path, refused: wrong('unreachable', '', 'there is no such file or folder') };
  } else if (found.isDirectory()) {
    for (const name of (await readdir(path)).sort()) {
      const inner = join(path, name);
      if (name.startsWith('.') || name === 'node_modules') continue;
      if (/\.(?:json|ndjson|xml)$/.test(name) || (await stat(inner)).isDirectory()) yield* readFiles(inner);
    }
  } else if (path.endsWith('.ndjson')) {
    yield* readLines(path);
  } else if (found.size > MAX_BYTES) {
    yield { name: path, refused: tooLarge(found.size) };
  } else {
    yield readText(path, await readFile(path, 'utf8'));
  }
}

async function* readLines(path: string): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const name = `${path}:${number}`;
    yield line.length > MAX_BYTES ? { name, refused: tooLarge(line.length) } : readText(name, line);
  }
}

function tooLarge(bytes: number) {
  return wrong(
    'too-large',
    '',
    `${Math.ceil(bytes / 1024 / 1024)} MiB; the limit is 50 MiB: split it, or send NDJSON`,
  );
}
