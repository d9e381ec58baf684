import { FILLERS } from '#terminology/lexicon/normal-form.ts';
import {
  BARE_TAIL,
  HARD_TERMINATORS,
  LIST_NEUTRAL,
  NEGATIONS,
  NOT_A_NEGATION,
  ONLY_AFTER_NOT,
  POST_NEGATIONS,
  POST_PHRASES,
  TERMINATORS,
} from './context-words.ts';
import { BREAKS } from './layout.ts';
import { firstMentionFrom, isModifier, type Judgement, type Scene, type TextMention } from './scene.ts';
import { buildWordTrie, longestAt } from './word-trie.ts';

type Reach = 'list' | 'plain' | 'near';

const NEGATION_TRIE = buildWordTrie(Object.entries(NEGATIONS));

/** Unknown words allowed between a negation and its first finding. */
const FIRST_GAP: Readonly<Record<Reach, number>> = { list: 6, plain: 3, near: 2 };
const LONGEST_REACH = 40;

/** True when the negation speaks of something else: "no relief", "not getting better", "without warning". */
function isPseudo({ tokens, layout, mentions }: Scene, from: number, end: number, reach: Reach): boolean {
  let seen = 0;
  const next = mentions[firstMentionFrom(mentions, end)];
  for (let at = end; at < tokens.length && seen < 2; at += 1) {
    const token = tokens[at]!;
    // "hasn't gone blue": the word belongs to the finding that is denied.
    if (next !== undefined && next.from === at && !isModifier(next)) return false;
    if (token.kind !== 'word' || layout.breakBefore[at]! > BREAKS.none) return false;
    if (NOT_A_NEGATION.has(token.stem) || NOT_A_NEGATION.has(token.plain)) {
      const afterNo = reach !== 'near' && tokens[from]!.plain === 'no';
      return !(afterNo && ONLY_AFTER_NOT.has(token.stem));
    }
    if (!FILLERS.has(token.plain) && token.stem !== 'have') seen += 1;
  }
  return false;
}

interface Between {
  readonly unknown: number;
  readonly ended: boolean;
  readonly hardEnd: boolean;
  readonly or: boolean;
  readonly and: boolean;
  readonly comma: boolean;
}

/** What stands between two places: unknown words, terminators, list joiners. */
function lookBetween(scene: Scene, from: number, to: number): Between {
  const { tokens, layout, covered } = scene;
  let unknown = 0;
  let ended = false;
  let hardEnd = false;
  let or = false;
  let and = false;
  let comma = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'mark') {
      if (token.plain === '/') or = true;
      if (token.plain === '.' && layout.breakBefore[at + 1] === BREAKS.sentence) ended = true;
      continue;
    }
    if (layout.breakBefore[at]! >= BREAKS.comma && at > from - 1) comma = true;
    if (layout.breakBefore[at]! >= BREAKS.contrast && at > from) hardEnd = true;
    if (covered[at] === 1) continue;
    const { plain } = token;
    if (plain === 'or' || plain === 'nor') or = true;
    else if (plain === 'and' || plain === '&') and = true;
    else if (HARD_TERMINATORS.has(plain)) hardEnd = true;
    else if (plain === 'other' && tokens[at + 1]?.plain !== 'than') continue;
    else if (TERMINATORS.has(plain)) ended = true;
    else if (!LIST_NEUTRAL.has(plain) && !FILLERS.has(plain)) unknown += 1;
  }
  if (to < tokens.length && layout.breakBefore[to]! >= BREAKS.comma) comma = true;
  return { unknown, ended, hardEnd, or, and, comma };
}

/** True when nothing is said of the member after it: no duration, verb or severity. */
function isBare(scene: Scene, mention: TextMention): boolean {
  const { tokens, layout } = scene;
  for (let at = mention.to; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'mark') {
      if (token.plain === '.' || token.plain === '\n' || token.plain === ';' || token.plain === ',')
        return true;
      continue;
    }
    if (layout.breakBefore[at]! >= BREAKS.comma) return true;
    return BARE_TAIL.has(token.plain) || scene.covered[at] === 1;
  }
  return true;
}

/** True when a later "or" or "nor" closes the list that starts after `mention`, so that all of it is negated. */
function closedByOr(scene: Scene, mention: TextMention): boolean {
  const { tokens, layout, covered } = scene;
  let sinceMention = 0;
  for (let at = mention.to; at < tokens.length && at < mention.to + LONGEST_REACH; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'mark') continue;
    if (layout.breakBefore[at]! >= BREAKS.contrast) return false;
    if (token.plain === 'or' || token.plain === 'nor') return sinceMention <= 2;
    if (covered[at] === 1) sinceMention = 0;
    else if (HARD_TERMINATORS.has(token.plain) || TERMINATORS.has(token.plain)) return false;
    else if (!LIST_NEUTRAL.has(token.plain)) sinceMention += 1;
  }
  return false;
}

function negateFrom(
  scene: Scene,
  judgements: Judgement[],
  { end, reach, goesOn = false }: { readonly end: number; readonly reach: Reach; readonly goesOn?: boolean },
): void {
  const { mentions, layout, tokens } = scene;
  const segment = layout.segment[Math.min(end, tokens.length - 1)];
  let previousEnd = end;
  let reached: TextMention | undefined;
  const bare: number[] = [];
  for (let at = firstMentionFrom(mentions, end); at < mentions.length; at += 1) {
    const mention = mentions[at]!;
    if (layout.segment[mention.from] !== segment || mention.from - end > LONGEST_REACH) return;
    if (isModifier(mention) && reached === undefined) continue;
    if (reached !== undefined && mention.from < previousEnd) {
      judgements[at] = { ...judgements[at - 1]! };
      previousEnd = Math.max(previousEnd, mention.to);
      continue;
    }
    const between = lookBetween(scene, previousEnd, mention.from);
    if (between.hardEnd) return;
    if (reached === undefined) {
      const colon = tokens[end]?.plain === ':';
      if (between.unknown > FIRST_GAP[reach]) return;
      // "no recession, blue lips or fever": the first member was not read, "or" closes the list all the same.
      const opened = goesOn || between.unknown > 0;
      const closed = between.or || closedByOr(scene, mention) || (goesOn && fillsSentence(scene, mention));
      const listed = opened && !between.ended && closed;
      if (between.comma && !colon && !listed) return;
      if (between.ended && reach !== 'list') return;
      judgements[at] = { state: 'absent' };
    } else {
      if (isModifier(mention)) {
        if (!between.or && !closedByOr(scene, mention)) return;
        continue;
      }
      // "no weight loss, blood, wheeze or breathlessness": what was not read is a member too where "or" closes the list.
      const isMember = between.comma && (reach === 'list' || closedByOr(scene, mention));
      const unread = between.or ? 1 : isMember ? 2 : 0;
      if (between.ended || between.unknown > unread) return;
      // "no fever, feels faint or dizzy": a verb begins a statement of its own.
      if (opensStatement(scene, mention) || mention.kind === 'reassuring') return;
      const sure = between.or || closedByOr(scene, mention);
      if (!sure && reach === 'near') return;
      if (!sure && !isBare(scene, mention)) return;
      if (!sure && !between.comma && !between.and) return;
      judgements[at] = { state: 'absent', ...(sure || reach === 'list' ? {} : { weak: true }) };
      bare.push(at);
      // Three and more bare members are a list of what was asked: none of them is left in doubt.
      if (bare.length >= 2 || lastIsUnread(scene, mention))
        for (const member of bare) judgements[member] = { state: 'absent' };
    }
    reached = mention;
    previousEnd = mention.to;
  }
}

/** True for a finding that begins with a verb or a negation of its own: it is no member of a list. */
function opensStatement({ tokens }: Scene, mention: TextMention): boolean {
  const { plain } = tokens[mention.from]!;
  return TERMINATORS.has(plain) || NEGATIONS[plain] !== undefined || plain === 'cannot' || plain === 'cant';
}

/** Blood ketones from which ketoacidosis threatens, mmol/L (JBDS 2023: 1.5 to 3 is at risk, below is watched). */
const KETONES_RAISED = 1.5;

/** CIWA-Ar below which an alcohol withdrawal is mild (ASAM 2020). */
const CIWA_MILD = 10;

/** "chest pain: none", "CP neg", "fever (-)", "SOB was ruled out". */
function negateAfter(scene: Scene, judgements: Judgement[]): void {
  const { tokens, layout, mentions } = scene;
  for (const [index, mention] of mentions.entries()) {
    let at = mention.to;
    while (at < tokens.length && ':-–—=,?('.includes(tokens[at]!.plain) && at - mention.to < 3) at += 1;
    const token = tokens[at];
    if (token === undefined) continue;
    // "ketones 0.3": measured and not raised.
    const measured = ['is', 'are', 'was', 'were', 'of', 'at'].includes(token.plain) ? tokens[at + 1] : token;
    // "CIWA 9": scored, and mild.
    const isMild = mention.id === 'alcohol-withdrawal' && scene.tokens[mention.to - 1]!.plain === 'ciwa';
    if (isMild && measured?.kind === 'number' && measured.value! < CIWA_MILD) {
      judgements[index] = { state: 'absent' };
      continue;
    }
    if (mention.id === 'ketones' && measured?.kind === 'number' && measured.value! < KETONES_RAISED) {
      judgements[index] = { state: 'absent' };
      continue;
    }
    const marked = at > mention.to;
    const minus = tokens[at - 1]?.plain === '-' && (token.plain === ')' || token.plain === 've');
    if (minus) {
      judgements[index] = { state: 'absent' };
      continue;
    }
    if (token.kind === 'word' && POST_NEGATIONS.has(token.plain) && isLastOfItem(scene, at)) {
      const sentenceOk = layout.sentence[at] === layout.sentence[mention.to - 1] || marked;
      // "He's not breathing, no": the word agrees with what is denied already.
      if (sentenceOk && !opensStatement(scene, mention)) judgements[index] = { state: 'absent' };
      continue;
    }
    for (let ahead = mention.to; ahead < Math.min(tokens.length, mention.to + 4); ahead += 1) {
      if (layout.sentence[ahead] !== layout.sentence[mention.to - 1] || scene.covered[ahead] === 1) break;
      if (POST_PHRASES.some((phrase) => phrase.every((word, n) => tokens[ahead + n]?.plain === word))) {
        judgements[index] = { state: 'absent' };
        break;
      }
    }
  }
}

/** True when the answer stands alone: a comma, the end, or a new line follows it. */
function isLastOfItem({ tokens, layout }: Scene, at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'mark') return next === undefined || ',.;)\n|'.includes(next.plain);
  return layout.breakBefore[at + 1]! >= BREAKS.comma;
}

/** "(-) fever", "-SOB" inside a list, "Ø fever". */
function negateByMark(scene: Scene, judgements: Judgement[]): void {
  const { tokens, mentions } = scene;
  for (const [index, mention] of mentions.entries()) {
    const before = tokens[mention.from - 1];
    if (before === undefined || before.kind !== 'mark') continue;
    const two = tokens[mention.from - 2];
    const three = tokens[mention.from - 3];
    if (before.plain === 'ø' || before.plain === '∅' || before.plain === 'Ø')
      judgements[index] = { state: 'absent' };
    else if (before.plain === ')' && two?.plain === '-' && three?.plain === '(')
      judgements[index] = { state: 'absent' };
    else if (
      before.plain === '-' &&
      before.end === tokens[mention.from]!.start &&
      two !== undefined &&
      two.end < before.start &&
      two.plain !== '\n'
    )
      judgements[index] = { state: 'absent' };
  }
}

/** "Any chest pain? No." and "chest pain? none": an answer in the next sentence. */
function answerQuestions(scene: Scene, judgements: Judgement[]): void {
  const { tokens, mentions, layout } = scene;
  for (const [index, mention] of mentions.entries()) {
    let at = mention.to;
    while (at < tokens.length && at < mention.to + 8 && tokens[at]!.plain !== '?') {
      if (layout.sentence[at] !== layout.sentence[mention.from]) break;
      at += 1;
    }
    if (tokens[at]?.plain !== '?') continue;
    let answer = at + 1;
    while (tokens[answer]?.plain === '\n' || tokens[answer]?.plain === '-') answer += 1;
    const word = tokens[answer]?.plain ?? '';
    // "Bat bite? Denies fever": only a word that stands alone is the answer.
    if (POST_NEGATIONS.has(word) && (isLastOfItem(scene, answer) || tokens[answer + 1]?.plain === 'any'))
      judgements[index] = { state: 'absent' };
    else if (word === 'yes' || word === 'yeah' || word === 'yep') judgements[index] = { state: 'present' };
    else if (judgements[index]!.state === 'present' && asksAny(scene, mention))
      judgements[index] = { state: 'uncertain' };
  }
}

function asksAny({ tokens, layout }: Scene, mention: TextMention): boolean {
  for (let at = mention.from - 1; at >= 0 && at >= mention.from - 6; at -= 1) {
    if (layout.sentence[at] !== layout.sentence[mention.from]) return false;
    if (['any', 'is', 'could', 'does', 'do'].includes(tokens[at]!.plain)) return true;
  }
  return false;
}

/** "No headache, CP, | visual sx.": the last member was not read. */
function lastIsUnread({ tokens, layout, covered }: Scene, { to }: TextMention): boolean {
  if (tokens[to]?.plain !== ',') return false;
  for (let at = to + 1; at < tokens.length && at <= to + 3; at += 1) {
    if (tokens[at]!.plain === '.') return at > to + 1 && layout.sentence[at] === layout.sentence[to];
    if (tokens[at]!.kind !== 'word' || covered[at] === 1 || TERMINATORS.has(tokens[at]!.plain)) return false;
  }
  return false;
}

/** True for the first of several bare members that go on to the end of the sentence: "no pain, | discharge, vertigo." */
function fillsSentence(scene: Scene, first: TextMention): boolean {
  const { tokens, layout, mentions } = scene;
  let members = 1;
  let end = first.to;
  for (let at = firstMentionFrom(mentions, first.to); at < mentions.length; at += 1) {
    const mention = mentions[at]!;
    if (layout.sentence[mention.from] !== layout.sentence[first.from]) break;
    const between = lookBetween(scene, end, mention.from);
    if (!between.comma || between.unknown > 1 || between.ended || between.hardEnd) return false;
    if (opensStatement(scene, mention) || mention.kind === 'reassuring' || isModifier(mention)) return false;
    members += 1;
    end = mention.to;
  }
  while (end < tokens.length && layout.sentence[end] === layout.sentence[first.from]) {
    if (tokens[end]!.kind !== 'mark') return false;
    end += 1;
  }
  return members >= 2;
}

/** "I don't have any loss of consciousness | or memory loss": a reassuring phrase holds the negation of a list. */
function negateAfterReassurance(scene: Scene, judgements: Judgement[], at: number): void {
  if (NEGATIONS[scene.tokens[at]!.plain] === undefined) return;
  const index = scene.mentions.findIndex(({ from, to }) => from <= at && at < to);
  const mention = scene.mentions[index];
  if (mention === undefined || mention.kind !== 'reassuring' || mention.from !== at) return;
  // "no pain in my chest": freedom from pain, and the pain that is not there.
  for (let other = firstMentionFrom(scene.mentions, at + 1); other < scene.mentions.length; other += 1) {
    const { from } = scene.mentions[other]!;
    if (from >= mention.to) break;
    if (!isModifier(scene.mentions[other]!)) judgements[other] = { state: 'absent' };
  }
  const next = scene.mentions[firstMentionFrom(scene.mentions, mention.to)];
  if (next === undefined || isModifier(next)) return;
  const between = lookBetween(scene, mention.to, next.from);
  const joined = between.or || (between.comma && (closedByOr(scene, next) || fillsSentence(scene, next)));
  if (joined && !between.ended && !between.hardEnd && between.unknown === 0)
    negateFrom(scene, judgements, { end: mention.to, reach: 'plain', goesOn: true });
}

/**
 * Marks what the text says is not there.
 *
 * Built so that a negation never swallows a neighbour: a list goes on only over bare members, a verb, a
 * severity, a duration or a contrast ends it, and where it is doubtful the finding stays present.
 */
export function readNegation(scene: Scene, judgements: Judgement[]): void {
  const { tokens, covered } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.kind !== 'word') continue;
    if (covered[at] === 1) {
      negateAfterReassurance(scene, judgements, at);
      continue;
    }
    const trigger = longestAt(NEGATION_TRIE, tokens, at);
    if (trigger === undefined) continue;
    if (trigger.value === 'near' && tokens[at]!.plain === 'not' && tokens[at - 1]?.plain === 'not') continue;
    if (isDenialDenied(scene, at)) continue;
    // A finding may begin within the words of the negation: "don't | have any fever".
    const first = scene.mentions[firstMentionFrom(scene.mentions, at + 1)];
    const end = first !== undefined && first.from < trigger.end ? first.from : trigger.end;
    if (!isPseudo(scene, at, end, trigger.value))
      negateFrom(scene, judgements, { end, reach: trigger.value });
    at = trigger.end - 1;
  }
  negateByMark(scene, judgements);
  negateAfter(scene, judgements);
  answerQuestions(scene, judgements);
}

/** "does not deny chest pain", "not without pain": two negations are none. */
function isDenialDenied({ tokens }: Scene, at: number): boolean {
  const word = tokens[at]!.plain;
  const before = tokens[at - 1]?.plain ?? '';
  const negative =
    before === 'not' ||
    before === 'doesnt' ||
    before === 'didnt' ||
    before === 'cannot' ||
    before === 'never';
  return negative && ['deny', 'without', 'w/o', 'denying', 'free of'].includes(word);
}
