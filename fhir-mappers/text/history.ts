import {
  DREADS,
  HISTORIES,
  HYPOTHETICALS,
  LIST_NEUTRAL,
  POST_PAST,
  TERMINATORS,
  UNCERTAIN,
  WEAK_HISTORIES,
  WORRIES,
} from './context-words.ts';
import { BREAKS } from './layout.ts';
import { readLongAgo } from './long-ago.ts';
import {
  firstMentionFrom,
  isLasting,
  isModifier,
  type Judgement,
  type Scene,
  type TextMention,
} from './scene.ts';
import { readTalkedOf } from './talked-of.ts';
import { buildWordTrie, longestAt } from './word-trie.ts';

type Trigger = 'dread' | 'history' | 'weak-history' | 'hypothetical' | 'worry' | 'uncertain';

const TRIGGERS = buildWordTrie<Trigger>([
  ...HISTORIES.map((phrase) => [phrase, WEAK_HISTORIES.has(phrase) ? 'weak-history' : 'history'] as const),
  ...HYPOTHETICALS.map((phrase) => [phrase, 'hypothetical'] as const),
  ...WORRIES.map((phrase) => [phrase, 'worry'] as const),
  ...UNCERTAIN.map((phrase) => [phrase, 'uncertain'] as const),
  ...DREADS.map((phrase) => [phrase, 'dread'] as const),
]);

const REACH: Readonly<Record<Trigger, number>> = {
  history: 40,
  'weak-history': 40,
  hypothetical: 40,
  worry: 6,
  uncertain: 5,
  dread: 4,
};

const TIME_UNITS = new Set(['hour', 'day', 'week', 'month', 'minut', 'minute', 'min', 'hr', 'wk', 'mo']);

/** "3 day history of", "2-week h/o": the illness of today, told as a history. */
function isPresentHistory({ tokens }: Scene, at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 3; back -= 1)
    if (TIME_UNITS.has(tokens[back]!.stem)) return true;
  return tokens[at + 1]?.plain === 'of' && tokens[at + 2]?.plain === 'present';
}

/** Words that end a history, beyond those that end a negation. */
function endsHistory(scene: Scene, from: number, to: number, started: boolean): boolean {
  const { tokens, layout, covered } = scene;
  for (let at = from; at < to; at += 1) {
    if (covered[at] === 1 || tokens[at]!.kind === 'mark') continue;
    if (layout.breakBefore[at]! >= BREAKS.contrast) return true;
    const { plain } = tokens[at]!;
    if (plain === 'with' || plain === 'w/' || plain === 'who' || plain === 'here') return true;
    if (TERMINATORS.has(plain) && (started || !['has', 'had', 'have', 'is', 'was', 'other'].includes(plain)))
      return true;
  }
  return false;
}

function onlyListBetween({ tokens, covered }: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'word' && covered[at] === 0 && !LIST_NEUTRAL.has(token.plain)) return false;
  }
  return true;
}

/** A kind that a list of past illnesses may hold; a symptom in such a list is rather of today. */
const HISTORICAL_KINDS = new Set(['diagnosis', 'history', 'injury', 'mechanism', 'exposure', 'pregnancy']);

function putIntoPast(scene: Scene, judgements: Judgement[], end: number, trigger: Trigger): void {
  const { mentions, layout, tokens } = scene;
  const segment = layout.segment[Math.min(end, tokens.length - 1)];
  const sentence = layout.sentence[Math.min(end, tokens.length - 1)];
  let previousEnd = end;
  let started = false;
  for (let at = firstMentionFrom(mentions, end); at < mentions.length; at += 1) {
    const mention = mentions[at]!;
    const sameLine = layout.segment[mention.from] === segment && layout.sentence[mention.from] === sentence;
    if (!sameLine || mention.from - end > REACH[trigger]) return;
    if (mention.from >= previousEnd && endsHistory(scene, previousEnd, mention.from, started)) return;
    if (isModifier(mention)) continue;
    if (started && mention.from >= previousEnd) {
      if (!HISTORICAL_KINDS.has(mention.kind)) {
        if (isLasting(mention)) {
          previousEnd = mention.to;
          continue;
        }
        return;
      }
      if (!onlyListBetween(scene, previousEnd, mention.from)) return;
    }
    const judgement = judgements[at]!;
    const mayBePast = trigger === 'history' || mention.kind === 'diagnosis';
    if (judgement.state === 'present' && !isLasting(mention) && mayBePast)
      judgements[at] = { state: 'past', past: true };
    started = true;
    previousEnd = Math.max(previousEnd, mention.to);
  }
}

function mark(scene: Scene, judgements: Judgement[], end: number, trigger: Trigger): void {
  const { mentions, layout, tokens } = scene;
  const sentence = layout.sentence[Math.min(end, tokens.length - 1)];
  for (let at = firstMentionFrom(mentions, end); at < mentions.length; at += 1) {
    const mention = mentions[at]!;
    if (layout.sentence[mention.from] !== sentence || mention.from - end > REACH[trigger]) return;
    const judgement = judgements[at]!;
    const isFeared =
      trigger === 'dread' ||
      (trigger === 'worry' && (mention.kind === 'diagnosis' || mention.id === 'poisoning'));
    const isOpen = judgement.state === 'present' || (isFeared && judgement.state === 'uncertain');
    if (!isOpen || isModifier(mention)) continue;
    if (trigger === 'hypothetical' || trigger === 'dread') judgements[at] = { state: 'hypothetical' };
    else if (isFeared) judgements[at] = { state: 'hypothetical' };
    else judgements[at] = { state: 'uncertain' };
    if (trigger === 'uncertain' || trigger === 'worry' || trigger === 'dread') {
      // The same words may be two findings: "septic" is an infection and a sepsis.
      if ((mentions[at + 1]?.from ?? tokens.length) < mention.to) continue;
      const next = tokens[mention.to]?.plain;
      if (next !== 'or' && next !== 'vs' && next !== 'versus' && next !== '/') return;
    }
  }
}

/** "?MI", "? fracture". */
function markQuestioned(scene: Scene, judgements: Judgement[]): void {
  for (const [index, mention] of scene.mentions.entries()) {
    const before = scene.tokens[mention.from - 1];
    const two = scene.tokens[mention.from - 2];
    const opens = two === undefined || two.kind === 'mark' || two.end < (before?.start ?? 0);
    if (before?.plain === '?' && opens && judgements[index]!.state === 'present')
      judgements[index] = { state: 'uncertain' };
  }
}

const OPENS_STATEMENT = new Set('i he she we they it my his her our there'.split(' '));
const ONGOING = new Set(['began', 'begin', 'start', 'onset', 'since', 'ongo', 'continu', 'still', 'persist']);

/** "stroke 3 years ago", "asthma as a child", "MI in 2015". */
function readPostPast(scene: Scene, judgements: Judgement[], thisYear: number): void {
  const { tokens, layout, mentions } = scene;
  for (const [index, mention] of mentions.entries()) {
    if (isLasting(mention) || isModifier(mention) || judgements[index]!.state !== 'present') continue;
    const stop = Math.min(tokens.length, mention.to + 8);
    for (let at = mention.to; at < stop; at += 1) {
      const token = tokens[at]!;
      if (token.kind !== 'mark' && layout.breakBefore[at]! >= BREAKS.contrast) break;
      if (ONGOING.has(token.stem)) break;
      // "it is gushing, I had a knee operation years ago": a new statement after the comma.
      if (layout.breakBefore[at]! >= BREAKS.comma && OPENS_STATEMENT.has(token.plain)) break;
      if (
        scene.covered[at] === 1 &&
        at > mention.to + 2 &&
        POST_PAST.every(([first]) => first !== token.plain)
      )
        break;
      const phrase = POST_PAST.some((words) => words.every((word, n) => tokens[at + n]?.plain === word));
      const year =
        token.kind === 'number' &&
        token.end - token.start === 4 &&
        token.value !== undefined &&
        token.value > 1940 &&
        token.value < thisYear &&
        // "thinks it is 1950" is no date.
        tokens[at - 1]?.plain !== 'is' &&
        tokens[at - 1]?.plain !== 'its';
      if (phrase || year) {
        judgements[index] = { state: 'past', past: true };
        break;
      }
    }
  }
}

const RESOLVED_WORDS: readonly (readonly string[])[] = [
  ['resolv'],
  ['go', 'away'],
  ['go', 'now'],
  ['now', 'go'],
  ['subsid'],
  ['disappear'],
  ['stop'],
  ['abat'],
  ['clear', 'up'],
  ['pass', 'now'],
  ['better', 'now'],
  ['now', 'better'],
  ['pain', 'free'],
];

const NOT_RESOLVED_BEFORE = new Set(
  'not never wont didnt hasnt no cannot doesnt isnt without until if'.split(' '),
);

/** "chest pain, resolved PTA": it stays a finding of today whose course is resolved. */
function readResolved(scene: Scene, judgements: Judgement[]): void {
  const { tokens, layout, mentions } = scene;
  const starts = new Set(mentions.filter((mention) => !isModifier(mention)).map(({ from }) => from));
  for (const [index, mention] of mentions.entries()) {
    if (isModifier(mention) || judgements[index]!.state !== 'present') continue;
    const stop = Math.min(tokens.length, mention.to + 9);
    for (let at = mention.to; at < stop; at += 1) {
      if (layout.sentence[at] !== layout.sentence[mention.from]) break;
      const before = tokens[at - 1]?.plain ?? '';
      const negated = NOT_RESOLVED_BEFORE.has(before);
      if (
        !negated &&
        RESOLVED_WORDS.some((words) => words.every((stem, n) => tokens[at + n]?.stem === stem))
      ) {
        judgements[index] = { ...judgements[index]!, resolved: true };
        break;
      }
      if (at > mention.to && starts.has(at)) break;
    }
  }
}

/** "worried" is an anxiety, and opens what is feared. */
function isWorryItself({ mentions }: Scene, at: number, trigger: Trigger): boolean {
  if (trigger !== 'worry' && trigger !== 'dread') return false;
  const first = firstMentionFrom(mentions, at);
  const covering = mentions[first]?.from === at ? mentions[first] : mentions[first - 1];
  return covering?.id === 'anxiety' || covering?.id === 'panic-attack';
}

/** Marks past, unsure, feared and advised findings, in that order of authority. */
export function readHistory(scene: Scene, judgements: Judgement[], thisYear: number): void {
  const { tokens, covered } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.kind !== 'word') continue;
    const trigger = longestAt(TRIGGERS, tokens, at);
    // "return if" is advice even where "return" alone is a finding.
    if (trigger === undefined) continue;
    if (covered[at] === 1 && trigger.value !== 'hypothetical' && !isWorryItself(scene, at, trigger.value))
      continue;
    const isHistory = trigger.value === 'history' || trigger.value === 'weak-history';
    if (isHistory && !isPresentHistory(scene, at)) putIntoPast(scene, judgements, trigger.end, trigger.value);
    else if (!isHistory) mark(scene, judgements, trigger.end, trigger.value);
    at = trigger.end - 1;
  }
  markQuestioned(scene, judgements);
  readTalkedOf(scene, judgements);
  readPostPast(scene, judgements, thisYear);
  readLongAgo(scene, judgements, thisYear);
  readResolved(scene, judgements);
}

export type { TextMention };
