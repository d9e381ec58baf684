import { type Coding, SYSTEMS } from '#terminology/coding.ts';
import { SYSTEMIC_ONLY, withBroaderClasses } from './classes.ts';
import { INGREDIENTS } from './ingredients.ts';
import { REFUSED_CODES } from './refused-codes.ts';

/** How sure a code is: see `ingredients.ts`. */
export type CodeProvenance = 'seen' | 'agreed' | 'memory';

/** One ingredient with its classes (broader ones included) and its code, where one is known. */
export interface Ingredient {
  readonly name: string;
  readonly classes: readonly string[];
  readonly rxnorm?: { readonly code: string; readonly provenance: CodeProvenance };
  readonly otherNames: readonly string[];
}

/** What a medicine is made of. Empty lists when nothing was recognised: never a guess. */
export interface MedicineReading {
  readonly ingredients: string[];
  readonly classes: string[];
  /** Set when code and text name different medicines: the text was believed. */
  readonly conflict?: string;
}

interface Table {
  readonly byName: ReadonlyMap<string, Ingredient>;
  readonly byCode: ReadonlyMap<string, Ingredient>;
  readonly byWords: ReadonlyMap<string, Ingredient>;
  readonly classNames: ReadonlySet<string>;
}

/** Words that say a class without naming an ingredient: "on a blood thinner". */
const CLASS_WORDS: Readonly<Record<string, string>> = {
  'blood thinner': 'anticoagulant',
  'blood thinners': 'anticoagulant',
  anticoagulant: 'anticoagulant',
  anticoagulants: 'anticoagulant',
  anticoagulation: 'anticoagulant',
  doac: 'doac',
  noac: 'doac',
  chemo: 'chemotherapy',
  chemotherapy: 'chemotherapy',
  steroids: 'corticosteroid-systemic',
  'beta blocker': 'beta-blocker',
  'beta blockers': 'beta-blocker',
  'water pill': 'diuretic',
  'water pills': 'diuretic',
  statin: 'statin',
  opioid: 'opioid',
  opioids: 'opioid',
  benzodiazepine: 'benzodiazepine',
  benzos: 'benzodiazepine',
  'ace inhibitor': 'ace-inhibitor',
  'ace inhibitors': 'ace-inhibitor',
  nsaids: 'nsaid',
  nsaid: 'nsaid',
  cephalosporin: 'cephalosporin',
  cephalosporins: 'cephalosporin',
  'sulfa antibiotic': 'sulfonamide-antibiotic',
  macrolides: 'macrolide',
  quinolones: 'fluoroquinolone',
  fluoroquinolones: 'fluoroquinolone',
  'birth control pill': 'combined-oestrogen',
  'birth control pills': 'combined-oestrogen',
  'contraceptive pill': 'combined-oestrogen',
  'combined pill': 'combined-oestrogen',
  'oral contraceptive': 'combined-oestrogen',
};

const LOCAL_FORM =
  /\b(cream|ointment|gel|lotion|topical|drops?|ophthalmic|otic|nasal|shampoo|foam|inhal\w*|actuat|patch for skin|vaginal)\b/;

let table: Table | undefined;

function medicineTable(): Table {
  table ??= build();
  return table;
}

function build(): Table {
  const byName = new Map<string, Ingredient>();
  const byCode = new Map<string, Ingredient>();
  const byWords = new Map<string, Ingredient>();
  const classNames = new Set<string>();
  for (const line of INGREDIENTS.split('\n')) {
    if (line.trim() === '') continue;
    const [name = '', classes = '', code = '', others = ''] = line.split('|').map((field) => field.trim());
    const [rxnorm, provenance] = code.split(' ');
    const ingredient: Ingredient = {
      name,
      classes: withBroaderClasses(classes.split(' ').filter((it) => it !== '')),
      ...(rxnorm ? { rxnorm: { code: rxnorm, provenance: provenance as CodeProvenance } } : {}),
      otherNames: others
        .split(';')
        .map((it) => it.trim())
        .filter((it) => it !== ''),
    };
    byName.set(name, ingredient);
    for (const className of ingredient.classes) classNames.add(className);
    if (ingredient.rxnorm !== undefined) byCode.set(ingredient.rxnorm.code, ingredient);
    for (const wording of [name, ...ingredient.otherNames]) {
      const key = wordsOf(wording).join(' ');
      if (!byWords.has(key)) byWords.set(key, ingredient);
    }
  }
  return { byName, byCode, byWords, classNames };
}

/** Every ingredient, in the order of the table. */
export function ingredients(): readonly Ingredient[] {
  return [...medicineTable().byName.values()];
}

/** The ingredient of this RxNorm name, in lower case. */
export function lookUpIngredient(name: string): Ingredient | undefined {
  return medicineTable().byName.get(name);
}

/**
 * Reads what a medicine or an allergy is about, from its text and its codes.
 *
 * The text is read first: "Warfarin Sodium 5 MG Oral Tablet", "co-amoxiclav 625 tds", "Vicodin". A code of the
 * table confirms it, or speaks alone where the text names nothing; a code from memory never speaks alone, and a
 * refused code is not looked at. Where code and text disagree the text wins and `conflict` says so. Creams,
 * drops and inhalers lose the classes that only a systemic form has.
 */
export function readMedicine(display: string, codings: readonly Coding[]): MedicineReading {
  const { byWords } = medicineTable();
  const texts = [display, ...codings.map((coding) => coding.display ?? '')];
  const found = new Set<Ingredient>();
  const classes = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text).flatMap((word) => (byWords.has(word) ? [word] : word.split('-')));
    for (let at = 0; at < words.length; ) {
      let length = Math.min(4, words.length - at);
      for (; length > 0; length -= 1) {
        const key = words.slice(at, at + length).join(' ');
        const ingredient = byWords.get(key);
        const className = CLASS_WORDS[key];
        if (ingredient !== undefined) found.add(ingredient);
        if (className !== undefined) classes.add(className);
        if (ingredient !== undefined || className !== undefined) break;
      }
      at += Math.max(length, 1);
    }
    // The first text that names something decides: a display is worth more than a coding's display.
    if (found.size > 0) break;
  }
  const coded = codedIngredient(codings);
  let conflict: string | undefined;
  if (coded !== undefined && !found.has(coded)) {
    if (found.size === 0 && coded.rxnorm?.provenance !== 'memory') found.add(coded);
    else if (found.size > 0 && !partOf(coded, found)) {
      conflict = `code ${coded.rxnorm?.code} means ${coded.name}, the text does not`;
    }
  }
  addCompanions(found);
  const local = LOCAL_FORM.test(display.toLowerCase());
  for (const ingredient of found) {
    for (const name of ingredient.classes) if (!(local && SYSTEMIC_ONLY.has(name))) classes.add(name);
  }
  return {
    ingredients: [...found].map(({ name }) => name),
    classes: [...withBroaderClasses([...classes])].filter((name) => !(local && SYSTEMIC_ONLY.has(name))),
    ...(conflict === undefined ? {} : { conflict }),
  };
}

/** Brands of fixed combinations, by one of their ingredients' brand words. */
const COMBINATIONS: Readonly<Record<string, readonly string[]>> = {
  clavulanate: ['amoxicillin'],
  sacubitril: ['valsartan'],
  sulfamethoxazole: ['trimethoprim'],
};

function addCompanions(found: Set<Ingredient>): void {
  for (const { name } of [...found]) {
    for (const companion of COMBINATIONS[name] ?? []) found.add(lookUpIngredient(companion)!);
  }
}

function codedIngredient(codings: readonly Coding[]): Ingredient | undefined {
  const { byCode } = medicineTable();
  for (const { system, code } of codings) {
    if (system !== SYSTEMS.rxnorm || REFUSED_CODES[code] !== undefined) continue;
    const ingredient = byCode.get(code);
    if (ingredient !== undefined) return ingredient;
  }
  return undefined;
}

/** A product's text may name a part of what its code means: co-trimoxazole and its two ingredients. */
function partOf(coded: Ingredient, found: ReadonlySet<Ingredient>): boolean {
  return [...found].some(
    ({ name }) => COMBINATIONS[coded.name]?.includes(name) || COMBINATIONS[name]?.includes(coded.name),
  );
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[a-z0-9]+(?:-[a-z0-9]+)*/g)
      ?.flatMap(splitUnknown) ?? []
  );
}

/** Keeps a hyphenated word whole: `co-trimoxazole`, `klor-con`. Glued doses are cut: `warfarin5mg`. */
function splitUnknown(word: string): string[] {
  const glued = /^([a-z-]{4,})\d+(?:\.\d+)?(?:mg|mcg|g|ml)?$/.exec(word);
  return glued === null ? [word] : [glued[1]!];
}
