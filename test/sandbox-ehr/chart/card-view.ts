import type { HookAnswer } from '../cds/cds-client.ts';
import type { ShownCard } from '../cds/shown-cards.ts';
import { type Html, html } from './html.ts';
import { markdown } from './markdown.ts';

const INDICATORS = {
  critical: { word: 'Critical', shape: '<path d="M7 1h6l6 6v6l-6 6H7l-6-6V7z"/>' },
  warning: { word: 'Warning', shape: '<path d="M10 1 19.5 18H.5z"/>' },
  info: {
    word: 'Information',
    shape: '<circle cx="10" cy="10" r="8" fill="none" stroke-width="3" stroke="currentColor"/>',
  },
} as const;

/** The region of one service: its cards, or that it has nothing to say, or that it failed. */
export function answerView(answer: HookAnswer, shown: readonly ShownCard[], at: string): Html {
  const { serviceId } = answer;
  const body =
    answer.kind === 'failed'
      ? html`<p class="notice failed" role="alert"><b>Decision support did not answer:</b> ${answer.reason}. Assess by your local protocol.</p>`
      : shown.length === 0
        ? html`<p class="notice">Decision support has looked at this chart and has nothing to add.</p>`
        : shown.map((each) => cardView(each));
  return html`<div class="service" data-service="${serviceId ?? 'none'}">${body}<p class="asked">Asked at ${at}</p></div>`;
}

function cardView({ uuid, card }: ShownCard): Html {
  const { word, shape } = INDICATORS[card.indicator];
  const smart = (card.links ?? []).map((link, position) => ({ link, position }));
  return html`<article class="card ${card.indicator}" data-card="${uuid}">
    <p class="indicator"><svg viewBox="0 0 20 20" aria-hidden="true">${{ html: shape }}</svg> ${word}</p>
    <h3>${card.summary}</h3>
    ${card.detail ? html`<details open><summary>Details</summary><div class="markdown">${markdown(card.detail)}</div></details>` : ''}
    <div class="links">
      ${smart.map(({ link, position }) =>
        link.type === 'smart'
          ? html`<a class="primary" href="/cards/${uuid}/open/${position}" target="app-frame" data-open-app>${link.label}</a>
              <a href="/cards/${uuid}/open/${position}" target="_blank" rel="noopener">in a new tab</a>`
          : html`<a href="${link.url}" target="_blank" rel="noopener noreferrer">${link.label}</a>`,
      )}
    </div>
    ${suggestionsView(uuid, card)}
    ${dismissView(uuid, card)}
    <p class="source">Source: ${card.source.url ? html`<a href="${card.source.url}" target="_blank" rel="noopener noreferrer">${card.source.label}</a>` : card.source.label}</p>
  </article>`;
}

function suggestionsView(uuid: string, { suggestions = [] }: ShownCard['card']): Html {
  if (suggestions.length === 0) return html``;
  return html`<form class="suggestions" method="post" action="/cards/${uuid}/accept" data-card-form>
    <p>Suggested</p>
    ${suggestions.map(
      ({ label, isRecommended, actions = [] }, position) => html`<div class="suggestion">
        <button name="suggestion" value="${position}">${label}${isRecommended ? ' (recommended)' : ''}</button>
        <ul>${actions.map(({ description, type }) => html`<li>${description ?? type}</li>`)}</ul>
      </div>`,
    )}
  </form>`;
}

function dismissView(uuid: string, { overrideReasons = [] }: ShownCard['card']): Html {
  return html`<details class="dismiss">
    <summary>Dismiss this card</summary>
    <form method="post" action="/cards/${uuid}/dismiss" data-card-form>
      ${
        overrideReasons.length > 0
          ? html`<label>Reason
              <select name="reason">
                <option value="">No reason given</option>
                ${overrideReasons.map(({ display, code }, position) => html`<option value="${position}">${display ?? code}</option>`)}
              </select></label>`
          : ''
      }
      <label>Comment <input name="comment" maxlength="500" autocomplete="off" /></label>
      <button>Dismiss</button>
    </form>
  </details>`;
}
