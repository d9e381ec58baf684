import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { FhirResource, Provenance } from 'fhir/r4';
import type { Frame, Page } from 'playwright-core';
import { openBrowser } from '../../support/app/browser.ts';
import { type RunningClinic, startClinic } from '../../support/app/running-clinic.ts';

// Triages ten patients of the sandbox from the card to the signed record, first by the keyboard alone on a
// workstation, then by touch on a phone, and has `npm run verify` check each record and a copy with one byte changed.
// usage: node test/bench/nurse/ten-patients.ts

/** Between two keys or taps, milliseconds: a brisk person. */
const HAND = 150;
const MOST_TABS = 60;
const PATIENTS = 10;
const VERIFY = resolve(import.meta.dirname, '../../../cds-service/src/verify.ts');
const run = promisify(execFile);

interface Turn {
  readonly name: string;
  readonly level: string;
  /** From opening the app off the card to the proposal, and to the receipt, seconds. */
  readonly shown: number;
  readonly signed: number;
  readonly touches: number;
  readonly record: string;
}

const folder = mkdtempSync(join(tmpdir(), 'prescreen-nurse-'));
const [clinic, browser] = await Promise.all([startClinic(), openBrowser()]);
const keys = join(folder, 'jwks.json');
writeFileSync(keys, await (await fetch(`${clinic.serviceUrl}/.well-known/jwks.json`)).text());
try {
  const names = await patients(clinic);
  await report('keyboard alone, 1366 x 768', await byKeyboard(names));
  await report('touch, 390 x 844', await byTouch(names));
} finally {
  await browser.close();
  await clinic.close();
  rmSync(folder, { recursive: true, force: true });
}

async function patients({ search }: RunningClinic): Promise<readonly string[]> {
  const found = await search('Patient?_count=50&_sort=_id');
  return found.flatMap((patient) => {
    const [name] = (patient as { name?: { given?: string[]; family?: string }[] }).name ?? [];
    return name?.family ? [[...(name.given ?? []), name.family].join(' ')] : [];
  });
}

async function byKeyboard(names: readonly string[]): Promise<readonly Turn[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const turns: Turn[] = [];
  for (const name of names) {
    if (turns.length === PATIENTS) break;
    await page.goto(`${clinic.sandbox.url}/`);
    await page.getByRole('link', { name }).click();
    const card = page.locator('[data-card] a[data-open-app]').first();
    if (!(await appears(card))) continue;
    let touches = 0;
    const press = async (key: string) => {
      touches += 1;
      await page.keyboard.press(key);
      await page.waitForTimeout(HAND);
    };
    await card.focus();
    const begun = performance.now();
    await press('Enter');
    const frame = await appFrame(page);
    await frame.locator('#proposal').waitFor({ timeout: 30_000 });
    const shown = performance.now() - begun;
    const level = (await frame.locator('#proposal [data-priority]').first().textContent()) ?? '';
    // Into the frame and to the levels: by Tab and F6, as the map of keys says.
    await tabTo(frame, 'a.skip', press);
    for (let turn = 0; turn < 12 && !(await isAt(frame, 'Your level')); turn += 1) await press('F6');
    await tabTo(frame, '[type=radio]', press);
    // Arrows go round until the level that is proposed is chosen.
    await press('Space');
    for (let turn = 0; turn < 4 && !(await chosen(frame, level)); turn += 1) await press('ArrowRight');
    await press('Control+Enter');
    await frame
      .getByRole('button', { name: /^Sign as/ })
      .and(frame.locator(':enabled'))
      .waitFor();
    await tabTo(frame, 'button', press, /^Sign as/);
    await press('Enter');
    turns.push(await ended(frame, { name, level, shown, begun, touches }));
  }
  await context.close();
  return turns;
}

async function byTouch(names: readonly string[]): Promise<readonly Turn[]> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const turns: Turn[] = [];
  for (const name of names) {
    if (turns.length === PATIENTS) break;
    await page.goto(`${clinic.sandbox.url}/`);
    await page.getByRole('link', { name }).click();
    const card = page.locator('[data-card] a[data-open-app]').first();
    if (!(await appears(card))) continue;
    let touches = 0;
    const tap = async (what: ReturnType<Frame['locator']>) => {
      touches += 1;
      await what.tap();
      await page.waitForTimeout(HAND);
    };
    const begun = performance.now();
    await tap(card as never);
    const frame = await appFrame(page);
    await frame.locator('#proposal').waitFor({ timeout: 30_000 });
    const shown = performance.now() - begun;
    const level = (await frame.locator('#proposal [data-priority]').first().textContent()) ?? '';
    await tap(
      frame
        .locator('label')
        .filter({ hasText: new RegExp(`^${level}$`) })
        .first(),
    );
    await tap(frame.getByRole('button', { name: 'Review and sign' }));
    await tap(frame.getByRole('button', { name: /^Sign as/ }));
    turns.push(await ended(frame, { name, level, shown, begun, touches }));
  }
  await context.close();
  return turns;
}

interface Begun {
  readonly name: string;
  readonly level: string;
  readonly shown: number;
  readonly begun: number;
  readonly touches: number;
}

async function ended(frame: Frame, { name, level, shown, begun, touches }: Begun): Promise<Turn> {
  await frame.locator('[data-receipt=whole]').waitFor({ timeout: 30_000 });
  const signed = performance.now() - begun;
  const written = await frame
    .locator('[data-written]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-written') ?? ''));
  const record = written.find((reference) => reference.startsWith('ClinicalImpression/')) ?? '';
  return { name, level, shown: shown / 1000, signed: signed / 1000, touches, record };
}

async function appears(card: ReturnType<Page['locator']>): Promise<boolean> {
  return card.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  );
}

async function appFrame(page: Page): Promise<Frame> {
  const frame = page.locator('iframe[name=app-frame]');
  await frame.waitFor();
  return (await (await frame.elementHandle())?.contentFrame())!;
}

async function tabTo(
  frame: Frame,
  selector: string,
  press: (key: string) => Promise<void>,
  text = /.?/,
): Promise<void> {
  for (let turn = 0; turn < MOST_TABS; turn += 1) {
    const at = await frame.evaluate((wanted) => {
      const active = document.activeElement;
      return document.hasFocus() && active?.matches(wanted) ? (active.textContent ?? '') : undefined;
    }, selector);
    if (at !== undefined && text.test(at)) return;
    await press('Tab');
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

function isAt(frame: Frame, label: string): Promise<boolean> {
  return frame.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label);
}

function chosen(frame: Frame, level: string): Promise<boolean> {
  return frame.getByRole('radio', { name: level, exact: true }).isChecked();
}

async function report(title: string, turns: readonly Turn[]): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(`\n${title}: ${turns.length} patients, ${HAND} ms between touches`);
  for (const { name, level, shown, signed, touches } of turns) {
    print(
      `${name.padEnd(24)} ${level.padEnd(9)} proposal ${shown.toFixed(1)} s, signed ${signed.toFixed(1)} s, ${touches} touches`,
    );
  }
  const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  print(
    `median: proposal ${middle(turns.map(({ shown }) => shown)).toFixed(1)} s, signed ${middle(turns.map(({ signed }) => signed)).toFixed(1)} s`,
  );
  print(await verifyAll(turns));
}

async function verifyAll(turns: readonly Turn[]): Promise<string> {
  let accepted = 0;
  let rejected = 0;
  for (const { record } of turns) {
    const bundle = await signedBundle(record);
    const file = join(folder, `${record.replace('/', '-')}.json`);
    const text = JSON.stringify(bundle);
    writeFileSync(file, text);
    accepted += Number(await passes(file));
    // One byte of the nurse's own words.
    const at = text.indexOf('"summary":"') + '"summary":"'.length;
    writeFileSync(file, `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`);
    rejected += Number(!(await passes(file)));
  }
  return `npm run verify: ${accepted} of ${turns.length} accepted, ${rejected} of ${turns.length} rejected after one byte was changed`;
}

async function signedBundle(record: string): Promise<object> {
  const impressions = await clinic.search(`ClinicalImpression?_id=${record.split('/')[1]}`);
  const about = (await clinic.search(`Provenance?target=${record}`)) as Provenance[];
  const entry = [...impressions, ...about].map((resource: FhirResource) => ({
    fullUrl: `${clinic.sandbox.fhirUrl}/${resource.resourceType}/${resource.id}`,
    resource,
  }));
  return { resourceType: 'Bundle', type: 'collection', entry };
}

function passes(file: string): Promise<boolean> {
  return run(process.execPath, [VERIFY, file, '--jwks', keys]).then(
    () => true,
    () => false,
  );
}
