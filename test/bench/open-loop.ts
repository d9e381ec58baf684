/**
 * Where latency bends: hook calls that arrive at a constant rate, whether or not earlier ones were answered.
 *
 * usage: npm run bench:open -- [--rates 10,20,40,80,160] [--seconds 5]
 *
 * Every complaint is new, everything is prefetched. Past what the service can do, the surplus must be refused at once
 * with 503 and `Retry-After` and the rest still answered; anything else ends the run with an error.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chartOf, complaint, hookBody } from './hook-bodies.ts';
import { type Answer, closedLoop, createSender, openLoop, row, startBenchService } from './load.ts';

const { values } = parseArgs({
  options: {
    rates: { type: 'string', default: '10,20,40,80,160' },
    seconds: { type: 'string', default: '5' },
  },
});
const MILLISECONDS = Number(values.seconds) * 1000;
const WIDTHS = [8, 10, 9, 9, 10, 12, 12];

const folder = mkdtempSync(join(tmpdir(), 'prescreen-open-'));
const service = await startBenchService(folder);
const sender = createSender(`${service.url}/cds-services/nurse-triage`, 2048);
try {
  const chart = chartOf('bench-patient', 200);
  let serial = 0;
  const body = () => {
    serial += 1;
    return hookBody({ chart, text: complaint(serial) });
  };
  const run = { milliseconds: MILLISECONDS, body, check: checkOrderly };
  await closedLoop(sender.send, { ...run, callers: 1 });
  print(
    `${cpus().length} cores, chart of ${chart.length} resources, ${values.seconds} s each, new complaints\n`,
  );
  print(row(['sent/s', 'answered', 'p50', 'p99', '503', 'p50 of 503', 'p99 of 503', '(ms)'], WIDTHS));
  for (const rate of values.rates.split(',').map(Number)) {
    const { answered, refused } = await openLoop(sender.send, { ...run, rate });
    print(
      row(
        [
          String(rate),
          String(answered.calls),
          answered.p50,
          answered.p99,
          String(refused.calls),
          refused.p50,
          refused.p99,
        ],
        WIDTHS,
      ),
    );
  }
  checkOrderly(await sender.send(body()));
  print(`\nand answers after it; peak memory ${service.peakMegabytes()?.toFixed(0) ?? 'unknown'} MB`);
} finally {
  sender.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** An answer is cards, or a refusal that says when to come again. */
function checkOrderly({ status, text, retryAfter }: Answer): void {
  const isOrderly = status === 200 ? text.includes('"cards"') : status === 503 && Number(retryAfter) > 0;
  if (!isOrderly) throw new Error(`${status} retry-after ${retryAfter}: ${text.slice(0, 300)}`);
}
