import { MEDICAL_ENDINGS } from './clinical-words.ts';
import type { Span } from './kinds.ts';
import { NO_STREET } from './patterns.ts';
import { isAllowedPlace, isCity, isClinical, isEnglish } from './words.ts';

const INSTITUTION =
  'hospital|hospitals|infirmary|clinic|medical cent(?:er|re)|health cent(?:er|re)|health system|healthcare|medical group|cancer cent(?:er|re)|surgery|nursing home|care home|rest home|residential home|assisted living|manor|lodge|hospice|rehab(?:ilitation)?(?: cent(?:er|re))?|pharmacy|school|academy|college|university|institute|church|mosque|temple|synagogue|chapel|cathedral|prison|jail|correctional(?: facility| institution)?|shelter|hotel|motel|inn|cafe|restaurant|bar|pub|airport|station|mall|shopping cent(?:er|re)|stadium|park|library|fire department|police department|county|parish|township|village|borough|district|valley|lake|river|beach|mountain|farm|ranch|estate|apartments|towers|house|hall|court|plaza|square|market|supermarket|store|factory|warehouse|associates|ltd|limited|inc|llc|plc|gmbh|corp|corporation|company|industries|logistics|street|road|avenue|lane|drive|boulevard|way|elementary|primary|secondary|high school|middle school|kindergarten|nursery|preschool|daycare|day care|hills|heights|springs|island|creek|city|town|meadows|woods|gardens';

/** "the emergency department", "Primary Care Clinic": what is called by what it is. */
const GENERIC = new Set(
  `the a an our his her their my your this that each any at in to from of for and or by local emergency urgent primary care general community medical walk-in walk out
  outpatient inpatient day pain eye dental family fracture anticoagulation warfarin diabetic diabetes antenatal prenatal postnatal maternity mental
  health children women men veterans acute trauma stroke burn cancer heart chest skin foot sleep memory intensive high low step down
  psychiatric rehab rehabilitation surgical nursing private public state county city town village main new old another same other one first second
  after during before nearby district regional national teaching university high middle elementary primary secondary nursery night boarding
  home hospital clinic health service center centre specialist specialty special weekend retail sexual travel vaccination covid flu
  er ed icu itu ccu a&e gp us uk patient patients previous last next outside back fast long left right upper lower open closed
  shopping fire police train bus gas petrol power parking amusement water football baseball trailer national bone blood food sports sport pet dog corner grocery
  psych peds paediatric pediatric neuro cardiac renal dialysis oncology maternal fetal neonatal burns spinal tube plan operation history currently`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const CAP = "\\p{Lu}[\\p{L}'’&-]{1,24}(?![\\d/])";

const DEPARTMENTS = new Set(
  'asthma wound fracture diabetes diabetic warfarin anticoagulation hypertension epilepsy headache back hip knee hand breast chest lipid thyroid fertility obesity smoking allergy travel continence falls frailty stroke tia transplant hiv std pregnancy labour labor delivery recovery observation assessment minor injuries walk-in urgent dental oral eye ent nose throat gp x-ray xray mri ct ultrasound vaccine vaccination flu covid blood infusion'.split(
    ' ',
  ),
);

const BEFORE_INSTITUTION = new RegExp(
  `(?<![\\p{L}])((?:(?:St\\.?|Saint|Mount|Mt\\.?|Fort|Ft\\.?|San|Santa|Los|Las|El|La|Le|Our Lady of|New|Port|Lake|North|South|East|West|${CAP})\\s(?:of\\s|the\\s|and\\s|&\\s|de\\s|del\\s|an\\sder\\s|am\\s|im\\s|ob\\s|vor\\sder\\s|upon\\s|-\\s)?){1,4})(?i:${INSTITUTION})\\b`,
  'gu',
);
const LOWER_INSTITUTION =
  /\b((?:st\.?|saint|mount|mt)\s[\p{L}'’]{3,20}(?:'s|’s)?)(?=\s(?:hospital|clinic|medical|school|church|college|infirmary|academy|hospice|nursing|health))/giu;
/** "falcone general hospital" in a note without capitals. */
const LOWER_GENERAL =
  /\b([\p{Ll}'’-]{4,24}\s(?:general|memorial|regional))(?=\s(?:hospital|clinic|medical|infirmary))/gu;
const OF_PLACE = new RegExp(
  `\\b(?:[Uu]niversity|[Tt]own|[Cc]ity|[Cc]ounty|[Vv]illage|[Bb]orough|[Pp]arish|[Dd]iocese|[Bb]ank|[Cc]ollege|[Cc]hurch|[Ii]sle|[Ss]tate) of ((?:${CAP}\\s?){1,3})`,
  'gu',
);
/** "842 Parker Blvd, Cologne": what follows a street. */
const AFTER_STREET = new RegExp(
  `^,\\s(${CAP}(?:(?:\\s|-)(?:(?:an|am|ob|bei|im|vor|nad|sur|upon|on|in|de|del|di|la|le)\\s(?:der|dem|den|la|le)?\\s?)?${CAP}){0,2})`,
  'u',
);
const AFTER_LOWER_STREET = /^,\s([\p{Ll}'’-]{3,}(?:\s[\p{Ll}'’-]{3,}){0,2})(?=,|\.|$|\s[a-z]{2}\s\d{5})/u;
/** "6551 Broadway,", "3042 W Main.": a number and a name, where an address stands. */
const BARE_STREET = new RegExp(
  `(?<=(?:address(?: on file)?|residence|stays? at|visit(?: requested)? to|lives? at|living at|resides at|home,|at|from)[:\\s]{1,2})\\d{2,5}\\s(?:(?:[NSEWnsew]|North|South|East|West)\\.?\\s)?[\\p{L}'’-]{3,24}(?:\\s${CAP})?(?:\\s(?:apt|apartment|unit|flat|ste)\\.?\\s?#?[\\w-]{1,6})?(?=[,.;]|$)`,
  'giu',
);
/** "at green high school" in a note without capitals. */
const LOWER_SCHOOL =
  /(?<=\b(?:at|attends|in|of|from|to)\s)([\p{Ll}'’-]{3,24}(?:\s[\p{Ll}'’-]{3,24})?)(?=\s(?:(?:high|elementary|primary|middle|grammar|secondary) school|nursing home|care home|manor|college))/gu;

const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
/** Letters of a state that mean nothing else in a chart. */
const CLEAR_STATES = /\s(?:NY|NJ|OH|WI|WY|WV|UT|KS|NV|NM|NH|NE|AZ|TX)$/u;
const CITY_STATE = new RegExp(
  `((?:${CAP}\\s){0,2}${CAP}),?\\s(?:${STATES})(?:\\s(\\d{5}(?:-\\d{4})?)(?!\\d)|\\b)`,
  'gu',
);
const ZIP =
  /(?<=\b(?:zip|zip code|postcode|post code|postal code|postal|eircode)(?:\s(?:code|is|of|area))?[:#\s]{1,3})([A-Z]{0,2}\d[A-Z\d]{1,5}(?:\s\d[A-Z]{2})?(?:-\d{4})?)/giu;
const STATE_ZIP =
  /(?<=\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|[A-Z][a-z]{3,12}),?\s)\d{5}(?:-\d{4})?(?![\d-])/gu;
const WHERE = new RegExp(
  `\\b(?i:lives?|living|lived|resides?|residing|resident|from|moved|moving|travel(?:l?ed|l?ing)?|visit(?:ed|ing)|drove|driving|drives|flew|back|born|raised|grew up|works?|working|employed|located|address|hometown|transferred|near|outside|stays?|staying|based|return(?:ed|ing)|hails|went|gone|trip|way|road|tour|commutes?|at|in|of)\\s(?:up\\s|down\\s|over\\s|out\\s|back\\s)?(?:in\\s|at\\s|from\\s|to\\s|near\\s|of\\s|for\\s|outside\\s|around\\s|on\\s)?((?:(?:The|St\\.?|Saint|Mount|Mt\\.?|Fort|Ft\\.?|San|Santa|Los|Las|El|La|Le|New|Port|Lake|North|South|East|West|Upper|Lower|Great|Little)\\s)?${CAP}(?:(?:\\s|-)(?:(?:upon|on|in|le|de|del|di|an|am|im|ob|vor|bei|nad|sur)[- ](?:der |dem |den |la |le )?)?${CAP}){0,3})`,
  'gu',
);
/** After these only a place is named. */
const CERTAIN =
  /^(?:lives?|living|lived|resides?|residing|resident|moved|moving|travel|visit|drove|flew|born|raised|grew up|hometown|commutes|hails)/iu;
/** After "in", "at", "of": departments, times, conditions and people that nobody lives in. */
const NOT_WHERE =
  /^(?:IP|ID|ED|ER|ICU|CCU|Emergency|Triage|Resus|Theatre|Clinic|Waiting|Room|Bed|Bay|Bp|BP|PT|Pt|Patient|Mr|Mrs|Ms|Dr|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Noon|Midnight|Home|Work|School|Rest|Night|Normal|No|She|He|They|It|God|Moderate|Severe|Mild|Sudden|Left|Right|Bilateral|Past|History|Denies|Reports|Type|Grade|Stage|Acute|Chronic|Internal|Rheum|Spanish|English)\b/u;
const LOWER_WHERE =
  /\b(?:commutes?|trip|way|road|treated|seen|clinic is|done|moved here|back|near|family|shop|transferred|visiting|employed|works?|warehouse|lives?|living|resides?|residing|resident|born|raised|grew up|moved|hometown|hails|address|drove|drives|commutes|town|city|village)\s(?:up\s|down\s|over\s|out\s)?(?:in|at|from|to|near|of|outside|is)\s((?:south\s|north\s|east\s|west\s)?(?:st\.?\s|saint\s|mount\s|new\s|san\s|los\s|el\s|port\s|fort\s|lake\s|north\s|south\s|east\s|west\s)?[\p{Ll}'’-]{3,20}(?:\s[\p{Ll}'’-]{3,20})?)/gu;

/** The town after each street that was found. */
export function findTowns(text: string, streets: readonly Span[]): readonly Span[] {
  return streets.flatMap(({ end }) => {
    const town = (AFTER_STREET.exec(text.slice(end, end + 80)) ??
      AFTER_LOWER_STREET.exec(text.slice(end, end + 80)))?.[1];
    if (town === undefined || isAllowedPlace(town.toLowerCase())) return [];
    const start = end + text.slice(end).indexOf(town);
    return [{ start, end: start + town.length, kind: 'place' as const, by: 'town' }];
  });
}

/** Places smaller than a state, and institutions whose name says where or with whom. */
export function findPlaces(text: string): readonly Span[] {
  const found: Span[] = [];
  const add = (start: number, whole: string, by: string): void => {
    const trimmed = whole.replace(/[\s,.-]+$/u, '');
    found.push({ start, end: start + trimmed.length, kind: 'place', by });
  };
  for (const match of text.matchAll(BEFORE_INSTITUTION)) {
    const name = (match[1] ?? '').trimEnd();
    const words = name.split(/\s/);
    let skipped = 0;
    while (skipped < words.length && isGeneric(words[skipped] ?? '')) skipped += 1;
    const kept = words.slice(skipped);
    if (kept.length === 0) continue;
    const offset = words.slice(0, skipped).join(' ').length + (skipped > 0 ? 1 : 0);
    add(match.index + offset, name.slice(offset), 'institution');
  }
  for (const match of text.matchAll(LOWER_INSTITUTION)) add(match.index, match[1] ?? '', 'institution');
  for (const match of text.matchAll(LOWER_GENERAL))
    if (!isGeneric(match[0].split(' ')[0] ?? '')) add(match.index, match[0], 'institution');
  for (const match of text.matchAll(OF_PLACE)) {
    const at = match.index + match[0].length - (match[1] ?? '').length;
    if (!isAllowedPlace((match[1] ?? '').trim().toLowerCase())) add(at, match[1] ?? '', 'of-place');
  }
  for (const match of text.matchAll(CITY_STATE)) {
    const name = match[1] ?? '';
    const zip = match[2];
    const clear = zip !== undefined || match[0].includes(',') || CLEAR_STATES.test(match[0]);
    if (!clear) continue;
    if (!isGenericName(name)) add(match.index, name, 'city-state');
    if (zip !== undefined) add(match.index + match[0].length - zip.length, zip, 'zip');
  }
  for (const match of text.matchAll(ZIP)) if (/\d/u.test(match[0])) add(match.index, match[0], 'zip');
  for (const match of text.matchAll(STATE_ZIP)) add(match.index, match[0], 'zip');
  for (const match of text.matchAll(WHERE)) {
    const name = match[1] ?? '';
    const at = match.index + match[0].length - name.length;
    const sure = CERTAIN.test(match[0]);
    if (!sure && NOT_WHERE.test(name)) continue;
    if (isAllowedPlace(name.toLowerCase()) || (isGenericName(name) && !/\s/u.test(name))) continue;
    const first = name.split(/[\s-]/)[0] ?? '';
    const certain = CERTAIN.test(match[0]) || /\s/u.test(name);
    if (!certain && isClinical(first.toLowerCase()) && !isCity(name.toLowerCase())) continue;
    add(at, name, 'where');
  }
  for (const match of text.matchAll(BARE_STREET))
    if (/^\d{3}|\s[nsew]\.?\s/iu.test(match[0]) && !NO_STREET.test(match[0]))
      add(match.index, match[0], 'street');
  for (const match of text.matchAll(LOWER_SCHOOL)) {
    const words = (match[1] ?? '').split(' ');
    const kept = words.filter((word) => !isGeneric(word));
    if (kept.length > 0)
      add(match.index + match[0].length - kept.join(' ').length, kept.join(' '), 'institution');
  }
  for (const match of text.matchAll(LOWER_WHERE)) {
    const name = match[1] ?? '';
    const at = match.index + match[0].length - name.length;
    const words = name.split(/\s/);
    const taken =
      isCity(name) || GEOGRAPHIC.test(name) || PREFIXED.test(name)
        ? words
        : words.filter((word, index) => index === 0 && isPlaceWord(word));
    if (taken.length > 0) add(at, taken.join(' '), 'where-lower');
  }
  return found;
}

/** The second word of a place that is made of English words. */
const GEOGRAPHIC =
  /^(?!(?:the|a|an|my|his|her|our|their|this|that|nursing|care|same|trailer|mobile|public|council)\s)\S+\s(?:springs|beach|desert|gate|babylon|plains|creek|city|grove|hills?|park|falls|heights|valley|lake|bay|island|rock|creek|ridge|point|news|miami|york|orleans|carolina|dakota|haven|mills|oaks|rapids|bluffs?|forest|meadows|village|town|harbor|harbour|port|bend|prairie|gardens|field|fields|station|center|centre)$/u;

/** First words of places that are made of English words. */
const PREFIXED =
  /^(?:fort|port|mount|north|south|east|west|new|san|santa|saint|st\.?|lake|cedar|el|los|las|la|grand|great|little|upper|lower)\s\S+/u;

function isPlaceWord(word: string): boolean {
  return isCity(word) || (!isEnglish(word) && !isClinical(word) && !isAllowedPlace(word));
}

function isGeneric(word: string): boolean {
  const plain = word.toLowerCase().replace(/['’]s$|[.,]$/u, '');
  if (GENERIC.has(plain) || isAllowedPlace(plain)) return true;
  return MEDICAL_ENDINGS.test(plain) || DEPARTMENTS.has(plain);
}

function isGenericName(name: string): boolean {
  return name.split(/\s/).every(isGeneric);
}
