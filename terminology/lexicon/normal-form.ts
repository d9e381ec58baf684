import { IRREGULAR, UNTOUCHED } from './irregular-words.ts';

const untouched = new Set(UNTOUCHED.split(' '));

const irregular = new Map(
  IRREGULAR.trim()
    .split('\n')
    .flatMap((line) => {
      const [stem = '', forms = ''] = line.split(':');
      return [...forms.trim().split(' '), stem].map((form) => [form, stem.trim()] as const);
    }),
);

/**
 * Lower case without accents, apostrophes or possessive: the spelling under which a word is compared.
 *
 * British and American spelling meet here (`haemorrhage`, `tumour`), so data need only one of them.
 */
export function plainWord(word: string): string {
  let plain = word.toLowerCase();
  if (/[^a-z]/.test(plain)) {
    plain = plain.normalize('NFD').replace(/\p{M}/gu, '');
    plain = plain.replace(/['’`´]s$/u, '').replace(/['’`´]/gu, '');
  }
  if (plain.length >= 6) {
    plain = plain.replaceAll('ae', 'e');
    // "doesn't" is no Latin word.
    if (!plain.endsWith('oe') && !plain.endsWith('oes') && plain !== 'doesnt')
      plain = plain.replaceAll('oe', 'e');
    if (plain.endsWith('our')) plain = `${plain.slice(0, -3)}or`;
    else if (plain.endsWith('ours')) plain = `${plain.slice(0, -4)}ors`;
    else if (plain.endsWith('oured')) plain = `${plain.slice(0, -5)}ored`;
  }
  return plain;
}

function undouble(stem: string): string {
  const last = stem.at(-1) ?? '';
  if (stem.length > 3 && last === stem.at(-2) && !'lsz'.includes(last) && !'aeiou'.includes(last))
    return stem.slice(0, -1);
  return stem;
}

function dropE(stem: string): string {
  return stem.length >= 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/**
 * The common form of a word's inflections: `swollen`, `swelling` and `swells` meet.
 *
 * Light on purpose: it need not be a word, only the same for the same thing, and different for different things.
 * Takes a word as `plainWord` gives it.
 */
export function stemOf(plain: string): string {
  const known = irregular.get(plain);
  if (known !== undefined) return known;
  if (plain.length <= 3 || untouched.has(plain)) return plain;
  let stem = plain;
  if (stem.endsWith('ies')) stem = stem.length > 4 ? `${stem.slice(0, -3)}y` : stem.slice(0, -1);
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  const again = irregular.get(stem);
  if (again !== undefined) return again;
  if (untouched.has(stem)) return stem;
  if (stem.endsWith('ness') && stem.length > 6) {
    stem = stem.slice(0, -4);
    if (stem.endsWith('i')) stem = `${stem.slice(0, -1)}y`;
    return irregular.get(stem) ?? dropE(stem);
  }
  if (stem.endsWith('ing') && stem.length > 5) stem = undouble(stem.slice(0, -3));
  else if (stem.endsWith('ied') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('ed') && !stem.endsWith('eed') && stem.length > 4)
    stem = undouble(stem.slice(0, -2));
  else if (stem.endsWith('ion') && stem.length >= 8) stem = stem.slice(0, -3);
  return irregular.get(stem) ?? dropE(stem);
}

/** Words that carry no meaning of their own for matching: dropped from phrases and texts alike. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'a an nos the my his her hers our your yours their theirs its this that these those ' +
    'is am are was were be been being im ive hes shes its theyre id ' +
    'very really so quite pretty extremely super too also some any of in on to at it i he she they we you him them ' +
    'itself me us such own there that what just about only even actually ' +
    'basically literally truly definitely ever please do does did will would totally completely absolutely fairly rather somewhat ' +
    'slightly kinda sorta uh um'
  ).split(' '),
);
