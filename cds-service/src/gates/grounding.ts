import type { Gate, Sentence } from './gate.ts';
import { passWith } from './verdict.ts';

/** True when a sentence names at least one rule, fact, passage or protocol step that it rests on. */
export function isGrounded({ grounds }: Sentence): boolean {
  return grounds.length > 0;
}

/** Counts the sentences that rest on nothing; the assessment has dropped them already. */
export const grounding: Gate = {
  id: 'grounding',
  check: ({ sentences }) => {
    const loose = sentences.filter((sentence) => !isGrounded(sentence)).length;
    return passWith(loose === 0 ? [] : [`${loose} sentences without a source were withheld`]);
  },
};
