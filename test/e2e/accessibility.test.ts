import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AtClinic, atClinic, type Visit } from '../support/app/at-clinic.ts';
import { objections } from '../support/app/axe.ts';

let at: AtClinic;
beforeAll(async () => {
  at = await atClinic();
});
afterAll(() => at.close());

const SECTIONS = ['Vital signs', 'Chart', 'Findings', 'Sources', 'Safety checks', 'How this was made'];

async function openEverything({ page }: Visit): Promise<void> {
  for (const section of SECTIONS) {
    await page.getByRole('button', { name: new RegExp(`^${section}`) }).click();
  }
  await page.getByRole('button', { name: /Systolic blood pressure 88/ }).click();
}

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  const visit = async () => {
    const one = await at.visit();
    await one.page.emulateMedia({ colorScheme });
    return one;
  };

  it('on the review with everything open', async () => {
    const one = await visit();
    await one.review();
    await openEverything(one);
    expect(await objections(one.page)).toEqual([]);
  });

  it('on a phone', async () => {
    const one = await visit();
    await one.page.setViewportSize({ width: 390, height: 844 });
    await one.review();
    await openEverything(one);
    expect(await objections(one.page)).toEqual([]);
  });

  it('on the dialog below a floor, and with the obstacles listed', async () => {
    const one = await visit();
    await one.review();
    await one.page.getByRole('radio', { name: 'Medium' }).check({ force: true });
    await one.page.getByRole('dialog').waitFor();
    expect(await objections(one.page)).toEqual([]);
    await one.page.keyboard.press('Escape');
    await one.page.getByRole('dialog').waitFor({ state: 'detached' });
    await one.page.getByRole('button', { name: 'Review and sign' }).click();
    expect(await objections(one.page)).toEqual([]);
  });

  it('on preview, failure and receipt', async () => {
    const one = await visit();
    await one.review();
    await one.toPreview();
    expect(await objections(one.page)).toEqual([]);
    one.clinic.faults.respond = ({ path, method }) =>
      path === '/fhir' && method === 'POST' ? { status: 500, body: {} } : undefined;
    await one.page.getByRole('button', { name: /^Sign as/ }).click();
    await one.page.locator('[role=alert][data-problem]').waitFor();
    expect(await objections(one.page)).toEqual([]);
    one.clinic.faults.respond = undefined;
    await one.page.getByRole('button', { name: 'Try again' }).click();
    await one.page.locator('[data-receipt]').waitFor();
    await one.page.getByRole('button', { name: 'Verify the signature' }).click();
    await one.page.locator('[data-valid=true]').waitFor();
    expect(await objections(one.page)).toEqual([]);
  });

  it('on a problem, the help and the page on how this works', async () => {
    const one = await visit();
    await one.open(`${one.clinic.appUrl}/app/launch.html`);
    await one.problem();
    expect(await objections(one.page)).toEqual([]);
    await one.review();
    for (const item of ['Keyboard', 'How this works, and when not to trust it']) {
      await one.page.getByRole('button', { name: 'Menu' }).click();
      await one.page.getByRole('menuitem', { name: item }).click();
      await one.page.getByRole('dialog', { name: item }).waitFor();
      expect(await objections(one.page)).toEqual([]);
      await one.page.keyboard.press('Escape');
      await one.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

describe('the first glance', () => {
  it.each([
    [1366, 768],
    [1024, 600],
    [390, 844],
  ])('at %i by %i shows level, next step, first reason and the way to sign without scrolling', async (width, height) => {
    const { page, review } = await at.visit();
    await page.setViewportSize({ width, height });
    await review();
    const shown = [
      page.locator('#proposal').getByText('Critical', { exact: true }),
      page.locator('#proposal').getByText('See now: stay with the patient'),
      page.getByRole('button', { name: /Systolic blood pressure 88/ }),
      page.getByRole('button', { name: 'Review and sign' }),
      page.getByText('Allergies: Penicillin'),
    ];
    const bar = (await page.getByRole('button', { name: 'Review and sign' }).boundingBox())!;
    for (const place of shown) {
      const box = (await place.first().boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(place === shown[3] ? height : bar.y);
    }
  });

  it('has no sideways scrolling at 320 px, and targets of 44 px', async () => {
    const visit = await at.visit();
    const { page, review } = visit;
    await page.setViewportSize({ width: 320, height: 700 });
    await review();
    await openEverything(visit);
    const { wide, small } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      small: [...document.querySelectorAll<HTMLElement>('button, select, input:not(.hidden), textarea')]
        .filter(
          (target) => target.offsetParent && !target.closest('label, [aria-hidden]') && !target.ariaHidden,
        )
        .map((target) => ({
          name: target.outerHTML.slice(0, 120),
          height: target.getBoundingClientRect().height,
        }))
        .filter(({ height }) => height < 43.5),
    }));
    expect(wide).toBeLessThanOrEqual(320);
    expect(small).toEqual([]);
  });

  it('stands still for those who asked for less motion', async () => {
    const { page, review } = await at.visit();
    await review();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')]
          .map((one) => getComputedStyle(one))
          .filter(({ transitionDuration, animationDuration }) =>
            [transitionDuration, animationDuration].some((all) =>
              all.split(',').some((time) => Number.parseFloat(time) > 0.001),
            ),
          ).length,
    );
    expect(moving).toBe(0);
  });

  it('speaks Spanish when asked, and says so to the browser', async () => {
    const { page, review } = await at.visit();
    await review();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Español' }).click();
    await page.getByRole('button', { name: 'Revisar y firmar' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
  });
});

describe('the keyboard alone', () => {
  it('goes from the proposal to the receipt', async () => {
    const { page, review } = await at.visit();
    await review();
    const level = page.getByRole('radio', { name: 'Low' });
    await level.focus();
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'Critical' }).isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Check, then sign' }).waitFor();
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('[data-receipt]').count()).toBe(0);
    const sign = page.getByRole('button', { name: /^Sign as/ });
    await sign.waitFor();
    for (let turn = 0; turn < 12; turn += 1) {
      await page.keyboard.press('Tab');
      if (await sign.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-receipt=whole]').waitFor();
  });

  it('undoes with Ctrl+Z and moves between regions with F6', async () => {
    const { page, review } = await at.visit();
    await review();
    await page.getByRole('button', { name: 'Remove step 1' }).click();
    expect(await page.getByLabel(/^Step \d/).count()).toBe(2);
    await page.keyboard.press('Control+z');
    expect(await page.getByLabel(/^Step \d/).count()).toBe(3);
    await page.locator('#proposal').focus();
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby'))).toBe(
      'reasons-title',
    );
  });
});
