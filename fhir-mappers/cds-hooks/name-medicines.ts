import type { CodeableConcept, Medication, MedicationRequest, MedicationStatement } from 'fhir/r4';
import { parseReference } from '../reference.ts';
import type { IncludedMedication } from './read-resources.ts';

type Medicine = MedicationRequest | MedicationStatement;

/**
 * Gives every medicine that is only a reference the code of the Medication that came with it.
 *
 * @returns The medicines, those without a match as they were. The reference stays in place.
 */
export function nameMedicines<T extends Medicine>(
  medicines: readonly T[],
  included: readonly IncludedMedication[],
): readonly T[] {
  const byName = new Map(
    included.flatMap(({ names, medication }) => names.map((name) => [name, medication])),
  );
  return medicines.map((medicine) => {
    const reference = unnamedReference(medicine);
    if (reference === undefined) return medicine;
    const code = codeOf(byName.get(reference) ?? byName.get(relative(reference)));
    return code === undefined ? medicine : { ...medicine, medicationCodeableConcept: code };
  });
}

/** References that a later read could resolve, each once. */
export function unresolvedMedications(medicines: readonly Medicine[]): readonly string[] {
  const references = medicines.flatMap((medicine) => unnamedReference(medicine) ?? []);
  return [...new Set(references.map(relative))].filter((reference) => reference.startsWith('Medication/'));
}

function unnamedReference(medicine: Medicine): string | undefined {
  const reference = medicine.medicationReference?.reference;
  const isNamed = medicine.medicationCodeableConcept !== undefined || reference?.startsWith('#');
  return isNamed ? undefined : reference;
}

function relative(reference: string): string {
  const parsed = parseReference(reference);
  return parsed?.type === undefined ? reference : `${parsed.type}/${parsed.id}`;
}

/** The code of a Medication, or its ingredients read as one text where it has none. */
export function codeOf(medication: Medication | undefined): CodeableConcept | undefined {
  if (medication?.code !== undefined) return medication.code;
  const names = medication?.ingredient?.flatMap(({ itemCodeableConcept: item }) => {
    return item?.text ?? item?.coding?.[0]?.display ?? [];
  });
  return names === undefined || names.length === 0 ? undefined : { text: names.join(' / ') };
}
