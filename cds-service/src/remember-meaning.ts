import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { MeaningHead } from '#models/contract.ts';
import type { OpenMeaningHead } from '#models/meaning-head.ts';

type Concepts = readonly { readonly concept: string; readonly probability: number }[];

/**
 * A reader by meaning that reads each clause once.
 *
 * The embedder's cache hands out the same vector for the same text, and the answer hangs on the vector itself: it is
 * forgotten together with it, so there is no second bound to keep and no text to hold.
 */
export function rememberMeaning(head: OpenMeaningHead): OpenMeaningHead {
  const known = new WeakMap<Float32Array, Concepts>();
  const classify: MeaningHead['classify'] = async (clauses, signal) => {
    const unread = [...new Set(clauses.filter((vector) => !known.has(vector)))];
    if (unread.length > 0 || clauses.length === 0) {
      const answers = await head.classify(unread, signal);
      if (isUnavailable(answers)) return answers;
      unread.forEach((vector, index) => {
        known.set(vector, answers[index] ?? []);
      });
    }
    return clauses.map((vector) => known.get(vector) ?? []);
  };
  return {
    get info() {
      return head.info;
    },
    classify,
    close: head.close,
  };
}
