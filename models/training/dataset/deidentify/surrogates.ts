import type { Span } from './kinds.ts';
import { plainName, wordsOf } from './name-words.ts';
import type { PatientKey } from './secret.ts';
import { shiftDateText } from './shift-dates.ts';
import { SURROGATE_WORDS } from './surrogate-words.ts';
import { isGivenName } from './words.ts';
import { threeDigitZip } from './zip.ts';

/** Names of one patient's chart with what has taken their place. Grows with each text. */
export interface Surrogates {
  replace(text: string, span: Span): string;
}

/**
 * What takes the place of an identifier: the same for the same person, place or number of one patient.
 *
 * Names keep their order and number of words, codes their shape, dates their form. Contacts are of ranges reserved for
 * fiction: 555-01xx, example.org, 192.0.2.x.
 */
export function surrogatesFor(key: PatientKey): Surrogates {
  const taken = new Map<string, string>();
  const used = new Set<string>();

  function nameWord(raw: string, isFirst: boolean): string {
    const plain = plainName(raw).replace(/'s$/u, '');
    const known = taken.get(plain);
    if (known !== undefined) return known;
    const bank = isFirst || isGivenName(plain) ? SURROGATE_WORDS.given : SURROGATE_WORDS.family;
    let at = key.draw('name', plain);
    for (let tries = 0; tries < bank.length; tries += 1, at += 1) {
      const word = bank[at % bank.length] ?? '';
      if (used.has(word) || plainName(word) === plain) continue;
      used.add(word);
      taken.set(plain, word);
      return word;
    }
    const again = bank[at % bank.length] ?? '';
    taken.set(plain, again);
    return again;
  }

  function name(raw: string): string {
    const parts = wordsOf(raw);
    if (parts.length === 0) return raw.replace(/\p{Lu}/gu, 'X');
    const cased = parts.map((part, index) => {
      const word = nameWord(part.raw, parts.length > 1 && index === 0);
      if (part.form === 'upper') return word.toUpperCase();
      return part.form === 'lower' ? word.toLowerCase() : word;
    });
    return cased.join(' ');
  }

  function place(raw: string, by: string): string {
    if (by === 'zip' || by === 'zip-plus-four') return threeDigitZip(raw) ?? '000';
    const pick = <T>(bank: readonly T[]): T => bank[key.draw('place', plainName(raw)) % bank.length] as T;
    if (/^\p{L}{0,2}\d[\p{L}\d]*\s?\d[\p{L}]{2}$/u.test(raw)) return 'ZZ0 0ZZ';
    if (/\d/u.test(raw))
      return `${1 + (key.draw('house', plainName(raw)) % 98)} ${pick(SURROGATE_WORDS.street)} Street`;
    const word = pick(SURROGATE_WORDS.place);
    return raw === raw.toLowerCase() ? word.toLowerCase() : word;
  }

  function code(raw: string): string {
    let at = 0;
    const seed = plainName(raw);
    return raw.replace(/[\p{L}\d]/gu, (sign) => {
      const draw = key.draw('code', `${seed}/${Math.floor(at / 1)}`);
      at += 1;
      if (/\d/u.test(sign)) return String(at === 1 ? 0 : draw % 10);
      return sign === sign.toUpperCase() ? 'X' : 'x';
    });
  }

  return {
    replace(text, { start, end, kind, by }) {
      const raw = text.slice(start, end);
      const two = String(key.draw(kind, plainName(raw)) % 100).padStart(2, '0');
      switch (kind) {
        case 'name':
          return name(raw);
        case 'place':
          return place(raw, by);
        case 'date':
          return by === 'age' ? '90' : (shiftDateText(raw, key.shiftDays) ?? 'another day');
        case 'phone':
        case 'fax':
          return `555-01${two}`;
        case 'email':
          return `person${two}@example.org`;
        case 'url':
          return `https://example.org/${two}`;
        case 'ip':
          return `192.0.2.${Number(two)}`;
        case 'photo':
          return /\.\w+$/u.test(raw) ? `image-${two}${/\.\w+$/u.exec(raw)?.[0] ?? ''}` : `image-${two}`;
        default:
          return code(raw);
      }
    },
  };
}
