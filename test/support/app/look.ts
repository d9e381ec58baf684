import { mkdir } from 'node:fs/promises';
import { openBrowser } from './browser.ts';
import { startFakeClinic } from './fake-clinic.ts';

// Takes screenshots of the built app over canned answers: node test/support/app/look.ts <folder> [screens]
const SIZES = [
  [1366, 768],
  [1024, 600],
  [390, 844],
] as const;

const [folder = 'screens'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const clinic = await startFakeClinic();
const browser = await openBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of SIZES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
    page.on(
      'console',
      (message) => message.type() === 'error' && process.stderr.write(`${message.text()}\n`),
    );
    const name = (screen: string) => ({ path: `${folder}/${screen}-${width}-${colorScheme}.png` });
    await page.goto(clinic.launchUrl);
    await page.waitForSelector('#proposal', { timeout: 10_000 });
    await page.screenshot(name('review'));
    await page.screenshot({ ...name('review-full'), fullPage: true });
    for (const section of [
      'Vital signs',
      'Chart',
      'Safety checks',
      'How this was made',
      'Findings',
      'Sources',
    ]) {
      await page.getByRole('button', { name: new RegExp(`^${section}`) }).click();
    }
    await page.screenshot({ ...name('open'), fullPage: true });
    await page.getByRole('radio', { name: 'Medium' }).check({ force: true });
    await page.waitForSelector('[role=dialog]');
    await page.waitForTimeout(400);
    await page.screenshot(name('floor'));
    await page.getByRole('button', { name: 'Keep Critical' }).click();
    await page.getByRole('button', { name: 'Review and sign' }).click();
    await page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).waitFor();
    await page.screenshot(name('preview'));
    await page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).click();
    await page.waitForSelector('[data-receipt]');
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.waitForSelector('[data-valid]');
    await page.screenshot(name('receipt'));
    await page.close();
  }
}
await browser.close();
await clinic.close();
