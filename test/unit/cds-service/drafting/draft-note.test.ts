import { describe, expect, it } from 'vitest';
import { templateDrafter } from '#cds-service/drafting/adapters/template-drafter.ts';
import type { Drafter, WrittenSentence } from '#cds-service/drafting/contract.ts';
import { draftNote } from '#cds-service/drafting/draft-note.ts';
import { parseAnswer } from '#cds-service/drafting/prompt/parse-answer.ts';
import { isUnavailable, type Unavailable, unavailable } from '#fhir-mappers/data-state.ts';
import { DRAFT_KINDS, type DraftEvent, type DraftKind } from '#fhir-mappers/drafted-note.ts';
import { assessCase } from '../../../support/drafting/assess-case.ts';

const { assessment, evidence } = assessCase({
  text: 'Crushing chest pain for 2 hours, sweating. No fever.',
  ageYears: 67,
  sex: 'female',
  vitals: { hr: 118, sbp: 84, spo2: 97 },
  conditions: ['Type 2 diabetes mellitus'],
  medications: ['warfarin'],
});

/** An adapter that writes these lines: what a model gave is what is under test, not a model. */
function writing(lines: readonly string[] | Unavailable): Drafter {
  return {
    adapter: 'http',
    info: { adapter: 'http', name: 'm' },
    draft: async ({ kind }, { onText }): Promise<readonly WrittenSentence[] | Unavailable> => {
      if (!Array.isArray(lines)) return lines as Unavailable;
      onText?.(`${lines.join('\n')}\n`, lines.length);
      return parseAnswer(lines.join('\n'), kind);
    },
    close: async () => undefined,
  };
}

async function noteOf(drafter: Drafter, kind: DraftKind = 'sbar', onEvent?: (event: DraftEvent) => void) {
  const signal = new AbortController().signal;
  const note = await draftNote(assessment, evidence, {
    kind,
    drafter,
    signal,
    ...(onEvent ? { onEvent } : {}),
  });
  if (isUnavailable(note)) throw new Error(note.detail);
  return note;
}

const facts = (await noteOf(templateDrafter)).facts;
const id = (pattern: RegExp) => facts.find(({ text }) => pattern.test(text))?.id ?? 'F0';
const honest = facts
  .filter(
    ({ id: fact, text }) =>
      fact.startsWith('F') &&
      !text.startsWith('Complaint') &&
      !text.startsWith('Proposed') &&
      !text.startsWith('We want'),
  )
  .map(({ id: fact, text }) => `A: ${text} [${fact}]`);

describe('the template', () => {
  it.each(DRAFT_KINDS)('writes %s the same every time, nothing of it dropped', async (kind) => {
    const [one, again] = [await noteOf(templateDrafter, kind), await noteOf(templateDrafter, kind)];
    expect(one.sentences).toEqual(again.sentences);
    expect(one.dropped).toEqual([]);
  });

  it('leads with the priority and its reason when it is urgent', async () => {
    const note = await noteOf(templateDrafter);
    expect(note.sentences[0]?.text).toMatch(/^Proposed priority: Critical\. Reason: /);
  });

  it('writes three lines for a summary', async () => {
    expect((await noteOf(templateDrafter, 'summary')).sentences).toHaveLength(3);
  });
});

describe('a model', () => {
  it('is shown with what held; what did not is named', async () => {
    const note = await noteOf(writing([...honest, `A: Vital signs are normal. [${id(/Heart rate/)}]`]));
    expect(note.by).toMatchObject({ adapter: 'http', name: 'm' });
    expect(note.dropped).toEqual([
      {
        text: 'Vital signs are normal.',
        cites: [id(/Heart rate/)],
        reasons: [expect.objectContaining({ code: 'flag' })],
      },
    ]);
    expect(note.prompt?.user).toContain('F1 67-year-old woman.');
  });

  it('that leaves out an urgent priority gets it put in front, marked', async () => {
    const note = await noteOf(writing(honest));
    expect(note.sentences[0]).toMatchObject({ added: true, section: 'situation' });
    expect(note.sentences[0]?.text).toMatch(/^Proposed priority: Critical/);
  });

  it('of whose sentences too few hold gives way to the template', async () => {
    const note = await noteOf(writing(['She can go home. [F1]', 'No red flags. [F1]']));
    expect(note.by.adapter).toBe('template');
    expect(note.instead).toMatchObject({ adapter: 'http', code: 'too-little-held' });
    expect(note.dropped).toHaveLength(2);
  });

  it('that fails or is off gives way to the template, with the reason', async () => {
    const failed = await noteOf(writing(unavailable('timeout', 'too slow')));
    expect([failed.by.adapter, failed.instead?.code]).toEqual(['template', 'timeout']);
    const off: Drafter = {
      ...writing([]),
      info: unavailable('broken', 'gate: m failed its evaluation: lies'),
    };
    const note = await noteOf(off);
    expect(note.instead).toMatchObject({ code: 'gate' });
    expect(note.prompt).toBeUndefined();
  });

  it('says nothing twice', async () => {
    const note = await noteOf(writing([...honest, honest[0] as string]));
    expect(note.dropped.map(({ reasons }) => reasons[0]?.code)).toEqual(['repeated']);
  });

  it('is told line by line, and only what passed', async () => {
    const events: DraftEvent[] = [];
    await noteOf(writing([...honest, 'A: Definitely a heart attack. [F1]']), 'sbar', (event) =>
      events.push(event),
    );
    const told = events.flatMap((event) => (event.event === 'sentence' ? [event.sentence.text] : []));
    expect(told).toHaveLength(honest.length);
    expect(events.some((event) => event.event === 'dropped' && event.codes.includes('certainty'))).toBe(true);
  });

  it('that is cancelled leaves nothing', async () => {
    const signal = AbortSignal.abort();
    const answer = await draftNote(assessment, evidence, { kind: 'sbar', drafter: writing(honest), signal });
    expect(answer).toMatchObject({ state: 'unavailable', code: 'timeout' });
  });
});

describe('parseAnswer', () => {
  it('reads bullets, parts and citations, and leaves the rest alone', () => {
    expect(parseAnswer('**S:** - A. [F1, F2]\n2. B [P1].\n\nR: C? [F3]', 'sbar')).toEqual([
      { section: 'situation', text: '- A.', cites: ['F1', 'F2'] },
      { section: 'situation', text: 'B.', cites: ['P1'] },
      { section: 'recommendation', text: 'C?', cites: ['F3'] },
    ]);
  });

  it('reads a bounded number of lines', () => {
    expect(parseAnswer('A. [F1]\n'.repeat(5000), 'summary').length).toBeLessThanOrEqual(60);
  });
});
