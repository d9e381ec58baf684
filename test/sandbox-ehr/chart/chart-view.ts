import type { AllergyIntolerance, Condition, Observation } from 'fhir/r4';
import { type Html, html } from './html.ts';
import type { Chart, Part } from './read-chart.ts';
import { ageText, clockText, conceptText, dateText, patientName, spanText, valueText } from './words.ts';

const NO_KNOWN_ALLERGY = '716186003';
const OLD_MS = 4 * 3_600_000;

/** The identity of the patient and the allergies, always in sight. */
export function bannerView({ patient, allergies }: Chart, now: Date): Html {
  const language = patient.communication?.find(({ preferred }) => preferred)?.language;
  const code = language?.coding?.[0]?.code ?? language?.text;
  return html`<section class="banner" aria-label="Patient">
    <div class="who"><h1>${patientName(patient)}</h1>
      <p>${patient.gender ?? 'sex unknown'} · ${ageText(patient, now)} · born ${dateText(patient.birthDate)} · MRN ${patient.identifier?.[0]?.value ?? 'none'}
        ${patient.deceasedDateTime || patient.deceasedBoolean ? html` · <b>recorded as dead</b>` : ''}
        ${code && code !== 'en' && code !== 'en-US' ? html` · <b>Language: ${code}</b>` : ''}</p></div>
    <p class="allergies"><span class="label">Allergies</span> ${allergySentence(allergies)}</p>
  </section>`;
}

/** The three states of allergies, each in words of its own. */
export function allergySentence(allergies: Part<AllergyIntolerance>): Html {
  if (allergies.kind === 'unreadable')
    return html`<em class="unreadable">Could not be read. Ask the patient.</em>`;
  if (allergies.items.length === 0) return html`<em>Nothing recorded. Ask.</em>`;
  const none = allergies.items.find(({ code }) =>
    code?.coding?.some((each) => each.code === NO_KNOWN_ALLERGY),
  );
  if (none) return html`<b>No known allergies recorded</b> (${dateText(none.recordedDate)}, chart)`;
  const named = allergies.items.map(({ code, reaction, criticality }) => {
    const manifestation = reaction?.[0]?.manifestation?.[0];
    const how = [manifestation && conceptText(manifestation), criticality === 'high' && 'high risk'].filter(
      Boolean,
    );
    return `${conceptText(code)}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
  });
  return html`<b>${named.join('; ')}</b>`;
}

/** What the chart holds, beside the cards. */
export function factsView(chart: Chart, now: Date): Html {
  return html`
    <section class="panel"><h2>Complaint</h2>${complaintView(chart)}</section>
    <section class="panel"><h2>Vital signs</h2>${vitalsView(chart.observations, now)}</section>
    <section class="panel"><h2>Problems</h2>${listView(chart.conditions, conditionText)}</section>
    <section class="panel"><h2>Medicines</h2>${listView(chart.medicines, (medicine) => {
      const name = medicine.medicationCodeableConcept
        ? conceptText(medicine.medicationCodeableConcept)
        : (medicine.medicationReference?.display ?? medicine.medicationReference?.reference ?? 'not named');
      return medicine.status === 'active' ? name : `${name} (${medicine.status})`;
    })}</section>
    <section class="panel"><h2>Allergies</h2><p>${allergySentence(chart.allergies)}</p></section>`;
}

function complaintView({ complaints, encounter }: Chart): Html {
  if (!encounter) return html`<p><em>No visit is open.</em></p>`;
  if (complaints.length === 0) return html`<p><em>No complaint is recorded for this visit.</em></p>`;
  return html`${complaints.map((text) => html`<p class="complaint">${text}</p>`)}`;
}

function conditionText({ code, clinicalStatus }: Condition): string {
  const status = clinicalStatus?.coding?.[0]?.code;
  return `${conceptText(code)}${status && status !== 'active' ? ` (${status})` : ''}`;
}

function listView<T>(part: Part<T>, text: (item: T) => string): Html {
  if (part.kind === 'unreadable')
    return html`<p><em class="unreadable">Could not be read. Ask the patient.</em></p>`;
  if (part.items.length === 0) return html`<p><em>Nothing recorded. Ask.</em></p>`;
  const names = [...new Set(part.items.map(text))];
  const shown = names.slice(0, 12);
  const rest = names.slice(12);
  return html`<ul>${shown.map((name) => html`<li>${name}</li>`)}</ul>
    ${rest.length > 0 ? html`<details><summary>${rest.length} more</summary><ul>${rest.map((name) => html`<li>${name}</li>`)}</ul></details>` : ''}`;
}

/** The newest value of each kind, with its age in words; a value from long ago says so. */
function vitalsView(part: Part<Observation>, now: Date): Html {
  if (part.kind === 'unreadable')
    return html`<p><em class="unreadable">Could not be read. Measure again.</em></p>`;
  const newest = new Map<string, Observation>();
  for (const observation of part.items) {
    const key = observation.code.coding?.[0]?.code ?? conceptText(observation.code);
    if (observation.status !== 'entered-in-error' && !newest.has(key)) newest.set(key, observation);
  }
  if (newest.size === 0) return html`<p><em>None measured.</em></p>`;
  return html`<table class="vitals"><thead><tr><th scope="col">Sign</th><th scope="col">Value</th><th scope="col">Measured</th></tr></thead><tbody>
    ${[...newest.values()].map((observation) => {
      const at = observation.effectiveDateTime ?? observation.effectivePeriod?.start;
      const isOld = at !== undefined && now.getTime() - new Date(at).getTime() > OLD_MS;
      return html`<tr><th scope="row">${conceptText(observation.code)}</th><td>${valueText(observation)}</td>
        <td class="${isOld ? 'old' : ''}">${isOld ? 'old: ' : ''}${spanText(at, now)} ago</td></tr>`;
    })}
  </tbody></table>`;
}

/** What was signed and handed over in this chart. */
export function recordView({ patient, impressions, tasks }: Chart): Html {
  const notes = impressions.kind === 'read' ? impressions.items : [];
  const open = tasks.kind === 'read' ? tasks.items : [];
  return html`<section class="panel" id="record" aria-label="Triage record"><h2>Triage record</h2>
    ${impressions.kind === 'unreadable' || tasks.kind === 'unreadable' ? html`<p><em class="unreadable">Could not be read.</em></p>` : ''}
    ${notes.length === 0 && open.length === 0 ? html`<p><em>Nothing has been signed yet.</em></p>` : ''}
    ${notes.map(
      (
        note,
      ) => html`<article class="note" data-impression="${note.id}"><h3>Signed impression, ${clockText(note.meta?.lastUpdated)}</h3>
        <p>${note.assessor?.display ?? ''}</p><p class="complaint">${note.summary ?? note.description ?? ''}</p>
        <p><a href="/chart/${patient.id}/impressions/${note.id}.json" download>Download with its signature (FHIR Bundle)</a></p></article>`,
    )}
    ${open.map(
      (task) => html`<article class="note" data-task="${task.id}"><h3>Task: ${conceptText(task.code)}</h3>
        <p>${task.priority ?? 'routine'} · ${task.status} · ${task.owner?.display ?? task.performerType?.[0]?.text ?? 'no owner'}</p></article>`,
    )}
  </section>`;
}
