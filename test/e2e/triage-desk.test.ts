import type { QuestionnaireResponse, Task } from 'fhir/r4';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { objections } from '../support/app/axe.ts';
import { openBrowser } from '../support/app/browser.ts';
import { type RunningClinic, startClinic } from '../support/app/running-clinic.ts';

let clinic: RunningClinic;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  [clinic, browser] = await Promise.all([startClinic(), openBrowser()]);
}, 300_000);
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await clinic?.close();
});

/** Signs in at the desk, without a chart, and waits for the list. */
async function atDesk(nurse = /Ana Diaz/): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${clinic.serviceUrl}/app/`);
  await page.getByRole('link', { name: 'Open the work list' }).click();
  const signIn = page.getByRole('button', { name: nurse });
  const list = page.getByRole('heading', { name: 'Waiting' });
  await signIn.or(list).first().waitFor();
  if (await signIn.count()) await signIn.click();
  await list.waitFor();
  await page.locator('tr[data-encounter]').first().waitFor();
  return page;
}

const rowOf = (page: Page, name: string) => page.locator('tr[data-encounter]').filter({ hasText: name });

async function openForm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Give the form to ${name}` }).click();
  await page.getByRole('heading', { name: 'Do you have any of these now?' }).waitFor();
}

describe('the work list', () => {
  it('shows who waits, and axe finds nothing', async () => {
    const page = await atDesk();
    expect(await page.locator('tr[data-encounter]').count()).toBeGreaterThan(10);
    expect(await objections(page)).toEqual([]);
  });

  it('takes a patient, opens the review from it, and comes back', async () => {
    const page = await atDesk();
    await page.getByRole('button', { name: 'Open Walter Brandt' }).click();
    await page.locator('#proposal').waitFor({ timeout: 20_000 });
    const level = (await page.locator('#proposal [data-priority]').first().textContent()) ?? '';
    await page.getByRole('radio', { name: level }).check({ force: true });
    await page.getByRole('button', { name: 'Review and sign' }).click();
    await page.getByRole('button', { name: /^Sign as/ }).click();
    await page.locator('[data-receipt=whole]').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Back to the list' }).click();
    const row = rowOf(page, 'Walter Brandt');
    await row.getByText(level, { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Take Walter Brandt' }).click();
    await row.getByRole('button', { name: 'Release Walter Brandt' }).waitFor();
  });

  it('shows what a card proposed, once its suggestion put it on the list', async () => {
    const page = await atDesk();
    const chart = await page.context().newPage();
    await chart.goto(`${clinic.sandbox.url}/`);
    await chart.getByRole('link', { name: 'Rosa Marin' }).click();
    await chart.getByRole('button', { name: /review triage/ }).click({ timeout: 20_000 });
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Look again' }).click();
        return rowOf(page, 'Rosa Marin').textContent();
      })
      .toMatch(/Not triaged(High|Critical) proposed/);
  });

  it('SM-42 lets only the first of two nurses take a patient, and tells the second', async () => {
    const [one, two] = [await atDesk(), await atDesk()];
    await rowOf(one, 'Walter Brandt').getByRole('button', { name: 'Release Walter Brandt' }).click();
    await rowOf(one, 'Walter Brandt').getByRole('button', { name: 'Take Walter Brandt' }).waitFor();
    await two.getByRole('button', { name: 'Look again' }).click();
    await rowOf(two, 'Walter Brandt').getByRole('button', { name: 'Take Walter Brandt' }).waitFor();
    await rowOf(one, 'Walter Brandt').getByRole('button', { name: 'Take Walter Brandt' }).click();
    await rowOf(one, 'Walter Brandt').getByRole('button', { name: 'Release Walter Brandt' }).waitFor();
    const answer = two.waitForResponse((response) => response.request().method() === 'PUT');
    await rowOf(two, 'Walter Brandt').getByRole('button', { name: 'Take Walter Brandt' }).click();
    expect([409, 412]).toContain((await answer).status());
  });
});

/** As when the nurse comes back to the tab: the record is asked at once, not at the next turn. */
const lookNow = (page: Page) => page.evaluate(() => dispatchEvent(new Event('visibilitychange')));

describe('two nurses at the same patient', () => {
  it('see each other; taking over tells the other, leaving ends it, and nobody is locked out', async () => {
    const [ana, ben] = [await atDesk(), await atDesk(/Ben Okoro/)];
    await ben.getByRole('button', { name: 'Open Grace Lindqvist' }).click();
    await ben.locator('[data-presence=mine]').waitFor({ state: 'attached', timeout: 20_000 });
    await ana.getByRole('button', { name: 'Look again' }).click();
    await rowOf(ana, 'Grace Lindqvist').getByText('opened by Ben Okoro').waitFor();

    await ana.getByRole('button', { name: 'Open Grace Lindqvist' }).click();
    await ana.getByText(/Ben Okoro.* has this open since \d\d:\d\d/).waitFor({ timeout: 20_000 });
    expect(await objections(ana)).toEqual([]);
    await lookNow(ben);
    await ben.getByText(/Ana Diaz.* has this open too/).waitFor({ timeout: 20_000 });

    await ben.getByLabel('Recommendation').fill('Words of Ben');
    await ana.getByRole('button', { name: 'Take over' }).click();
    await ana.locator('[data-presence=mine]').waitFor({ state: 'attached' });
    await lookNow(ben);
    await ben.getByText(/Ana Diaz.* took this patient over at \d\d:\d\d/).waitFor({ timeout: 20_000 });
    expect(await ben.getByLabel('Recommendation').inputValue()).toBe('Words of Ben');
    expect(await ben.getByRole('button', { name: 'Review and sign' }).isEnabled()).toBe(true);

    await ana.getByRole('button', { name: 'Menu' }).click();
    await ana.getByRole('menuitem', { name: 'Back to the list' }).click();
    await ana.getByRole('heading', { name: 'Waiting' }).waitFor();
    await ana.waitForTimeout(500);
    await lookNow(ben);
    await ben.getByText(/Ana Diaz/).waitFor({ state: 'detached', timeout: 20_000 });
  });
});

describe('the form for the waiting patient', () => {
  it('goes into the record, in Spanish if asked, and the next hook reads it', async () => {
    const page = await atDesk();
    await openForm(page, 'Bo Svensson');
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'None of these' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox').fill('Sore throat for two days');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: '¿Cuál es el problema principal hoy?' }).waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('Sore throat for two days');
    await page.getByRole('button', { name: 'English' }).click();
    const review = page.getByRole('heading', { name: 'Check your answers' });
    for (let turn = 0; turn < 12 && !(await review.count()); turn += 1) {
      await page.getByRole('button', { name: 'Next' }).click();
    }
    expect(await page.getByText('Are you pregnant').count()).toBe(0);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const forms = (await clinic.search(
      'QuestionnaireResponse?patient=bo-svensson&_sort=-_lastUpdated',
    )) as QuestionnaireResponse[];
    expect(forms[0]).toMatchObject({ status: 'completed' });

    const chart = await page.context().newPage();
    await chart.goto(`${clinic.sandbox.url}/`);
    await chart.getByRole('link', { name: 'Bo Svensson' }).click();
    await chart.locator('[data-card]').first().waitFor({ timeout: 20_000 });
    expect(await chart.locator('[data-card]').first().textContent()).toMatch(/throat/i);
  });

  it('says that staff could not be told when the call does not get through', async () => {
    const page = await atDesk();
    await openForm(page, 'Tom Becker');
    await page.context().setOffline(true);
    await page
      .getByRole('group', { name: 'Do you have heavy bleeding now?' })
      .getByText('Yes', { exact: true })
      .click();
    await page.getByText('This tablet could not tell staff: you must.').waitFor();
  });

  it('stops at a danger sign, calls staff, and puts the patient first on the list', async () => {
    const page = await atDesk();
    await openForm(page, 'Devon Clarke');
    const row = page.getByRole('group', { name: 'Do you have chest pain or pressure now?' });
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await row.getByText('Yes', { exact: true }).click();
    await page.getByRole('heading', { name: 'Tell staff now' }).waitFor();
    await page.getByText('Staff have been told').waitFor();
    expect(await objections(page)).toEqual([]);
    await expect
      .poll(async () => {
        const tasks = (await clinic.search('Task?_count=200')) as Task[];
        return tasks.find(({ code }) => code?.coding?.[0]?.code === 'prescreening-alert')?.priority;
      })
      .toBe('stat');
    await page.getByRole('button', { name: 'For staff: back to the list' }).click();
    const first = page.locator('tr[data-encounter]').first();
    await first.getByText('says yes to a danger sign').waitFor();
    expect(await first.textContent()).toContain('Devon Clarke');
    await first.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('says yes to a danger sign').waitFor({ state: 'detached' });
  });
});
