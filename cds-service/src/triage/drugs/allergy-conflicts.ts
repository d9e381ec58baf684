import type { AllergyFact, ClinicalSnapshot, MedicineFact } from '#fhir-mappers/clinical-snapshot.ts';
import { listOf } from '#fhir-mappers/data-state.ts';
import type { Caution } from '../rule.ts';
import { SOURCES } from '../sources.ts';

/** Classes within which an allergy to one member speaks against the others. */
const SHARED: readonly { readonly className: string; readonly says: string }[] = [
  {
    className: 'amoxicillin-side-chain',
    says: 'they share a side chain, so a cross-reaction is likelier than between other penicillins and cephalosporins',
  },
  { className: 'aztreonam-side-chain', says: 'aztreonam and ceftazidime share a side chain' },
  { className: 'penicillin', says: 'both are penicillins' },
  { className: 'cephalosporin', says: 'both are cephalosporins: the side chain decides' },
  {
    className: 'cox1-inhibitor',
    says: 'reactions to one anti-inflammatory often extend to aspirin and the others',
  },
  { className: 'sulfonamide-antibiotic', says: 'both are sulfonamide antibiotics' },
  { className: 'macrolide', says: 'both are macrolides' },
  { className: 'fluoroquinolone', says: 'both are fluoroquinolones' },
  { className: 'ace-inhibitor', says: 'angioedema from one ACE inhibitor can come with any other' },
  { className: 'tetracycline', says: 'both are tetracyclines' },
  { className: 'statin', says: 'both are statins' },
  { className: 'opioid', says: 'both are opioids: ask whether it was an allergy or a side effect' },
];

/** Different classes with a small shared risk, worth a question rather than a warning. */
const DISTANT: readonly { readonly allergy: string; readonly medicine: string; readonly says: string }[] = [
  {
    allergy: 'penicillin',
    medicine: 'cephalosporin',
    says: 'without a shared side chain a cross-reaction is rare, about two in a hundred',
  },
  {
    allergy: 'cephalosporin',
    medicine: 'penicillin',
    says: 'without a shared side chain a cross-reaction is rare',
  },
  { allergy: 'penicillin', medicine: 'carbapenem', says: 'a cross-reaction is rare, under one in a hundred' },
  {
    allergy: 'sulfonamide-antibiotic',
    medicine: 'sulfonamide-nonantibiotic',
    says: 'a cross-reaction with a sulfonamide that is not an antibiotic is unlikely',
  },
];

const ASK = 'Ask which reaction it was and when.';

/**
 * Compares each active medicine with each allergy.
 *
 * The same ingredient is named first, then a shared class or side chain, then a distant relation. A recorded
 * penicillin allergy is wrong in about nine of ten people, so every text asks for reaction and date.
 */
export function allergyConflicts(snapshot: ClinicalSnapshot): readonly Caution[] {
  const cautions: Caution[] = [];
  const medicines = listOf(snapshot.medicines).filter(({ active }) => active);
  for (const allergy of listOf(snapshot.allergies)) {
    for (const medicine of medicines) {
      const text = conflictOf(allergy, medicine);
      if (text === undefined) continue;
      const id =
        `allergy-${allergy.ingredients[0] ?? 'class'}-${medicine.ingredients[0] ?? 'class'}`.replaceAll(
          ' ',
          '-',
        );
      if (!cautions.some((other) => other.id === id))
        cautions.push({ id, text, source: SOURCES.drugAllergy });
    }
  }
  return cautions;
}

function conflictOf(allergy: AllergyFact, medicine: MedicineFact): string | undefined {
  const reaction = allergy.reaction === undefined ? '' : ` (${allergy.reaction})`;
  const recorded = `Allergy recorded: ${allergy.display}${reaction}. The list has ${medicine.display}`;
  if (allergy.ingredients.some((name) => medicine.ingredients.includes(name))) {
    return `${recorded}: the same substance. ${ASK}`;
  }
  const shared = SHARED.find(
    ({ className }) => allergy.classes.includes(className) && medicine.classes.includes(className),
  );
  if (shared !== undefined) return `${recorded}: ${shared.says}. ${ASK}`;
  const distant = DISTANT.find(
    (pair) => allergy.classes.includes(pair.allergy) && medicine.classes.includes(pair.medicine),
  );
  return distant === undefined ? undefined : `${recorded}: ${distant.says}. ${ASK}`;
}
