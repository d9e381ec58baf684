import { bannerView, factsView, recordView } from './chart-view.ts';
import { type Html, html } from './html.ts';
import type { Chart } from './read-chart.ts';
import { patientName } from './words.ts';

/** One chart: banner, cards, facts, and the frame in which the app opens. */
export function chartPage(chart: Chart, now: Date, hasService: boolean): Html {
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
            : html`<form class="panel" method="post" action="/chart/${patient.id}/visit"><h2>Register a visit</h2>
                <label>Reason for the visit, in the patient's words <textarea name="reason" rows="3" maxlength="2000" required></textarea></label><button class="primary">Register visit</button></form>`
        }
        <section id="cards" aria-label="Decision support" aria-live="polite"><p class="notice">Asking decision support…</p></section>
        ${recordView(chart)}
      </div>
      <div class="column">${factsView(chart, now)}</div>
    </main>
    <section id="app-panel" hidden aria-label="Prescreen"><div class="panel-bar"><p>${patientName(patient)}</p><a id="app-new-tab" href="#" target="_blank" rel="noopener">In a new tab</a><button id="app-close">Close</button></div>
      <iframe name="app-frame" title="Prescreen"></iframe></section>`;
}
