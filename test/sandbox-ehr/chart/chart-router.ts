import { type Request, type Response, Router, static as serveStatic, urlencoded } from 'express';
import { createCdsClient } from '../cds/cds-client.ts';
import type { HookContext } from '../cds/prefetch.ts';
import { createShownCards } from '../cds/shown-cards.ts';
import { FULL_ACCESS } from '../fhir/access.ts';
import { STAFF, staffName } from '../patients/clinic.ts';
import type { AuthorizationServer } from '../smart/authorization-server.ts';
import type { ChartSessions } from '../smart/chart-session.ts';
import type { Launch, Launches } from '../smart/launches.ts';
import type { SandboxParts } from '../start-sandbox.ts';
import { acceptSuggestion, dismissCard } from './card-actions.ts';
import { answerView } from './card-view.ts';
import { bannerView, factsView, recordView } from './chart-view.ts';
import { type Html, html } from './html.ts';
import { othersView, visitsView } from './list-view.ts';
import { page } from './page.ts';
import { type Chart, readChart } from './read-chart.ts';
import { readTrouble, settingsView } from './settings-view.ts';
import { signedBundle } from './signed-bundle.ts';
import { clockText, patientName } from './words.ts';

export interface ChartOptions {
  readonly parts: SandboxParts;
  readonly sessions: ChartSessions;
  readonly launches: Launches;
  readonly authorization: AuthorizationServer;
}

/** The pages of the chart: list, chart, cards, settings, and who is signed in. */
export function chartRouter({ parts, sessions, launches, authorization }: ChartOptions): Router {
  const { server, now, trouble } = parts;
  const cards = createShownCards();
  const cds = createCdsClient({
    serviceUrl: () => parts.service.url,
    issuer: parts.cdsIssuer,
    jwksUrl: `${parts.url}/.well-known/cds-jwks.json`,
    key: parts.cdsKey,
    fhirUrl: parts.fhirUrl,
    server,
    authorization,
    trouble,
  });
  const router = Router();
  router.use('/assets', serveStatic(new URL('assets', import.meta.url).pathname, { maxAge: 0 }));
  router.use(urlencoded({ extended: false }));

  /** Whoever opens the chart first is signed in as the first nurse: this is a sandbox. */
  function nurse(request: Request, response: Response): string {
    const known = sessions.practitionerOf(request);
    if (known !== undefined) return known;
    const first = STAFF[0]!.id;
    sessions.signIn(response, first);
    return first;
  }

  const show = (request: Request, response: Response, title: string, body: Html) =>
    response.send(
      page(
        title,
        body,
        headerView(
          nurse(request, response),
          trouble.fhir !== 'normal' || trouble.prefetch !== 'full' || trouble.deniedTypes.length > 0,
        ),
      ),
    );

  router.get('/', (request, response) => {
    show(
      request,
      response,
      'Today',
      html`<main id="main"><h1>Today's patients</h1>${visitsView(server, now())}</main>`,
    );
  });
  router.get('/patients', (request, response) => {
    const name = typeof request.query.name === 'string' ? request.query.name : '';
    show(
      request,
      response,
      'All patients',
      html`<main id="main"><h1>All patients</h1>${othersView(server, name, now())}</main>`,
    );
  });
  router.get('/sign-in', (request, response) => {
    const form = html`<main id="main" class="narrow"><h1>Who is signed in?</h1><form method="post" action="/sign-in" class="choices">
      ${STAFF.map((member) => html`<button name="practitioner" value="${member.id}" class="choice"><b>${staffName(member)}</b></button>`)}</form></main>`;
    show(request, response, 'Sign in', form);
  });
  router.post('/sign-in', (request, response) => {
    const chosen = STAFF.find(({ id }) => id === (request.body as { practitioner?: string }).practitioner);
    if (chosen) sessions.signIn(response, chosen.id);
    response.redirect(303, '/');
  });
  router.get('/settings', (request, response) => {
    show(request, response, 'Settings', settingsView(trouble, parts.service.url));
  });
  router.post('/settings', (request, response) => {
    Object.assign(trouble, readTrouble(request.body as Record<string, unknown>));
    response.redirect(303, '/settings');
  });

  router.get('/chart/:patient', (request, response) => {
    const chart = chartOf(request);
    if (!chart) {
      response.status(404);
      show(
        request,
        response,
        'Not found',
        html`<main id="main"><h1>There is no such patient</h1><p><a href="/">Back to the list</a></p></main>`,
      );
      return;
    }
    show(request, response, 'Chart', chartPage(chart, now(), parts.service.url !== undefined));
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
    const reason = String((request.body as { reason?: string }).reason ?? '')
      .trim()
      .slice(0, 2000);
    const encounter = startVisit(parts, request.params.patient, reason);
    response.redirect(
      303,
      `/chart/${encodeURIComponent(request.params.patient)}${encounter ? `?encounter=${encounter}` : ''}`,
    );
  });
  router.post('/chart/:patient/hooks/patient-view', async (request, response) => {
    const chart = chartOf(request);
    if (!chart) return void response.status(404).end();
    response.send(await fire('patient-view', chart, nurse(request, response)));
  });
  router.post('/chart/:patient/hooks/encounter-start', async (request, response) => {
    const chart = chartOf(request);
    if (!chart?.encounter) return void response.status(404).end();
    const { encounter } = chart;
    if (encounter.status === 'arrived' || encounter.status === 'planned')
      server.handle({
        method: 'PUT',
        url: `Encounter/${encounter.id}`,
        headers: {},
        body: { ...encounter, status: 'in-progress' },
        access: FULL_ACCESS,
      });
    response.send(await fire('encounter-start', chart, nurse(request, response)));
  });

  router.get('/chart/:patient/open-app', (request, response) => {
    const chart = chartOf(request);
    const { url } = parts.service;
    if (!chart || url === undefined) return void response.status(404).end();
    const launch = {
      practitioner: nurse(request, response),
      patient: chart.patient.id,
      encounter: chart.encounter?.id,
    };
    response.redirect(303, launchAddress(`${url}/app/launch.html`, launch));
  });
  router.get('/cards/:uuid/open/:link', (request, response) => {
    const shown = cards.find(request.params.uuid);
    const link = shown?.card.links?.[Number(request.params.link)];
    const practitioner = nurse(request, response);
    if (!shown || link?.type !== 'smart' || shown.context.userId !== `Practitioner/${practitioner}`) {
      response.status(410);
      show(
        request,
        response,
        'Gone',
        html`<main id="main" class="narrow"><h1>This card has been replaced</h1><p>Open the app from the card that is in the chart now.</p></main>`,
      );
      return;
    }
    const { patientId: patient, encounterId: encounter } = shown.context;
    response.redirect(
      303,
      launchAddress(link.url, { practitioner, patient, encounter, appContext: link.appContext }),
    );
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
    response.send(
      (await dismissCard(shown, request.body as { reason?: string; comment?: string }, { server, cds, now }))
        .html,
    );
  });
  return router;

  function chartOf(request: Request): Chart | undefined {
    const { encounter } = request.query;
    return readChart(
      server,
      String(request.params.patient),
      typeof encounter === 'string' ? encounter : undefined,
    );
  }

  async function fire(
    hook: 'patient-view' | 'encounter-start',
    chart: Chart,
    practitioner: string,
  ): Promise<string> {
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

  function launchAddress(launchUrl: string, launch: Launch): string {
    const url = new URL(launchUrl);
    url.searchParams.set('iss', parts.fhirUrl);
    url.searchParams.set('launch', launches.open(launch));
    return url.href;
  }
}

const GONE = html`<p class="notice" role="status">This card has been replaced by a newer one.</p>`;

function headerView(practitioner: string, isTroubled: boolean): Html {
  const member = STAFF.find(({ id }) => id === practitioner);
  return html`<header class="top"><a class="clinic" href="/">Sandbox clinic</a>
    <nav aria-label="Main"><a href="/">Today</a> <a href="/patients">All patients</a> <a href="/settings">${isTroubled ? 'Trouble is on' : 'Simulate trouble'}</a></nav>
    <p class="me">${member ? staffName(member) : practitioner} <a href="/sign-in">Change</a></p></header>`;
}

function chartPage(chart: Chart, now: Date, hasService: boolean): Html {
  const { patient, encounter } = chart;
  const isWaiting = encounter?.status === 'arrived' || encounter?.status === 'planned';
  const query = encounter ? `?encounter=${encounter.id}` : '';
  return html`${bannerView(chart, now)}
    <main id="main" class="chart" data-chart="/chart/${patient.id}" data-query="${query}">
      <div class="column">
        <div class="bar">
          ${isWaiting ? html`<button id="start-visit">Start visit</button>` : ''}
          ${encounter && !isWaiting ? html`<p class="state">Visit in progress</p>` : ''}
          ${hasService ? html`<a class="button" href="/chart/${patient.id}/open-app${query}" target="app-frame" data-open-app>Open Prescreen</a>` : ''}
        </div>
        ${
          encounter
            ? ''
            : html`<form class="panel" method="post" action="/chart/${patient.id}/visit"><h2>Start a visit</h2>
                <label>Reason for the visit, in the patient's words <textarea name="reason" rows="3" maxlength="2000" required></textarea></label><button class="primary">Start visit</button></form>`
        }
        <section id="cards" aria-label="Decision support" aria-live="polite"><p class="notice">Asking decision support…</p></section>
        ${recordView(chart)}
      </div>
      <div class="column">${factsView(chart, now)}</div>
    </main>
    <section id="app-panel" hidden aria-label="Prescreen"><div class="panel-bar"><p>${patientName(patient)}</p><a id="app-new-tab" href="#" target="_blank" rel="noopener">In a new tab</a><button id="app-close">Close</button></div>
      <iframe name="app-frame" title="Prescreen"></iframe></section>`;
}

/** A visit for a patient who has none: the reason is kept in the patient's own words. */
function startVisit({ server, now }: SandboxParts, patient: string, reason: string): string | undefined {
  if (server.repository.rowOf('Patient', patient) === undefined) return undefined;
  const reply = server.handle({
    method: 'POST',
    url: 'Encounter',
    headers: {},
    access: FULL_ACCESS,
    body: {
      resourceType: 'Encounter',
      status: 'arrived',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'AMB',
        display: 'ambulatory',
      },
      subject: { reference: `Patient/${patient}` },
      period: { start: now().toISOString() },
      ...(reason ? { reasonCode: [{ text: reason }] } : {}),
    },
  });
  return reply.body?.id;
}
