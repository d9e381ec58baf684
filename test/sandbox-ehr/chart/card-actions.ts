import type { CdsClient, FeedbackItem } from '../cds/cds-client.ts';
import type { ShownCard } from '../cds/shown-cards.ts';
import { FULL_ACCESS } from '../fhir/access.ts';
import { FhirError } from '../fhir/fhir-error.ts';
import type { FhirServer } from '../fhir/interactions.ts';
import { type Html, html } from './html.ts';

interface ActionOptions {
  readonly server: FhirServer;
  readonly cds: CdsClient;
  readonly now: () => Date;
}

/** Applies a suggestion's actions in one transaction, as the specification asks, and tells the service. */
export async function acceptSuggestion(
  shown: ShownCard,
  position: number,
  options: ActionOptions,
): Promise<Html> {
  const suggestion = shown.card.suggestions?.[position];
  if (!suggestion) return html`<p class="notice failed" role="alert">There is no such suggestion.</p>`;
  const entry = (suggestion.actions ?? []).map(({ type, resource, resourceId }) => {
    if (type === 'delete') return { request: { method: 'DELETE', url: [resourceId].flat()[0] ?? '' } };
    const url = `${resource?.resourceType}${type === 'update' ? `/${resource?.id}` : ''}`;
    return { resource, request: { method: type === 'update' ? 'PUT' : 'POST', url } };
  });
  try {
    options.server.handle({
      method: 'POST',
      url: '',
      headers: {},
      body: { resourceType: 'Bundle', type: 'transaction', entry },
      access: FULL_ACCESS,
    });
  } catch (error) {
    if (!(error instanceof FhirError)) throw error;
    return html`<p class="notice failed" role="alert">Not carried out: ${error.message}. Nothing was changed.</p>`;
  }
  const sent = await send(shown, options, {
    outcome: 'accepted',
    acceptedSuggestions: suggestion.uuid ? [{ id: suggestion.uuid }] : [],
  });
  return html`<p class="notice" role="status">Done: ${suggestion.label}. ${sent}</p>`;
}

/** Takes the card away and tells the service why. */
export async function dismissCard(
  shown: ShownCard,
  answer: { reason?: string; comment?: string },
  options: ActionOptions,
): Promise<Html> {
  const reason = answer.reason ? shown.card.overrideReasons?.[Number(answer.reason)] : undefined;
  const userComment = answer.comment?.trim();
  const overrideReason = {
    ...(reason ? { reason } : {}),
    ...(userComment ? { userComment } : {}),
  };
  const sent = await send(shown, options, {
    outcome: 'overridden',
    ...(Object.keys(overrideReason).length > 0 ? { overrideReason } : {}),
  });
  return html`<p class="notice" role="status">Dismissed${reason ? `: ${reason.display ?? reason.code}` : ''}. ${sent}</p>`;
}

async function send(
  shown: ShownCard,
  { cds, now }: ActionOptions,
  feedback: Omit<FeedbackItem, 'card' | 'outcomeTimestamp'>,
): Promise<string> {
  const status = await cds.sendFeedback(shown.serviceId, [
    { card: shown.uuid, outcomeTimestamp: now().toISOString(), ...feedback },
  ]);
  return status === 200 ? 'The service has been told.' : 'The service could not be told.';
}
