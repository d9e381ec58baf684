import type { Onset } from './condition.ts';
import type { Chance } from './random.ts';

/** The same time in the words of each register. */
export interface WhenWords {
  /** A sentence. */
  readonly time: string;
  /** An adverbial: "since this morning". */
  readonly since: string;
  /** A nurse's note: "x2/7". */
  readonly note: string;
  /** After a physician's noun phrase: "for two days". */
  readonly duration: string;
}

/** Words for a time of onset. */
export function whenWords(onset: Onset, chance: Chance): WhenWords {
  if (onset === 'minutes') {
    const n = chance.pick([5, 10, 15, 20, 30, 40]);
    return {
      time: chance.pick([
        `it started ${n} minutes ago`,
        `this began about ${n} minutes ago`,
        `it has been ${n} minutes`,
      ]),
      since: `for the last ${n} minutes`,
      note: chance.pick([`x${n}min`, `onset ${n} mins ago`, `${n}/60`]),
      duration: chance.pick([`that began ${n} minutes ago`, `for ${n} minutes`]),
    };
  }
  if (onset === 'hours') {
    const n = chance.whole(2, 9);
    return {
      time: chance.pick([
        `it came on about ${n} hours ago`,
        'it started this morning',
        `it's been going on for ${n} hours`,
      ]),
      since: chance.pick([`for ${n} hours now`, 'since this morning']),
      note: chance.pick([`x${n}h`, `onset ${n}/24 ago`, 'since this am', `${n} hrs`]),
      duration: chance.pick([`for ${n} hours`, `of ${n} hours' duration`, 'since this morning']),
    };
  }
  if (onset === 'day')
    return {
      time: chance.pick([
        'it started yesterday',
        'it began last night',
        'this has been going on since yesterday',
      ]),
      since: chance.pick(['since yesterday', 'since last night']),
      note: chance.pick(['x1/7', 'since yest', 'x 24h', 'since last night']),
      duration: chance.pick(['since yesterday', 'for one day']),
    };
  const [low, high, unit, short] = LONG[onset];
  const n = chance.whole(low, high);
  const words = NUMBERS[n] ?? String(n);
  return {
    time: chance.pick([
      `it started ${words} ${unit} ago`,
      `it has been like this for ${words} ${unit}`,
      `this has gone on for about ${n} ${unit}`,
    ]),
    since: chance.pick([`for ${words} ${unit}`, `for the past ${n} ${unit}`]),
    note: chance.pick([`x${n}${short}`, `x ${n} ${unit}`, `${n} ${unit} hx`]),
    duration: chance.pick([
      `for ${words} ${unit}`,
      `over the past ${words} ${unit}`,
      `of ${words} ${unit}' duration`,
    ]),
  };
}

const LONG: Readonly<
  Record<'days' | 'weeks' | 'months' | 'years', readonly [number, number, string, string]>
> = {
  days: [2, 6, 'days', '/7'],
  weeks: [2, 7, 'weeks', '/52'],
  months: [2, 9, 'months', '/12'],
  years: [2, 10, 'years', ' yrs'],
};

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Words before a lay sentence. */
export const HELLOS = [
  'Hi,',
  'Hello,',
  'Please can somebody help,',
  'Hello, sorry to bother you,',
  'Good morning,',
  'Hi there, not sure who to ask,',
];

/** Words after a lay story. */
export const ASKS = [
  'What should I do?',
  'Do I need to be seen today?',
  'Can somebody have a look please?',
  'I would like some advice please.',
  'Thanks for your help.',
  'Is this something for the GP?',
];

/** Old, healed troubles: they change nothing. */
export const PAST = [
  '{I} had {my} appendix out as a child',
  '{I} broke {my} wrist years ago and it healed fine',
  '{I} had chickenpox when {I} {was} little',
  '{I} had {my} tonsils taken out as a kid',
  '{I} had a chest infection two winters ago that cleared up',
  '{I} had a knee operation many years ago, no problems since',
];

/** The same for a child or an adult in notes. */
export const PAST_NOTE = [
  'tonsillectomy in childhood',
  'old wrist fracture, healed',
  'chickenpox as a child',
  'hay fever',
  'nil significant',
  'grommets as a child',
  'mild eczema',
];

/** Medicines that change nothing. */
export const MEDICINES = ['cetirizine', 'loratadine', 'vitamin D', 'a multivitamin', 'emollient cream'];

/** Another person's illness: it changes nothing about this patient. */
export const FAMILY = [
  '{my} grandfather died of a stroke years ago',
  '{my} aunt has breast cancer',
  '{my} uncle has epilepsy',
  '{my} grandmother has asthma',
  '{my} cousin has type 1 diabetes',
  '{my} grandad had a heart attack at 80',
];

/** The same in notes. */
export const FAMILY_NOTE = [
  'grandfather stroke aged 78',
  'aunt breast Ca',
  'uncle epilepsy',
  'grandmother asthma',
  'cousin T1DM',
  'grandfather MI at 80',
];

/** What might be: it changes nothing. */
export const HYPOTHETICAL = [
  "the pharmacist said to call an ambulance if {I} ever {get} chest pain or can't breathe",
  'we were told to come straight back if there is ever a fit or a stiff neck',
  'the leaflet says to watch out for bleeding, so I thought I would ask',
  'I read online that it could turn into something nasty',
  'a nurse once told us what to look for with sepsis, so I wanted to check',
];

/** Relatives and onlookers who think that it is nothing: it changes nothing. */
export const REASSURANCE = [
  'everybody here says it is nothing',
  'the neighbour thinks it is just nerves',
  'the family reckon it is a fuss about nothing',
  'a friend says to sleep it off',
  'they keep saying it is only a bug going round',
];

/** The same in notes. */
export const REASSURANCE_NOTE = [
  'Family feel it is nothing serious',
  'Partner thinks pt is overreacting',
  'Accompanying friend not worried',
];

/** Life as it is told: it changes nothing. */
export const SOCIAL = [
  'we have just come back from holiday',
  'it is my day off today',
  'the car is in the garage so we took the bus',
  'my sister is getting married on Saturday',
  'sorry, I am typing this on my phone',
  'we moved house last month and everything is upside down',
];

/** A closing line of a note. */
export const ADVICE_NOTE = [
  'please assess',
  'for triage',
  'awaiting review',
  'seat in waiting room pending triage',
];
