import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

export interface Machine {
  /** Bytes that this process may use: the machine's, or its container's limit where that is lower. */
  readonly memory: number;
  /** NVIDIA GPUs as `nvidia-smi` lists them; none where there is no such tool. */
  readonly gpus: readonly { readonly name: string; readonly memory: number }[];
}

/** What the machine has, as far as a model's size is concerned. */
export function readMachine(): Machine {
  return { memory: Math.min(totalmem(), containerLimit()), gpus: readGpus() };
}

function containerLimit(): number {
  try {
    const limit = Number(readFileSync('/sys/fs/cgroup/memory.max', 'utf8'));
    return Number.isFinite(limit) && limit > 0 ? limit : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY; // No container, or not Linux.
  }
}

function readGpus(): Machine['gpus'] {
  try {
    const table = execFileSync(
      'nvidia-smi',
      ['--query-gpu=name,memory.total', '--format=csv,noheader,nounits'],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return parseGpus(table);
  } catch {
    return []; // No NVIDIA driver.
  }
}

/** Lines of `nvidia-smi --query-gpu=name,memory.total --format=csv,noheader,nounits`; memory there is in MiB. */
export function parseGpus(table: string): Machine['gpus'] {
  return table
    .split('\n')
    .map((line) => /^(.+), *(\d+)$/.exec(line.trim()))
    .filter((row) => row !== null)
    .map(([, name, mebibytes]) => ({ name: name as string, memory: Number(mebibytes) * 2 ** 20 }));
}
