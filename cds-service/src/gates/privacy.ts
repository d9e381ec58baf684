import type { Gate } from './gate.ts';
import { escalateIf } from './verdict.ts';

/** Six digits in a row, an e-mail address, or a full date: what a search query never needs. */
const LOOKS_LIKE_IDENTIFIER = /\d{6,}|\S{1,64}@\S{1,64}\.\S+|\b\d{4}-\d{2}-\d{2}\b/g;

/** The text with everything that looks like an identifier taken out. */
export function withoutIdentifiers(text: string): string {
  return text.replace(LOOKS_LIKE_IDENTIFIER, ' ');
}

/**
 * No identifier may reach the index or a text generator.
 *
 * The pipeline takes them out before it asks; should one be left, the report says so loudly, and the
 * proposal still stands: withholding a red flag would harm the patient whom privacy protects.
 */
export const privacy: Gate = {
  id: 'privacy',
  check: ({ query, subject }) => {
    const reasons: string[] = [];
    if (withoutIdentifiers(query.text) !== query.text)
      reasons.push('the evidence query holds what looks like an identifier');
    if (subject.patient.length > 3 && query.text.includes(subject.patient))
      reasons.push('the evidence query holds the patient id');
    return escalateIf(reasons);
  },
};
