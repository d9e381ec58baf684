import { MEDICAL_ENDINGS } from './clinical-words.ts';
import { EVERYDAY_NAMES } from './everyday-names.ts';
import type { Word } from './name-words.ts';

const set = (block: string): ReadonlySet<string> => new Set(block.split(/\s+/));

export const TITLES = set(
  'mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend fr father sr sra srta señor señora nurse sister matron officer sgt sergeant capt captain lt det detective pc deputy pastor rabbi imam judge mme herr frau',
);
/** Titles that are words of relation or of work as well: before a word without a capital they name nobody. */
/** After "nurse" these are its work, no names. */
const NURSING = set(
  'practitioner specialist manager assessment triage review line led visit call consultant advice assistant clinic home station prescriber',
);
/** "dr. appointment": what belongs to a doctor and is none. */
const AT_THE_DOCTOR = set(
  'appointment appointments appt office visit note notes letter surgery advice order orders referral prescription follow review',
);
const OFFICES = set(
  'father sister lady lord officer nurse doctor judge fr sr pc lt miss sir matron captain detective deputy professor',
);
/** "RN Kelly", "Jo Kelly, RN". */
export const DEGREES = set(
  'md rn np do pa phd mbbs frcs fnp lpn lvn dds dpm crna aprn bsn msn cnm emt frcp mrcp pharmd od dnp mph lcsw rd pt ot',
);
/** After these a person follows. */
export const RELATIONS = set(
  'mother father mum mom mam dad daddy mummy wife husband spouse partner fiance fiancee boyfriend girlfriend son daughter brother sister sibling twin aunt auntie uncle niece nephew cousin grandson granddaughter grandmother grandfather grandma grandpa gran grandad nan nana stepmother stepfather stepson stepdaughter friend neighbour neighbor roommate flatmate housemate colleague coworker boss carer caregiver guardian landlord babysitter nanny teacher coach caseworker lodger caretaker parent ex kid boy girl mil fil sil bil in-law mother-in-law father-in-law son-in-law daughter-in-law brother-in-law sister-in-law godmother godfather',
);
export const ROLES = set(
  'patient pt client pcp physician surgeon attending resident registrar consultant provider gp midwife therapist counsellor counselor psychiatrist psychologist dentist pharmacist physiotherapist dietitian paramedic hospitalist intensivist cardiologist neurologist oncologist urologist paediatrician pediatrician obstetrician anaesthetist anesthesiologist dermatologist radiologist pathologist nephrologist intern receptionist interpreter chaplain coordinator clerk manager supervisor driver witness author scribe sponsor chaperone',
);
export const PARTICLES = set(
  'de del della di da los dos das do du van von der den ter ten la le el al bin binti ibn abu ben bat mac mc san st o y e',
);
/** Words that no name is, whatever stands before them. */
export const FUNCTION_WORDS = set(
  'a an and or but nor so as at by for from in into is am are was were be been being it its of off on onto out over per than that the then this these those to too under until up upon via who whom whose which what when where while will with without would can could may might must shall should has have had having do does did not no none also just only very more most less least my your his her their our he she they we you i me him them us if because since after before during about around again all any some each every both either neither here there how why now today yesterday tonight tomorrow still yet ago says said states stated reports reported denies denied called calls came comes brought noticed found went gave told asked thinks thought wants wanted feels felt lives drove helped started takes took complains presented presents arrived works woke fell saw mentioned describes noted needs attended left phoned rang texted agreed agrees consented understands snores keeps got gets goes seen spoke discussed contact contacted dear hi hello re regarding cc',
);
/** People say these; with the word before them that no chart uses for a thing they make a name of it. */
const SAYS =
  /^(?:says|said|states|stated|reports|reported|denies|denied|called|calls|told|asked|wants|wanted|lives|drove|thinks|thought|agrees|agreed|phoned|rang|texted|mentioned|recalls|recalled|remembers|insists|insisted|wonders|worries|noticed|describes|described|understands|consented|refuses|refused|brought|admits|claims|claimed)$/u;
const SPEAKERS = set(
  'patient pt client she he they it who everyone nobody somebody family staff ems paramedics nursing crew chart note report letter label history triage record records lab labs team doctor physician nurse mother father parents neighbor neighbour wife husband son daughter friend carer caregiver relative relatives sister brother mum mom dad bystander bystanders police school teacher witness witnesses interpreter radiology pharmacy also however then now always usually often previously initially currently recently today yesterday further additionally otherwise still',
);

const WEAK_LABELS =
  /(?:\b(?:name|surname|forename|née|nee|aka|a\.k\.a\.?|alias|signed|signature|sig|dictated by|transcribed by|reviewed by|cosigned by|seen by|examined by|referred by|referring|accompanied by|brought in by|brought by|escorted by|witnessed by|authori[sz]ed by|completed by|prepared by|entered by|recorded by|verified by|triaged by|assessed by|reported by|discussed with|d\/w|spoke (?:with|to)|talked (?:with|to)|talk to|speak (?:with|to)|conversation with|handed over to|handover (?:to|from)|report (?:to|from)|called by|paged|cc|attn|attention|contact|next of kin|nok|poa|hcp|proxy|named|called|nicknamed|known as|goes by|answers to|introduced (?:as|herself as|himself as)|under the care of|care of|followed by|f\/u with|follow up with|appointment with|appt with|known to|address(?:ed)? to|regards|sincerely|thanks|dear|hi|hello|re|regarding|from|to|on behalf of|for|by|with|and|per|lives with|living with|stays with|staying with|married to|ask(?:ed|s)? for|it['’]?s|it is|this is|i am|i['’]?m|my name['’]?s)(?:\s(?:is|was|of|as|the))?[:\s]*[-–:]?\s{0,2}["“(]?(?:\p{L}\.\s){0,2})$/iu;
const STRONG_LABELS =
  /(?:\b(?:name|surname|forename|née|nee|aka|alias|signed|signature|named|nicknamed|known as|goes by|answers to|next of kin|nok|emergency contact|spoke (?:with|to)|my name['’]?s|dictated by|seen by|referred by|triaged by|reviewed by|brought in by|accompanied by|under the care of|married to|dear|lives with|discussed with|d\/w|ask(?:ed)? for|prefers to be called|likes to be called|wants to be called|electronically signed by|handover from nurse|this is|i am|i['’]m|interpreter|chaperone|pcp|attending|consultant|to ring|to phone|to call|to text|told|inform(?:ed)?|thanked|met|asked|asks|(?:reports|says|states|thinks|notes) that|(?:^|[.;]\s)per)(?:\s(?:is|was|as))?[:\s]*[-–:]?\s{0,2}["“(]?(?:\p{L}\.\s){0,2})$/iu;

/** After these only a person is named, or one of a few helpers. */
const PERSON_LABELS =
  /\b(?:named|be called|brought in by|spoke (?:with|to)|next of kin:?|name is|this is|i['’]m|i am|accompanied by|to ring|behalf of)\s$/iu;
const HELPERS =
  /^(?:ems|emt|police|ambulance|paramedics?|family|staff|crew|taxi|friends?|fire|security|neighbou?rs?|bystanders?|social|school|nursing|care)$/u;

/** How many characters before a word are looked at for a label. */
const BEFORE = 40;

/** What the search for names may ask of a note. */
export interface NoteWords {
  readonly text: string;
  readonly words: readonly Word[];
  /** False for notes in one case: no capital tells. */
  readonly cased: boolean;
}

/** True for a word next to the one before it, with initials between at most. */
export function isAdjacent(word: Word): boolean {
  return /^(?:\s{1,2}|\s?(?:\p{L}\.\s?){1,2}\s?|-)$/u.test(word.gap) && word.gap !== '';
}

/** "Dr. Smith", "Mrs van der Berg", "dr smith". */
export function isTitled({ words, cased }: NoteWords, at: number): boolean {
  const word = words[at];
  const title = words[at - 1];
  if (word === undefined || title === undefined || title.possessive || !TITLES.has(title.base)) return false;
  if (!/^\.?\s{1,2}(?:\p{L}\.\s?)*$/u.test(word.gap)) return false;
  if (word.gap.startsWith('.') && title.base.length > 4) return false;
  if (TITLES.has(word.base) || (ROLES.has(word.base) && word.base !== 'driver')) return false;
  if (word.form !== 'lower') {
    if (title.base === 'nurse' && !title.opens) return word.form === 'capital' && !NURSING.has(word.base);
    return !(
      OFFICES.has(title.base) &&
      title.base !== 'miss' &&
      (word.clinical || (title.opens && word.english)) &&
      !isListed(word)
    );
  }
  const next = words[at + 1];
  if (
    PARTICLES.has(word.base) &&
    next !== undefined &&
    (next.form !== 'lower' || !next.english || PARTICLES.has(next.base))
  )
    return true;
  if (title.base === 'miss' && title.opens) return !word.clinical && !isFunctionWord(word);
  if (OFFICES.has(title.base)) return !cased && isListed(word) && !FUNCTION_WORDS.has(word.base);
  if (next !== undefined && isAdjacent(next) && (isListed(next) || (!next.english && !next.clinical)))
    return !FUNCTION_WORDS.has(word.base);
  if (/^(?:mr|mrs|ms|dr|prof)$/u.test(title.base) && word.gap.includes('.') && !AT_THE_DOCTOR.has(word.base))
    return !isFunctionWord(word);
  return !word.clinical && !isFunctionWord(word) && (isListed(word) || !word.english);
}

/** A capital word after a given name. */
export function followsGiven({ words }: NoteWords, at: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  if (before === undefined || word === undefined || !isAdjacent(word) || before.possessive) return false;
  if (before.form === 'lower' || word.form === 'lower') return false;
  return before.given && !(EVERYDAY_NAMES.has(before.base) && before.opens);
}

/** "Next of kin: Smith", "my wife Ana", "seen by Jones". */
export function followsLabel(note: NoteWords, at: number): boolean {
  const word = note.words[at];
  if (word === undefined || word.raw.length === 1) return false;
  if ((TITLES.has(word.base) || RELATIONS.has(word.base)) && !/\p{L}\./u.test(word.gap)) return false;
  if (isFunctionWord(word) && !(word.form === 'capital' && word.given)) return false;
  if (isIntroduced(note, at)) return true;
  if (PARTICLES.has(word.base) && word.form === 'lower') return isParticleOfName(note, at);
  return note.cased && word.form !== 'lower' ? labelsCapital(note, at, word) : labelsPlain(note, at, word);
}

/** True after words that only a person follows; makes a name of an eponym. */
export function isCertainlyPerson(note: NoteWords, at: number): boolean {
  const word = note.words[at];
  if (word === undefined) return false;
  if (isTitled(note, at) || followsGiven(note, at)) return true;
  const before = note.text.slice(Math.max(0, word.start - BEFORE), word.start);
  return (
    STRONG_LABELS.test(before) ||
    (word.form === 'capital' && isRelated(note, at, ROLES)) ||
    isRelated(note, at, RELATIONS)
  );
}

function isRelated({ words }: NoteWords, at: number, people: ReadonlySet<string>): boolean {
  const word = words[at];
  const before = words[at - 1];
  return (
    word !== undefined && before !== undefined && /^[,:]?\s["“(]?$/u.test(word.gap) && people.has(before.base)
  );
}

function labelsCapital(note: NoteWords, at: number, word: Word): boolean {
  const before = note.text.slice(Math.max(0, word.start - BEFORE), word.start);
  const next = note.words[at + 1];
  const beside = next !== undefined && isNameBeside(next);
  if (isRelated(note, at, RELATIONS) && word.form === 'capital')
    return !word.allowed || word.given || beside || goesOnAsPerson(next);
  const role = isRelated(note, at, ROLES);
  if (PERSON_LABELS.test(before) && word.form === 'capital' && !HELPERS.test(word.base)) return true;
  if (!role && !WEAK_LABELS.test(before) && !STRONG_LABELS.test(before)) return false;
  if (STRONG_LABELS.test(before) && word.form === 'capital')
    return (
      !word.clinical ||
      isListed(word) ||
      beside ||
      EVERYDAY_NAMES.has(word.base) ||
      (!MEDICAL_ENDINGS.test(word.base) && goesOnAsPerson(next))
    );
  if (/\b(?:this is|i am|i['’]m|name is)\s$/iu.test(before) && word.form === 'capital' && endsThere(next))
    return !word.clinical || EVERYDAY_NAMES.has(word.base) || !word.opens;
  if (
    role &&
    word.form === 'capital' &&
    (!word.clinical || EVERYDAY_NAMES.has(word.base)) &&
    next !== undefined &&
    /^(?:was|is|will|has|had)$/u.test(next.base)
  )
    return true;
  // "Pt Kub": an abbreviation is written in capitals.
  if (role && !/^(?:pt|patient|client)$/u.test(note.words[at - 1]?.base ?? '') && word.form === 'capital')
    return next !== undefined && /^(?:was|is|will|has|had|who|and|to)$/u.test(next.base);
  if (role && word.form === 'capital' && word.raw.length <= 4 && !word.english) return true;
  if (word.clinical && !isListed(word)) return /:\s*$/u.test(before) && beside;
  if (word.allowed) return word.given && beside;
  return !word.english || isListed(word) || beside;
}

function labelsPlain(note: NoteWords, at: number, word: Word): boolean {
  const before = note.text.slice(Math.max(0, word.start - BEFORE), word.start);
  const relation = isRelated(note, at, RELATIONS);
  const strong = STRONG_LABELS.test(before);
  if (!relation && !strong && !isRelated(note, at, ROLES)) return false;
  const next = note.words[at + 1];
  if (word.clinical && !word.given && !EVERYDAY_NAMES.has(word.base)) return false;
  if (!word.english && !word.clinical) return true;
  const nameNext =
    next !== undefined && isAdjacent(next) && (isListed(next) || (!next.english && !next.clinical));
  if (strong && !note.cased)
    return nameNext || (word.given && endsThere(next)) || /(?:name|named|called)\b\D{0,5}$/iu.test(before);
  if (relation && nameNext && !FUNCTION_WORDS.has(word.base)) return true;
  return (word.given || EVERYDAY_NAMES.has(word.base)) && (nameNext || endsThere(next));
}

/** The name ends with this word: a mark, a verb of saying, "and" or nothing follows. */
function endsThere(next: Word | undefined): boolean {
  return (
    next === undefined ||
    /[,.;:()]/u.test(next.gap) ||
    SAYS.test(next.base) ||
    /^(?:and|is|was|has|who)$/u.test(next.base)
  );
}

/** What follows a person: a verb, "and", a mark. */
function goesOnAsPerson(next: Word | undefined): boolean {
  return (
    next === undefined ||
    /^,/u.test(next.gap) ||
    SAYS.test(next.base) ||
    /^(?:will|is|was|has|had|who)$/u.test(next.base)
  );
}

function isNameBeside(word: Word): boolean {
  if (!isAdjacent(word) && !/^,\s$/u.test(word.gap)) return false;
  return word.form !== 'lower' && !word.clinical && !word.allowed && !TITLES.has(word.base);
}

/** "Bode's mother": whose relation is named, unless it is a word for a relation or a role itself. */
export function ownsRelation({ words }: NoteWords, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !word.possessive || next.gap !== ' ') return false;
  if (RELATIONS.has(word.base) || ROLES.has(word.base) || SPEAKERS.has(word.base)) return false;
  return (
    RELATIONS.has(next.base) && !/^(?:baby|child|infant|toddler|newborn|today|yesterday)$/u.test(word.base)
  );
}

/** "Reed reports that": a word that opens a sentence, is no speaker of charts, and speaks. */
export function speaks({ words }: NoteWords, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || word.raw.length < 3 || next.gap !== ' ') return false;
  if (!SAYS.test(next.base) || SPEAKERS.has(word.base) || isFunctionWord(word)) return false;
  return !word.clinical || EVERYDAY_NAMES.has(word.base);
}

/** "PCP van den Bosch": particles between a label or a role and a capital. */
function isParticleOfName(note: NoteWords, at: number): boolean {
  const rest = note.words.slice(at + 1, at + 4);
  const name = rest.find(({ base }) => !PARTICLES.has(base));
  if (!note.cased || name === undefined || name.form !== 'capital' || name.clinical) return false;
  const word = note.words[at];
  const before = note.text.slice(Math.max(0, (word?.start ?? 0) - BEFORE), word?.start ?? 0);
  return isRelated(note, at, ROLES) || isRelated(note, at, RELATIONS) || STRONG_LABELS.test(before);
}

/** "Viola, his sister," and "SMITH, John:". */
function isIntroduced({ text, words }: NoteWords, at: number): boolean {
  const word = words[at];
  if (word === undefined || RELATIONS.has(word.base) || ROLES.has(word.base)) return false;
  if (word.clinical && !EVERYDAY_NAMES.has(word.base)) return false;
  const after = text.slice(word.end, word.end + 60);
  const relation = /^,\s(?:his|her|their|my|the patient['’]s)\s(?:\p{L}+\s)?(\p{L}+)/u.exec(after)?.[1];
  if (relation !== undefined && RELATIONS.has(relation.toLowerCase()))
    return word.form !== 'lower' || isListed(word) || EVERYDAY_NAMES.has(word.base) || !word.english;
  return (
    word.opens && word.form !== 'lower' && /^,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*)?:\s/u.test(after)
  );
}

/** A word of grammar, not a name that only looks like one without its accents ("Đỗ"). */
export function isFunctionWord({ base, foreign }: Word): boolean {
  return FUNCTION_WORDS.has(base) && !foreign;
}

/** A verb of saying. */
export function isSpeech({ base }: Word): boolean {
  return SAYS.test(base);
}

export function isListed({ given, family }: Word): boolean {
  return given || family;
}
