import { CIRCUMSTANCES } from '../circumstances.ts';
import { evaluate } from '../evaluate.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Caution } from '../rule.ts';
import { SOURCES } from '../sources.ts';
import { allergyConflicts } from './allergy-conflicts.ts';
import { CAUTIONS, DANGEROUS_DUPLICATES } from './caution-rows.ts';

/**
 * Everything a nurse should know about the medicines and allergies of this patient, allergies first.
 *
 * A list that could not be read gives no caution here; that it could not be read is a problem of the snapshot.
 */
export function askCautions(index: FactIndex): readonly Caution[] {
  const cautions: Caution[] = [...allergyConflicts(index.snapshot)];
  for (const { id, when, text, source } of CAUTIONS) {
    if (evaluate(when, index, CIRCUMSTANCES) !== undefined) cautions.push({ id, text, source });
  }
  for (const { className, text } of DANGEROUS_DUPLICATES) {
    const names = new Set((index.medicines.get(className) ?? []).map(nameOf));
    // A class named by the patient and an ingredient of it on the list are one medicine, not two.
    names.delete('');
    if (names.size > 1) {
      cautions.push({
        id: `duplicate-${className}`,
        text: `The list has ${text}: ${[...names].join(' and ')}. Ask whether both are taken.`,
        source: SOURCES.oncDdi,
      });
    }
  }
  return cautions;

  function nameOf(medicine: { readonly ingredients: readonly string[] }): string {
    return medicine.ingredients.join(' with ');
  }
}
