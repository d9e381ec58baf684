import type { Token } from './tokens.ts';

/** What is faint without anybody fainting: a colour, a mark, a sound, a beat. */
const FAINT_THINGS = new Set(
  (
    'flush flushing rash pink red blue purple brown yellow grey gray line lines mark marks murmur pulse pulses wheeze wheezes ' +
    'crackle crackles crep creps smell odor trace traces positive second shadow bruise bruising spot spots heartbeat movement ' +
    'movements cry voice sound sounds lacy spotty tinge streak streaks smear heart breath bowel blush glow buzz thrill reddish'
  ).split(' '),
);

/** "a faint pink rash", "the buzz is still faint": slight, and nobody faints. */
function isSlight(tokens: readonly Token[], at: number): boolean {
  const { plain } = tokens[at]!;
  if (plain !== 'faint' && plain !== 'faintly') return false;
  if (plain === 'faintly' || FAINT_THINGS.has(tokens[at + 1]?.plain ?? '')) return true;
  let back = at - 1;
  while (back >= 0 && back > at - 4 && ['still', 'is', 'was', 'are', 'very'].includes(tokens[back]!.plain))
    back -= 1;
  return back < at - 1 && FAINT_THINGS.has(tokens[back]?.plain ?? '');
}

/** "11M fell", "88F found by bed": the sex after the age that opens a note is no unit. */
function isSexOfAge(tokens: readonly Token[], at: number): boolean {
  const { plain, start } = tokens[at]!;
  return (
    at === 1 && (plain === 'm' || plain === 'f') && tokens[0]!.kind === 'number' && tokens[0]!.end === start
  );
}

/** "A 26-year-old took two tablets" took no 26. */
export function isAge(tokens: readonly Token[], at: number): boolean {
  const after = [1, 2, 3, 4].map((offset) => tokens[at + offset]?.plain ?? '').filter((word) => word !== '-');
  const [unit = '', old = ''] = after;
  return unit === 'yo' || unit === 'y/o' || (/^(?:years?|yrs?)$/.test(unit) && old === 'old');
}

/** "he has drunk some water": drinking, not drunk. */
function isDrinking(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.plain !== 'drunk') return false;
  const before = [tokens[at - 1]?.plain ?? '', tokens[at - 2]?.plain ?? ''];
  return (
    before.some((word) => ['has', 'have', 'had', 'ive', 'hes', 'shes', 'hasnt', 'havent'].includes(word)) &&
    !['become', 'been', 'got'].some((word) => before.includes(word))
  );
}

const OTHER_FITS = new Set(
  'coughing cough laughing giggling sneezing hissy crying rage choking angry'.split(' '),
);

/** "a coughing fit" is no seizure, "flip flops" are shoes. */
function isOtherFit(tokens: readonly Token[], at: number): boolean {
  const { plain } = tokens[at]!;
  const before = tokens[at - 1];
  if (plain === 'fit' || plain === 'fits') return OTHER_FITS.has(before?.plain ?? '');
  return plain === 'flops' && before?.plain === 'flip' && tokens[at - 2]?.plain === 'in';
}

const VIOLENT_THINGS = new Set(
  'headache headaches head cough coughing vomiting sneeze sneezing shivers shivering shaking rigors spasm spasms pain pains cramp cramps retching storm film games reaction jerk'.split(
    ' ',
  ),
);

/** "a violent frontal headache": nobody is violent. */
function isForce(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.plain === 'violent' &&
    [1, 2].some((offset) => VIOLENT_THINGS.has(tokens[at + offset]?.plain ?? ''))
  );
}

/** "a fit 28-year-old runner", "fit and well", "fit as a fiddle": healthy. */
function isHealthy(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.plain !== 'fit') return false;
  const next = tokens[at + 1];
  if (
    ['and', 'as', 'well', 'healthy', 'young', 'for', 'active', 'enough'].includes(next?.plain ?? '') &&
    tokens[at + 2]?.plain !== 'then'
  )
    return (
      next!.plain !== 'and' ||
      ['well', 'healthy', 'active', 'independent'].includes(tokens[at + 2]?.plain ?? '')
    );
  return (
    next?.kind === 'number' &&
    ['a', 'very', 'previously', 'otherwise', 'usually'].includes(tokens[at - 1]?.plain ?? '')
  );
}

/** Words that make "floppy" a part or a thing. */
const FLOPPY_THINGS = new Set(
  'voice larynx valve eyelid eyelids hat disk cartilage airway windpipe ears foreskin'.split(' '),
);

/** "PE at school" is sport. */
function isSport(tokens: readonly Token[], at: number): boolean {
  const { plain } = tokens[at]!;
  if (plain === 'floppy') return FLOPPY_THINGS.has(tokens[at + 1]?.plain ?? '');
  if (plain === 'paranoid')
    return ['me', 'now', 'bit', 'am', 'im', 'probably', 'being', 'just'].includes(
      tokens[at - 1]?.plain ?? '',
    );
  if (plain === 'thing')
    return (
      tokens[at - 1]?.plain === 'a' && ['saw', 'seen', 'see', 'read'].includes(tokens[at - 2]?.plain ?? '')
    );
  if (plain !== 'pe') return false;
  return (
    ['at', 'during', 'in', 'doing', 'did', 'from'].includes(tokens[at - 1]?.plain ?? '') ||
    ['class', 'lesson', 'lessons', 'teacher', 'kit', 'at'].includes(tokens[at + 1]?.plain ?? '')
  );
}

const WOULD_BE_KILLERS = new Set(
  'trying want wants wanted someone somebody they people threatened threatening tried'.split(' '),
);

/** "this tooth is going to kill me", "a hot water bottle": nobody kills, nothing scalds. */
function isIdiom(tokens: readonly Token[], at: number): boolean {
  const { plain } = tokens[at]!;
  const next = tokens[at + 1]?.plain ?? '';
  if (plain === 'hot' || plain === 'water')
    return next === 'bottle' || (next === 'water' && tokens[at + 2]?.plain === 'bottle');
  if (plain === 'freeze' || plain === 'freezing' || plain === 'frozen')
    return (
      ['it', 'off', 'spray', 'shoulder', 'them', 'peas'].includes(next) || tokens[at - 1]?.plain === 'with'
    );
  if (plain !== 'kill') return false;
  if (next !== 'me' && next !== 'you') return false;
  return ![1, 2, 3].some((back) => WOULD_BE_KILLERS.has(tokens[at - back]?.plain ?? ''));
}

const UNANSWERED = new Set(
  'nurse hospice phone surgery gp line ward clinic reception door bell pharmacy doctor calls texts messages pupil'.split(
    ' ',
  ),
);

/** "the nurse isn't answering", "the pupil does not answer to light", "came out in a cold sweat". */
function isNoReply(tokens: readonly Token[], at: number): boolean {
  const { plain } = tokens[at]!;
  const before = (offset: number) => tokens[at - offset]?.plain ?? '';
  if (plain === 'out')
    return (
      ['came', 'come', 'comes', 'coming', 'broke', 'break', 'breaking'].includes(before(1)) &&
      tokens[at + 1]?.plain === 'in'
    );
  if (!['answer', 'answering', 'answers', 'answered'].includes(plain)) return false;
  if (tokens[at + 1]?.plain === 'to' && tokens[at + 2]?.plain === 'light') return true;
  return (
    [1, 2, 3, 4].some((offset) => UNANSWERED.has(before(offset))) ||
    ['phone', 'calls', 'texts', 'door'].some(
      (thing) => tokens[at + 1]?.plain === thing || tokens[at + 2]?.plain === thing,
    )
  );
}

const HANGS = new Set(
  'off out up down around about over on loose washing curtains by together in'.split(' '),
);
const HANGING = new Set('mouth nail skin flap trousers clothes corner lip eyelid tooth'.split(' '));

/** "nail hanging off", "hanging the washing", "naloxone kit", "anaesthesia clinic": things. */
function isThing(tokens: readonly Token[], at: number): boolean {
  const { plain } = tokens[at]!;
  const next = tokens[at + 1]?.plain ?? '';
  if (plain === 'hanging')
    return (
      HANGS.has(next) ||
      (next === 'the' && tokens[at + 2]?.plain === 'washing') ||
      HANGING.has(tokens[at - 1]?.plain ?? '')
    );
  if (plain === 'naloxone' || plain === 'narcan')
    return ['kit', 'kits', 'pen', 'training', 'supply'].includes(next);
  return (
    plain === 'anesthesia' &&
    !['saddle', 'perineal', 'perianal', 'genital'].includes(tokens[at - 1]?.plain ?? '')
  );
}

const OBJECTS = new Set(['him', 'her', 'me', 'us', 'them']);

/** "the pain doesn't wake him": he is not the one who does not wake. */
function isWaking(tokens: readonly Token[], at: number): boolean {
  if (!['wake', 'woken', 'waking', 'woke'].includes(tokens[at]!.plain)) return false;
  return (
    ['doesnt', 'not', 'didnt', 'never'].includes(tokens[at - 1]?.plain ?? '') &&
    OBJECTS.has(tokens[at + 1]?.plain ?? '') &&
    tokens[at - 2]?.plain !== 'can' &&
    tokens[at - 2]?.plain !== 'could'
  );
}

const MEANS_ANOTHER = [
  isSlight,
  isSexOfAge,
  isDrinking,
  isOtherFit,
  isHealthy,
  isSport,
  isForce,
  isIdiom,
  isNoReply,
  isThing,
  isWaking,
];

/** True where a word of the lexicon means something else by the words beside it: a faint rash, a coughing fit. */
export function meansAnother(tokens: readonly Token[], at: number): boolean {
  return MEANS_ANOTHER.some((question) => question(tokens, at));
}
