import { Router } from 'express';
import { STAFF, staffName } from '../patients/clinic.ts';
import type { ChartSessions } from '../smart/chart-session.ts';
import type { SandboxParts } from '../start-sandbox.ts';
import type { Desk } from './desk.ts';
import { html } from './html.ts';
import { othersView, visitsView } from './list-view.ts';
import { readTrouble, settingsView } from './settings-view.ts';

/** Lists, sign-in and settings. */
export function pageRoutes(parts: SandboxParts, desk: Desk, sessions: ChartSessions): Router {
  const { server, now, trouble } = parts;
  const router = Router();
  router.get('/', (request, response) => {
    const body = html`<main id="main"><h1>Today's patients</h1>${visitsView(server, now())}</main>`;
    desk.show(request, response, { title: 'Today', body });
  });
  router.get('/patients', (request, response) => {
    const name = typeof request.query.name === 'string' ? request.query.name : '';
    const body = html`<main id="main"><h1>All patients</h1>${othersView(server, name, now())}</main>`;
    desk.show(request, response, { title: 'All patients', body });
  });
  router.get('/sign-in', (request, response) => {
    const choices = STAFF.map(
      (member) =>
        html`<button name="practitioner" value="${member.id}" class="choice"><b>${staffName(member)}</b></button>`,
    );
    const body = html`<main id="main" class="narrow"><h1>Who is signed in?</h1>
      <form method="post" action="/sign-in" class="choices">${choices}</form></main>`;
    desk.show(request, response, { title: 'Sign in', body });
  });
  router.post('/sign-in', (request, response) => {
    const chosen = STAFF.find(({ id }) => id === (request.body as { practitioner?: string }).practitioner);
    if (chosen) sessions.signIn(response, chosen.id);
    response.redirect(303, '/');
  });
  router.get('/settings', (request, response) => {
    desk.show(request, response, { title: 'Settings', body: settingsView(trouble, parts.service.url) });
  });
  router.post('/settings', (request, response) => {
    Object.assign(trouble, readTrouble(request.body as Record<string, unknown>));
    response.redirect(303, '/settings');
  });
  return router;
}
