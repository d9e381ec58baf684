import type { Condition } from './condition.ts';
import {
  ADVICE_NOTE,
  ASKS,
  FAMILY,
  FAMILY_NOTE,
  HELLOS,
  HYPOTHETICAL,
  MEDICINES,
  PAST,
  PAST_NOTE,
  REASSURANCE,
  REASSURANCE_NOTE,
  SOCIAL,
  whenWords,
} from './phrase-banks.ts';
import type { Chance } from './random.ts';
import { american, misspell } from './spelling.ts';
import type { Template } from './templates.ts';
import { notedVitals, saidVitals, type Vitals } from './vital-signs.ts';
import { ageAndSex, type Person, relativeOf, type Speaker, saidAge, speak, whoOf } from './voice.ts';

/** What a text is made from. */
export interface Telling {
  readonly condition: Condition;
  readonly template: Template;
  readonly person: Person;
  readonly vitals: Vitals | undefined;
  /** Which of the wordings may be drawn: the tune split and the report split share none. */
  readonly share: 'all' | 'tune' | 'report';
}

/** The text of one case. */
export interface Told {
  readonly text: string;
  /** Number of sentences; 0 stands for the few words of a triage desk. */
  readonly sentences: number;
  /** Does the text state all the measured vital signs? */
  readonly statesVitals: boolean;
}

/** Fills a template with the words of a condition. */
export function composeText(telling: Telling, chance: Chance): Told {
  const { template, person } = telling;
  const isLay = template.register.startsWith('lay');
  const speaker: Speaker =
    template.register === 'lay-other' ? { person, relative: relativeOf(person, chance) } : { person };
  const pieces = piecesOf(telling, chance);
  const filled = template.sentences.flatMap((frame) => fill(frame, pieces));
  const told = isLay ? speak(filled.join('\u0000'), speaker).split('\u0000') : filled;
  const joined =
    template.register === 'terse' ? told.join(' ') : told.map((sentence) => finish(sentence)).join(' ');
  return {
    text: style(joined, isLay, chance),
    sentences: template.register === 'terse' ? 0 : filled.length,
    statesVitals:
      template.sentences.some((frame) => frame.includes('<vitals>')) && pieces.vitals !== undefined,
  };
}

type Pieces = Readonly<Record<string, string | undefined>>;

function piecesOf({ condition, template, person, vitals, share }: Telling, chance: Chance): Pieces {
  const core = chance.pick(shareOf(wordingsOf(condition, template), share));
  const when = condition.onset === undefined ? undefined : whenWords(condition.onset, chance);
  const grown = person.ageYears >= 10;
  return {
    core,
    CORE: core.toUpperCase(),
    hello: chance.pick(HELLOS),
    ask: chance.pick(ASKS),
    age: saidAge(person.ageYears),
    who: whoOf(person),
    brief: ageAndSex(person, chance),
    time: when?.time,
    since: when?.since,
    onset: when?.note,
    duration: when?.duration,
    extra: some(condition.extraLay, chance),
    extranote: some(condition.extraNote, chance),
    absent: absentOf(condition, chance),
    past: grown ? chance.pick(PAST) : undefined,
    pastnote: grown ? chance.pick(PAST_NOTE) : 'nil significant',
    medicine: grown ? `{I} {take} ${chance.pick(MEDICINES)}` : undefined,
    mednote: grown ? chance.pick(MEDICINES) : undefined,
    family: chance.pick(FAMILY),
    familynote: chance.pick(FAMILY_NOTE),
    hypothetical: chance.pick(HYPOTHETICAL),
    reassurance: chance.pick(REASSURANCE),
    reassurancenote: chance.pick(REASSURANCE_NOTE),
    social: chance.pick(SOCIAL),
    advicenote: chance.pick(ADVICE_NOTE),
    vitals: vitals === undefined ? undefined : notedVitals(vitals, chance),
    measured: vitals === undefined ? undefined : saidVitals(vitals, chance),
  };
}

function wordingsOf(condition: Condition, { register }: Template): readonly string[] {
  if (register === 'lay-self' || register === 'lay-other') return condition.lay;
  return condition[register];
}

/** The wordings of a split: two thirds tune, the rest report. */
export function shareOf(wordings: readonly string[], share: Telling['share']): readonly string[] {
  if (share === 'all') return wordings;
  const border = Math.ceil((wordings.length * 2) / 3);
  return share === 'tune' ? wordings.slice(0, border) : wordings.slice(border);
}

function absentOf({ absent = [] }: Condition, chance: Chance): string | undefined {
  if (absent.length === 0) return undefined;
  const from = chance.whole(0, absent.length - 1);
  const chosen = [...absent.slice(from), ...absent.slice(0, from)].slice(0, chance.whole(1, 3));
  const last = chosen.pop();
  return chosen.length === 0 ? last : `${chosen.join(', ')} or ${last}`;
}

function some(values: readonly string[] | undefined, chance: Chance): string | undefined {
  return values === undefined || values.length === 0 ? undefined : chance.pick(values);
}

/** One sentence, or none when a piece of it has nothing to say; `<core>` is told even so. */
function fill(frame: string, pieces: Pieces): readonly string[] {
  const names = [...frame.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '');
  const isCore = names.some((name) => name.toLowerCase() === 'core');
  if (!isCore && names.some((name) => pieces[name] === undefined)) return [];
  const text = frame.replaceAll(/<(\w+)>/g, (_whole, name: string) => pieces[name] ?? '');
  return [
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[\s,:]+|[\s,:]+$/g, '')
      .replaceAll(' ,', ','),
  ];
}

function finish(sentence: string): string {
  const first = sentence.search(/[a-z]/i);
  const raised = first === 0 ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
  return /[.?!]$/.test(raised) ? raised : `${raised}.`;
}

/** Spelling and typing as people have them. */
function style(text: string, isLay: boolean, chance: Chance): string {
  const spelt = chance.happens(0.4) ? american(text) : text;
  const slipped = isLay && chance.happens(0.2) ? misspell(spelt, chance) : spelt;
  if (isLay && chance.happens(0.12))
    return slipped
      .toLowerCase()
      .replaceAll("'", '')
      .replaceAll(/\.(?= |$)/g, ',');
  return slipped;
}
