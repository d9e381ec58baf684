import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AtClinic, atClinic, type Visit } from '../support/app/at-clinic.ts';
import { cannedAssessment } from '../support/app/canned-assessment.ts';
import type { Seen } from '../support/app/fake-clinic.ts';
import { refusal } from '../support/app/fake-service.ts';

let at: AtClinic;
beforeAll(async () => {
  at = await atClinic();
});
afterAll(() => at.close());

const isWrite = ({ at: where, path, method }: Seen) =>
  where === 'ehr' && path === '/fhir' && method === 'POST';
const sign = (visit: Visit) => visit.page.getByRole('button', { name: /^(Sign as|Try again)/ }).click();
const failure = (visit: Visit) => visit.page.locator('[role=alert][data-problem]');
const words = 'Looks grey, cannot finish a sentence';

async function withWords(visit: Visit): Promise<void> {
  await visit.review();
  await visit.page.getByLabel('Recommendation').fill(words);
}

async function expectWordsBack(visit: Visit): Promise<void> {
  expect(await visit.page.getByLabel('Recommendation').inputValue()).toBe(words);
}

describe('the proposal', () => {
  it('SM-26 of another patient’s handle is not shown; the nurse decides what next', async () => {
    const respond = ({ path, query }: Seen) =>
      path === '/api/assessment' && query.has('handle') ? refusal(403, 'other-patient') : undefined;
    const visit = await at.visit({ respond });
    await visit.open();
    expect(await visit.problem()).toBe('other-patient');
    await visit.page.getByRole('button', { name: 'Open the proposal for this patient' }).click();
    await visit.page.locator('#proposal').waitFor();
  });

  it('SM-26 of an expired handle is replaced by the newest, and that is said', async () => {
    const respond = ({ path, query }: Seen) =>
      path === '/api/assessment' && query.has('handle') ? refusal(410, 'handle-expired') : undefined;
    const visit = await at.visit({ respond });
    await visit.review();
    expect(await visit.page.getByText('The link from the card had run out').count()).toBe(1);
  });

  it('SM-26 of a card made for another nurse gives way to the newest of this patient, and that is said', async () => {
    const respond = ({ path, query }: Seen) =>
      path === '/api/assessment' && query.has('handle') ? refusal(403, 'forbidden') : undefined;
    const visit = await at.visit({ respond });
    await visit.review();
    await visit.page.getByText('The card was made for another nurse').waitFor();
  });

  it('says after a while that the record is slow, and still opens', async () => {
    const visit = await at.visit({ wait: ({ path }) => (path.startsWith('/fhir/Patient/') ? 5500 : 0) });
    await visit.open();
    await visit.page.locator('[data-slow]').waitFor();
    await visit.page.locator('#proposal').waitFor();
  });

  it('is not shown when the record does not open the patient for this nurse, and says so', async () => {
    const respond = ({ path }: Seen) => (path === '/api/session' ? refusal(403, 'other-patient') : undefined);
    const visit = await at.visit({ respond });
    await visit.open();
    expect(await visit.problem()).toBe('patient-refused');
  });

  it('names what NEWS2 lacks, and shows as it is what a newer service names', async () => {
    const news2 = {
      atLeast: 7,
      missing: ['oxygen saturation', 'a score of tomorrow'],
      anySingleThree: false,
    };
    const visit = await at.visit({ assessment: cannedAssessment({ news2 }) });
    await visit.review();
    await visit.page.getByRole('button', { name: /^Vital signs/ }).click();
    await visit.page.getByText('SpO₂, a score of tomorrow').waitFor();
  });

  it('that the app cannot draw leaves words and a way on, not an empty page; the draft comes back', async () => {
    const visit = await at.visit();
    await withWords(visit);
    await visit.page.getByText(/^Draft saved/).waitFor();
    await visit.page.evaluate(() => {
      Array.prototype.toSorted = () => {
        throw new Error('a fault while drawing');
      };
    });
    await visit.page.getByRole('button', { name: /^Vital signs/ }).click();
    await visit.page.getByLabel('Recommendation').press('x');
    await visit.page.locator('[data-problem=unexpected]').waitFor();
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await visit.page.locator('#proposal').waitFor();
    expect(await visit.page.getByLabel('Recommendation').inputValue()).toContain(words);
  });

  it('is made now when there is none', async () => {
    const respond = ({ path }: Seen) =>
      path === '/api/assessment' ? refusal(404, 'no-assessment') : undefined;
    const visit = await at.visit({ respond });
    await visit.review();
    expect(await visit.page.getByText('This one was made now').count()).toBe(1);
  });

  it('is not made up when the data cannot be read', async () => {
    const respond = ({ path }: Seen) =>
      path === '/api/assessment' ? refusal(412, 'data-unavailable') : undefined;
    const visit = await at.visit({ respond });
    await visit.open();
    expect(await visit.problem()).toBe('data-unavailable');
  });
});

describe('before typing begins', () => {
  it('SM-20 says that nothing may be written, and does not offer to sign', async () => {
    const visit = await at.visit({ token: { scope: 'launch openid fhirUser patient/*.rs' } });
    await visit.review();
    expect(await visit.page.getByText('You may read this record but not write to it').count()).toBe(1);
    expect(await visit.page.getByRole('button', { name: 'Review and sign' }).isDisabled()).toBe(true);
  });

  it('SM-44 says that the record keeps no impressions', async () => {
    const respond = ({ path }: Seen) =>
      path === '/fhir/metadata'
        ? {
            status: 200,
            body: { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: [] }] },
          }
        : undefined;
    const visit = await at.visit({ respond });
    await visit.review();
    expect(await visit.page.getByText('This record cannot keep a signed triage').count()).toBe(1);
  });

  it('says of allergies that could not be read that they could not be read', async () => {
    const respond = ({ path }: Seen) =>
      path === '/fhir/AllergyIntolerance' ? { status: 500, body: {} } : undefined;
    const visit = await at.visit({ respond });
    await visit.review();
    expect(await visit.page.getByRole('banner').textContent()).toContain(
      'Allergies could not be read. Ask the patient.',
    );
  });

  it('says of allergies that were never asked about that nothing is recorded', async () => {
    const respond = ({ path }: Seen) =>
      path === '/fhir/AllergyIntolerance'
        ? { status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: 0 } }
        : undefined;
    const visit = await at.visit({ respond });
    await visit.review();
    expect(await visit.page.getByRole('banner').textContent()).toContain('Allergies: nothing recorded. Ask.');
  });
});

describe('a record that can do less', () => {
  const able = (types: string[], interaction: { code: string }[]) => (seen: Seen) =>
    seen.path === '/fhir/metadata'
      ? {
          status: 200,
          body: {
            resourceType: 'CapabilityStatement',
            rest: [
              {
                mode: 'server',
                interaction,
                resource: types.map((type) => ({ type, interaction: [{ code: 'create' }] })),
              },
            ],
          },
        }
      : undefined;

  it('SM-44 without impressions gets the signed text as a document, and says so before typing', async () => {
    const scope = 'launch patient/*.rs patient/DocumentReference.c patient/Task.c patient/Provenance.c';
    const visit = await at.visit({
      respond: able(['DocumentReference', 'Task', 'Provenance'], [{ code: 'transaction' }]),
      token: { scope },
    });
    await visit.review();
    expect(await visit.page.getByText('Your signed text will be kept as a document').count()).toBe(1);
    await visit.toPreview();
    expect(visit.clinic.seen.find(({ path }) => path === '/api/preview')?.query.get('mode')).toBe('document');
  });

  it('SM-21 without transactions gets one entry after the other, and nothing stays when one fails', async () => {
    const types = ['ClinicalImpression', 'Task', 'Provenance'];
    const visit = await at.visit({ respond: able(types, []) });
    await visit.review();
    expect(await visit.page.getByText('This record takes one entry at a time').count()).toBe(1);
    await visit.toPreview();
    visit.clinic.faults.respond = ({ path, method }) =>
      method === 'POST' && path === '/fhir/Provenance' ? { status: 422, body: {} } : undefined;
    await sign(visit);
    await failure(visit).waitFor();
    const removed = visit.clinic.seen
      .filter(({ method }) => method === 'DELETE')
      .map(({ path }) => path.split('/')[2]);
    expect(removed).toEqual(['Task', 'ClinicalImpression']);
    const conditions = visit.clinic.seen.filter(
      ({ method, path }) => method === 'POST' && path === '/fhir/Task',
    );
    expect(conditions[0]?.headers['if-none-exist']).toMatch(/^identifier=/);
  });
});

describe('where the clinic asks for the first impression', () => {
  it('the proposal waits for it, safety rules do not, and it is recorded', async () => {
    const visit = await at.visit({ config: { firstImpression: true } });
    await visit.open();
    await visit.page.getByRole('group', { name: 'Your first impression' }).waitFor();
    expect(await visit.page.locator('#proposal').count()).toBe(0);
    const words = visit.page.getByRole('region', { name: 'In the patient’s words' });
    expect(await words.textContent()).toContain(cannedAssessment().complaint?.text);
    expect(await words.getByRole('table').count()).toBe(1);
    await visit.page.getByText('Safety rules never wait: Systolic blood pressure below 90').waitFor();
    await visit.page.getByRole('radio', { name: 'High' }).check({ force: true });
    await visit.page.getByRole('button', { name: 'Show the proposal', exact: true }).click();
    await visit.page.locator('#proposal').waitFor();
    await visit.toPreview();
    await sign(visit);
    await visit.page.locator('[data-receipt]').waitFor();
    const review = JSON.parse(visit.clinic.seen.findLast(({ path }) => path === '/api/sign')?.body ?? '{}');
    expect(review).toMatchObject({ firstImpression: 'high', priority: 'critical' });
  });

  it('can be skipped', async () => {
    const visit = await at.visit({ config: { firstImpression: true } });
    await visit.open();
    await visit.page.getByRole('button', { name: 'Skip and show the proposal' }).click();
    await visit.page.locator('#proposal').waitFor();
  });
});

describe('signing', () => {
  it.each([
    [403, 'forbidden'],
    [409, 'conflict'],
    [412, 'changed-meanwhile'],
    [422, 'refused-by-server'],
    [500, 'server-failed'],
  ])('SM-22 SM-42 when the record answers %i: not signed, draft kept, and trying again works', async (status, code) => {
    const visit = await at.visit();
    await withWords(visit);
    await visit.toPreview();
    visit.clinic.faults.respond = (seen) => (isWrite(seen) ? { status, body: {} } : undefined);
    await sign(visit);
    await failure(visit).waitFor();
    expect(await failure(visit).getAttribute('data-problem')).toBe(code);
    await visit.page.getByRole('button', { name: 'Back to the review' }).click();
    await expectWordsBack(visit);
    await visit.page.reload();
    await visit.page.locator('#proposal').waitFor();
    await expectWordsBack(visit);
    visit.clinic.faults.respond = undefined;
    await visit.page.getByRole('button', { name: 'Review and sign' }).click();
    await sign(visit);
    await visit.page.locator('[data-receipt=whole]').waitFor();
  });

  it('says that there is no connection, and keeps the draft', async () => {
    const visit = await at.visit();
    await withWords(visit);
    await visit.toPreview();
    visit.clinic.faults.respond = (seen) => (isWrite(seen) ? 'drop' : undefined);
    await sign(visit);
    await failure(visit).waitFor();
    expect(await failure(visit).getAttribute('data-problem')).toBe('offline');
  });

  it('cannot be started without a network', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.context.setOffline(true);
    await visit.page.getByText('No connection. Draft kept. You cannot sign.').waitFor();
    expect(await visit.page.getByRole('button', { name: 'Review and sign' }).isDisabled()).toBe(true);
    await visit.context.setOffline(false);
  });

  it('SM-43 writes once on a double click', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.toPreview();
    await visit.page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).dblclick();
    await visit.page.locator('[data-receipt]').waitFor();
    expect(visit.clinic.seen.filter(isWrite)).toHaveLength(1);
  });

  it('SM-38 SM-39 SM-40 renews an expired token once, naming its client, and repeats the write', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.toPreview();
    let refused = false;
    visit.clinic.faults.respond = (seen) => {
      if (!isWrite(seen) || refused) return undefined;
      refused = true;
      return { status: 401, body: {} };
    };
    await sign(visit);
    await visit.page.locator('[data-receipt=whole]').waitFor();
    const renewal = new URLSearchParams(visit.clinic.seen.findLast(({ path }) => path === '/token')?.body);
    expect(Object.fromEntries(renewal)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'prescreen-app',
    });
  });

  it('SM-40 asks for a new launch when the token cannot be renewed, and gives the draft back after it', async () => {
    const visit = await at.visit();
    await withWords(visit);
    await visit.toPreview();
    visit.clinic.faults.respond = (seen) =>
      isWrite(seen) || seen.path === '/token' ? { status: 401, body: {} } : undefined;
    await sign(visit);
    await failure(visit).waitFor();
    expect(await failure(visit).getAttribute('data-problem')).toBe('session-expired');
    visit.clinic.faults.respond = undefined;
    await visit.review();
    await expectWordsBack(visit);
  });

  it('says what could not be read back', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.toPreview();
    visit.clinic.faults.respond = ({ path, method }) =>
      method === 'GET' && path.startsWith('/fhir/Task/') ? { status: 500, body: {} } : undefined;
    await sign(visit);
    await visit.page.locator('[data-receipt=partly]').waitFor();
    visit.clinic.faults.respond = undefined;
    await visit.page.getByRole('button', { name: 'Read back again' }).click();
    await visit.page.locator('[data-receipt=whole]').waitFor();
  });
});

describe('a record that leaves out what it does not know', () => {
  it('SM-44 is told when the signature did not arrive, and nobody is told that all is well', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.toPreview();
    visit.clinic.faults.respond = ({ path, method }) =>
      method === 'GET' && path.startsWith('/fhir/Provenance/')
        ? { status: 200, body: { resourceType: 'Provenance', id: path.split('/').at(-1), agent: [] } }
        : undefined;
    await sign(visit);
    await visit.page.locator('[data-receipt=unsigned]').waitFor();
    await visit.page.getByText('left the signature out').waitFor();
    expect(await visit.page.getByText('You can close this page').count()).toBe(0);
  });
});

describe('a draft', () => {
  it('is back after the tab was killed, and gone after signing', async () => {
    const visit = await at.visit();
    await withWords(visit);
    await visit.page.getByText(/^Draft saved/).waitFor();
    await visit.page.close();
    const page = await visit.context.newPage();
    await page.goto(visit.clinic.launchUrl);
    await page.getByText(/^Your draft of/).waitFor();
    expect(await page.getByLabel('Recommendation').inputValue()).toBe(words);
    await page.getByRole('radio', { name: 'Critical' }).check({ force: true });
    await page.getByRole('button', { name: 'Review and sign' }).click();
    await page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).click();
    await page.locator('[data-receipt]').waitFor();
    const kept = await page.evaluate(() =>
      [...Object.keys(localStorage), ...Object.keys(sessionStorage)].join(),
    );
    expect(kept).not.toMatch(/prescreen\.(draft|sealed)/);
  });

  it('is gone after leaving, with every token', async () => {
    const visit = await at.visit();
    await withWords(visit);
    await visit.page.getByRole('button', { name: 'Menu' }).click();
    await visit.page.getByRole('menuitem', { name: 'Leave: forget this session' }).click();
    await visit.page.getByText('You have left').waitFor();
    const kept = await visit.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    expect(kept).not.toMatch(/draft|sealed|access-|Looks grey/);
  });
});

describe('looking again', () => {
  it('says what changed, leaves the nurse’s level, and holds signing below the new floor', async () => {
    const low = cannedAssessment({
      id: '22222222-2222-4222-8222-222222222222',
      priority: 'low',
      rules: [],
      reasons: [],
      escalateToPhysician: false,
    });
    const visit = await at.visit({ assessment: low });
    await visit.review();
    await visit.page.getByRole('radio', { name: 'Low' }).check({ force: true });
    visit.clinic.faults.assessment = cannedAssessment();
    await visit.page.getByRole('button', { name: 'Add Temperature' }).click();
    await visit.page.getByLabel('Temperature, °C').fill('38,4');
    await visit.page.keyboard.press('Enter');
    const alert = visit.page.getByRole('alert').filter({ hasText: 'Now Critical, was Low' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('A safety rule now sets at least Critical');
    expect(await visit.page.getByRole('radio', { name: 'Low' }).isChecked()).toBe(true);
    await visit.page.getByRole('button', { name: 'Review and sign' }).click();
    await visit.page.getByRole('heading', { name: 'Before you can sign' }).waitFor();
    const asked = JSON.parse(visit.clinic.seen.findLast(({ path }) => path === '/api/assess')?.body ?? '{}');
    expect(asked.measurements).toEqual([{ kind: 'temperature', value: 38.4, unit: 'Cel' }]);
  });

  it('keeps the answers when it cannot, and asks again on request', async () => {
    const visit = await at.visit();
    await visit.review();
    visit.clinic.faults.respond = ({ path }) =>
      path === '/api/assess' ? { status: 503, body: {} } : undefined;
    await visit.page
      .getByRole('group', { name: 'Short of breath now?' })
      .getByRole('button', { name: 'No', exact: true })
      .click();
    await visit.page.getByText('Could not look again. Your answers are kept.').waitFor();
    visit.clinic.faults.respond = undefined;
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await visit.page.getByText('Looked again: still Critical.').waitFor();
    expect(await visit.page.getByText('Short of breath now? No').count()).toBe(1);
  });
});

describe('a source', () => {
  it('is one tap away, in words and as FHIR', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.page.getByRole('button', { name: /^pain 2 of 10: show the source/ }).click();
    const dialog = visit.page.getByRole('dialog', { name: 'Record Observation/pain' });
    await dialog.getByText('2 {score}').waitFor();
    await dialog.getByRole('button', { name: 'The same as FHIR' }).click();
    await dialog.getByText('"resourceType": "Observation"').waitFor();
  });
});

describe('below a floor', () => {
  it('names the floor, wants a reason, and records both', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.page.getByRole('radio', { name: 'Medium' }).check({ force: true });
    const dialog = visit.page.getByRole('dialog', { name: 'Below a safety rule' });
    expect(await dialog.textContent()).toContain(
      'A safety rule sets at least Critical: Systolic blood pressure below 90',
    );
    const below = dialog.getByRole('button', { name: 'Go below the floor' });
    expect(await below.isDisabled()).toBe(true);
    await dialog.getByLabel('Why is yours different?').selectOption('known-baseline');
    await below.click();
    await visit.page.getByRole('button', { name: 'Review and sign' }).click();
    await visit.page.getByRole('button', { name: 'Sign as Ana Diaz, RN' }).click();
    await visit.page.locator('[data-receipt]').waitFor();
    const review = JSON.parse(visit.clinic.seen.findLast(({ path }) => path === '/api/sign')?.body ?? '{}');
    expect(review).toMatchObject({
      priority: 'medium',
      overrideReason: { code: 'known-baseline' },
      belowFloor: { rule: 'vital-systolic-below-90', confirmed: true },
    });
  });

  it('closing the dialog confirms nothing', async () => {
    const visit = await at.visit();
    await visit.review();
    await visit.page.getByRole('radio', { name: 'Medium' }).check({ force: true });
    await visit.page.getByRole('dialog').waitFor();
    await visit.page.keyboard.press('Escape');
    await visit.page.getByRole('button', { name: 'Review and sign' }).click();
    await visit.page.getByRole('heading', { name: 'Before you can sign' }).waitFor();
  });
});
