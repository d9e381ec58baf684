import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { placeEvidenceIndex } from '../support/evidence-index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'sandbox-start-'));
const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Code and signal with which it ends. */
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;
}

function run(args: readonly string[]): Running {
  placeEvidenceIndex(join(data, 'service'));
  const child = spawn(process.execPath, [join(ROOT, 'tools/start.ts'), '--data', data, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, output: () => text, ended };
}

/** Waits for the sentence that it runs; fails with what it said when it ends before. */
async function untilRunning(running: Running): Promise<{ chart: string; service: string; output: string }> {
  let hasEnded = false;
  void running.ended.then(() => {
    hasEnded = true;
  });
  while (!running.output().includes('Stop with Ctrl+C')) {
    if (hasEnded) throw new Error(running.output());
    await new Promise((done) => setTimeout(done, 50));
  }
  const output = running.output();
  return {
    chart: /Open this +(\S+)/.exec(output)?.[1] ?? '',
    service: /CDS service +(\S+)\/cds-services/.exec(output)?.[1] ?? '',
    output,
  };
}

const PORTS = ['--port', '0', '--service-port', '0'];

/** The first start of an installation indexes the library, which a busy machine does in a minute. */
const PATIENCE = 240_000;

describe('npm start', { timeout: PATIENCE }, () => {
  it('brings up both servers, registers the clinic, proposes, and stops cleanly', async () => {
    const running = run(PORTS);
    const { chart, service } = await untilRunning(running);
    expect((await fetch(chart)).status).toBe(200);
    expect((await fetch(`${service}/health`)).status).toBe(200);
    const registry = JSON.parse(readFileSync(join(data, 'clients.json'), 'utf8')) as {
      clients: { fhirServers: string[] }[];
    };
    expect(registry.clients[0]?.fhirServers).toEqual([`${chart}fhir`]);
    const card = await fetch(`${chart}chart/harold-nguyen/hooks/patient-view`, { method: 'POST' });
    expect(await card.text()).toMatch(/class="card critical"/);
    running.child.kill('SIGTERM');
    expect(await running.ended).toEqual([0, null]);
  });

  it('keeps its data from one run to the next', async () => {
    const running = run(PORTS);
    await untilRunning(running);
    const before = readFileSync(join(data, 'service/signing-key.json'), 'utf8');
    running.child.kill('SIGINT');
    expect(await running.ended).toEqual([0, null]);
    const again = run(PORTS);
    await untilRunning(again);
    expect(readFileSync(join(data, 'service/signing-key.json'), 'utf8')).toBe(before);
    again.child.kill('SIGTERM');
    await again.ended;
  });

  it('says in a sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const running = run(['--port', String(port), '--service-port', '0']);
    const [code] = await running.ended;
    other.close();
    expect([code, running.output().includes('already taken')]).toEqual([1, true]);
  });

  it.each([
    [['--patients', '/nowhere/at/all'], 'no such file or directory'],
    [['--port', 'many'], '--port is a port'],
    [['--colour'], 'Usage: npm start'],
  ])('refuses %j in words', async (args, words) => {
    const running = run([...PORTS, ...args]);
    const [code] = await running.ended;
    expect([code, running.output().includes(words), /\n +at /.test(running.output())]).toEqual([
      1,
      true,
      false,
    ]);
  });
});
