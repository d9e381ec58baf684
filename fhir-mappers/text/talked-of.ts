import { BREAKS } from './layout.ts';
import {
  firstMentionFrom,
  isLasting,
  isModifier,
  type Judgement,
  type Scene,
  type TextMention,
} from './scene.ts';

/** What people read from and look things up in. */
const SOURCES = new Set(
  (
    'leaflet leaflets pamphlet booklet brochure poster packet website websites internet online google googled googling googles ' +
    'article documentary podcast tiktok facebook youtube webmd reddit chatgpt app magazine telly tv programme program'
  ).split(' '),
);
/** "the stroke nurse", "TIA clinic", "the poisons line": who cares for it, not that it is there. */
const SERVICES = new Set(
  'nurse nurses clinic team unit ward specialist service helpline line centre center charity association advice slot screening vaccine jab jabs awareness control centre information fear fears scare worry worries phobia'.split(
    ' ',
  ),
);
const TELLS = new Set(
  'says said say lists list listed listing mentions mentioned mention warns warned warn told tells about re of on for with'.split(
    ' ',
  ),
);
const READS = new Set(
  'read reads reading heard hearing seen saw watched watching googled googling googles googled searched'.split(
    ' ',
  ),
);
const ABOUT = new Set(['about', 're', 'on', 'regarding']);
/** Who says what a disease might be without having seen the patient as one who cares for him or her does. */
const LAYMEN = new Set(
  (
    'boss mate mates friend friends neighbour neighbor neighbours neighbors nan nanna nana gran granny law childminder colleague colleagues ' +
    'workmate flatmate housemate roommate nursery school teacher someone somebody everyone people bloke hairdresser'
  ).split(' '),
);
const OPINES = new Set(
  'said says suspects suspected thinks reckons reckoned convinced worried panicking told swears wondering wondered fears mentioned insists warned'.split(
    ' ',
  ),
);
/** Vaccines name the disease that they prevent. */
const VACCINES = new Set(
  'jab jabs vaccine vaccines vaccination vaccinations vaccinated immunisation immunisations immunization booster boosters shots'.split(
    ' ',
  ),
);
const STRANGERS = new Set(
  'boy girl man woman lad lady guy bloke person kid child footballer celebrity actor mum mother dad teenager student someone'.split(
    ' ',
  ),
);
const DREAMS = new Set('dream dreams dreamt dreamed nightmare nightmares'.split(' '));

/** From here on the sentence speaks of the patient again. */
const OF_THE_PATIENT = new Set('i ive im he shes hes she we my his her now today has have had'.split(' '));

const TELL_REACH = 8;
const ABOUT_REACH = 5;
const REACH = 25;

interface Talk {
  readonly from: number;
  /** Only the names of diseases: "googled my chest pain" is pain. */
  readonly onlyDiseases: boolean;
}

/** "The leaflet in my tablets says", "googled", "read a thing about": where talk of diseases begins. */
function talkAt({ tokens, layout }: Scene, at: number): Talk | undefined {
  const { plain } = tokens[at]!;
  const within = (words: ReadonlySet<string>, reach: number): number => {
    for (let next = at + 1; next < tokens.length && next <= at + reach; next += 1) {
      if (layout.sentence[next] !== layout.sentence[at]) return -1;
      if (words.has(tokens[next]!.plain)) return next;
    }
    return -1;
  };
  if (DREAMS.has(plain)) return { from: at + 1, onlyDiseases: false };
  if (SOURCES.has(plain)) {
    const tells = within(TELLS, TELL_REACH);
    const says = tells >= 0 && !['of', 'on', 'for', 'with'].includes(tokens[tells]!.plain);
    return { from: (says ? tells : at) + 1, onlyDiseases: !says };
  }
  if (VACCINES.has(plain)) return { from: at + 1, onlyDiseases: true };
  if (LAYMEN.has(plain)) {
    const says = within(OPINES, 3);
    return says < 0 ? undefined : { from: says + 1, onlyDiseases: true };
  }
  if (!READS.has(plain)) return undefined;
  if (['its', 'that', 'it'].includes(tokens[at + 1]?.plain ?? ''))
    return { from: at + 2, onlyDiseases: true };
  const about = within(ABOUT, ABOUT_REACH);
  if (about < 0) return undefined;
  // "read a story about a boy who": nothing of it is the patient's.
  const person =
    ['a', 'an', 'some', 'another'].includes(tokens[about + 1]?.plain ?? '') &&
    STRANGERS.has(tokens[about + 2]?.plain ?? '');
  return { from: about + 1, onlyDiseases: !person };
}

/** Kinds that a dream or a leaflet may hold. */
const TALKED_KINDS = new Set(['diagnosis', 'symptom', 'sign', 'injury', 'mechanism', 'behaviour']);

/** Kept as histories, and yet what people look up and fear. */
const FEARED_HISTORIES = new Set(['brain-tumour', 'cancer', 'leukaemia-lymphoma', 'cerebral-aneurysm']);

function markTalk(scene: Scene, judgements: Judgement[], { from, onlyDiseases }: Talk): void {
  const { tokens, layout, mentions } = scene;
  const start = Math.min(from, tokens.length - 1);
  let end = start;
  while (end < tokens.length && end < start + REACH && layout.sentence[end] === layout.sentence[start]) {
    if (layout.breakBefore[end]! >= BREAKS.contrast && end > start) break;
    if (OF_THE_PATIENT.has(tokens[end]!.plain)) break;
    end += 1;
  }
  for (
    let at = firstMentionFrom(mentions, start);
    at < mentions.length && mentions[at]!.from < end;
    at += 1
  ) {
    const { id, kind } = mentions[at]!;
    const isDisease = kind === 'diagnosis' || FEARED_HISTORIES.has(id);
    if (onlyDiseases ? !isDisease : !isDisease && !TALKED_KINDS.has(kind)) continue;
    if (isOpen(judgements[at]!)) judgements[at] = { state: 'hypothetical' };
  }
}

const isOpen = ({ state }: Judgement) => state === 'present' || state === 'uncertain';

/** Diseases that, in the plural and without somebody who has them, are spoken of: "because of strokes". */
const PLURALS: Readonly<Record<string, string>> = { stroke: 'strokes', 'heart-attack': 'attacks' };
const COUNTS = new Set(
  'two three four five several previous prior multiple many more mini recurrent past old her his my small'.split(
    ' ',
  ),
);

function isSpokenOf({ tokens }: Scene, { id, to, from }: TextMention): boolean {
  const plural = PLURALS[id];
  if (plural === undefined || tokens[to - 1]!.plain !== plural) return false;
  for (let back = from - 1; back >= 0 && back >= from - 3; back -= 1)
    if (COUNTS.has(tokens[back]!.plain) || ['had', 'has', 'have', 'having'].includes(tokens[back]!.plain))
      return false;
  return true;
}

const ELSEWHERE = new Set(
  'school nursery creche class office town village work playgroup camp street'.split(' '),
);

/** "there was meningitis in a school across town": among others. */
function isElsewhere({ tokens, layout }: Scene, { kind, to }: TextMention): boolean {
  if (kind !== 'diagnosis' || !['in', 'at', 'going'].includes(tokens[to]?.plain ?? '')) return false;
  for (let at = to; at < tokens.length && at < to + 4 && layout.breakBefore[at] === BREAKS.none; at += 1)
    if (
      ELSEWHERE.has(tokens[at]!.plain) ||
      (tokens[at]!.plain === 'going' && tokens[at + 1]?.plain === 'round')
    )
      return true;
  return false;
}

/** "looks like I've been run over by a bus": a simile holds no accident. */
function isSimile({ tokens, layout }: Scene, { kind, from }: TextMention): boolean {
  if (kind !== 'mechanism' && kind !== 'injury') return false;
  let been = false;
  for (let back = from - 1; back >= 0 && back >= from - 5; back -= 1) {
    if (layout.sentence[back] !== layout.sentence[from]) return false;
    const { plain } = tokens[back]!;
    if (['been', 'got', 'was', 'were', 'had', 'ive', 'id', 'hes', 'shes'].includes(plain)) been = true;
    if (['like', 'though', 'if'].includes(plain))
      return been && plain !== 'if' ? true : tokens[back - 1]?.plain === 'as';
  }
  return false;
}

/**
 * Marks what is only spoken of: read in a leaflet or on the net, dreamt, likened, or named as a disease that people get.
 *
 * A symptom that somebody looked up stays a symptom; only the names of diseases that were looked up are not the patient's.
 */
export function readTalkedOf(scene: Scene, judgements: Judgement[]): void {
  const { tokens, mentions } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]!.kind !== 'word') continue;
    const talk = talkAt(scene, at);
    if (talk !== undefined) markTalk(scene, judgements, talk);
  }
  for (const [index, mention] of mentions.entries()) {
    if (isModifier(mention) || isLasting(mention) || !isOpen(judgements[index]!)) continue;
    const after = tokens[mention.to]?.plain ?? '';
    const isName = mention.kind === 'diagnosis' || mention.kind === 'exposure';
    const isCompound = isName && (SOURCES.has(after) || SERVICES.has(after));
    if (isCompound || isSpokenOf(scene, mention) || isElsewhere(scene, mention) || isSimile(scene, mention))
      judgements[index] = { state: 'hypothetical' };
  }
}
