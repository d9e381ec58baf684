/**
 * What drafting costs: the template, the local model by provider, and what a busy model does to a hook's latency.
 *
 * usage: npm run bench:drafts -- [--model <folder>] [--cases 400] [--calls 40] [--rounds 5]
 *
 * The model is the fixture with random weights unless a folder is named: its figures are those of the machinery, not of a
 * model that could draft. Hook calls are measured idle and busy in turns, because the machine is shared; read the ratio.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { templateDrafter } from '#cds-service/drafting/adapters/template-drafter.ts';
import { draftNote } from '#cds-service/drafting/draft-note.ts';
import { ASSESSMENT_EXTENSION } from '#fhir-mappers/assessment.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { DRAFT_KINDS } from '#fhir-mappers/drafted-note.ts';
import type { Provider } from '#models/contract.ts';
import { openLanguageModel } from '#models/language-model/language-model.ts';
import { generateCases } from '#models/training/cases/generate.ts';
import { assessCase } from '../support/drafting/assess-case.ts';
import { aHookCall, SERVICE } from '../support/hook-call.ts';
import { startTestService } from '../support/running-service.ts';
import { startSmallEhr } from '../support/small-ehr.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: join(ROOT, 'test/fixtures/language-model') },
    cases: { type: 'string', default: '400' },
    calls: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '5' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'prescreen-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`${cpus().length} cores`);
await measureTemplate(Number(values.cases));
for (const provider of ['cpu', 'webgpu', 'cuda'] as const) await measureModel(provider);
await measureHook();
rmSync(folder, { recursive: true, force: true });

async function measureTemplate(count: number): Promise<void> {
  const all = generateCases(1);
  const step = Math.floor(all.length / count);
  const cases = all.filter((_one, index) => index % step === 0).map((one) => assessCase(one));
  const signal = new AbortController().signal;
  // A service that has answered one hook has read its lexicon and met its texts.
  for (const { assessment, evidence } of cases)
    await draftNote(assessment, evidence, { kind: 'sbar', drafter: templateDrafter, signal });
  for (const kind of DRAFT_KINDS) {
    const times: number[] = [];
    const before = process.cpuUsage();
    for (const { assessment, evidence } of cases) {
      const began = performance.now();
      await draftNote(assessment, evidence, { kind, drafter: templateDrafter, signal });
      times.push(performance.now() - began);
    }
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000 / cases.length;
    say(
      `template ${kind.padEnd(10)} ${percentiles(times)}, processor ${cpu.toFixed(2)} ms a draft, checks included`,
    );
  }
}

async function measureModel(provider: Provider): Promise<void> {
  const model = await openLanguageModel({
    folder: values.model,
    providers: [provider],
    gate: 'ignored',
    limits: { newTokens: 128 },
  });
  for (const words of [50, 400, 1200]) {
    const result = await model.generate({ raw: 'Pain since this morning. '.repeat(Math.ceil(words / 4)) });
    if (isUnavailable(result)) {
      say(`model on ${provider}: ${result.code} ${result.detail ?? ''}`);
      break;
    }
    const perSecond =
      (1000 * (result.ids.length - 1)) / Math.max(1, result.milliseconds - result.firstTokenMs);
    const { info } = model;
    const memory = isUnavailable(info) ? 0 : (info.memoryBytes ?? 0) / 2 ** 20;
    say(
      `model on ${provider}: prompt ${result.promptTokens} tokens, first token ${result.firstTokenMs.toFixed(0)} ms, ${perSecond.toFixed(0)} tokens/s, ${memory.toFixed(0)} MB at loading`,
    );
  }
  await model.close();
}

/** Calls of a hook while the model of the same service is idle, and while it writes one draft after another. */
async function measureHook(): Promise<void> {
  const ehr = await startSmallEhr();
  const service = await startTestService({
    folder,
    ehr,
    env: {
      PRESCREEN_ARTIFACTS: join(ROOT, 'models/artifacts'),
      PRESCREEN_DRAFT: 'onnx',
      PRESCREEN_DRAFT_MODEL: passedCopy(values.model),
      PRESCREEN_LOG_LEVEL: 'silent',
    },
  });
  let serial = 0;
  const hook = async () => {
    serial += 1;
    const began = performance.now();
    const response = await service.call(SERVICE, { method: 'POST', body: aHookCall() });
    const body = await response.json();
    return { took: performance.now() - began, card: body.cards[0] };
  };
  const { card } = await hook();
  const assessmentId = card.extension[ASSESSMENT_EXTENSION].id;
  const session = await service.call('/api/session', {
    method: 'POST',
    token: null,
    body: {
      iss: ehr.iss,
      idToken: await ehr.idToken(),
      accessToken: ehr.accessToken,
      patient: 'p1',
      encounter: 'e1',
    },
  });
  const { token } = await session.json();
  for (let call = 0; call < 20; call += 1) await hook();

  const times = { idle: [] as number[], busy: [] as number[] };
  let drafts = 0;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const state of ['idle', 'busy'] as const) {
      let isBusy = state === 'busy';
      const writing = (async () => {
        while (isBusy) {
          const body = { assessmentId, kind: 'sbar' };
          await (await service.call('/api/draft', { method: 'POST', token, body })).text();
          drafts += 1;
        }
      })();
      for (let call = 0; call < Number(values.calls); call += 1) times[state].push((await hook()).took);
      isBusy = false;
      await writing;
    }
  }
  say(`hook, model idle: ${percentiles(times.idle)}`);
  say(`hook, model busy: ${percentiles(times.busy)} (${drafts} drafts meanwhile, ${serial} calls in all)`);
  const ratio = (share: number) => (at(times.busy, share) / at(times.idle, share)).toFixed(2);
  say(`busy to idle: p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`);
  await service.close();
  await ehr.close();
}

/** A copy of a model whose gate says passed, for this measurement only: what it writes is thrown away. */
function passedCopy(model: string): string {
  const copy = join(folder, 'model');
  cpSync(model, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as {
    files: Record<string, { sha256: string }>;
  };
  const files = Object.fromEntries(
    Object.entries(manifest.files).map(([name, { sha256 }]) => [name, sha256]),
  );
  writeFileSync(
    join(copy, 'EVALUATION.json'),
    JSON.stringify({ schema: '1', files, passed: true, reasons: [] }),
  );
  return copy;
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function percentiles(times: readonly number[]): string {
  return `p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)}, p99 ${at(times, 0.99).toFixed(1)}`;
}
