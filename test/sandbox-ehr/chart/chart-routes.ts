import { type Request, Router } from 'express';
import type { CdsClient } from '../cds/cds-client.ts';
import type { HookContext } from '../cds/prefetch.ts';
import type { ShownCards } from '../cds/shown-cards.ts';
import { FULL_ACCESS } from '../fhir/access.ts';
import type { SandboxParts } from '../start-sandbox.ts';
import { answerView } from './card-view.ts';
import { chartPage } from './chart-page.ts';
import { recordView } from './chart-view.ts';
import type { Desk } from './desk.ts';
import { html } from './html.ts';
import { type Chart, readChart } from './read-chart.ts';
import { signedBundle } from './signed-bundle.ts';
import { registerVisit } from './walk-in.ts';
import { clockText } from './words.ts';

type Hook = 'patient-view' | 'encounter-start';

/** One patient's chart: its page, its hooks, its record, and the app opened without a card. */
export function chartRoutes(
  parts: SandboxParts,
  desk: Desk,
  { cds, cards }: { readonly cds: CdsClient; readonly cards: ShownCards },
): Router {
  const { server, now } = parts;
  const router = Router();
  router.get('/chart/:patient', (request, response) => {
    const chart = chartOf(request);
    const missing = html`<main id="main"><h1>There is no such patient</h1><p><a href="/">Back to the list</a></p></main>`;
    const body = chart ? chartPage(chart, now(), parts.service.url !== undefined) : missing;
    response.status(chart ? 200 : 404);
    desk.show(request, response, { title: 'Chart', body });
  });
  router.get('/chart/:patient/record', (request, response) => {
    const chart = chartOf(request);
    response.status(chart ? 200 : 404).send(chart ? recordView(chart).html : '');
  });
  router.get('/chart/:patient/impressions/:id.json', (request, response) => {
    const bundle = signedBundle(server, request.params.patient, request.params.id);
    if (!bundle) return void response.status(404).end();
    response
      .attachment(`${request.params.id}.json`)
      .type('application/fhir+json')
      .send(JSON.stringify(bundle, null, 2));
  });
  router.post('/chart/:patient/visit', (request, response) => {
    const { patient } = request.params;
    const reason = String((request.body as { reason?: string }).reason ?? '').trim();
    const encounter = registerVisit(parts, patient, reason.slice(0, 2000));
    const query = encounter === undefined ? '' : `?encounter=${encounter}`;
    response.redirect(303, `/chart/${encodeURIComponent(patient)}${query}`);
  });
  router.post('/chart/:patient/hooks/patient-view', async (request, response) => {
    const chart = chartOf(request);
    if (!chart) return void response.status(404).end();
    response.send(await fire('patient-view', chart, desk.nurse(request, response)));
  });
  router.post('/chart/:patient/hooks/encounter-start', async (request, response) => {
    const chart = chartOf(request);
    if (!chart?.encounter) return void response.status(404).end();
    begin(chart.encounter);
    response.send(await fire('encounter-start', chart, desk.nurse(request, response)));
  });
  router.get('/chart/:patient/open-app', (request, response) => {
    const chart = chartOf(request);
    const { url } = parts.service;
    if (!chart || url === undefined) return void response.status(404).end();
    const practitioner = desk.nurse(request, response);
    const launch = { practitioner, patient: chart.patient.id, encounter: chart.encounter?.id };
    response.redirect(303, desk.launchAddress(`${url}/app/launch.html`, launch));
  });
  return router;

  function chartOf({ params, query }: Request): Chart | undefined {
    const encounter = typeof query.encounter === 'string' ? query.encounter : undefined;
    return readChart(server, String(params.patient), encounter);
  }

  function begin(encounter: NonNullable<Chart['encounter']>): void {
    if (encounter.status !== 'arrived' && encounter.status !== 'planned') return;
    const url = `Encounter/${encounter.id}`;
    const body = { ...encounter, status: 'in-progress' };
    server.handle({ method: 'PUT', url, headers: {}, body, access: FULL_ACCESS });
  }

  /** Fires a hook at every service that listens to it; gives the regions of the page that show the answers. */
  async function fire(hook: Hook, chart: Chart, practitioner: string): Promise<string> {
    const context: HookContext = {
      userId: `Practitioner/${practitioner}`,
      patientId: chart.patient.id!,
      ...(chart.encounter ? { encounterId: chart.encounter.id! } : {}),
    };
    const answers = await cds.fire(hook, context);
    const at = clockText(now().toISOString());
    const regions = answers.map((answer) => {
      const shown = answer.kind === 'cards' ? cards.replace(answer.serviceId, context, answer.cards) : [];
      return answerView(answer, shown, at).html;
    });
    return regions.join('');
  }
}
