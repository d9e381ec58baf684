import type { Trouble } from '../fhir/trouble.ts';
import { type Html, html } from './html.ts';

const DENIABLE = [
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'ClinicalImpression',
];

/** Switches for trouble, to see how the service and the app bear it. */
export function settingsView(trouble: Readonly<Trouble>, serviceUrl: string | undefined): Html {
  const choice = (name: string, legend: string, current: string, options: Readonly<Record<string, string>>) =>
    html`<fieldset><legend>${legend}</legend>${Object.entries(options).map(
      ([value, label]) =>
        html`<label class="choice-line"><input type="radio" name="${name}" value="${value}" ${value === current ? { html: 'checked' } : ''} /> ${label}</label>`,
    )}</fieldset>`;
  return html`<main id="main" class="narrow"><h1>Simulate trouble</h1>
    <p>Connected CDS service: <b>${serviceUrl ?? 'none'}</b>. What is switched on here lasts until the sandbox stops.</p>
    <form method="post" action="/settings">
      ${choice('prefetch', 'Prefetch', trouble.prefetch, { full: 'The chart sends all prefetch data', partial: 'Only the first half of the keys', none: 'No prefetch at all' })}
      ${choice('fhir', 'FHIR server', trouble.fhir, { normal: 'The FHIR server answers', error: 'The FHIR server answers 500', slow: 'The FHIR server answers late' })}
      ${choice('fhirFor', 'FHIR trouble meets', trouble.fhirFor, { service: 'only for the CDS service', app: 'only for the app', all: 'for everyone' })}
      <fieldset><legend>Late by</legend><label class="choice-line"><input type="number" name="slowMs" min="0" max="60000" value="${trouble.slowMs}" /> milliseconds</label></fieldset>
      <fieldset><legend>No scope for</legend>${DENIABLE.map(
        (type) =>
          html`<label class="choice-line"><input type="checkbox" name="deniedTypes" value="${type}" ${trouble.deniedTypes.includes(type) ? { html: 'checked' } : ''} /> ${type}</label>`,
      )}</fieldset>
      <button class="primary">Save</button>
    </form></main>`;
}

/** Reads the form; anything that it does not offer falls back to no trouble. */
export function readTrouble(form: Readonly<Record<string, unknown>>): Trouble {
  const one = <T extends string>(value: unknown, allowed: readonly T[]): T =>
    allowed.find((each) => each === value) ?? allowed[0]!;
  const denied = [form.deniedTypes ?? []].flat();
  return {
    prefetch: one(form.prefetch, ['full', 'partial', 'none']),
    fhir: one(form.fhir, ['normal', 'error', 'slow']),
    fhirFor: one(form.fhirFor, ['service', 'app', 'all']),
    slowMs: Math.min(Math.max(Number(form.slowMs) || 0, 0), 60_000),
    deniedTypes: DENIABLE.filter((type) => denied.includes(type)),
  };
}
