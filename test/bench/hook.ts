/**
 * What one hook call costs: latency, throughput, peak memory and the share of each stage.
 *
 * usage: npm run bench [-- --seconds 6]
 *
 * Starts the real service as its own process and a sandbox EHR beside the load. Two ways to get the data (all
 * prefetched, all read from the FHIR server), each with complaints that are new at every call and with complaints
 * that were seen before, because a bounded cache of embeddings may serve a hook that fires again. The load and the
 * sandbox share the machine with the service: read ratios, not milliseconds.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox-ehr/start-sandbox.ts';
import { chartOf, complaint, hookBody } from './hook-bodies.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '6' } } });
const MILLISECONDS = Number(values.seconds) * 1000;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
const sandbox = await startSandbox({ port: 0, dataDir: join(folder, 'ehr') });
const registration = { name: 'Bench', fhirServers: [sandbox.fhirUrl] };
writeFileSync(join(folder, 'clients.json'), JSON.stringify({ clients: [registration] }));
const service = await startService();
try {
  const chart = chartOf('bench-patient', 200);
  sandbox.load(chart);
  const accessToken = await sandbox.issueToken({
    scope: 'patient/*.rs',
    patient: 'bench-patient',
    practitioner: 'ana-diaz',
  });
  const fhir = { url: sandbox.fhirUrl, accessToken };

  let serial = 0;
  const next = () => {
    serial += 1;
    return serial;
  };
  const fresh = () => complaint(next());
  const seen = Array.from({ length: 20 }, fresh);
  const again = () => seen[next() % seen.length] as string;
  const prefetched = (text: string) => hookBody({ chart, text });
  const fetched = (text: string) => hookBody({ chart, text, fhir });

  process.stdout.write(
    `${cpus().length} cores, chart of ${chart.length} resources, ${values.seconds} s each\n\n`,
  );
  process.stdout.write('data        complaint  callers     calls/s      p50      p95      p99  (ms)\n');
  await measure('warm-up', 'new', 1, () => prefetched(fresh()));
  for (const text of seen) await post(prefetched(text));
  for (const callers of [1, 8]) {
    await measure('prefetched', 'new', callers, () => prefetched(fresh()));
    await measure('prefetched', 'seen', callers, () => prefetched(again()));
  }
  for (const callers of [1, 8]) await measure('FHIR reads', 'new', callers, () => fetched(fresh()));
  for (const callers of [1, 8]) await measure('FHIR reads', 'seen', callers, () => fetched(again()));
  process.stdout.write(`\n${await stageShares()}\npeak memory of the service: ${peakMegabytes()} MB\n`);
} finally {
  service.process.kill('SIGTERM');
  await sandbox.close();
  agent.destroy();
  rmSync(folder, { recursive: true, force: true });
}

async function startService() {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../cds-service/src/main.ts')], {
    env: {
      ...process.env,
      PRESCREEN_PORT: '0',
      PRESCREEN_DATA: join(folder, 'service'),
      PRESCREEN_CLIENTS: join(folder, 'clients.json'),
      PRESCREEN_CDS_AUTH: 'none',
      PRESCREEN_RATE_PER_MINUTE: '0',
      PRESCREEN_LOG_LEVEL: 'info',
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
  return { process: child, url };
}

/** One closed-loop run: each caller sends its next call when it has the answer to the last. */
async function measure(data: string, kind: string, callers: number, body: () => string): Promise<void> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + MILLISECONDS;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const text = body();
        const sent = performance.now();
        await post(text);
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  const columns = [(times.length / seconds).toFixed(1), at(0.5), at(0.95), at(0.99)];
  process.stdout.write(
    `${data.padEnd(11)} ${kind.padEnd(10)} ${String(callers).padStart(7)} ${columns.map((text, index) => text.padStart(index === 0 ? 11 : 8)).join(' ')}\n`,
  );
}

function post(body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(`${service.url}/cds-services/nurse-triage`, {
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
        response.statusCode === 200 && text.includes('org.prescreen.assessment')
          ? resolve()
          : reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`)),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Mean milliseconds of each stage over the whole run, from the service's own metrics. */
async function stageShares(): Promise<string> {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const read = (name: string) =>
    new Map(
      [...text.matchAll(new RegExp(`prescreen_stage_seconds_${name}\\{stage="([^"]+)"\\} (\\S+)`, 'g'))].map(
        (match) => [match[1] as string, Number(match[2])],
      ),
    );
  const counts = read('count');
  const means = [...read('sum')].map(
    ([stage, sum]) => [stage, (1000 * sum) / (counts.get(stage) ?? 1)] as const,
  );
  const total = means.reduce((sum, [, mean]) => sum + mean, 0);
  const lines = means.map(
    ([stage, mean]) =>
      `${stage.padEnd(12)} ${mean.toFixed(2).padStart(8)} ms ${((100 * mean) / total).toFixed(0).padStart(4)}%`,
  );
  return `stage         mean of all calls (retrieve and predict run side by side)\n${lines.join('\n')}`;
}

function peakMegabytes(): string {
  try {
    const status = readFileSync(`/proc/${service.process.pid}/status`, 'utf8');
    return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
  } catch {
    return 'unknown (only Linux tells)';
  }
}
