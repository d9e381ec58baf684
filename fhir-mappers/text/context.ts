import { readHistory } from './history.ts';
import { readNegation } from './negation.ts';
import { isLasting, isModifier, type Judgement, type Scene } from './scene.ts';
import { readSubject } from './subject.ts';

/** Kinds that make a visit: if all of these were negated, something was read wrongly. */
const SYMPTOM_KINDS = new Set(['symptom', 'sign', 'injury', 'diagnosis', 'mechanism', 'exposure']);

/**
 * Says of each mention whose and when it is.
 *
 * Negation is asked first and then guarded: where a text would be left without any present symptom, members of
 * a list that only a comma or "and" joined to a negation become uncertain ("no trauma, chest pain").
 */
export function readContext(scene: Scene, thisYear: number): Judgement[] {
  const judgements = scene.mentions.map((): Judgement => ({ state: 'present' }));
  readNegation(scene, judgements);
  readHistory(scene, judgements, thisYear);
  readSubject(scene, judgements);
  const somethingLeft = scene.mentions.some(
    (mention, at) =>
      SYMPTOM_KINDS.has(mention.kind) &&
      !isModifier(mention) &&
      !isLasting(mention) &&
      (judgements[at]!.state === 'present' || judgements[at]!.state === 'uncertain'),
  );
  if (somethingLeft) return judgements;
  return judgements.map((judgement) => (judgement.weak === true ? { state: 'uncertain' } : judgement));
}
