import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSESSMENT_EXTENSION, type Assessment, REVIEW_STATEMENT } from '#fhir-mappers/assessment.ts';
import {
  DRAFT_KINDS,
  type DraftEvent,
  type DraftedNote,
  draftEventSchema,
} from '#fhir-mappers/drafted-note.ts';
import { type ModelServer, startModelServer } from '../support/drafting/model-server.ts';
import { aHookCall, aPrefetch, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

let ehr: SmallEhr;
beforeAll(async () => {
  ehr = await startSmallEhr();
});
afterAll(() => ehr.close());

/** A nurse with a proposal in front of her. */
async function atWork(env: Record<string, string> = {}, folder = tempFolder()) {
  const service = await startTestService({ folder, ehr, env });
  const hook = await service.call(SERVICE, { method: 'POST', body: withNames() });
  const [card] = (await hook.json()).cards;
  const proposal: Assessment = card.extension[ASSESSMENT_EXTENSION];
  const signIn = async (patient: string, encounter: string) => {
    const request = {
      iss: ehr.iss,
      idToken: await ehr.idToken(),
      accessToken: ehr.accessToken,
      patient,
      encounter,
    };
    const opened = await service.call('/api/session', { method: 'POST', body: request, token: null });
    return (await opened.json()).token as string;
  };
  const token = await signIn('p1', 'e1');
  const ask = (body: unknown, as = token, signal?: AbortSignal) =>
    fetch(`${service.url}/api/draft`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${as}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  return { service, proposal, ask, signIn };
}

/** The same call, in which the complaint names people and numbers. */
function withNames() {
  const text =
    'Adaeze Okonkwo here, mrn-4711, feels dizzy and weak, ring her on 0171 555 0199, born 1980-01-01';
  const prefetch = aPrefetch();
  return aHookCall({
    prefetch: { ...prefetch, encounter: { ...(prefetch.encounter as object), reasonCode: [{ text }] } },
  });
}

async function eventsOf(response: Response): Promise<readonly DraftEvent[]> {
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => draftEventSchema.parse(JSON.parse(line)));
}

function noteOf(events: readonly DraftEvent[]): DraftedNote {
  const last = events.at(-1);
  if (last?.event !== 'note') throw new Error(`no note, but ${JSON.stringify(last)}`);
  return last.note;
}

async function metric(service: TestService, name: string): Promise<readonly string[]> {
  const text = await (await service.call('/metrics', { token: null })).text();
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('POST /api/draft by the template', () => {
  let at: Awaited<ReturnType<typeof atWork>>;
  beforeAll(async () => {
    at = await atWork();
  });
  afterAll(() => at.service.close());

  it.each(DRAFT_KINDS)('drafts: %s, each sentence with sources that are in the note', async (kind) => {
    const response = await at.ask({ assessmentId: at.proposal.id, kind });
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const note = noteOf(await eventsOf(response));
    const ids = new Set(note.facts.map(({ id }) => id));
    expect(note.sentences.length).toBeGreaterThan(1);
    expect(note.sentences.every(({ cites }) => cites.length > 0 && cites.every((id) => ids.has(id)))).toBe(
      true,
    );
    expect(note.dropped).toEqual([]);
    expect([note.by.adapter, note.review, note.prompt]).toEqual(['template', REVIEW_STATEMENT, undefined]);
  });

  it('is refused without a session, for an unknown proposal, and for another patient', async () => {
    const body = { assessmentId: at.proposal.id, kind: 'sbar' };
    expect((await at.ask(body, 'nobody')).status).toBe(401);
    expect((await at.ask({ ...body, assessmentId: crypto.randomUUID() })).status).toBe(404);
    expect((await at.ask(body, await at.signIn('p2', 'e2'))).status).toBe(403);
    expect((await at.ask({ ...body, kind: 'poem' })).status).toBe(400);
    expect((await at.ask({ ...body, priority: 'low' })).status).toBe(400);
  });

  it('changes nothing about the proposal, and is audited by codes only', async () => {
    const before = JSON.stringify(at.proposal);
    await eventsOf(await at.ask({ assessmentId: at.proposal.id, kind: 'sbar' }));
    const stored = await at.service.call('/api/assessment', { token: await at.signIn('p1', 'e1') });
    expect(JSON.stringify(await stored.json())).toBe(before);
    expect(await metric(at.service, 'prescreen_drafts_total{')).toEqual([
      expect.stringMatching(/adapter="template",outcome="shown"} [1-9]/),
    ]);
  });
});

describe('POST /api/draft by a model server', () => {
  let model: ModelServer;
  let at: Awaited<ReturnType<typeof atWork>>;
  beforeAll(async () => {
    model = await startModelServer();
    const folder = tempFolder();
    mkdirSync(join(folder, 'data'), { recursive: true });
    const evaluation = [{ endpoint: `${model.url}/v1`, model: 'm', passed: true, reasons: [] }];
    writeFileSync(join(folder, 'data', 'draft-evaluations.json'), JSON.stringify(evaluation));
    at = await atWork(
      {
        PRESCREEN_DRAFT: 'http',
        PRESCREEN_DRAFT_ENDPOINT: `${model.url}/v1/`,
        PRESCREEN_DRAFT_MODEL: 'm',
        PRESCREEN_DRAFT_KEY: 'secret-key-1',
      },
      folder,
    );
  });
  afterAll(async () => {
    await at.service.close();
    await model.close();
  });
  const ask = (signal?: AbortSignal) =>
    at.ask({ assessmentId: at.proposal.id, kind: 'summary' }, undefined, signal);

  it('tells each sentence once it is checked, and shows what was sent', async () => {
    model.answer = ({ facts }) => facts.slice(0, 4).map(({ id, text }) => `${text} [${id}]`);
    const events = await eventsOf(await ask());
    const note = noteOf(events);
    expect(note.by).toEqual({ adapter: 'http', name: 'm' });
    expect(events.filter(({ event }) => event === 'sentence').length).toBeGreaterThan(1);
    expect(note.prompt?.user).toContain('F1 ');
    expect(model.seen.at(-1)?.body).toContain(JSON.stringify(note.prompt?.user).slice(1, 60));
  });

  it('sends no name, number or date of those whom the chart names', async () => {
    model.answer = () => [];
    await eventsOf(await ask());
    const sent = model.seen.at(-1)?.body ?? '';
    expect(sent).toContain('dizzy');
    for (const identifier of ['Okonkwo', 'Adaeze', '0171', '1980-01-01', 'mrn-4711']) {
      expect(sent.toLowerCase()).not.toContain(identifier.toLowerCase());
    }
  });

  it('drops what does not hold, counts it, and lets the template answer when too little is left', async () => {
    model.answer = () => [
      'All vital signs are normal. [F1]',
      'She can safely go home. [F1]',
      'Give aspirin 300 mg. [F1]',
    ];
    const note = noteOf(await eventsOf(await ask()));
    expect(note.by.adapter).toBe('template');
    expect(note.instead).toMatchObject({ adapter: 'http', code: 'too-little-held' });
    expect(note.dropped.length).toBe(3);
    expect(await metric(at.service, 'prescreen_draft_sentences_dropped_total{code="dismissal"')).not.toEqual(
      [],
    );
  });

  it('is cancelled at the model server when the app hangs up', async () => {
    model.hang = true;
    const cancel = new AbortController();
    const closed = model.nextClosed();
    const response = await ask(cancel.signal);
    await response.body?.getReader().read();
    await model.nextSeen();
    cancel.abort();
    expect(await closed).toBe(true);
    model.hang = false;
  });

  it('writes the key to no log and no answer', async () => {
    model.answer = () => [];
    const text = await (await ask()).text();
    expect(text).not.toContain('secret-key-1');
    expect(at.service.log.join('\n')).not.toContain('secret-key-1');
  });
});

describe('a model that may not be used', () => {
  it('stays off, and the nurse sees the template with the reason', async () => {
    const { service, proposal, ask } = await atWork({
      PRESCREEN_DRAFT: 'onnx',
      PRESCREEN_DRAFT_MODEL: 'test/fixtures/language-model',
    });
    const note = noteOf(await eventsOf(await ask({ assessmentId: proposal.id, kind: 'sbar' })));
    expect(note.by.adapter).toBe('template');
    expect(note.instead).toMatchObject({ adapter: 'onnx', code: 'gate' });
    const ready = await (await service.call('/ready', { token: null })).json();
    expect(ready.components.drafter).toMatchObject({ state: 'unavailable', code: 'broken' });
    await service.close();
  });
});
