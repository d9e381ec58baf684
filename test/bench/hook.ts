/**
 * What one hook call costs: latency, throughput, peak memory and the share of each stage.
 *
 * usage: npm run bench [-- --seconds 6 --profile <folder>]
 *
 * Starts the real service as its own process and a sandbox EHR beside the load. Two ways to get the data (all
 * prefetched, all read from the FHIR server), each with complaints that are new at every call and with complaints
 * that were seen before, because a bounded cache of embeddings may serve a hook that fires again. The load and the
 * sandbox share the machine with the service: read ratios and processor time, not milliseconds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox-ehr/start-sandbox.ts';
import { chartOf, complaint, hookBody } from './hook-bodies.ts';
import { type Answer, closedLoop, createSender, row, startBenchService } from './load.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, profile: { type: 'string' } },
});
const MILLISECONDS = Number(values.seconds) * 1000;
const WIDTHS = [-11, -10, 7, 11, 8, 8, 8, 10];

const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
const sandbox = await startSandbox({ port: 0, dataDir: join(folder, 'ehr') });
const clients = join(folder, 'clients.json');
writeFileSync(clients, JSON.stringify({ clients: [{ name: 'Bench', fhirServers: [sandbox.fhirUrl] }] }));
const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`];
const service = await startBenchService(folder, { PRESCREEN_CLIENTS: clients }, flags);
const sender = createSender(`${service.url}/cds-services/nurse-triage`);
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

  print(`${cpus().length} cores, chart of ${chart.length} resources, ${values.seconds} s each\n`);
  print(row(['data', 'complaint', 'callers', 'calls/s', 'p50', 'p95', 'p99', 'cpu/call', '(ms)'], WIDTHS));
  await measure('warm-up', 'new', 1, () => prefetched(fresh()));
  for (const text of seen) checkCard(await sender.send(prefetched(text)));
  for (const callers of [1, 8]) {
    await measure('prefetched', 'new', callers, () => prefetched(fresh()));
    await measure('prefetched', 'seen', callers, () => prefetched(again()));
  }
  for (const callers of [1, 8]) await measure('FHIR reads', 'new', callers, () => fetched(fresh()));
  for (const callers of [1, 8]) await measure('FHIR reads', 'seen', callers, () => fetched(again()));
  print(`\n${await stageShares()}`);
  print(`peak memory of the service: ${service.peakMegabytes()?.toFixed(0) ?? 'unknown'} MB`);
} finally {
  sender.close();
  await service.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function checkCard({ status, text }: Answer): void {
  if (status !== 200 || !text.includes('org.prescreen.assessment')) {
    throw new Error(`${status}: ${text.slice(0, 300)}`);
  }
}

async function measure(data: string, kind: string, callers: number, body: () => string): Promise<void> {
  const run = { callers, milliseconds: MILLISECONDS, body, check: checkCard };
  const before = service.cpuMilliseconds();
  const { calls, perSecond, p50, p95, p99 } = await closedLoop(sender.send, run);
  const cpu = (service.cpuMilliseconds() - before) / calls;
  print(row([data, kind, String(callers), perSecond, p50, p95, p99, cpu], WIDTHS));
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
