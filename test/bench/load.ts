import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

/** What came of a run of calls. Times in milliseconds; a share of the calls was answered within each. */
export interface Outcome {
  readonly calls: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter?: string;
}

/** Sends one body and resolves with the answer, whatever its status. */
export type Send = (body: string) => Promise<Answer>;

/** A sender of JSON bodies over connections that are kept; `close` ends them. */
export function createSender(url: string, sockets = 64): { readonly send: Send; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const send: Send = (body) =>
    new Promise((resolve, reject) => {
      const call = request(url, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      call.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text,
            retryAfter: response.headers['retry-after'],
          }),
        );
      });
      call.on('error', reject);
      call.end(body);
    });
  return { send, close: () => agent.destroy() };
}

interface ClosedLoop {
  readonly callers: number;
  readonly milliseconds: number;
  readonly body: () => string;
  /** Throws when an answer is not what the run is about. */
  readonly check: (answer: Answer) => void;
}

/** Closed loop: each caller sends its next call when it has the answer to the last. */
export async function closedLoop(send: Send, run: ClosedLoop): Promise<Outcome> {
  const { callers, milliseconds, body, check } = run;
  const tally = createTally();
  const end = performance.now() + milliseconds;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const text = body();
        const sent = performance.now();
        const answer = await send(text);
        tally.add(performance.now() - sent);
        check(answer);
      }
    }),
  );
  return tally.outcome();
}

interface OpenLoop {
  /** Calls a second, sent on time whether or not earlier ones were answered. */
  readonly rate: number;
  readonly milliseconds: number;
  readonly body: () => string;
  readonly check: (answer: Answer) => void;
}

/**
 * Open loop: calls arrive at a constant rate, as from many nurses who do not wait for each other.
 *
 * Times count from when a call was due, so that a caller who is late does not hide a service that is slow.
 */
export async function openLoop(
  send: Send,
  { rate, milliseconds, body, check }: OpenLoop,
): Promise<{ readonly answered: Outcome; readonly refused: Outcome }> {
  const [answered, refused] = [createTally(), createTally()];
  const begin = performance.now();
  const running: Promise<void>[] = [];
  const total = Math.floor((rate * milliseconds) / 1000);
  while (running.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) * rate) / 1000) + 1);
    while (running.length < due) {
      const dueAt = begin + (running.length * 1000) / rate;
      running.push(
        send(body()).then((answer) => {
          (answer.status === 200 ? answered : refused).add(performance.now() - dueAt);
          check(answer);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(running);
  return { answered: answered.outcome(), refused: refused.outcome() };
}

function createTally() {
  const times: number[] = [];
  const begin = performance.now();
  return {
    add(time: number) {
      times.push(time);
    },
    outcome(): Outcome {
      const seconds = (performance.now() - begin) / 1000;
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
      return {
        calls: times.length,
        perSecond: times.length / seconds,
        p50: at(0.5),
        p95: at(0.95),
        p99: at(0.99),
      };
    },
  };
}

/** The real service as a process of its own. */
export interface BenchService {
  readonly url: string;
  /** Highest resident memory so far, MB; undefined where the system does not tell. */
  peakMegabytes(): number | undefined;
  /** Processor time of all its threads so far, ms: what a busy machine does not change. */
  cpuMilliseconds(): number;
  stop(): Promise<void>;
}

/**
 * Starts the service on a free port, without authentication and without a limit of rate.
 *
 * @param env - Further settings.
 * @param flags - For Node itself, such as `--cpu-prof`.
 */
export async function startBenchService(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<BenchService> {
  const main = join(import.meta.dirname, '../../cds-service/src/main.ts');
  const child = spawn(process.execPath, [...flags, main], {
    env: {
      ...process.env,
      PRESCREEN_PORT: '0',
      PRESCREEN_DATA: join(folder, 'service'),
      PRESCREEN_CDS_AUTH: 'none',
      PRESCREEN_RATE_PER_MINUTE: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text = (text + part.toString()).slice(-20_000);
      const listening = /"url":"(http[^"]+)"/.exec(text);
      if (listening?.[1] !== undefined) resolve(listening[1]);
    });
    child.on('exit', () => reject(new Error(`the service did not start: ${text}`)));
  });
  return {
    url,
    peakMegabytes: () => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
      } catch {
        return undefined;
      }
    },
    cpuMilliseconds: () => {
      try {
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        // utime and stime, in ticks of 10 ms.
        return (Number(fields[11]) + Number(fields[12])) * 10;
      } catch {
        return Number.NaN;
      }
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** One line of a table; `widths` of negative sign are left-aligned. */
export function row(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      const text = typeof cell === 'number' ? cell.toFixed(1) : cell;
      return width < 0 ? text.padEnd(-width) : text.padStart(width);
    })
    .join(' ')
    .trimEnd();
}
