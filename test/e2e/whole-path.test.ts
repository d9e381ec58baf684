import type { ClinicalImpression, DocumentReference, Provenance, Task } from 'fhir/r4';
import { createLocalJWKSet } from 'jose';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyResource } from '#cds-service/signing/verify-resource.ts';
import { openBrowser } from '../support/app/browser.ts';
import { type RunningClinic, startClinic } from '../support/app/running-clinic.ts';

let clinic: RunningClinic;
let browser: Browser;
beforeAll(async () => {
  [clinic, browser] = await Promise.all([startClinic(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await clinic?.close();
});

interface AtChart {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly trouble: string[];
}

/** Opens a chart, waits for the card and opens the app from it. */
async function openFromCard(patient: string, [width, height]: readonly [number, number]): Promise<AtChart> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  await page.goto(`${clinic.sandbox.url}/`);
  await page.getByRole('link', { name: patient }).click();
  await page.locator('[data-card] a[data-open-app]').first().click();
  const app = page.frameLocator('iframe[name=app-frame]');
  await app.locator('#proposal').waitFor({ timeout: 20_000 });
  return { page, app, trouble };
}

/** The level that the proposal shows, as the word on its mark. */
async function proposed(app: FrameLocator): Promise<string> {
  return (await app.locator('#proposal [data-priority]').first().textContent()) ?? '';
}

async function sign(app: FrameLocator): Promise<void> {
  await app.getByRole('button', { name: 'Review and sign' }).click();
  await app.getByRole('button', { name: /^Sign as/ }).click();
  await app.locator('[data-receipt=whole]').waitFor({ timeout: 20_000 });
}

async function referencesIn(app: FrameLocator): Promise<string[]> {
  const all = await app.locator('[data-written]').all();
  return Promise.all(all.map(async (entry) => (await entry.getAttribute('data-written')) ?? ''));
}

const DESKTOP = [1366, 768] as const;
const TABLET = [1024, 768] as const;

describe('from the chart to a signed record', () => {
  it.each([
    ['desktop', 'Ana Ruiz', DESKTOP],
    ['tablet', 'Walter Brandt', TABLET],
  ] as const)('SM-46 on a %s: card, app in the frame, edit, sign, and it stands in the record', async (_where, patient, size) => {
    const { page, app, trouble } = await openFromCard(patient, size);
    expect(await app.getByRole('banner').textContent()).toContain(patient);

    await app.getByRole('button', { name: /^Sources/ }).click();
    await app.getByLabel('Recommendation').fill('ECG now, then the physician.');
    await app.getByRole('checkbox', { name: 'Repeat observations' }).check();
    await app.getByLabel('Name (if known)').fill('Ben Okoro');
    const level = await proposed(app);
    await app.getByRole('radio', { name: level }).check({ force: true });
    await sign(app);

    const written = await referencesIn(app);
    expect(written.map((reference) => reference.split('/')[0]).toSorted()).toEqual(
      expect.arrayContaining(['ClinicalImpression', 'Provenance', 'Provenance', 'Task', 'Task']),
    );
    await app.getByRole('button', { name: 'Verify the signature' }).click();
    await app.locator('[data-valid=true]').waitFor();

    const id = written.find((reference) => reference.startsWith('ClinicalImpression/'))!.split('/')[1];
    const [impression] = (await clinic.search(`ClinicalImpression?_id=${id}`)) as ClinicalImpression[];
    expect(impression).toMatchObject({
      status: 'completed',
      summary: expect.stringContaining('Recommendation: ECG now, then the physician.'),
    });
    expect(impression?.assessor?.reference).toMatch(/^Practitioner/);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('keeps two Provenance apart: what the tool proposed, and what the nurse signed', async () => {
    const found = (await clinic.search('Provenance?_count=50')) as Provenance[];
    const fromTool = found.filter(({ meta }) => meta?.security?.some(({ code }) => code === 'AIAST'));
    const signed = found.filter(({ signature }) => signature);
    expect(fromTool).toHaveLength(2);
    expect(signed).toHaveLength(2);
    expect(fromTool.filter((one) => signed.includes(one))).toEqual([]);
  });

  it('gives each Task an owner or a role, a time, and the patient', async () => {
    const tasks = (await clinic.search('Task?_count=50')) as Task[];
    expect(tasks.length).toBeGreaterThanOrEqual(4);
    for (const task of tasks.filter(({ status }) => status === 'requested')) {
      expect(task.for?.reference).toMatch(/^Patient\//);
      expect(task.performerType?.[0] ?? task.owner).toBeDefined();
      expect(task.restriction?.period?.end).toBeDefined();
    }
  });

  it('SM-45 verifies after a restart of the service, and not after one letter was changed', async () => {
    await clinic.restartService();
    const keys = await (await fetch(`${clinic.serviceUrl}/.well-known/jwks.json`)).json();
    expect(createLocalJWKSet(keys)).toBeDefined();
    const signed = ((await clinic.search('Provenance?_count=50')) as Provenance[]).filter(
      ({ signature }) => signature,
    );
    for (const provenance of signed) {
      const reference = provenance.target.find((target) =>
        target.reference?.startsWith('ClinicalImpression/'),
      );
      const id = reference?.reference?.split('/')[1];
      const [impression] = (await clinic.search(`ClinicalImpression?_id=${id}`)) as ClinicalImpression[];
      expect(await verifyResource(impression, provenance, { jwks: keys })).toMatchObject({ valid: true });
      const changed = { ...impression, summary: `${impression?.summary}.` };
      expect(await verifyResource(changed, provenance, { jwks: keys })).toMatchObject({
        valid: false,
        reason: 'changed',
      });
    }
  });
});

describe('what a nurse tells', () => {
  it('changes the proposal and not her level', async () => {
    const { page, app } = await openFromCard('Tom Becker', DESKTOP);
    await app.getByRole('radio', { name: 'Low' }).check({ force: true });
    const dialog = app.getByRole('dialog');
    if (await dialog.count()) await app.getByRole('button', { name: 'Close' }).click();
    await app.getByRole('button', { name: 'Add a measurement' }).click();
    await app.getByLabel('What was measured').selectOption('systolic');
    await app.getByLabel('Systolic BP, mmHg').fill('82');
    await app.getByRole('button', { name: 'Add', exact: true }).last().click();
    await app.locator('[data-recompute=done]').waitFor({ timeout: 15_000 });
    expect(['High', 'Critical']).toContain(await proposed(app));
    expect(await app.getByRole('radio', { name: 'Low' }).isChecked()).toBe(true);
    await app.getByRole('button', { name: 'Review and sign' }).click();
    await app.getByRole('heading', { name: 'Before you can sign' }).waitFor();
    await page.context().close();
  });

  it('is recorded with its reason when it goes below a floor', async () => {
    const { page, app } = await openFromCard('Walter Brandt', DESKTOP);
    await app.getByRole('radio', { name: 'Low' }).check({ force: true });
    const dialog = app.getByRole('dialog', { name: 'Below a safety rule' });
    await dialog.getByLabel('Why is yours different?').selectOption('clinician-saw-patient');
    await dialog.getByRole('button', { name: 'Go below the floor' }).click();
    await sign(app);
    const written = await referencesIn(app);
    const id = written.find((reference) => reference.startsWith('ClinicalImpression/'))!.split('/')[1];
    const [impression] = (await clinic.search(`ClinicalImpression?_id=${id}`)) as ClinicalImpression[];
    expect(JSON.stringify(impression?.extension)).toContain('clinician-saw-patient');
    expect(JSON.stringify(impression?.extension)).toContain('triage-below-floor');
    await page.context().close();
  });
});

describe('what is signed', () => {
  it('is corrected by a new record that names the old one, and both verify', async () => {
    const { page, app } = await openFromCard('Grace Lindqvist', DESKTOP);
    await app.getByRole('radio', { name: await proposed(app) }).check({ force: true });
    await sign(app);
    const first = (await referencesIn(app)).find((reference) => reference.startsWith('ClinicalImpression/'));
    await app.getByRole('button', { name: 'Amend' }).click();
    await app.getByText('You are correcting what is signed').waitFor();
    await app.getByLabel('Recommendation').fill('Physician has been told.');
    await sign(app);
    const second = (await referencesIn(app)).find((reference) => reference.startsWith('ClinicalImpression/'));
    expect(second).not.toBe(first);
    const [impression] = (await clinic.search(
      `ClinicalImpression?_id=${second?.split('/')[1]}`,
    )) as ClinicalImpression[];
    expect(impression?.previous?.reference).toBe(first);
    await app.getByRole('button', { name: 'Verify the signature' }).click();
    await app.locator('[data-valid=true]').waitFor();
    await page.context().close();
  });

  it('SM-42 by another nurse first is shown to the second, who chooses', async () => {
    const one = await openFromCard('Nora Jensen', DESKTOP);
    const link = one.page.locator('[data-card] a[data-open-app]').first();
    const address = new URL((await link.getAttribute('href'))!, clinic.sandbox.url).href;
    const other = await one.page.context().newPage();
    await other.goto(address);
    await other.locator('#proposal').waitFor();
    const level = await proposed(one.app);
    for (const [place, words] of [
      [one.app, 'First nurse'],
      [other, 'Second nurse'],
    ] as const) {
      await place.getByLabel('Recommendation').fill(words);
      await place.getByRole('radio', { name: level }).check({ force: true });
    }
    await sign(one.app);
    await other.getByRole('button', { name: 'Review and sign' }).click();
    await other.getByRole('button', { name: /^Sign as/ }).click();
    const conflict = other.getByRole('region', { name: 'Already signed for this proposal' });
    await conflict.waitFor();
    expect(await conflict.textContent()).toContain('First nurse');
    await conflict.getByRole('button', { name: 'Amend' }).click();
    await other.getByText('You are correcting what is signed').waitFor();
    expect(await other.getByLabel('Recommendation').inputValue()).toBe('Second nurse');
    await one.page.context().close();
  });
});

describe('a record that takes no impressions', () => {
  it('SM-44 is told before typing, gets the signed text as a document, and the signature holds', async () => {
    clinic.sandbox.trouble.deniedTypes = ['ClinicalImpression'];
    const { page, app } = await openFromCard('Eli Cohen', DESKTOP);
    clinic.sandbox.trouble.deniedTypes = [];
    await app.getByText('Your signed text will be kept as a document').waitFor();
    await app.getByLabel('Recommendation').fill('Waits with a blanket.');
    await app.getByRole('radio', { name: await proposed(app) }).check({ force: true });
    await sign(app);
    const written = await referencesIn(app);
    expect(written.some((reference) => reference.startsWith('ClinicalImpression/'))).toBe(false);
    const id = written.find((reference) => reference.startsWith('DocumentReference/'))?.split('/')[1];
    const [note] = (await clinic.search(`DocumentReference?_id=${id}`)) as DocumentReference[];
    expect(atob(note?.content[0]?.attachment.data ?? '')).toContain('Waits with a blanket.');
    await app.getByRole('button', { name: 'Verify the signature' }).click();
    await app.locator('[data-valid=true]').waitFor();
    await page.context().close();
  });

  it('SM-20 without leave to write anything offers no signing, and says why', async () => {
    clinic.sandbox.trouble.deniedTypes = ['ClinicalImpression', 'DocumentReference'];
    const { page, app } = await openFromCard('Devon Clarke', DESKTOP);
    clinic.sandbox.trouble.deniedTypes = [];
    await app.getByText('You may read this record but not write to it').waitFor();
    expect(await app.getByRole('button', { name: 'Review and sign' }).isDisabled()).toBe(true);
    await page.context().close();
  });
});

describe('states of data that must not be confused', () => {
  it('keeps apart allergies that the chart denies and those that nobody asked about', async () => {
    const lines: string[] = [];
    for (const { name } of await patientsByAllergies()) {
      const { page, app } = await openFromCard(name, DESKTOP);
      lines.push((await app.getByRole('banner').textContent()) ?? '');
      await page.context().close();
    }
    expect(lines.some((line) => line.includes('No known allergies recorded'))).toBe(true);
    expect(lines.some((line) => line.includes('nothing recorded. Ask'))).toBe(true);
    expect(lines.every((line) => !/Allergies: none/i.test(line))).toBe(true);
  });
});

/** One patient whose chart states that there are none, and one whose chart says nothing. */
async function patientsByAllergies(): Promise<{ name: string }[]> {
  const allergies = await clinic.search('AllergyIntolerance?_count=200');
  const patients = await clinic.search('Patient?_count=200');
  const named = (id: string) => {
    const patient = patients.find((one) => one.id === id) as {
      name?: { given?: string[]; family?: string }[];
    };
    const [name] = patient?.name ?? [];
    return { name: [...(name?.given ?? []), name?.family].filter(Boolean).join(' ') };
  };
  const of = (id: string | undefined) =>
    allergies.filter((one) => JSON.stringify(one).includes(`"reference":"Patient/${id}"`));
  const stated = patients.find(({ id }) => JSON.stringify(of(id)).includes('716186003'));
  const silent = patients.find(({ id }) => of(id).length === 0);
  return [named(stated!.id!), named(silent!.id!)];
}
