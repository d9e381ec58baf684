import {
  type Check,
  type CheckContext,
  expectThat,
  fail,
  insideOnly,
  notApplicable,
  PASS,
  type Verdict,
} from '../check.ts';
import type { Exchange } from '../client.ts';
import { bundle, PATIENT_ID, prefetchFor } from '../sample-requests.ts';
import { byHook, invoke } from './invocation.ts';
import { cdsResponse, misfit, type WireCard } from './shapes.ts';

const HOSTILE = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) chest pain';

/** Sends a complaint through the key that asks for observations. */
async function answerTo(context: CheckContext, complaint: string): Promise<Exchange | undefined> {
  const service = byHook(context, 'patient-view') ?? context.services[0];
  return service === undefined
    ? undefined
    : invoke(context, service, { prefetch: prefetchFor(service, complaint) });
}

/** Every card of a few different calls must pass. */
async function everyCard(
  context: CheckContext,
  judge: (one: WireCard, all: readonly WireCard[]) => string | undefined,
): Promise<Verdict> {
  for (const complaint of [
    'Chest pain with sweating for one hour',
    'Needs a repeat of the blood pressure prescription',
    HOSTILE,
    `${'severe headache and dizziness '.repeat(30)}`,
  ]) {
    const answer = await answerTo(context, complaint);
    if (answer === undefined) return notApplicable('no service');
    const parsed = cdsResponse.safeParse(answer.json);
    if (answer.status !== 200 || !parsed.success)
      return fail(misfit(cdsResponse, answer.json) ?? `${answer.status}`, answer);
    for (const one of parsed.data.cards) {
      const problem = judge(one, parsed.data.cards);
      if (problem !== undefined) return fail(problem, answer);
    }
  }
  return PASS;
}

/** A check that is about every card, one at a time. */
function aboutCards(
  id: string,
  title: string,
  judge: (one: WireCard, all: readonly WireCard[]) => string | undefined,
): Check {
  return { id, title, run: (context) => everyCard(context, judge) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const EXTENSION_KEY = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const when = (wrong: boolean, reason: string) => (wrong ? reason : undefined);
const actionsOf = ({ suggestions }: WireCard) => (suggestions ?? []).flatMap(({ actions }) => actions ?? []);

/** A8 and A9: what the service says. */
export const CARDS: readonly Check[] = [
  {
    id: 'CH-79',
    title: 'success is 200 with cards; nothing to say is an empty array',
    run: async (context) => {
      const service = byHook(context, 'patient-view');
      if (service === undefined) return notApplicable('no service for patient-view');
      const healthy = Object.fromEntries(
        Object.entries(prefetchFor(service)).map(([key, value]) => [
          key,
          (service.prefetch?.[key] ?? '').includes('?') ? bundle([]) : value,
        ]),
      );
      const answer = await invoke(context, service, { prefetch: healthy });
      return expectThat(
        answer.status === 200 && answer.text === '{"cards":[]}',
        'not exactly {"cards":[]}',
        answer,
      );
    },
  },
  {
    id: 'CH-80',
    title: 'data that cannot be read never give an empty answer',
    run: async (context) => {
      const service = byHook(context, 'patient-view');
      if (service === undefined) return notApplicable('no service for patient-view');
      const broken = Object.fromEntries(
        Object.entries(prefetchFor(service)).map(([key, value]) => [
          key,
          (service.prefetch?.[key] ?? '').includes('?')
            ? { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] }
            : value,
        ]),
      );
      const answer = await invoke(context, service, { prefetch: broken });
      return expectThat(
        answer.status >= 400 || answer.text !== '{"cards":[]}',
        'an empty answer for "could not read"',
        answer,
      );
    },
  },
  aboutCards('CH-81', 'each card has a uuid of its own', ({ uuid }, all) =>
    when(
      !UUID.test(uuid ?? '') || all.filter((other) => other.uuid === uuid).length !== 1,
      'no uuid, or the same twice',
    ),
  ),
  aboutCards('CH-82', 'the summary has fewer than 140 characters', ({ summary }) =>
    when(summary.length >= 140, `${summary.length} characters`),
  ),
  aboutCards('CH-83', 'the detail stands alone', ({ detail }) =>
    when((detail ?? '').length < 40, 'no detail, or too short to stand alone'),
  ),
  aboutCards('CH-84', 'no live HTML and no live link from chart text', ({ detail, summary }) =>
    when(/<img|\]\(javascript|<script/i.test(`${summary} ${detail}`), 'markup of the complaint is live'),
  ),
  aboutCards('CH-85', 'the indicator is info, warning or critical', ({ indicator }) =>
    when(!['info', 'warning', 'critical'].includes(indicator), indicator),
  ),
  {
    id: 'CH-86',
    title: 'critical is kept for the few',
    run: async (context) => {
      const answer = await answerTo(context, 'Needs a repeat of the blood pressure prescription');
      return expectThat(
        answer !== undefined && !/"indicator":"critical"/.test(answer.text),
        'a repeat prescription is critical',
        answer,
      );
    },
  },
  aboutCards('CH-87', 'the source has a label and a topic', ({ source }) =>
    when(source.label === '' || source.topic === undefined, 'no label or no topic'),
  ),
  aboutCards('CH-88', 'the source link is not about this patient', ({ source }) =>
    when((source.url ?? '').includes(PATIENT_ID), 'the patient id is in source.url'),
  ),
  aboutCards('CH-89', 'suggestions come with a selectionBehavior', ({ suggestions, selectionBehavior }) =>
    when((suggestions ?? []).length > 0 && selectionBehavior === undefined, 'no selectionBehavior'),
  ),
  aboutCards(
    'CH-90',
    'each suggestion has label and uuid; at most one is recommended',
    ({ suggestions, selectionBehavior }) =>
      when(
        (suggestions ?? []).some(({ uuid }) => !UUID.test(uuid ?? '')) ||
          (selectionBehavior === 'at-most-one' &&
            (suggestions ?? []).filter(({ isRecommended }) => isRecommended).length > 1),
        'a suggestion without uuid, or two recommended',
      ),
  ),
  insideOnly(
    'CH-91',
    'the app reads the server again instead of trusting that an action was applied',
    'seen in the app, not on the wire',
  ),
  aboutCards('CH-92', 'each action has a type and a description', (one) =>
    when(
      actionsOf(one).some(({ description }) => description === ''),
      'no description',
    ),
  ),
  aboutCards('CH-93', 'created resources carry no server-assigned id', (one) =>
    when(
      actionsOf(one).some(({ type, resource }) => type === 'create' && resource?.id !== undefined),
      'an id on a create',
    ),
  ),
  aboutCards('CH-94', 'what is suggested is a draft', (one) =>
    when(
      actionsOf(one).some(({ resource }) => {
        if (resource?.resourceType === 'ClinicalImpression') return resource.status === 'completed';
        return (
          resource?.resourceType === 'Task' &&
          !(resource.intent === 'proposal' && ['draft', 'requested'].includes(String(resource.status)))
        );
      }),
      'a finished resource is suggested',
    ),
  ),
  aboutCards('CH-95', 'no actionSelectionBehavior unasked', (one) =>
    when(
      JSON.stringify(one.suggestions ?? []).includes('actionSelectionBehavior'),
      'actionSelectionBehavior is sent',
    ),
  ),
  aboutCards('CH-96', 'override reasons have code, system and display', ({ overrideReasons }) =>
    when(
      (overrideReasons ?? []).some(({ display }) => display === undefined || display === ''),
      'an override reason without display',
    ),
  ),
  aboutCards('CH-97', 'each link has label, url and type', ({ links }) =>
    when(
      (links ?? []).some(({ type }) => !['absolute', 'smart'].includes(type)),
      'a link type',
    ),
  ),
  aboutCards('CH-98', 'the smart link is the launch URL and nothing more', ({ links }) =>
    when(
      (links ?? []).some(
        ({ type, url }) => type === 'smart' && (url.includes('?') || url.includes(PATIENT_ID)),
      ),
      'a query or the patient in the smart link',
    ),
  ),
  aboutCards('CH-99', 'appContext stands on smart links only', ({ links }) =>
    when(
      (links ?? []).some(({ type, appContext }) => type === 'absolute' && appContext !== undefined),
      'appContext on an absolute link',
    ),
  ),
  aboutCards('CH-100', 'appContext is small and opaque', ({ links }) =>
    when(
      (links ?? []).some(
        ({ appContext }) => (appContext ?? '').length > 1024 || (appContext ?? '').includes(PATIENT_ID),
      ),
      'appContext is large or names the patient',
    ),
  ),
  aboutCards('CH-101', 'no card launches an app by itself', ({ links }) =>
    when(
      (links ?? []).some(({ autolaunchable }) => autolaunchable === true),
      'autolaunchable',
    ),
  ),
  aboutCards(
    'CH-102',
    'the card says that it is AI-supported and for a nurse to review',
    ({ detail, summary }) =>
      when(
        !/(?:^|[^A-Za-z])AI(?![A-Za-z])/.test(`${summary} ${detail}`) ||
          !/review/i.test(`${summary} ${detail}`),
        'not named as AI-supported, or nobody is asked to review',
      ),
  ),
  aboutCards('CH-103', 'codings have code and system', ({ overrideReasons, source }) =>
    when(
      [...(overrideReasons ?? []), ...(source.topic === undefined ? [] : [source.topic])].some(
        ({ code, system }) => code === '' || system === '',
      ),
      'a coding without code or system',
    ),
  ),
  aboutCards('CH-104', 'most urgent first, and few', (_, all) => {
    const rank = { critical: 0, warning: 1, info: 2 };
    const ordered = all.every(
      (one, index) => index === 0 || rank[(all[index - 1] as WireCard).indicator] <= rank[one.indicator],
    );
    return when(!ordered || all.length > 2, 'out of order, or more than two cards');
  }),
  {
    id: 'CH-105',
    title: 'system actions, where sent, are whole',
    run: async (context) => {
      const answer = await answerTo(context, 'Chest pain');
      const problem = answer && misfit(cdsResponse, answer.json);
      return problem === undefined ? PASS : fail(problem, answer);
    },
  },
  {
    id: 'CH-106',
    title: 'nothing is applied without review',
    run: async (context) => {
      const answer = await answerTo(context, 'Chest pain');
      return expectThat(!/"systemActions"/.test(answer?.text ?? ''), 'systemActions are sent', answer);
    },
  },
  {
    id: 'CH-107',
    title: 'system actions do not hide in an extension',
    run: async (context) => {
      const answer = await answerTo(context, 'Chest pain');
      return expectThat(
        (answer?.json as { extension?: unknown } | undefined)?.extension === undefined,
        'an extension of the response',
        answer,
      );
    },
  },
  aboutCards('CH-123', 'extension keys are reverse domains', ({ extension }) => {
    const wrong = Object.keys(extension ?? {}).find((key) => !EXTENSION_KEY.test(key));
    return wrong === undefined ? undefined : `extension key ${wrong}`;
  }),
  aboutCards('CH-124', 'the card says when it was evaluated', ({ detail }) =>
    when(!/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|\d{1,2}:\d{2}/.test(detail ?? ''), 'no time in the detail'),
  ),
  aboutCards('CH-125', 'cards can be grouped by topic', ({ source }) =>
    when((source.topic?.system ?? '') === '', 'no topic system'),
  ),
];
