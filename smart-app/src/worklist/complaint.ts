import type { Encounter, QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4';
import { conceptText } from '../chart/concept-text.ts';

/**
 * What brings the patient here, for one line of the list: the reason of the visit, else the first words of the
 * newest pre-screening form of this visit. Undefined when neither says anything.
 */
export function complaintOf(
  encounter: Encounter,
  forms: readonly QuestionnaireResponse[],
): string | undefined {
  const reason = conceptText(encounter.reasonCode?.[0]);
  if (reason) return reason;
  const mine = forms
    .filter(({ encounter: visit, subject, status, authored }) => {
      const ofVisit = visit
        ? visit.reference === `Encounter/${encounter.id}`
        : subject?.reference === encounter.subject?.reference &&
          (authored ?? '') >= (encounter.period?.start ?? '').slice(0, 10);
      return ofVisit && status !== 'entered-in-error';
    })
    .toSorted((a, b) => (b.authored ?? '').localeCompare(a.authored ?? ''));
  return firstWords(mine[0]?.item ?? []);
}

function firstWords(items: readonly QuestionnaireResponseItem[]): string | undefined {
  for (const { answer = [], item = [] } of items) {
    const words = answer.find(({ valueString }) => valueString?.trim())?.valueString ?? firstWords(item);
    if (words) return words;
  }
  return undefined;
}
