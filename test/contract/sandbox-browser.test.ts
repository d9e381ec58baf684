import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox-ehr/start-sandbox.ts';
import { openBrowser } from '../support/app/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  [1366, 768],
  [1024, 600],
  [390, 844],
] as const;

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-browser-'));
let sandbox: Sandbox;
let browser: Browser;
let closeService: () => void;

/** A CDS service with one card and an app that shows what it was launched with. */
async function startService(): Promise<{ url: string; close: () => void }> {
  const app = express();
  app.use(express.json({ limit: '10mb' }));
  let answers = 0;
  app.get('/cds-services', (_request, response) => {
    const services = ['encounter-start', 'patient-view'].map((hook) => ({
      hook,
      id: 'triage',
      description: 'd',
    }));
    response.json({ services });
  });
  app.post('/cds-services/triage', (request, response) => {
    answers++;
    response.json({
      cards: [
        {
          uuid: crypto.randomUUID(),
          summary: `Answer ${answers} to ${request.body.hook}`,
          detail: '- Heart rate 104 per min',
          indicator: 'critical',
          source: { label: 'Triage' },
          overrideReasons: [{ system: 'urn:reasons', code: 'other', display: 'Other reason' }],
          links: [{ label: 'Review', url: `${url}/app/launch.html`, type: 'smart', appContext: 'handle' }],
        },
      ],
    });
  });
  app.post('/cds-services/triage/feedback', (_request, response) => {
    response.status(200).end();
  });
  app.get('/app/launch.html', (request, response) => {
    response.send(`<p id="launched">${request.query.launch ? 'launched' : 'not launched'}</p>`);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

beforeAll(async () => {
  const service = await startService();
  closeService = service.close;
  sandbox = await startSandbox({ port: 0, dataDir, cdsServiceUrl: service.url });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await sandbox.close();
  closeService();
  rmSync(dataDir, { recursive: true });
});

async function openPage(size: readonly [number, number]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] } });
  return context.newPage();
}

/** Ids of the rules of WCAG 2.2 A and AA that the page breaks. */
async function brokenRules(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return (found as { violations: { id: string }[] }).violations.map(({ id }) => id);
}

describe.each(SIZES)('at %i by %i', (width, height) => {
  it('the list and the chart fit, and break no rule of accessibility', async () => {
    const page = await openPage([width, height]);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(sandbox.url);
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ana Ruiz' }).click();
    await page.locator('[data-card]').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect([overflow, problems]).toEqual([0, []]);
    await page.context().close();
  });
});

describe('a nurse', () => {
  it('sees the newer answer of a service instead of the older, never both', async () => {
    const page = await openPage(SIZES[0]);
    await page.goto(`${sandbox.url}/chart/tom-becker`);
    await page.getByText(/to patient-view/).waitFor();
    await page.getByRole('button', { name: 'Start visit' }).click();
    await page.getByText(/to encounter-start/).waitFor();
    expect(await page.locator('[data-card]').count()).toBe(1);
    await page.context().close();
  });

  it('opens the app in a frame below the name of the patient, and comes back', async () => {
    const page = await openPage(SIZES[0]);
    await page.goto(`${sandbox.url}/chart/peter-novak`);
    await page.getByRole('link', { name: 'Review' }).click();
    await page.frameLocator('iframe[name=app-frame]').getByText('launched', { exact: true }).waitFor();
    expect(await page.locator('#app-panel').textContent()).toContain('Peter Novak');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('#app-panel').isVisible()).toBe(false);
    await page.context().close();
  });

  it('dismisses a card with a reason', async () => {
    const page = await openPage(SIZES[0]);
    await page.goto(`${sandbox.url}/chart/eli-cohen`);
    await page.getByText('Dismiss this card').click();
    await page.getByLabel('Reason').selectOption({ label: 'Other reason' });
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Dismissed: Other reason. The service has been told.').waitFor();
    expect(await page.locator('[data-card]').count()).toBe(0);
    await page.context().close();
  });

  it("registers a visit with the patient's words for one who has none", async () => {
    sandbox.load([{ resourceType: 'Patient', id: 'walk-in', name: [{ given: ['Kim'], family: 'Walkin' }] }]);
    const page = await openPage(SIZES[0]);
    await page.goto(`${sandbox.url}/chart/walk-in`);
    await page.getByLabel(/Reason for the visit/).fill('Cut finger on glass');
    await page.getByRole('button', { name: 'Register visit' }).click();
    await page.getByText('Cut finger on glass').waitFor();
    expect(page.url()).toContain('encounter=');
    await page.context().close();
  });
});
