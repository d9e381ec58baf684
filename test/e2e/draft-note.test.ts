import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftEvent } from '#fhir-mappers/drafted-note.ts';
import { type AtClinic, atClinic, type Visit } from '../support/app/at-clinic.ts';
import { objections } from '../support/app/axe.ts';
import { cannedAssessment } from '../support/app/canned-assessment.ts';
import { cannedDraft } from '../support/app/canned-draft.ts';
import type { Reply, Seen } from '../support/app/fake-clinic.ts';
import { refusal } from '../support/app/fake-service.ts';

let at: AtClinic;
beforeAll(async () => {
  at = await atClinic();
});
afterAll(() => at.close());

const panel = ({ page }: Visit) => page.locator('[data-draft]');

async function openPanel(visit: Visit): Promise<void> {
  await visit.review();
  await visit.page.getByRole('button', { name: 'Draft note' }).click();
}

async function draft(visit: Visit, kind = 'sbar'): Promise<void> {
  await visit.page.getByLabel('What to draft').selectOption(kind);
  await visit.page.getByRole('button', { name: 'Draft', exact: true }).click();
  await visit.page.locator('[data-draft=there]').waitFor();
}

/** The draft of a model whose draft was spoiled or not used. */
function spoiled(
  reply: Reply,
  change: (note: Extract<DraftEvent, { event: 'note' }>['note']) => unknown,
): Reply {
  const lines = String(reply.body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DraftEvent)
    .map((event) => JSON.stringify(event.event === 'note' ? { ...event, note: change(event.note) } : event));
  return { ...reply, body: `${lines.join('\n')}\n` };
}

describe('a drafted note', () => {
  it('is shown with sources, put into the note, marked, and taken back by undo', async () => {
    const visit = await at.visit();
    await openPanel(visit);
    const before = await visit.page.getByLabel('Assessment', { exact: true }).inputValue();
    await draft(visit);
    const text = (await panel(visit).textContent()) ?? '';
    expect(text).toContain('Proposed priority: Critical');
    expect(text).toContain('a nurse must review this proposal');
    expect(text).toContain('without a language model');

    const source = panel(visit).getByRole('button', { name: /^Sources 1 of: Below the normal range/ });
    await source.focus();
    await visit.page.keyboard.press('Enter');
    expect(await source.getAttribute('aria-expanded')).toBe('true');
    await panel(visit).getByText('Observation/bp3').waitFor();

    await visit.page.getByRole('button', { name: 'Put into the note' }).click();
    const assessment = visit.page.getByLabel('Assessment', { exact: true });
    expect(await assessment.inputValue()).toContain('Below the normal range');
    expect(await visit.page.locator('[data-mark=drafted]').count()).toBe(4);
    await assessment.fill('Grey and clammy. I saw it myself.');
    expect(await visit.page.locator('[data-mark=edited]').count()).toBe(1);
    await visit.page.getByRole('button', { name: 'Undo' }).click();
    await visit.page.getByRole('button', { name: 'Undo' }).click();
    expect(await assessment.inputValue()).toBe(before);
    expect(await visit.page.locator('[data-mark]').count()).toBe(0);
  });

  it('never covers what the nurse wrote herself', async () => {
    const visit = await at.visit();
    await openPanel(visit);
    await visit.page.getByLabel('Recommendation').fill('Physician now.');
    await draft(visit);
    await visit.page.getByRole('button', { name: 'Put into the note' }).click();
    expect(await visit.page.getByLabel('Recommendation').inputValue()).toMatch(/^Physician now\.\n/);
  });

  it('for the patient goes to no record', async () => {
    const visit = await at.visit();
    await openPanel(visit);
    await draft(visit, 'patient');
    expect(await visit.page.getByRole('button', { name: 'Put into the note' }).count()).toBe(0);
    expect(await visit.page.getByRole('button', { name: 'Copy' }).count()).toBe(1);
  });

  it('sets no level', async () => {
    const visit = await at.visit();
    await openPanel(visit);
    await draft(visit);
    await visit.page.getByRole('button', { name: 'Put into the note' }).click();
    expect(await visit.page.getByRole('radio', { checked: true }).count()).toBe(0);
  });
});

describe('a draft by a model', () => {
  it('shows what was sent, what was left out, and why the template wrote instead', async () => {
    const reply = spoiled(await cannedDraft(cannedAssessment(), 'sbar'), (note) => ({
      ...note,
      instead: { adapter: 'onnx', code: 'gate', text: 'gate: m failed its evaluation: 3 invented numbers' },
      prompt: { system: 'Rules of the prompt', user: 'F1 67-year-old woman.' },
      dropped: [{ text: 'Vital signs are normal.', cites: ['F1'], reasons: [{ code: 'flag' }] }],
    }));
    const visit = await at.visit({
      respond: ({ path }: Seen) => (path === '/api/draft' ? reply : undefined),
    });
    await openPanel(visit);
    await draft(visit);
    expect(await visit.page.locator('[data-instead=gate]').textContent()).toContain('3 invented numbers');
    await visit.page.getByText('Sentences left out: 1').click();
    await panel(visit).getByText('normal or abnormal against the source').waitFor();
    await visit.page.getByText('Show what was sent to the model').click();
    await panel(visit).getByText('Rules of the prompt').waitFor();
  });

  it('can be cancelled while it is written, and leaves the note alone', async () => {
    const visit = await at.visit();
    await openPanel(visit);
    const before = await visit.page.getByLabel('Situation').inputValue();
    await visit.page.route('**/api/draft', () => undefined);
    const hungUp = visit.page.waitForEvent('requestfailed', (request) =>
      request.url().endsWith('/api/draft'),
    );
    await visit.page.getByRole('button', { name: 'Draft', exact: true }).click();
    await visit.page.locator('[data-draft=writing]').waitFor();
    await panel(visit).getByRole('button', { name: 'Cancel' }).click();
    await visit.page.locator('[data-draft=cancelled]').waitFor();
    await hungUp;
    expect(await visit.page.getByLabel('Situation').inputValue()).toBe(before);
  });

  it('that fails says so, and the note is as it was', async () => {
    const respond = ({ path }: Seen) => (path === '/api/draft' ? refusal(503, 'overloaded') : undefined);
    const visit = await at.visit({ respond });
    await openPanel(visit);
    await visit.page.getByRole('button', { name: 'Draft', exact: true }).click();
    await visit.page.locator('[data-draft=failed]').waitFor();
  });
});

describe('on a phone and in Spanish', () => {
  it('fits 390 px and has no accessibility findings', async () => {
    const visit = await at.visit();
    await visit.page.setViewportSize({ width: 390, height: 844 });
    await openPanel(visit);
    await draft(visit);
    const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await objections(visit.page)).toEqual([]);
  });

  it('speaks Spanish around an English text', async () => {
    const visit = await at.visit();
    await visit.page.addInitScript(() => localStorage.setItem('prescreen.language', 'es'));
    await visit.review();
    await visit.page.getByRole('button', { name: 'Borrador de nota' }).click();
    await visit.page.getByRole('button', { name: 'Redactar', exact: true }).click();
    await visit.page.getByRole('button', { name: 'Poner en la nota' }).waitFor();
  });
});
