import { Router } from 'express';
import type { CdsClient } from '../cds/cds-client.ts';
import type { ShownCards } from '../cds/shown-cards.ts';
import type { SandboxParts } from '../start-sandbox.ts';
import { acceptSuggestion, dismissCard } from './card-actions.ts';
import type { Desk } from './desk.ts';
import { html } from './html.ts';

const GONE = html`<p class="notice" role="status">This card has been replaced by a newer one.</p>`;
const GONE_PAGE = html`<main id="main" class="narrow"><h1>This card has been replaced</h1>
  <p>Open the app from the card that is in the chart now.</p></main>`;

/** What a nurse can do with a card: open its app, accept a suggestion, dismiss it. */
export function cardRoutes(
  { server, now }: SandboxParts,
  desk: Desk,
  { cds, cards }: { readonly cds: CdsClient; readonly cards: ShownCards },
): Router {
  const router = Router();
  router.get('/cards/:uuid/open/:link', (request, response) => {
    const shown = cards.find(request.params.uuid);
    const link = shown?.card.links?.[Number(request.params.link)];
    const practitioner = desk.nurse(request, response);
    if (!shown || link?.type !== 'smart' || shown.context.userId !== `Practitioner/${practitioner}`) {
      response.status(410);
      desk.show(request, response, { title: 'Gone', body: GONE_PAGE });
      return;
    }
    const { patientId: patient, encounterId: encounter } = shown.context;
    const launch = { practitioner, patient, encounter, appContext: link.appContext };
    response.redirect(303, desk.launchAddress(link.url, launch));
  });
  router.post('/cards/:uuid/accept', async (request, response) => {
    const shown = cards.find(request.params.uuid);
    if (!shown) return void response.status(410).send(GONE.html);
    const position = Number((request.body as { suggestion?: string }).suggestion);
    response.send((await acceptSuggestion(shown, position, { server, cds, now })).html);
  });
  router.post('/cards/:uuid/dismiss', async (request, response) => {
    const shown = cards.find(request.params.uuid);
    if (!shown) return void response.status(410).send(GONE.html);
    const answer = request.body as { reason?: string; comment?: string };
    response.send((await dismissCard(shown, answer, { server, cds, now })).html);
  });
  return router;
}
