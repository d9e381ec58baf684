import { allLocales } from '@faker-js/faker';
import { type Chance, hashOf } from '#models/training/cases/random.ts';
import type { IdentifierKind } from '../deidentify/kinds.ts';

/** A made-up identifier, with the kind that it is of. */
export interface Plant {
  readonly kind: IdentifierKind;
  readonly text: string;
}

/** Which part of the names and places may be drawn: two thirds to tune on, one to report on. */
export type Half = 'tune' | 'report';

/** Many origins, so that no one list of names helps. */
const LOCALES = [
  'en',
  'es',
  'de',
  'fr',
  'pl',
  'tr',
  'it',
  'vi',
  'en_IN',
  'en_NG',
  'nb_NO',
  'ro',
  'hr',
  'fi',
  'cs_CZ',
  'pt_BR',
  'nl',
  'yo_NG',
];
/** English-speaking clinics meet English names most: each other origin has this share of it. */
const OTHERS_SHARE = 0.45;

interface Lists {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** The parts of a locale of faker that hold words. */
type Words = readonly string[] | Readonly<Record<string, readonly string[] | null>> | undefined | null;

function flat(words: Words): readonly string[] {
  if (words === undefined || words === null) return [];
  if (Array.isArray(words)) return words as readonly string[];
  return Object.values(words as Readonly<Record<string, readonly string[] | null>>).flatMap(
    (part) => part ?? [],
  );
}

const latin = (word: string): boolean => /^[\p{Script=Latin}' ’-]+$/u.test(word) && word.length > 1;

const half = (words: readonly string[], which: Half): readonly string[] =>
  [...new Set(words)].filter((word) => latin(word) && hashOf(`half ${word}`) % 3 < 2 === (which === 'tune'));

function localeOf(name: string): {
  person?: { first_name?: Words; last_name?: Words };
  location?: { city_name?: Words; street_name?: Words };
} {
  return (allLocales as unknown as Record<string, ReturnType<typeof localeOf>>)[name] ?? {};
}

/** Draws identifiers of one half; the same chance gives the same. */
export function planter(which: Half): (slot: string, chance: Chance) => Plant {
  const names: readonly Lists[] = LOCALES.map((name) => {
    const { person } = localeOf(name);
    return { given: half(flat(person?.first_name), which), family: half(flat(person?.last_name), which) };
  }).filter(({ given, family }) => given.length > 0 && family.length > 0);
  const cities = half(
    ['en', 'en_IN', 'de', 'it', 'pl'].flatMap((name) => flat(localeOf(name).location?.city_name)),
    which,
  );
  const streets = half(
    ['en', 'en_GB', 'en_US'].flatMap((name) => flat(localeOf(name).location?.street_name)),
    which,
  );
  const english = names[0];
  if (english === undefined) throw new Error('no English names');

  const listOf = (chance: Chance): Lists => (chance.happens(OTHERS_SHARE) ? chance.pick(names) : english);
  const digits = (count: number, chance: Chance): string =>
    Array.from({ length: count }, () => chance.whole(0, 9)).join('');
  const letters = (count: number, chance: Chance): string =>
    Array.from({ length: count }, () => chance.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ'])).join('');
  const two = (value: number): string => String(value).padStart(2, '0');
  const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const year = (chance: Chance): number => chance.whole(2019, 2025);

  function date(chance: Chance, years: number): string {
    const [month, day] = [chance.whole(1, 12), chance.whole(1, 28)];
    const name = MONTHS[month - 1] ?? '';
    return chance.pick([
      `${two(month)}/${two(day)}/${years}`,
      `${month}/${day}/${years}`,
      `${month}/${day}/${two(years % 100)}`,
      `${years}-${two(month)}-${two(day)}`,
      `${day} ${name} ${years}`,
      `${name} ${day}, ${years}`,
      `${two(day)}-${name.slice(0, 3)}-${years}`,
      `${name.slice(0, 3)} ${day}, ${years}`,
      `${two(day)}.${two(month)}.${years}`,
      `${day}${day === 1 ? 'st' : day === 2 ? 'nd' : day === 3 ? 'rd' : day === 21 ? 'st' : day === 22 ? 'nd' : day === 23 ? 'rd' : 'th'} of ${name} ${years}`,
    ]);
  }

  function phone(chance: Chance): string {
    const [a, b, c] = [String(chance.whole(201, 989)), String(chance.whole(200, 999)), digits(4, chance)];
    return chance.pick([
      `(${a}) ${b}-${c}`,
      `${a}-${b}-${c}`,
      `${a}.${b}.${c}`,
      `+1 ${a} ${b} ${c}`,
      `${a} ${b} ${c}`,
      `${a}${b}${c}`,
      `07${digits(3, chance)} ${digits(6, chance)}`,
      `+44 20 7${digits(3, chance)} ${digits(4, chance)}`,
      `${b}-${c}`,
      `${a}-${b}-${c} ext ${digits(3, chance)}`,
    ]);
  }

  function name(slot: string, chance: Chance): string {
    const list = listOf(chance);
    const [first, last] = [chance.pick(list.given), chance.pick(list.family)];
    if (slot === 'first') return first;
    if (slot === 'last') return last;
    if (slot === 'lastfirst') return chance.pick([`${last}, ${first}`, `${last.toUpperCase()}, ${first}`]);
    return chance.pick([
      `${first} ${last}`,
      `${first} ${last}`,
      `${first} ${last}`,
      `${first} ${letters(1, chance)}. ${last}`,
      `${first} ${last}-${chance.pick(list.family)}`,
    ]);
  }

  return (slot, chance) => {
    switch (slot) {
      case 'full':
      case 'first':
      case 'last':
      case 'lastfirst':
        return { kind: 'name', text: name(slot, chance) };
      case 'initial':
        return { kind: 'name', text: `${letters(1, chance)}.` };
      case 'street':
        return {
          kind: 'place',
          text: `${chance.whole(1, 9899)} ${chance.happens(0.6) ? chance.pick(streets) : `${chance.pick(english.family)} ${chance.pick(['Street', 'St', 'Road', 'Rd', 'Ave', 'Avenue', 'Lane', 'Drive', 'Blvd', 'Court', 'Way'])}`}${chance.happens(0.2) ? ` Apt ${chance.whole(1, 60)}` : ''}`,
        };
      case 'city':
        return { kind: 'place', text: chance.pick(cities) };
      case 'zip':
        return {
          kind: 'place',
          text: chance.happens(0.2) ? `${digits(5, chance)}-${digits(4, chance)}` : digits(5, chance),
        };
      case 'postcode':
        return {
          kind: 'place',
          text: `${letters(2, chance)}${chance.whole(1, 20)} ${chance.whole(1, 9)}${chance.pick(['AB', 'QT', 'NP', 'LX', 'DY'])}`,
        };
      case 'hospital':
        return {
          kind: 'place',
          text: chance.pick([
            `${chance.pick(cities)} General`,
            `${chance.pick(english.family)} Memorial`,
            `St. ${chance.pick(english.given)}'s`,
            `Mount ${chance.pick(english.family)}`,
            chance.pick(cities),
          ]),
        };
      case 'school':
      case 'home':
        return { kind: 'place', text: chance.pick([chance.pick(english.family), chance.pick(cities)]) };
      case 'dob':
        return { kind: 'date', text: date(chance, chance.whole(1936, 2015)) };
      case 'date':
        return { kind: 'date', text: date(chance, year(chance)) };
      case 'monthday':
        return {
          kind: 'date',
          text: chance.pick([
            `${chance.pick(MONTHS)} ${chance.whole(1, 28)}`,
            `${chance.whole(4, 20)}th ${chance.pick(MONTHS)}`,
            `${chance.pick(MONTHS).slice(0, 3)} ${chance.whole(4, 20)}th`,
          ]),
        };
      case 'monthyear':
        return {
          kind: 'date',
          text: chance.pick([
            `${chance.pick(MONTHS)} ${year(chance)}`,
            `${two(chance.whole(1, 12))}/${year(chance)}`,
          ]),
        };
      case 'month':
        return { kind: 'date', text: chance.pick(MONTHS) };
      case 'short':
        return { kind: 'date', text: `${chance.whole(1, 12)}/${chance.whole(13, 28)}` };
      case 'nth':
        return { kind: 'date', text: `${chance.whole(4, 20)}th` };
      case 'holiday':
        return {
          kind: 'date',
          text: chance.pick(['Christmas', 'Thanksgiving', "New Year's Eve", 'Easter', 'Halloween', 'Diwali']),
        };
      case 'oldage':
        return { kind: 'date', text: String(chance.whole(90, 104)) };
      case 'phone':
        return { kind: 'phone', text: phone(chance) };
      case 'email': {
        const plain = (word: string): string =>
          word
            .normalize('NFD')
            .replace(/[^A-Za-z]/gu, '')
            .toLowerCase();
        const list = listOf(chance);
        const user = chance.pick([
          `${plain(chance.pick(list.given))}.${plain(chance.pick(list.family))}`,
          `${plain(chance.pick(list.given))}${chance.whole(1, 99)}`,
          `${letters(1, chance).toLowerCase()}_${plain(chance.pick(list.family))}`,
        ]);
        return {
          kind: 'email',
          text: `${user}@${chance.pick(['gmail.com', 'yahoo.co.uk', 'mail.example.org', 'outlook.com', 'stmarys-clinic.org', 'web.de'])}`,
        };
      }
      case 'ssn':
        return {
          kind: 'ssn',
          text: chance.pick([
            `${chance.whole(100, 899)}-${digits(2, chance)}-${digits(4, chance)}`,
            `${chance.whole(100, 899)} ${digits(2, chance)} ${digits(4, chance)}`,
            `${chance.whole(100, 899)}${digits(6, chance)}`,
          ]),
        };
      case 'mrn':
        return {
          kind: 'mrn',
          text: chance.pick([
            digits(7, chance),
            digits(6, chance),
            `${letters(1, chance)}${digits(7, chance)}`,
            `${letters(2, chance)}-${digits(6, chance)}`,
            `${digits(3, chance)}-${digits(2, chance)}-${digits(2, chance)}`,
          ]),
        };
      case 'nhs':
        return { kind: 'mrn', text: `${digits(3, chance)} ${digits(3, chance)} ${digits(4, chance)}` };
      case 'plan':
        return {
          kind: 'health-plan',
          text: chance.pick([
            `${letters(3, chance)}${digits(9, chance)}`,
            `${digits(1, chance)}${letters(2, chance)}${digits(1, chance)}-${letters(2, chance)}${digits(1, chance)}-${letters(2, chance)}${digits(2, chance)}`,
            `${letters(2, chance)}-${digits(4, chance)}-${digits(2, chance)}`,
            digits(10, chance),
          ]),
        };
      case 'account':
        return {
          kind: 'account',
          text: chance.pick([
            digits(8, chance),
            `${digits(4, chance)}-${digits(4, chance)}`,
            `${letters(2, chance)}${digits(8, chance)}`,
            digits(12, chance),
          ]),
        };
      case 'card':
        return {
          kind: 'account',
          text: chance.pick([
            `4${digits(3, chance)} ${digits(4, chance)} ${digits(4, chance)} ${digits(4, chance)}`,
            `5${digits(15, chance)}`,
            `4${digits(3, chance)}-${digits(4, chance)}-${digits(4, chance)}-${digits(4, chance)}`,
          ]),
        };
      case 'licence':
        return {
          kind: 'licence',
          text: chance.pick([
            `${letters(1, chance)}${digits(7, chance)}`,
            `${letters(1, chance)}${digits(3, chance)}-${digits(4, chance)}-${digits(4, chance)}`,
            digits(9, chance),
            `${letters(5, chance)}${digits(6, chance)}${letters(2, chance)}`,
          ]),
        };
      case 'dea':
        return { kind: 'licence', text: `${letters(2, chance)}${digits(7, chance)}` };
      case 'npi':
        return { kind: 'licence', text: `1${digits(9, chance)}` };
      case 'plate':
        return {
          kind: 'vehicle',
          text: chance.pick([
            `${letters(3, chance)} ${digits(4, chance)}`,
            `${digits(1, chance)}${letters(3, chance)}${digits(3, chance)}`,
            `${letters(2, chance)}${digits(2, chance)} ${letters(3, chance)}`,
            `${letters(3, chance)}-${digits(4, chance)}`,
          ]),
        };
      case 'vin':
        return {
          kind: 'vehicle',
          text: `${chance.whole(1, 5)}${letters(2, chance)}${letters(2, chance)}${digits(5, chance)}${letters(1, chance)}${digits(6, chance)}`,
        };
      case 'serial':
        return {
          kind: 'device',
          text: chance.pick([
            `${letters(3, chance)}${digits(6, chance)}${letters(1, chance)}`,
            `${digits(4, chance)}-${digits(4, chance)}-${letters(1, chance)}`,
            digits(9, chance),
            `${letters(2, chance)}-${digits(5, chance)}`,
          ]),
        };
      case 'url':
        return {
          kind: 'url',
          text: chance.pick([
            `https://www.${chance.pick(english.family).toLowerCase()}family.com/album/${digits(3, chance)}`,
            `http://${chance.pick(english.given).toLowerCase()}blog.net`,
            `www.${chance.pick(english.family).toLowerCase()}-plumbing.co.uk`,
            `facebook.com/${chance.pick(english.given).toLowerCase()}.${digits(4, chance)}`,
          ]),
        };
      case 'ip':
        return {
          kind: 'ip',
          text: chance.happens(0.8)
            ? [chance.whole(10, 223), chance.whole(0, 255), chance.whole(0, 255), chance.whole(1, 254)].join(
                '.',
              )
            : `2001:db8:${digits(4, chance)}::${digits(3, chance)}:1`,
        };
      case 'bio':
        return {
          kind: 'biometric',
          text: chance.pick([
            `FP-${digits(6, chance)}`,
            `${letters(2, chance)}${digits(8, chance)}`,
            `${digits(4, chance)}-${letters(3, chance)}-${digits(2, chance)}`,
            digits(8, chance),
          ]),
        };
      case 'photo':
        return {
          kind: 'photo',
          text: chance.pick([
            `IMG_${digits(4, chance)}.jpg`,
            `face_${digits(3, chance)}.png`,
            `DSC${digits(5, chance)}.JPG`,
            `scans/${chance.pick(english.family).toLowerCase()}_front.heic`,
          ]),
        };
      case 'passport':
        return {
          kind: 'other',
          text: chance.pick([
            `${letters(1, chance)}${digits(8, chance)}`,
            digits(9, chance),
            `${letters(2, chance)}${digits(7, chance)}`,
          ]),
        };
      case 'code':
        return {
          kind: 'other',
          text: chance.pick([
            `${digits(4, chance)}-${digits(3, chance)}`,
            `${letters(2, chance)}${digits(5, chance)}`,
            `${letters(3, chance)}-${digits(4, chance)}-${digits(2, chance)}`,
            digits(6, chance),
          ]),
        };
      case 'handle':
        return { kind: 'other', text: `@${chance.pick(english.given).toLowerCase()}_${digits(2, chance)}` };
      default:
        throw new Error(`no slot ${slot}`);
    }
  };
}
