import type { Chance } from './random.ts';

/** Who the patient is, for words. */
export interface Person {
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
}

/** Who speaks: the patient, or somebody about the patient. */
export interface Speaker {
  readonly person: Person;
  /** How the patient is called at first mention ("my husband"); undefined when patients speak for themselves. */
  readonly relative?: string;
}

const FIRST: Readonly<Record<string, string>> = { "'m": "I'm", "'ve": "I've" };
const THIRD: Readonly<Record<string, string>> = {
  am: 'is',
  have: 'has',
  do: 'does',
  was: 'was',
  go: 'goes',
  "don't": "doesn't",
  "haven't": "hasn't",
  "'re": "'s",
};

/** A wording with its braces filled for the speaker; the first mention of a relative names them. */
export function speak(wording: string, { person, relative }: Speaker): string {
  const female = person.sex === 'female';
  const pronoun = {
    I: female ? 'she' : 'he',
    my: female ? 'her' : 'his',
    me: female ? 'her' : 'him',
    myself: female ? 'herself' : 'himself',
  };
  let named = relative === undefined;
  const once = (name: string, later: string): string => {
    if (named) return later;
    named = true;
    return name;
  };
  const contracted = wording.replaceAll(/\{I\} (?=\{'(?:ve|m)\})/g, '');
  return contracted.replaceAll(/\{([^}]+)\}/g, (_whole, word: string) => {
    if (relative === undefined) return FIRST[word] ?? word;
    if (word === 'I') return once(relative, pronoun.I);
    if (word === 'my') return once(`${relative}'s`, pronoun.my);
    if (word === 'me') return once(relative, pronoun.me);
    if (word === 'myself') return pronoun.myself;
    if (word === "'m") return `${once(relative, pronoun.I)} is`;
    if (word === "'ve") return `${once(relative, pronoun.I)} has`;
    return THIRD[word] ?? thirdPerson(word);
  });
}

/** How a relative or a carer calls the patient. */
export function relativeOf({ ageYears, sex }: Person, chance: Chance): string {
  const female = sex === 'female';
  if (ageYears < 1)
    return chance.pick(['my baby', female ? 'my baby girl' : 'my baby boy', 'our little one', 'the baby']);
  if (ageYears < 12)
    return chance.pick(
      female
        ? ['my daughter', 'my little girl', 'our daughter', 'my granddaughter']
        : ['my son', 'my little boy', 'our son', 'my grandson'],
    );
  if (ageYears < 18)
    return chance.pick(female ? ['my daughter', 'my teenage daughter'] : ['my son', 'my lad']);
  if (ageYears < 45)
    return chance.pick(
      female
        ? ['my wife', 'my girlfriend', 'my sister', 'my partner']
        : ['my husband', 'my boyfriend', 'my brother', 'my partner'],
    );
  return chance.pick(
    female
      ? ['my mum', 'my wife', ...(ageYears > 68 ? ['my gran', 'my elderly mother'] : [])]
      : ['my dad', 'my husband', ...(ageYears > 68 ? ['my grandad', 'my elderly father'] : [])],
  );
}

/** "62-year-old man", "4-month-old girl": the patient as a physician writes. */
export function whoOf({ ageYears, sex }: Person): string {
  const child = sex === 'female' ? 'girl' : 'boy';
  if (ageYears < 0.16) return `${Math.max(1, Math.round(ageYears * 52))}-week-old ${child}`;
  if (ageYears < 2) return `${Math.round(ageYears * 12)}-month-old ${child}`;
  if (ageYears < 16) return `${Math.floor(ageYears)}-year-old ${child}`;
  return `${Math.floor(ageYears)}-year-old ${sex === 'female' ? 'woman' : 'man'}`;
}

/** "62M", "4/12 F": the patient as a nurse notes. */
export function ageAndSex({ ageYears, sex }: Person, chance: Chance): string {
  const letter = sex === 'female' ? 'F' : 'M';
  if (ageYears < 0.16) return `${Math.max(1, Math.round(ageYears * 52))} wk old ${sex}`;
  if (ageYears < 2) return `${Math.round(ageYears * 12)} mo ${letter}`;
  const years = Math.floor(ageYears);
  return chance.pick([
    `${years}${letter}`,
    `${years} y/o ${letter}`,
    `${years}yo ${sex}`,
    `${years} yr old ${sex}`,
  ]);
}

/** "62", "4 months": an age as it is said. */
export function saidAge(ageYears: number): string {
  if (ageYears < 0.16) return `${Math.max(1, Math.round(ageYears * 52))} weeks`;
  if (ageYears < 2) return `${Math.round(ageYears * 12)} months`;
  return `${Math.floor(ageYears)}`;
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}
