import { BREAKS } from './layout.ts';
import { firstMentionFrom, isLasting, isModifier, type Judgement, type Scene } from './scene.ts';
import { monthsAgoAt } from './time.ts';

/** Months after which what struck and passed is history: a bleed under the skull may show for three. */
const MONTHS_OF_EVENTS = 4;
const MONTHS_OF_SYMPTOMS = 12;

/** What happens at a moment; a symptom may have begun then and last. */
const EVENTS = new Set(['diagnosis', 'injury', 'mechanism', 'exposure']);
const STRIKES = new Set([
  'seizure',
  'syncope',
  'near-syncope',
  'loss-of-consciousness',
  'unconscious',
  'sudden-collapse',
  'not-breathing',
  'cardiac-arrest',
  'anaphylaxis',
  'skull-fracture-sign',
]);

/** The story comes back to today. */
const OF_TODAY = new Set(
  (
    'now since today tonight yesterday still currently lately recently again presently ongoing persists continues began started ' +
    'until ever onwards presents presented attends attended here has'
  ).split(' '),
);

/** Most words before the time in the sentence that it opens: "about six years ago", "back in 2020". */
const OPENING = 5;
const BEFORE = 9;
const AFTER = 14;

interface LongAgo {
  readonly months: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

function longAgoAt(scene: Scene, at: number, thisYear: number): LongAgo | undefined {
  const { tokens } = scene;
  const span = monthsAgoAt(tokens, at);
  if (span !== undefined) return { months: span.months, from: at, to: span.to };
  const word = (offset: number) => tokens[at + offset]?.plain ?? '';
  const year = tokens[at + 1];
  if (
    word(0) === 'in' &&
    year?.kind === 'number' &&
    year.end - year.start === 4 &&
    year.value! > 1940 &&
    year.value! < thisYear
  )
    return { months: (thisYear - year.value!) * 12, from: at, to: at + 2 };
  if (word(0) === 'when' && ['i', 'he', 'she'].includes(word(1)) && word(2) === 'was') {
    const age = tokens[at + 3];
    if (age?.kind === 'number' || ['a', 'little', 'small', 'young', 'younger', 'at'].includes(word(3)))
      return { months: 24, from: at, to: at + 4 };
  }
  if (word(0) === 'before' && word(1) === 'the' && word(2) === 'age' && word(3) === 'of')
    return { months: 24, from: at, to: at + 5 };
  if (word(0) === 'at' && word(1) === 'the' && word(2) === 'age' && word(3) === 'of')
    return { months: 24, from: at, to: at + 5 };
  return undefined;
}

/** Where the time stands at the head of its sentence: "About six years ago I had". */
function opens({ layout }: Scene, at: number): boolean {
  const first = at - OPENING < 0 ? 0 : at - OPENING;
  for (let back = at; back >= first; back -= 1)
    if (layout.breakBefore[back] === BREAKS.sentence || back === 0) return true;
  return false;
}

/**
 * Puts into the past what struck long ago: the whole sentence that opens with the time ("About six years ago I had a
 * funny turn"), and the events told beside it ("a head injury fourteen months ago in which he was knocked out").
 *
 * A word of today ends it, so that what has lasted since then stays a complaint.
 */
export function readLongAgo(scene: Scene, judgements: Judgement[], thisYear: number): void {
  const { tokens, layout, mentions } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.kind === 'mark') continue;
    const ago = longAgoAt(scene, at, thisYear);
    if (ago === undefined || ago.months < MONTHS_OF_EVENTS || tokens[at - 1]?.plain === 'since') continue;
    const head = opens(scene, at);
    const first = Math.max(0, at - (head ? OPENING : BEFORE));
    let end = ago.to;
    while (end < tokens.length && end < ago.to + (head ? AFTER * 2 : AFTER)) {
      if (layout.sentence[end] !== layout.sentence[at] || layout.breakBefore[end]! >= BREAKS.contrast) break;
      if (OF_TODAY.has(tokens[end]!.plain)) break;
      end += 1;
    }
    for (let index = firstMentionFrom(mentions, first); index < mentions.length; index += 1) {
      const mention = mentions[index]!;
      if (mention.from >= end) break;
      if (layout.sentence[mention.from] !== layout.sentence[at] || isModifier(mention) || isLasting(mention))
        continue;
      const struck = EVENTS.has(mention.kind) || STRIKES.has(mention.id);
      if (!struck && !(head && ago.months >= MONTHS_OF_SYMPTOMS)) continue;
      const { state } = judgements[index]!;
      if (state === 'present' || state === 'uncertain') judgements[index] = { state: 'past', past: true };
    }
    at = ago.to - 1;
  }
}
