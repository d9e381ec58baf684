import type { Span } from './kinds.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = "(?:(?:19|20)\\d{2}|['’]\\d{2})";
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const NTH = `(?:${DAY}(?:st|nd|rd|th))`;
const SPOKEN_DAY =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)';

/** Each with the name under which the spot check shows it. All of them hold more than a year. */
const FORMS: readonly (readonly [by: string, form: RegExp])[] = [
  ['date-iso', /(?<!\d)(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)/gu],
  ['date-digits', /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:(?:19|20)\d{2}|\d{2})(?![\d/])/gu],
  [
    'date-compact',
    /(?<![\d.-])(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d{2})(?![\d.-])/gu,
  ],
  [
    'month-day',
    new RegExp(
      `\\b${MONTH}\\.?[\\s-]{1,2}(?:the\\s)?(?:${NTH}|${DAY}(?![\\d/:.]\\d))(?:\\s?(?:-|to|–|and|&)\\s?(?:${NTH}|${DAY}))?(?!\\s?(?:mg|mcg|ml|%|years?|yrs?|yo|days?|weeks?|months?|hours?))(?:,?[\\s-]{0,2}${YEAR})?\\b`,
      'giu',
    ),
  ],
  [
    'day-month',
    new RegExp(
      `\\b(?:${NTH}|${DAY})(?:\\s?(?:-|to|–|and|&)\\s?(?:${NTH}|${DAY}))?[\\s-]{0,2}(?:of\\s)?${MONTH}\\b\\.?(?:,?[\\s-]{0,2}${YEAR})?`,
      'giu',
    ),
  ],
  [
    'spoken-day',
    new RegExp(
      `\\b(?:the\\s)?${SPOKEN_DAY}\\s(?:of\\s)?${MONTH}\\b(?:,?\\s${YEAR})?|\\b${MONTH}\\s(?:the\\s)?${SPOKEN_DAY}\\b(?:,?\\s${YEAR})?`,
      'giu',
    ),
  ],
  ['month-year', new RegExp(`\\b${MONTH}\\.?[\\s,/-]{0,2}(?:of\\s)?${YEAR}`, 'giu')],
  ['month-year-digits', /(?<![\d/.-])(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}(?![\d/])/gu],
  [
    'month-alone',
    new RegExp(
      `(?<=\\b(?:in|since|last|this|next|early|late|mid|mid-|by|until|till|til|of|from|around|during|through|before|after|every|each|to|between|and|end of|start of|beginning of)\\s)${MONTH}\\b(?!\\s(?:be|have|need|not|also|go|come|take|get|help|cause)\\b)`,
      'giu',
    ),
  ],
  [
    'month-alone',
    /(?<![.!?]\s|^)\b(?:January|February|April|June|July|August|September|October|November|December)\b/gu,
  ],
  ['month-alone', /\b(?:january|february|september|october|november|december|february|april|august)\b/giu],
  [
    'day-alone',
    new RegExp(
      `(?<=\\b(?:on|since|from|until|till|by|before|after|dated|around|about)\\s(?:the\\s)?)(?:${DAY}(?:st|nd|rd|th))\\b(?!\\s(?:rib|ribs|finger|digit|toe|metatarsal|metacarpal|intercostal|cranial|nerve|week|weeks|day|month|degree|dose|floor|attempt|try|time|pregnancy|baby|child|trimester|percentile|centile|visit|episode|grade|stage|street|avenue|line|vertebra|lumbar|thoracic|ventricle|heart|step|stair|birthday|presentation|occasion|night|one))`,
      'giu',
    ),
  ],
  [
    'month-day-digits',
    /(?<=\b(?:on|since|dated?|date|seen|admitted|discharged|from|until|till|by|dob|born|surgery|due|lmp|edd|edc|appt|appointment|visit|expires?|exp|started|began|after|before|last|of|through|to|between|and)[:\s]{1,2})(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?![\d/%-])(?!\s?(?:pain|strength|power|scale|score|on the|mmhg|intensity|severity|days?|weeks?|months?|hours?|ago|motor|severe))/giu,
  ],
  // A day above the twelfth is no part of a score, and 9/24 are nine hours; scores of 15, 21, 24, 27 and 30 and sights are told by the word before.
  [
    'month-day-digits',
    /(?<![\d/.-])(?<!\b(?:score|scored|gcs|mmse|moca|phq|phq-9|gad|gad-7|scale|apgar|braden|epworth|va|acuity|vision|sight|snellen|eye|od|os|ou|left|right|corrected|barthel|nihss|bp|pressure|strength|power|of|ratio|approximately|about)[:\s]{1,2})(?:0?[1-9]|1[0-2])[/](?:1[3-9]|2[0-35-9]|3[01])(?![\d/%])(?!\s?(?:pain|strength|power|scale|score|mmhg|points|vision|on the|in the (?:left|right)|correct|questions))/giu,
  ],
  [
    'holiday',
    /\b(?:christmas(?:\seve|\sday)?|xmas|boxing day|thanksgiving(?:\sday)?|new year['’]?s?(?:\seve|\sday)?|easter(?:\ssunday|\smonday)?|good friday|halloween|valentine['’]?s(?:\sday)?|(?:fourth|4th) of july|july (?:fourth|4th)|independence day|labou?r day(?=\s(?:weekend|holiday|bbq|parade|party)|[.,;]|$)|memorial day|columbus day|veterans day|mother['’]s day|father['’]s day|st\.? patrick['’]?s day|guy fawkes|bonfire night|mardi gras|juneteenth|diwali|ramadan|eid(?:\sal-(?:fitr|adha))?|hanukkah|passover|yom kippur|rosh hashanah|chinese new year|lunar new year|cinco de mayo|ash wednesday|palm sunday|bank holiday(?:\smonday)?)\b(?!\s(?:disease|tree))/giu,
  ],
];

/** May and march are words, too: a month alone needs a capital in a text that has any. */
function isMonthWord(text: string, match: string): boolean {
  return !/^(?:may|march|mar|dec|sept?|jan)$/u.test(match) || !/\p{Lu}\p{Ll}/u.test(text);
}

/** Dates with more than a year, months, days of a month, holidays. Weekdays and times of day alone stay. */
export function findDates(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const [by, form] of FORMS)
    for (const match of text.matchAll(form)) {
      const whole = match[0];
      if (by === 'month-alone' && !isMonthWord(text, whole)) continue;
      if (by === 'date-digits' && !isPlausible(whole)) continue;
      if (by === 'month-day' && /^may\s\d/u.test(whole) && /\p{Lu}\p{Ll}/u.test(text)) continue;
      found.push({ start: match.index, end: match.index + whole.length, kind: 'date', by });
    }
  return found;
}

function isPlausible(text: string): boolean {
  const [a = 0, b = 0] = text.split(/[/.-]/).map(Number);
  return a <= 31 && b <= 31 && (a <= 12 || b <= 12);
}

const OVER_89 = '(?:9\\d|1[01]\\d|12\\d)';
const SPOKEN =
  '(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a |one )?hundred(?:[- ]and)?(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|ten))?)';

const AGES: readonly RegExp[] = [
  new RegExp(`(?<![\\d./-])(${OVER_89})(?=\\s?-?\\s?(?:years?|yrs?|y\\.?/?o\\.?|yo[fm]?|yr)\\b)`, 'giu'),
  new RegExp(
    `(?<![\\d./-])(${OVER_89})(?=\\s?(?:[FM]\\b|female|male|woman|man|lady|gentleman|gent)(?!\\s?(?:today|temp)))`,
    'giu',
  ),
  new RegExp(
    `(?<=\\b(?:age|aged|age:|turned|turns|turning|is now|just had (?:her|his) )\\s?(?:is\\s|of\\s)?)(${OVER_89})(?!\\d|\\s?(?:%|/|kg|lb|bpm|mm|mg|cm))`,
    'giu',
  ),
  new RegExp(
    `(?<=\\b(?:i am|i['’]?m|she is|he is|she['’]s|he['’]s|who is|mother is|father is|mum is|dad is|mom is|gran is|grandmother is|grandfather is|patient is|pt is)\\s)(${OVER_89})(?=[.,;]|\\s(?:and|with|has|had|now|but|so|,)|$)`,
    'giu',
  ),
  new RegExp(`(?<=\\b)(${OVER_89})(?:st|nd|rd|th)(?=\\sbirthday)`, 'giu'),
  new RegExp(`\\b(${SPOKEN})(?=[- ](?:years?|yrs?)\\b)`, 'giu'),
  new RegExp(`(?<=\\b(?:aged?|turned)\\s)(${SPOKEN})\\b`, 'giu'),
  /\b(?:nonagenarian|centenarian|supercentenarian)\b/giu,
  /(?<=\bin (?:her|his|their) )(?:mid-?\s?|early |late )?(?:nineties|90['’]?s)\b/giu,
];

/** Before "92F" these say that it is a temperature. */
const TEMPERATURE = /(?:temp(?:erature)?|\bt|tmax|fever(?: of)?|°|hr|pulse|p|rr|bp|sats?|spo2)[\s:=]*$/iu;

/** Ages above 89, which Safe Harbor wants grouped. The span is the number alone. */
export function findOldAges(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const form of AGES)
    for (const match of text.matchAll(form)) {
      if (/^\d+$/u.test(match[0]) && Number(match[0]) > 125) continue;
      if (TEMPERATURE.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
      found.push({ start: match.index, end: match.index + match[0].length, kind: 'date', by: 'age' });
    }
  return found;
}
