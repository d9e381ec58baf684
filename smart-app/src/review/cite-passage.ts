import type { Assessment } from '#fhir-mappers/assessment.ts';
import type { Say } from '../words/words.ts';

type Passage = Assessment['passages'][number];

/** Where a passage stands: publisher, document, year; with page and headings where it is a clinic's own document. */
export function citePassage({ organisation, document, year, page, heading }: Passage, say: Say): string {
  const place = [organisation, document, year, page !== undefined && say('sources.page', { n: page })];
  return [place.filter(Boolean).join(', '), heading].filter(Boolean).join(' · ');
}
