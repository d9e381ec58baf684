import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSESSMENT_EXTENSION } from '#fhir-mappers/assessment.ts';
import { aHookCall, FEEDBACK, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const AT = '2026-11-21T10:00:00Z';
let ehr: SmallEhr;
let service: TestService;

beforeAll(async () => {
  ehr = await startSmallEhr();
  service = await startTestService({ folder, ehr });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

const send = (body: unknown) => service.call(FEEDBACK, { method: 'POST', body });

function rows(card: string) {
  const db = new DatabaseSync(join(service.dataFolder, 'prescreen.sqlite'), { readOnly: true });
  const found = db.prepare('SELECT * FROM feedback WHERE card = ?').all(card);
  db.close();
  return found;
}

async function aCard() {
  const response = await service.call(SERVICE, { method: 'POST', body: aHookCall() });
  return (await response.json()).cards[0];
}

const overridden = (card: string) => ({ card, outcome: 'overridden', outcomeTimestamp: AT });

describe('feedback', () => {
  it('CH-108 CH-116 is taken with 200 and no body', async () => {
    const card = await aCard();
    const accepted = {
      card: card.uuid,
      outcome: 'accepted',
      acceptedSuggestions: [{ id: card.suggestions[0].uuid }],
      outcomeTimestamp: AT,
    };
    const response = await send({ feedback: [accepted] });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(rows(card.uuid)[0]?.assessment).toBe(card.extension[ASSESSMENT_EXTENSION].id);
  });

  it('CH-108 as a bare item or a bare list is 400', async () => {
    expect((await send(overridden('x'))).status).toBe(400);
    expect((await send([overridden('x')])).status).toBe(400);
  });

  it('CH-111 keeps a reason that the client made up', async () => {
    const { uuid } = await aCard();
    const overrideReason = { reason: { code: 'own', system: 'http://ehr.example' }, userComment: 'seen' };
    expect((await send({ feedback: [{ ...overridden(uuid), overrideReason }] })).status).toBe(200);
    expect(rows(uuid)[0]).toMatchObject({ reason_code: 'own', comment: 'seen' });
  });

  it('CH-112 CH-113 sent twice is one row', async () => {
    const { uuid } = await aCard();
    await send({ feedback: [overridden(uuid)] });
    expect((await send({ feedback: [overridden(uuid)] })).status).toBe(200);
    expect(rows(uuid)).toHaveLength(1);
  });

  it('CH-115 on an unknown card is answered as on a known one, and kept apart', async () => {
    const { uuid } = await aCard();
    const response = await send({ feedback: [overridden('no-such-card'), overridden(uuid)] });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(rows('no-such-card')[0]).toMatchObject({ quarantined: 1, assessment: null });
    expect(rows(uuid)[0]).toMatchObject({ quarantined: 0 });
  });

  it('CH-115 with a wrong item is refused as a whole, and the item is named', async () => {
    const { uuid } = await aCard();
    const response = await send({ feedback: [overridden(uuid), { ...overridden(uuid), outcome: 'maybe' }] });
    expect(response.status).toBe(400);
    expect((await response.json()).issue[0].diagnostics).toContain('feedback.1.outcome');
    expect(rows(uuid)).toHaveLength(0);
  });

  it('CH-117 with a comment of 10 kB is refused, and the comment is not repeated', async () => {
    const overrideReason = { userComment: 'SECRET'.repeat(2000) };
    const response = await send({ feedback: [{ ...overridden('x'), overrideReason }] });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('SECRET');
  });

  it('CH-118 needs a token for the URL of feedback', async () => {
    const token = await ehr.cds.token(`${service.url}${SERVICE}`);
    expect((await service.call(FEEDBACK, { method: 'POST', body: { feedback: [] }, token })).status).toBe(
      401,
    );
  });

  it('for a service that does not exist is 404', async () => {
    const response = await service.call('/cds-services/other/feedback', { method: 'POST', body: {} });
    expect(response.status).toBe(404);
  });
});
