import type { Encounter, Patient } from 'fhir/r4';
import type { FhirServer } from '../fhir/interactions.ts';
import { type Html, html } from './html.ts';
import { find, readChart } from './read-chart.ts';
import { ageText, clockText, patientName, spanText } from './words.ts';

const STATUS: Readonly<Record<string, string>> = {
  arrived: 'Waiting',
  triaged: 'Triaged',
  'in-progress': 'With a nurse',
  planned: 'Expected',
  onleave: 'Away',
};

/** Today's open visits, the longest wait first. */
export function visitsView(server: FhirServer, now: Date): Html {
  const visits = find<Encounter>(
    server,
    'Encounter?status=planned,arrived,triaged,in-progress,onleave&_sort=date&_count=200',
  );
  if (visits.kind === 'unreadable')
    return html`<p class="notice failed" role="alert">The list could not be loaded. Do not assume that it is empty.</p>`;
  if (visits.items.length === 0)
    return html`<p class="notice">No one is waiting. Updated ${clockText(now.toISOString())}.</p>`;
  return html`<table class="visits"><caption class="visually-hidden">Open visits</caption>
    <thead><tr><th scope="col">Patient</th><th scope="col">Complaint</th><th scope="col">Waiting</th><th scope="col">Status</th></tr></thead>
    <tbody>${visits.items.map((visit) => visitRow(server, visit, now))}</tbody></table>`;
}

function visitRow(server: FhirServer, visit: Encounter, now: Date): Html {
  const patientId = visit.subject?.reference?.replace('Patient/', '') ?? '';
  const chart = readChart(server, patientId, visit.id);
  if (!chart) return html``;
  const { patient, complaints } = chart;
  return html`<tr>
    <th scope="row"><a href="/chart/${patientId}?encounter=${visit.id}">${patientName(patient)}</a>
      <span class="sub">${patient.gender ?? ''} · ${ageText(patient, now)}</span></th>
    <td class="words">${complaints[0] ?? html`<em>none recorded</em>`}</td>
    <td data-label="Waiting">${spanText(visit.period?.start, now)} <span class="sub">since ${clockText(visit.period?.start)}</span></td>
    <td data-label="Status">${STATUS[visit.status] ?? visit.status}</td>
  </tr>`;
}

/** Patients without an open visit: those who were loaded beside the clinic's own. */
export function othersView(server: FhirServer, name: string, now: Date): Html {
  const query = name ? `&name=${encodeURIComponent(name)}` : '';
  const found = find<Patient>(server, `Patient?_sort=family,given${query}&_count=100`);
  const patients = found.kind === 'read' ? found.items : [];
  return html`<form class="find" method="get" action="/patients" role="search">
      <label>Name begins with <input name="name" value="${name}" /></label><button>Find</button></form>
    ${patients.length === 0 ? html`<p class="notice">No patient found.</p>` : ''}
    <ul class="people">${patients.map(
      (patient) =>
        html`<li><a href="/chart/${patient.id}">${patientName(patient)}</a> <span class="sub">${patient.gender ?? ''} · ${ageText(patient, now)}</span></li>`,
    )}</ul>`;
}
