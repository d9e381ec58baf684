import { ELDERS, FAMILY, OTHERS, SPEAKS } from './context-words.ts';
import { BREAKS } from './layout.ts';
import { firstMentionFrom, isModifier, type Judgement, type Scene } from './scene.ts';

const PATIENT_PRONOUNS = new Set(['he', 'she', 'pt', 'patient', 'i', 'client', 'resident']);
const THIRD_PERSON_OWNERS = new Set([
  'her',
  'his',
  'their',
  'patients',
  'pts',
  'whose',
  'the',
  'a',
  'another',
  'one',
  'family',
  'older',
  'younger',
  'older',
]);
const VERBS_OF_ILLNESS = new Set([
  'hav',
  'with',
  'is',
  'was',
  'are',
  'were',
  'die',
  'suffer',
  'diagnos',
  'get',
  'recent',
  'develop',
  'sick',
  'ill',
  'also',
  'test',
  'both',
  'all',
  'recently',
  'just',
  'been',
  'catch',
  'caught',
  'pass',
  ...'went drowned collapsed lost broke choked fell bled ended needed nearly almost'.split(' '),
]);

interface Known {
  readonly patient: number;
  readonly ownFinding: number;
}

interface Speaker {
  readonly from: number;
  readonly kind: 'family' | 'other-person';
}

const PATIENT_WORDS = new Set([
  ...PATIENT_PRONOUNS,
  ...'yo y/o yr year yrs old m f male female my presents c/o complains'.split(' '),
]);

/** First token that speaks of the patient: an age, "pt", a pronoun. */
function firstPatientWord({ tokens }: Scene): number {
  const at = tokens.findIndex(({ plain }) => PATIENT_WORDS.has(plain));
  return at < 0 ? tokens.length : at;
}

/** First finding that the speaker has ("I have", "my chest"): from there on "my husband" is not the patient. */
function firstOwnFinding({ tokens, mentions, layout }: Scene, judgements: readonly Judgement[]): number {
  const isOwn = (from: number): boolean => {
    for (let back = from - 1; back >= 0 && back >= from - 6; back -= 1) {
      const next = tokens[back + 1]?.plain ?? '';
      if (layout.sentence[back] !== layout.sentence[from]) return false;
      if (['i', 'im', 'ive', 'me'].includes(tokens[back]!.plain)) return true;
      if (tokens[back]!.plain === 'my' && !FAMILY.has(next) && !OTHERS.has(next)) return true;
    }
    // "it burns when I pee": the speaker comes after the first word of the finding.
    for (let next = from; next < tokens.length && next < from + 5; next += 1) {
      if (layout.sentence[next] !== layout.sentence[from]) return false;
      const after = tokens[next + 1]?.plain ?? '';
      if (tokens[next]!.plain === 'i') return true;
      // "bumped my head"
      if (next > from && tokens[next]!.plain === 'my' && !FAMILY.has(after) && !OTHERS.has(after))
        return true;
      if (FAMILY.has(tokens[next]!.plain) || OTHERS.has(tokens[next]!.plain)) return false;
    }
    return false;
  };
  const own = mentions.find(
    (mention, at) =>
      !isModifier(mention) &&
      (judgements[at]!.state === 'present' || judgements[at]!.state === 'uncertain') &&
      isOwn(mention.from),
  );
  return own === undefined ? tokens.length : own.from;
}

/**
 * True when the sentence gives the age at which it struck, or that it killed: nobody speaks of a patient so
 * ("my grandad had a heart attack at 80", "grandfather stroke aged 78", "aunt died of cancer").
 */
function tellsOfThePast({ tokens, layout }: Scene, relative: number): boolean {
  for (let at = relative + 1; at < tokens.length && at < relative + 12; at += 1) {
    if (layout.sentence[at] !== layout.sentence[relative] || layout.breakBefore[at]! >= BREAKS.comma)
      return false;
    const { plain } = tokens[at]!;
    const next = tokens[at + 1];
    if (plain === 'died' || (plain === 'passed' && next?.plain === 'away')) return true;
    const struckAt = plain === 'at' || plain === 'aged' || plain === 'age';
    const after = tokens[at + 2]?.plain ?? '';
    if (
      struckAt &&
      next?.kind === 'number' &&
      next.value! >= 20 &&
      next.value! < 110 &&
      !isClockOrWeek(after)
    )
      return true;
    if (plain === 'years' && next?.plain === 'ago') return true;
    if (plain === 'in' && ['his', 'her', 'their'].includes(next?.plain ?? '') && /^\d+s?$|ties$/.test(after))
      return true;
  }
  return false;
}

const isClockOrWeek = (word: string) =>
  ['am', 'pm', 'week', 'weeks', 'wks', ':', '.', 'minutes', 'hours', 'per', 'mph', 'percent', '%'].includes(
    word,
  ) && word !== '.';

/** "B: hay fever, grandfather stroke aged 78; aunt breast Ca": a relative in the list of a note. */
function isListed({ tokens, layout, covered }: Scene, at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before === undefined || before.kind !== 'mark' || !',:;'.includes(before.plain)) return false;
  return (
    ELDERS.has(tokens[at]!.plain) &&
    next?.kind === 'word' &&
    covered[at + 1] === 1 &&
    layout.breakBefore[at + 1]! === BREAKS.none
  );
}

const ANIMALS = new Set(['cat', 'dog', 'pet', 'puppy', 'kitten', 'hamster', 'budgie', 'horse', 'rabbit']);
const BEFALLS_ANIMALS = new Set(
  'collapsed died dead sick vomiting poorly unwell ill was is has had'.split(' '),
);

/** Said of these with the name of a disease, it is theirs: "my cousin's leukaemia", "my uncle has diabetes". */
const DISTANT = new Set(
  'uncle aunt cousin cousins neighbour neighbor nephew niece friend friends colleague boss'.split(' '),
);

/** True where a distant relative or a friend stands before the name of a disease, in a text about someone else. */
function ownsDisease({ tokens, mentions, layout }: Scene, at: number): boolean {
  if (!DISTANT.has(tokens[at]!.plain)) return false;
  const next = mentions[firstMentionFrom(mentions, at + 1)];
  if (next === undefined || next.from - at > 3 || layout.segment[next.from] !== layout.segment[at])
    return false;
  return next.kind === 'diagnosis' || next.kind === 'history';
}

/** "her neighbour's leg was amputated", in a text about someone else: the leg of a neighbour. */
function ownsBody({ tokens, mentions }: Scene, at: number): boolean {
  if (!DISTANT.has(tokens[at]!.plain) || !['her', 'his', 'the', 'a'].includes(tokens[at - 1]?.plain ?? ''))
    return false;
  const next = mentions[firstMentionFrom(mentions, at + 1)];
  return next !== undefined && next.from === at + 1 && !SPEAKS.has(tokens[at + 1]!.plain);
}

const PEOPLE = new Set(
  'man woman guy bloke fella lady girl boy lad person someone somebody fellow chap'.split(' '),
);
const NEARBY = ['next door', 'at work', 'down the', 'across the', 'upstairs', 'in the office', 'on our'];

/** "the man next door had a heart attack": another person's. */
function livesNearby({ tokens }: Scene, at: number): boolean {
  if (!PEOPLE.has(tokens[at]!.plain)) return false;
  const after = `${tokens[at + 1]?.plain ?? ''} ${tokens[at + 2]?.plain ?? ''} ${tokens[at + 3]?.plain ?? ''} `;
  return NEARBY.some((where) => after.startsWith(`${where} `));
}

/** "as if someone is sitting on my chest", "can somebody help", "about somebody who is 79". */
function isFigure({ tokens }: Scene, at: number): boolean {
  if (!['someone', 'somebody', 'people'].includes(tokens[at]!.plain)) return false;
  const before = tokens[at - 1]?.plain ?? '';
  const next = tokens[at + 1]?.plain ?? '';
  return (
    ['like', 'if', 'though', 'can', 'about', 'could', 'for', 'need', 'please', 'that', 'wish'].includes(
      before,
    ) ||
    next === 'who' ||
    next === 'is'
  );
}

/**
 * Whether the relative at `at` is the one who is ill, rather than the one who speaks or the patient.
 *
 * "Wife reports he has chest pain" and "my son has a fever" are about the patient; "her husband has the flu",
 * "father had an MI" and "my father had a stroke", said by one who is ill herself, are not.
 */
function illRelative(scene: Scene, known: Known, at: number): Speaker | undefined {
  const { tokens, layout } = scene;
  const { plain } = tokens[at]!;
  if (livesNearby(scene, at)) return { from: at + 1, kind: 'other-person' };
  const kind = FAMILY.has(plain) ? 'family' : OTHERS.has(plain) ? 'other-person' : undefined;
  if (kind === undefined) return undefined;
  // "like somebody standing on my chest": nobody is there.
  if (isFigure(scene, at)) return undefined;
  if (ANIMALS.has(plain))
    return BEFALLS_ANIMALS.has(tokens[at + 1]?.plain ?? '')
      ? { from: at + 1, kind: 'other-person' }
      : undefined;
  if (ownsBody(scene, at)) return { from: at + 1, kind };
  if (ownsDisease(scene, at) && known.ownFinding < tokens.length) return { from: at + 1, kind };
  if (ELDERS.has(plain) && (tellsOfThePast(scene, at) || isListed(scene, at)))
    return { from: at + 1, kind: 'family' };
  const before = ownerBefore(scene, at);
  if (before === 'per' || before === 'by' || before === 'to' || before === 'from' || before === 'lives')
    return undefined;
  let next = at + 1;
  while (
    tokens[next]?.kind === 'word' &&
    ['who', 'recently', 'also', 'just', 'reportedly', 'both'].includes(tokens[next]!.plain)
  )
    next += 1;
  const verb = tokens[next];
  if (verb === undefined || verb.kind !== 'word' || layout.breakBefore[next]! > BREAKS.none) {
    return tokens[next]?.plain === ':' && kind === 'family' ? { from: next, kind } : undefined;
  }
  if (SPEAKS.has(verb.plain) || !(VERBS_OF_ILLNESS.has(verb.stem) || VERBS_OF_ILLNESS.has(verb.plain)))
    return undefined;
  if (SPEAKS.has(tokens[next + 1]?.plain ?? '')) return undefined;
  if (before === 'my' || before === 'our') {
    return known.ownFinding < at ? { from: next, kind } : undefined;
  }
  if (THIRD_PERSON_OWNERS.has(before) && before !== 'the') return { from: next, kind };
  // "Father died of a stroke", "mother had cancer": nobody speaks of a patient so.
  const isHistory =
    ELDERS.has(plain) && (verb.stem === 'die' || verb.plain === 'had') && known.patient !== at;
  if (isHistory && layout.sentence[at] !== layout.sentence[at - 1]) return { from: next, kind };
  return known.patient < at ? { from: next, kind } : undefined;
}

const BETWEEN_OWNER = new Set([
  'year',
  'years',
  'yr',
  'yo',
  'y/o',
  'month',
  'months',
  'mo',
  'old',
  ...'elderly poor dear teenage young little eldest oldest youngest middle beloved lovely own wee tiny grown adult pregnant diabetic autistic disabled frail late'.split(
    ' ',
  ),
  '-',
]);

/** The word that says whose relative it is, before any age: the "my" of "my 80 year old dad". */
function ownerBefore({ tokens }: Scene, at: number): string {
  let back = at - 1;
  while (back >= 0 && back > at - 8) {
    const token = tokens[back]!;
    if (token.kind !== 'number' && !BETWEEN_OWNER.has(token.plain)) break;
    back -= 1;
  }
  return tokens[back]?.plain ?? '';
}

function markFrom(scene: Scene, judgements: Judgement[], speaker: Speaker): void {
  const { tokens, layout, mentions } = scene;
  const sentence = layout.sentence[speaker.from];
  let end = speaker.from;
  while (end < tokens.length && layout.sentence[end] === sentence) {
    if (end > speaker.from && tokens[end]!.kind === 'word') {
      if (layout.breakBefore[end]! >= BREAKS.contrast) break;
      const { plain } = tokens[end]!;
      if (
        PATIENT_PRONOUNS.has(plain) &&
        tokens[end - 1]?.plain !== 'when' &&
        tokens[end - 1]?.plain !== 'that'
      )
        break;
      if (plain === 'now' || plain === 'presents' || plain === 'complains' || plain === 'c/o') break;
    }
    end += 1;
  }
  for (
    let at = firstMentionFrom(mentions, speaker.from);
    at < mentions.length && mentions[at]!.from < end;
    at += 1
  ) {
    const { state } = judgements[at]!;
    if (state === 'present' || state === 'uncertain' || state === 'past')
      judgements[at] = { state: speaker.kind };
  }
}

const FAMILY_HEADS: readonly (readonly string[])[] = [
  ['family', 'history'],
  ['family', 'hx'],
  ['fam', 'hx'],
  ['fhx'],
  ['fh'],
  ['family', 'hist'],
  ['family', 'member'],
  ['family', 'members'],
  ['runs', 'in'],
  ['sick', 'contact'],
  ['sick', 'contacts'],
];

/** "stroke in her mother", "MI in father". */
function readInRelative(scene: Scene, judgements: Judgement[]): void {
  const { tokens, layout, mentions } = scene;
  for (const [index, mention] of mentions.entries()) {
    if (tokens[mention.to]?.plain !== 'in' || layout.breakBefore[mention.to]! > BREAKS.none) continue;
    const words = [tokens[mention.to + 1]?.plain ?? '', tokens[mention.to + 2]?.plain ?? ''];
    const relative = words.find((word) => FAMILY.has(word));
    if (relative !== undefined || words.includes('family')) judgements[index] = { state: 'family' };
  }
}

/** Marks what the family has or had, and what other people have. */
export function readSubject(scene: Scene, judgements: Judgement[]): void {
  const { tokens, layout } = scene;
  const known = { patient: firstPatientWord(scene), ownFinding: firstOwnFinding(scene, judgements) };
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.kind !== 'word') continue;
    const head = FAMILY_HEADS.find((words) => words.every((word, n) => tokens[at + n]?.plain === word));
    if (head !== undefined) {
      const denied = tokens[at - 1]?.plain === 'no';
      const from = at + head.length;
      if (!denied && from < tokens.length && layout.sentence[from] === layout.sentence[at])
        markFrom(scene, judgements, { from, kind: head[0] === 'sick' ? 'other-person' : 'family' });
      continue;
    }
    const speaker = illRelative(scene, known, at);
    if (speaker !== undefined && layout.sentence[speaker.from] === layout.sentence[at])
      markFrom(scene, judgements, speaker);
  }
  readInRelative(scene, judgements);
}
