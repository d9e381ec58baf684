import { allergyView } from '../chart/allergies.ts';
import { medicineList, problemList } from '../chart/listings.ts';
import type { Chart } from '../chart/load-chart.ts';
import { patientBanner } from '../chart/patient-banner.ts';
import type { Say } from '../words/words.ts';
import type { ChartInWords } from './handover-lines.ts';

/** The chart as the first text of a handover needs it. The name of the patient is not in it. */
export function chartInWords(chart: Chart, say: Say, now: Date): ChartInWords {
  const problems = problemList(chart.conditions);
  const medicines = medicineList(chart.medicationStatements, chart.medicationRequests);
  const allergies = allergyView(chart.allergies);
  return {
    who: chart.patient.state === 'present' ? whoIs(patientBanner(chart.patient.value, now), say) : '',
    problems: problems.state === 'unreadable' ? undefined : problems.rows.map(({ name }) => name),
    medicines: medicines.state === 'unreadable' ? undefined : medicines.rows.map(({ name }) => name),
    allergies: allergySentence(allergies, say),
  };
}

function whoIs({ sex, age }: ReturnType<typeof patientBanner>, say: Say): string {
  return [age && say(`age.${age.unit}`, { n: age.value }), sex === 'unknown' ? '' : say(`sex.${sex}`)]
    .filter(Boolean)
    .join(' ');
}

function allergySentence(view: ReturnType<typeof allergyView>, say: Say): string {
  switch (view.state) {
    case 'listed':
      return `${say('allergies.listed', { list: view.rows.map(({ name }) => name).join(', ') })}.`;
    case 'none-known':
      return `${say('allergies.noneUndated')}.`;
    case 'not-recorded':
      return say('allergies.notRecorded');
    case 'unreadable':
      return say('allergies.unreadable');
  }
}
