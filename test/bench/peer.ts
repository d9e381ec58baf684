/**
 * Our whole pipeline beside a rule of AHRQ's CQL Services: the same bodies, the same machine, one run.
 *
 * usage: npm run bench:peer -- --peer http://localhost:3901 [--seconds 6]
 *
 * Start the peer beside this project: github.com/AHRQ-CDS/AHRQ-CDS-Connect-CQL-SERVICES, `npm ci`, then
 * `PORT=3901 UMLS_API_KEY=none IGNORE_VSAC_ERRORS=true node ./bin/www`. Its rule `cond-med-count-r4` counts conditions
 * and medication requests and needs no value sets. Each body carries the prefetch keys of both services. A body with a
 * complaint that was not seen before makes our models read it; the peer has nothing to remember.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chartOf, complaint, hookBody } from './hook-bodies.ts';
import { type Answer, closedLoop, createSender, type Outcome, row, startBenchService } from './load.ts';

const { values } = parseArgs({
  options: { peer: { type: 'string' }, seconds: { type: 'string', default: '6' } },
});
if (values.peer === undefined) throw new Error('usage: npm run bench:peer -- --peer <base url>');
const MILLISECONDS = Number(values.seconds) * 1000;
const WIDTHS = [-24, 7, 9, 8, 8];

const folder = mkdtempSync(join(tmpdir(), 'prescreen-peer-'));
const service = await startBenchService(folder);
const ours = createSender(`${service.url}/cds-services/nurse-triage`);
const theirs = createSender(`${values.peer.replace(/\/+$/, '')}/cds-services/cond-med-count-r4`);
try {
  const chart = chartOf('bench-patient', 60);
  let serial = 0;
  const next = () => {
    serial += 1;
    return serial;
  };
  const bodyFor = (text: string) => forBoth(hookBody({ chart, text }));
  const seen = Array.from({ length: 20 }, () => bodyFor(complaint(next())));
  const again = () => seen[next() % seen.length] as string;
  const fresh = () => bodyFor(complaint(next()));

  const kilobytes = (Buffer.byteLength(fresh()) / 1024).toFixed(0);
  print(`${cpus().length} cores, bodies of ${kilobytes} kB, ${values.seconds} s each\n`);
  for (const body of seen) checkOurs(await ours.send(body));
  for (const body of seen) checkTheirs(await theirs.send(body));
  await closedLoop(ours.send, { callers: 1, milliseconds: MILLISECONDS, body: fresh, check: checkOurs });

  print(row(['', 'callers', 'calls/s', 'p50', 'p99', '(ms)'], WIDTHS));
  for (const callers of [1, 8]) {
    const run = { callers, milliseconds: MILLISECONDS };
    const peer = await closedLoop(theirs.send, { ...run, body: again, check: checkTheirs });
    show('peer', callers, peer);
    for (const [kind, body] of [
      ['new', fresh],
      ['seen', again],
    ] as const) {
      const outcome = await closedLoop(ours.send, { ...run, body, check: checkOurs });
      show(`ours, complaint ${kind}`, callers, outcome);
      print(
        `  ${(outcome.perSecond / peer.perSecond).toFixed(1)} times its throughput, p99 ${(outcome.p99 / peer.p99).toFixed(2)} of its own`,
      );
    }
  }
  print(`\npeak memory of our service: ${service.peakMegabytes()?.toFixed(0) ?? 'unknown'} MB`);
} finally {
  ours.close();
  theirs.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function show(name: string, callers: number, { perSecond, p50, p99 }: Outcome): void {
  print(row([name, String(callers), perSecond, p50, p99], WIDTHS));
}

/** Adds the keys under which the peer looks for what we call otherwise. */
function forBoth(body: string): string {
  const call = JSON.parse(body) as { prefetch: Record<string, unknown> };
  const { patient, conditions, medicationRequests } = call.prefetch;
  const prefetch = {
    ...call.prefetch,
    Patient: patient,
    Condition: conditions,
    MedicationRequest: medicationRequests,
  };
  return JSON.stringify({ ...call, prefetch });
}

function checkOurs({ status, text }: Answer): void {
  if (status !== 200 || !text.includes('org.prescreen.assessment')) {
    throw new Error(`ours: ${status} ${text.slice(0, 300)}`);
  }
}

function checkTheirs({ status, text }: Answer): void {
  if (status !== 200 || !text.includes('"cards"')) throw new Error(`peer: ${status} ${text.slice(0, 300)}`);
}
