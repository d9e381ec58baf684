import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type FakeClinic, type Faults, startFakeClinic } from './fake-clinic.ts';

/** A browser at a fake clinic. Each visit is a fresh profile at a fresh clinic with its own faults. */
export interface AtClinic {
  readonly visit: (faults?: Faults) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly clinic: FakeClinic;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses of every request of the page. */
  readonly requests: string[];
  readonly open: (address?: string) => Promise<void>;
  /** Opens the launch and waits for the proposal. */
  readonly review: () => Promise<void>;
  /** From the proposal to the last look before signing, following the proposed level. */
  readonly toPreview: () => Promise<void>;
  readonly problem: () => Promise<string | null>;
}

/** Opens the browser once for a file of tests. */
export async function atClinic(): Promise<AtClinic> {
  const browser: Browser = await openBrowser();
  const ends: (() => Promise<void>)[] = [];
  return {
    visit: async (faults = {}) => {
      const clinic = await startFakeClinic(faults);
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const requests: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      ends.push(() => context.close(), clinic.close);
      const open = async (address = clinic.launchUrl) => {
        await page.goto(address);
      };
      const review = async () => {
        await open();
        await page.locator('#proposal').waitFor();
      };
      return {
        clinic,
        context,
        page,
        requests,
        open,
        review,
        toPreview: async () => {
          await page.getByRole('radio', { name: 'Critical' }).check({ force: true });
          await page.getByRole('button', { name: 'Review and sign' }).click();
          await page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).waitFor();
        },
        problem: () => page.locator('[data-problem]').getAttribute('data-problem'),
      };
    },
    close: async () => {
      for (const end of ends) await end();
      await browser.close();
    },
  };
}
