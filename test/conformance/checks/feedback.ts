import { randomUUID } from 'node:crypto';
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
import { sampleRequest } from '../sample-requests.ts';

function send(context: CheckContext, body: unknown): Promise<Exchange> {
  return context.client.send(`${context.base}/cds-services/${context.services[0]?.id}/feedback`, { body });
}

async function freshCard(context: CheckContext): Promise<{ card: string; suggestion: string }> {
  const service = context.services[0];
  if (service === undefined) return { card: randomUUID(), suggestion: randomUUID() };
  const answer = await context.client.send(`${context.base}/cds-services/${service.id}`, {
    body: sampleRequest(service),
  });
  const card = (answer.json as { cards?: { uuid?: string; suggestions?: { uuid?: string }[] }[] })
    ?.cards?.[0];
  return { card: card?.uuid ?? randomUUID(), suggestion: card?.suggestions?.[0]?.uuid ?? randomUUID() };
}

const at = () => new Date().toISOString();

async function statuses(
  context: CheckContext,
  cases: Readonly<Record<string, readonly [body: unknown, status: number]>>,
): Promise<Verdict> {
  for (const [name, [body, status]] of Object.entries(cases)) {
    const answer = await send(context, body);
    if (answer.status === 404) return notApplicable('the service takes no feedback');
    if (answer.status !== status) return fail(`${name}: ${answer.status} instead of ${status}`, answer);
  }
  return PASS;
}

const overridden = (card: string, more: object = {}) => ({
  card,
  outcome: 'overridden',
  outcomeTimestamp: at(),
  ...more,
});

/** A10: what became of the cards. */
export const FEEDBACK: readonly Check[] = [
  {
    id: 'CH-108',
    title: 'the body is an object with a feedback array',
    run: async (context) => {
      const { card, suggestion } = await freshCard(context);
      const accepted = {
        card,
        outcome: 'accepted',
        acceptedSuggestions: [{ id: suggestion }],
        outcomeTimestamp: at(),
      };
      return statuses(context, {
        accepted: [{ feedback: [accepted] }, 200],
        overridden: [{ feedback: [overridden(card)] }, 200],
        'with a reason': [
          {
            feedback: [
              overridden(card, {
                overrideReason: {
                  reason: { code: 'other', system: 'https://example.org/reasons' },
                  userComment: 'seen',
                },
              }),
            ],
          },
          200,
        ],
        'bare object': [accepted, 400],
        'bare array': [[accepted], 400],
      });
    },
  },
  {
    id: 'CH-109',
    title: 'card, outcome and outcomeTimestamp are required',
    run: async (context) => {
      const { card } = await freshCard(context);
      const item = overridden(card);
      return statuses(context, {
        'no card': [{ feedback: [{ ...item, card: undefined }] }, 400],
        'no outcome': [{ feedback: [{ ...item, outcome: undefined }] }, 400],
        'other outcome': [{ feedback: [{ ...item, outcome: 'ignored' }] }, 400],
        'no timestamp': [{ feedback: [{ ...item, outcomeTimestamp: undefined }] }, 400],
        'no time at all': [{ feedback: [{ ...item, outcomeTimestamp: 'yesterday' }] }, 400],
        'with an offset': [{ feedback: [{ ...item, outcomeTimestamp: '2026-05-01T12:00:00+02:00' }] }, 200],
      });
    },
  },
  {
    id: 'CH-110',
    title: 'accepted names the suggestions',
    run: async (context) => {
      const { card } = await freshCard(context);
      return statuses(context, {
        'none named': [{ feedback: [{ card, outcome: 'accepted', outcomeTimestamp: at() }] }, 400],
      });
    },
  },
  {
    id: 'CH-111',
    title: "an override reason may be the client's own",
    run: async (context) => {
      const { card } = await freshCard(context);
      const reason = { code: 'local-7', system: 'https://clinic.example/reasons' };
      return statuses(context, {
        'unknown code': [{ feedback: [overridden(card, { overrideReason: { reason } })] }, 200],
        'comment only': [
          { feedback: [overridden(card, { overrideReason: { userComment: 'patient left' } })] },
          200,
        ],
        neither: [{ feedback: [overridden(card, { overrideReason: {} })] }, 400],
      });
    },
  },
  {
    id: 'CH-112',
    title: 'overridden without a reason is valid',
    run: async (context) =>
      statuses(context, { bare: [{ feedback: [overridden((await freshCard(context)).card)] }, 200] }),
  },
  {
    id: 'CH-113',
    title: 'the same feedback twice is taken twice and kept once',
    run: async (context) => {
      const body = {
        feedback: [overridden((await freshCard(context)).card), overridden((await freshCard(context)).card)],
      };
      return statuses(context, { first: [body, 200], again: [body, 200] });
    },
  },
  insideOnly('CH-114', 'ignored cards are shown minus answered', 'a figure of the service, not of the wire'),
  {
    id: 'CH-115',
    title: 'an unknown card tells nothing about which cards exist',
    run: async (context) => {
      const known = await send(context, { feedback: [overridden((await freshCard(context)).card)] });
      const unknown = await send(context, { feedback: [overridden(randomUUID())] });
      return expectThat(
        known.status === unknown.status && known.text === unknown.text,
        'known and unknown cards answer differently',
        unknown,
      );
    },
  },
  {
    id: 'CH-116',
    title: 'the answer is 200 and empty',
    run: async (context) => {
      const answer = await send(context, { feedback: [overridden((await freshCard(context)).card)] });
      return expectThat(answer.status === 200 && answer.text === '', 'not 200, or not empty', answer);
    },
  },
  {
    id: 'CH-117',
    title: 'a comment has a limit',
    run: async (context) => {
      const answer = await send(context, {
        feedback: [
          overridden((await freshCard(context)).card, {
            overrideReason: { userComment: 'x'.repeat(100_000) },
          }),
        ],
      });
      return expectThat([200, 400, 413].includes(answer.status), `${answer.status}`, {
        ...answer,
        requestBody: '(100,000 characters)',
      });
    },
  },
  {
    id: 'CH-118',
    title: "the token's audience is the feedback URL",
    run: async (context) => {
      if (!context.signed) return notApplicable('this run sends no tokens');
      const url = `${context.base}/cds-services/${context.services[0]?.id}/feedback`;
      const answer = await context.client.send(url, {
        body: { feedback: [] },
        token: { claims: { aud: url.replace('/feedback', '') } },
      });
      return expectThat(answer.status === 401, `${answer.status} with another audience`, answer);
    },
  },
];
