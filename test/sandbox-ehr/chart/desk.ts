import type { Request, Response } from 'express';
import { isAnyTrouble } from '../fhir/trouble.ts';
import { STAFF, staffName } from '../patients/clinic.ts';
import type { ChartSessions } from '../smart/chart-session.ts';
import type { Launch, Launches } from '../smart/launches.ts';
import type { SandboxParts } from '../start-sandbox.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** What every page of the chart needs: who sits there, how a page is shown, how an app is opened from it. */
export interface Desk {
  /** Practitioner id. Whoever opens the chart first is signed in as the first nurse: this is a sandbox. */
  nurse(request: Request, response: Response): string;
  show(request: Request, response: Response, shown: { readonly title: string; readonly body: Html }): void;
  /** The address that launches an app from this chart. */
  launchAddress(launchUrl: string, launch: Launch): string;
}

export function createDesk(parts: SandboxParts, sessions: ChartSessions, launches: Launches): Desk {
  function nurse(request: Request, response: Response): string {
    const known = sessions.practitionerOf(request);
    if (known !== undefined) return known;
    const first = STAFF[0]!.id;
    sessions.signIn(response, first);
    return first;
  }
  return {
    nurse,
    show: (request, response, { title, body }) => {
      response.send(page(title, body, headerView(nurse(request, response), isAnyTrouble(parts.trouble))));
    },
    launchAddress(launchUrl, launch) {
      const url = new URL(launchUrl);
      url.searchParams.set('iss', parts.fhirUrl);
      url.searchParams.set('launch', launches.open(launch));
      return url.href;
    },
  };
}

function headerView(practitioner: string, isTroubled: boolean): Html {
  const member = STAFF.find(({ id }) => id === practitioner);
  return html`<header class="top"><a class="clinic" href="/">Sandbox clinic</a>
    <nav aria-label="Main"><a href="/">Today</a> <a href="/patients">All patients</a> <a href="/settings">${isTroubled ? 'Trouble is on' : 'Simulate trouble'}</a></nav>
    <p class="me">${member ? staffName(member) : practitioner} <a href="/sign-in">Change</a></p></header>`;
}
