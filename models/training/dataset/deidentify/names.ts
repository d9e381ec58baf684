import type { Span } from './kinds.ts';
import { eponymsIn, type Word, wordsOf } from './name-words.ts';

const set = (block: string): ReadonlySet<string> => new Set(block.split(/\s+/));

const TITLES = set(
  'mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend fr father sr sra srta señor señora nurse sister matron officer sgt sergeant capt captain lt det detective pc deputy pastor rabbi imam judge mme herr frau',
);
/** "RN Kelly", "Jo Kelly, RN". */
const DEGREES = set(
  'md rn np do pa phd mbbs frcs fnp lpn lvn dds dpm crna aprn bsn msn cnm emt frcp mrcp pharmd od dnp mph lcsw rd pt ot',
);
/** After these a person follows. */
const RELATIONS = set(
  'mother father mum mom mam dad daddy mummy wife husband spouse partner fiance fiancee boyfriend girlfriend son daughter brother sister sibling twin aunt auntie uncle niece nephew cousin grandson granddaughter grandmother grandfather grandma grandpa gran grandad nan nana stepmother stepfather stepson stepdaughter friend neighbour neighbor roommate flatmate housemate colleague coworker boss carer caregiver guardian landlord babysitter nanny teacher coach caseworker lodger caretaker parent ex kid boy girl baby mil fil sil bil inlaw in-law mother-in-law father-in-law son-in-law daughter-in-law brother-in-law sister-in-law godmother godfather',
);
const ROLES = set(
  'patient pt client pcp physician doctor surgeon attending resident registrar consultant provider gp nurse midwife therapist counsellor counselor psychiatrist psychologist dentist pharmacist physiotherapist dietitian paramedic hospitalist intensivist cardiologist neurologist oncologist urologist paediatrician pediatrician obstetrician anaesthetist anesthesiologist dermatologist radiologist pathologist nephrologist intern receptionist interpreter chaplain coordinator clerk manager supervisor driver witness author scribe sponsor',
);
const LABELS =
  /(?:\b(?:name|surname|forename|first name|last name|given name|family name|maiden name|middle name|preferred name|née|nee|aka|a\.k\.a\.?|alias|signed|signature|sig|dictated by|transcribed by|reviewed by|cosigned by|seen by|examined by|referred by|referring|accompanied by|brought in by|brought by|escorted by|witnessed by|authorised by|authorized by|completed by|prepared by|entered by|recorded by|verified by|triaged by|assessed by|reported by|discussed with|d\/w|spoke (?:with|to)|talked (?:with|to)|talk to|speak (?:with|to)|conversation with|handed over to|handover to|handover from|report (?:to|from)|called by|paged|cc|attn|attention|contact|emergency contact|next of kin|nok|poa|hcp|proxy|named|called|nicknamed|known as|goes by|answers to|introduced (?:as|herself as|himself as)|under the care of|care of|c\/o dr|followed by|f\/u with|follow up with|appointment with|appt with|known to|address(?:ed)? to|regards|sincerely|thanks|dear|hi|hello|re|regarding|from|to|patient|pt|client|on behalf of|for|by|with|and|per|lives with|living with|stays with|staying with|married to|asked for|ask for|asks for|it['’]?s|it is|this is|i am|i['’]?m|my name['’]?s)(?:\s(?:is|was|of|as|the))?[:\s]*[-–:]?\s{0,2}["“(]?)$/iu;
/** Labels after which a word without a capital is a name, too. */
const STRONG_LABELS =
  /(?:\b(?:name|surname|forename|née|nee|aka|alias|signed|signature|named|nicknamed|known as|goes by|answers to|next of kin|nok|emergency contact|spoke (?:with|to)|my name['’]?s|dictated by|seen by|referred by|triaged by|reviewed by|accompanied by|under the care of|married to|dear|lives with|living with|d\/w|asked for|ask for)(?:\s(?:is|was|as))?[:\s]*[-–:]?\s{0,2}["“(]?)$/iu;
const PARTICLES = set(
  'de del della di da dos das do du van von der den ter ten la le el al bin binti ibn abu ben bat mac mc san st o y e of',
);
/** What people do: after a word that is a name and an English word, it is the name. */
const ACTS =
  /^(?:says|said|states|stated|reports|reported|denies|denied|has|had|is|was|called|calls|came|comes|brought|noticed|found|went|gave|told|asked|thinks|thought|will|wants|wanted|feels|felt|lives|drove|helped|started|takes|took|complains|presented|presents|arrived|and|works|woke|fell|saw|did|does|can|cannot|could|would|mentioned|describes|noted|needs|attended|left|phoned|rang|texted|agreed|agrees|consented|understands)$/u;
/** Words that are names and stand in charts all the time: never a name without a strong reason. */
const EVERYDAY = set(
  'will may can mark grant art bill pat sue rob dawn drew rich frank sandy rusty stormy sunny joy hope faith grace rose iris lily daisy violet ivy holly heather hazel olive ginger pepper basil angel destiny summer autumn april june august chase hunter mason tanner carter cooper parker baker cook miles wade reed dale glen forest river brook clay stone jade ruby pearl amber crystal gene jean dean earl king prince duke major guy max ray jay lane penny norm don bob jack nick rod peg barb dot fay gay robin martin van lance pierce stew ward wells worth young old white black brown green gray grey short long strong small little best good day may noon friday monday sunday north west east south church temple hall hill ford banks fields woods waters rivers lake pool park street close bush branch fisher hunter farmer gardener porter potter smith taylor turner walker weaver wright knight page bishop pope abbot dean bell ball barber foot hand head legg back blood bone love moody sharp stark swift power price rush sick ache burns cramp hurt payne lung grave sweet savage wise noble moon star sky winter spring snow frost rain storm case bass rice bean berry cherry plum apple lemon olive ham bacon salmon fish bird swan finch crane drake wolf fox lamb bull buck stag hawk eagle lion angel bland blunt bright crisp dear fair flood free gentle gore grim hardy harsh hood keen kind light loud mild more most much new nice noel pace peace pain patience pleasant pond poor quick read right round rough sand scales see self shock short silence singer slack sleep slow sly small spike starr steel still stock stout strain stroke sugar summers tall teller thick trip true vale valley virgin wait wake wall want war warm warner wash watch weeks weight west wild wing wood worm angel so an in no do ma an la le so may be ha he ho hu hung long so son sun tan tang to tu yen you bang beau ben chin dung fan fat gang kang lo me my pan pang sang she si sing song tong wan wang wing won yang yin yu',
);

/** Given and family names of people, whoever they are. */
export function findNames(text: string): readonly Span[] {
  const words = wordsOf(text);
  const sure = new Set<number>();
  const cased = words.some(({ form }) => form === 'lower') && words.some(({ form }) => form === 'capital');
  const person = (index: number): boolean => isTitled(words, index) || followsGiven(words, index);
  const eponyms = eponymsIn(words, person);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || sure.has(at) || eponyms.has(at)) continue;
    if (isTitled(words, at) || followsLabel(text, words, at, cased)) {
      for (const index of runFrom(words, at, { eponyms, cased })) sure.add(index);
      continue;
    }
    if (cased ? isCapitalName(words, at, eponyms) : isPlainName(words, at)) {
      sure.add(at);
      for (const index of runFrom(words, at, { eponyms, cased }).slice(1)) sure.add(index);
    }
  }
  for (const index of beforeDegrees(words)) if (!eponyms.has(index)) sure.add(index);
  addBackwards(words, sure, eponyms);
  const known = new Set([...sure].map((index) => words[index]?.base ?? ''));
  const spans: Span[] = [];
  for (const [index, word] of words.entries()) {
    const again =
      !eponyms.has(index) &&
      known.has(word.base) &&
      word.base.length > 2 &&
      (word.form !== 'lower' || (!word.english && !word.clinical)) &&
      !(word.opens && word.english && !word.given);
    if (sure.has(index) || again) spans.push(spanOf(word));
  }
  return [...joinNames(text, spans), ...findInitials(text)];
}

function spanOf({ start, end, raw, possessive }: Word): Span {
  return {
    start,
    end: possessive ? end - (raw.length - raw.replace(/['’`´]s$/iu, '').length) : end,
    kind: 'name',
    by: 'name',
  };
}

/** Initials between and after names, and initials that stand for a patient. */
function findInitials(text: string): readonly Span[] {
  const form =
    /(?<=\b(?:patient|pt|client|initials|resident|mr|mrs|ms|miss|dr)\.?(?:['’]s)?(?:\sis)?[:\s]\s?(?:initials[:\s]\s?)?)(?:\p{Lu}\.\s?){1,3}(?=\s|,|$|:)/giu;
  return [...text.matchAll(form)]
    .filter(([whole]) => /^(?:\p{Lu}\.\s?)+$/u.test(whole))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      kind: 'name' as const,
      by: 'initials',
    }));
}

/** Initials next to a name belong to it: "John Q. Public", "J. Smith". */
function joinNames(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => {
    const before = /(?:^|[\s,(])((?:\p{Lu}\.\s?){1,3})$/u.exec(
      text.slice(Math.max(0, span.start - 12), span.start),
    );
    const after = /^(?:,?\s)((?:\p{Lu}\.(?:\s?\p{Lu}\.)?|\p{Lu})(?=[\s,.)]|$))/u.exec(
      text.slice(span.end, span.end + 8),
    );
    const isNameAfter =
      after !== null && /^\s?\p{Lu}/u.test(after[1] ?? '') && after[1] !== 'I' && after[1] !== 'A';
    return {
      ...span,
      start: before === null ? span.start : span.start - (before[1]?.length ?? 0),
      end: isNameAfter && /\./u.test(after[1] ?? '') ? span.end + after[0].length : span.end,
    };
  });
}

function adjacent(word: Word | undefined): boolean {
  return word !== undefined && /^(?:\s{1,2}|\.\s|\s?\p{Lu}\.\s|\s(?:\p{Lu}\.?\s){1,2}|-)$/u.test(word.gap);
}

function isTitled(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined || !/^\.?\s{1,2}(?:\p{Lu}\.\s?)*$/u.test(word.gap))
    return false;
  if (!TITLES.has(before.base) || before.possessive) return false;
  if (word.form !== 'lower') {
    const isOffice = /^(?:father|mother|sister|lady|lord|officer|nurse|doctor|judge|fr|sr|pc|lt|pt)$/u.test(
      before.base,
    );
    return (
      !(isOffice && (word.clinical || word.english) && !(word.given || word.family)) && !TITLES.has(word.base)
    );
  }
  if (
    /^(?:father|sister|lady|lord|officer|nurse|doctor|judge|fr|sr|pc|lt|miss|sir|matron|captain)$/u.test(
      before.base,
    )
  )
    return word.given && !word.english;
  return !word.clinical && (!word.english || word.family || word.given);
}

function followsGiven(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  if (before === undefined || word === undefined || !adjacent(word) || before.possessive) return false;
  return (
    before.given &&
    before.form !== 'lower' &&
    word.form !== 'lower' &&
    !(EVERYDAY.has(before.base) && before.opens)
  );
}

function followsLabel(text: string, words: readonly Word[], at: number, cased: boolean): boolean {
  const word = words[at];
  if (word === undefined || TITLES.has(word.base) || RELATIONS.has(word.base)) return false;
  const before = text.slice(Math.max(0, word.start - 40), word.start);
  const previous = words[at - 1];
  const related =
    previous !== undefined &&
    /^[,:]?\s["“(]?$/u.test(word.gap) &&
    (RELATIONS.has(previous.base) || ROLES.has(previous.base));
  if (cased && word.form !== 'lower') {
    if (!related && !LABELS.test(before)) return false;
    if (word.clinical && !word.given && !word.family) return false;
    if (word.allowed) return false;
    return !word.english || word.given || word.family || isCapitalFollowed(words, at);
  }
  if (!related && !STRONG_LABELS.test(before)) return false;
  if (/^(?:and|or|who|is|was|with|for|by|the|not|no|has|had|said|says|also)$/u.test(word.base)) return false;
  if (word.clinical && !word.given) return false;
  if (EVERYDAY.has(word.base))
    return STRONG_LABELS.test(before) && /\b(?:name|named|nicknamed)\b[^.]*$/iu.test(before);
  return (
    !word.english ||
    (word.given &&
      /^(?:mark|rose|grace|hope|joy|dawn|bill|frank|jack|rob|amber|ruby|lily|daisy|holly)$/u.test(word.base))
  );
}

function isCapitalFollowed(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return (
    next !== undefined &&
    adjacent(next) &&
    next.form !== 'lower' &&
    !next.clinical &&
    !next.allowed &&
    !TITLES.has(next.base)
  );
}

interface RunContext {
  readonly eponyms: ReadonlySet<number>;
  readonly cased: boolean;
}

/** The words of one name, from its first: capitals, particles, and in texts without capitals what is no English. */
function runFrom(words: readonly Word[], at: number, { eponyms, cased }: RunContext): number[] {
  const run = [at];
  for (let index = at + 1; index < words.length && run.length < 5; index += 1) {
    const word = words[index];
    const last = words[index - 1];
    if (word === undefined || last === undefined || last.possessive) break;
    if (eponyms.has(index)) break;
    const comma =
      /^,\s$/u.test(word.gap) &&
      run.length === 1 &&
      last.form !== 'lower' &&
      (last.family || !last.english) &&
      (word.given || (!word.english && !word.clinical));
    if (!adjacent(word) && !comma) break;
    if (cased) {
      if (PARTICLES.has(word.base) && word.form === 'lower') {
        const next = words[index + 1];
        if (
          next !== undefined &&
          next.form !== 'lower' &&
          adjacent(next) &&
          !/^(?:of|e|y|st)$/u.test(word.base)
        ) {
          run.push(index);
          continue;
        }
        break;
      }
      if (word.form === 'lower') break;
      if (DEGREES.has(word.base) || (word.form === 'upper' && word.clinical && last.form !== 'upper')) break;
      if (word.clinical && !word.given && !word.family && !(last.given && !word.opens)) break;
      run.push(index);
      continue;
    }
    if (PARTICLES.has(word.base) && !word.english) {
      run.push(index);
      continue;
    }
    if (EVERYDAY.has(word.base) || word.clinical) {
      if (!(word.family && !word.english)) break;
    } else if (word.english && !word.family) break;
    run.push(index);
  }
  return run;
}

/** In a text with capitals: is this capital word a person's? What no list explains is. */
function isCapitalName(words: readonly Word[], at: number, eponyms: ReadonlySet<number>): boolean {
  const word = words[at];
  if (word === undefined || word.form === 'lower' || eponyms.has(at)) return false;
  if (TITLES.has(word.base) || DEGREES.has(word.base) || word.raw.length === 1) return false;
  const next = words[at + 1];
  const previous = words[at - 1];
  const beside =
    (next !== undefined && adjacent(next) && next.form !== 'lower' && !next.clinical && !word.possessive
      ? next
      : undefined) ??
    (previous !== undefined && adjacent(word) && previous.form !== 'lower' && !previous.clinical
      ? previous
      : undefined);
  if (word.form === 'upper') {
    if (word.clinical) return false;
    if (word.given || word.family) return !word.english || beside !== undefined;
    return word.base.length >= 5 && !word.english && !word.allowed;
  }
  if (word.allowed && !(word.given && beside !== undefined && (beside.family || !beside.english)))
    return false;
  if (word.given || word.family) {
    if (!word.english && !word.clinical) return true;
    if (beside !== undefined && next === beside && (beside.family || beside.given || !beside.english))
      return true;
    if (
      beside !== undefined &&
      previous === beside &&
      (beside.given || !beside.english) &&
      !(previous?.opens && EVERYDAY.has(previous.base) && !previous.given)
    )
      return true;
    if (word.clinical && !EVERYDAY.has(word.base)) return false;
    if (!word.opens && !word.clinical) return true;
    if (
      word.opens &&
      next !== undefined &&
      /^\s$/u.test(next.gap) &&
      ACTS.test(next.base) &&
      !/^(?:will|may|can)$/u.test(word.base)
    )
      return true;
    if (word.possessive && !word.clinical) return true;
    return false;
  }
  if (word.clinical) return false;
  if (!word.english) return true;
  return false;
}

/** In a text of one case only lists tell, and the word must mean nothing else. */
function isPlainName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.clinical) return false;
  const next = words[at + 1];
  if (word.given && !word.english && !word.allowed) return word.base.length > 2;
  if (word.family && !word.english && !word.allowed) return word.base.length > 3;
  if (
    word.given &&
    !EVERYDAY.has(word.base) &&
    next !== undefined &&
    adjacent(next) &&
    (next.family || next.given) &&
    !next.english
  )
    return true;
  return false;
}

/** "Jo Kelly, RN" and "KELLY RN". */
function beforeDegrees(words: readonly Word[]): readonly number[] {
  const found: number[] = [];
  for (const [index, word] of words.entries()) {
    if (word.form !== 'upper' && word.base !== 'phd' && word.base !== 'pharmd') continue;
    if (!DEGREES.has(word.base) || !/^,?\s$/u.test(word.gap)) continue;
    for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
      const name = words[at];
      if (name === undefined || name.form === 'lower' || name.clinical || TITLES.has(name.base)) break;
      if (name.english && !name.given && !name.family && !(at === index - 1 && words[at - 1]?.given)) break;
      found.push(at);
      if (!adjacent(name)) break;
    }
  }
  return found;
}

/** A given name before a name that was found: "Grace Okonkwo". */
function addBackwards(words: readonly Word[], sure: Set<number>, eponyms: ReadonlySet<number>): void {
  for (let at = words.length - 2; at >= 0; at -= 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || sure.has(at) || !sure.has(at + 1) || eponyms.has(at))
      continue;
    if (!/^\s{1,2}$|^\s(?:\p{Lu}\.?\s){1,2}$/u.test(next.gap) || word.form === 'lower' || word.possessive)
      continue;
    if (TITLES.has(word.base) || RELATIONS.has(word.base) || ROLES.has(word.base)) continue;
    if (word.given || (!word.english && !word.clinical && !word.allowed)) sure.add(at);
  }
}
