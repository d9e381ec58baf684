import type { Span } from './kinds.ts';

/** Names of tests, genes, cells, joints and vaccines that mix letters with three digits and more. */
const MEDICAL_CODES =
  /^(?:ca-?(?:125|153|15-3|19-9|199|724|242)|hla-?\w+|brca\d|cyp\w+|(?:covid|sars-cov)-?\d+|cd\d{1,3}|m?rna\d*|s100b?|pd-?l?1|her2|il-?\d+|tp53|jak2|v600e|factor\d+|b19|o157(?::?h7)?|h\dn\d|ft[34]|t[34]|[cltsCLTS]\d{1,2}(?:[-/][cltsCLTS]?\d{1,2})?|g\dp\d\w*|pm2\.5|sf-?36|phq-?\d|gad-?\d|audit-?c?|fio2|spo2|sao2|pao2|paco2|hba1c|q\d{1,2}h|x10\^?\d+)$/iu;

const UNIT =
  '(?:mg|mcg|µg|ug|ng|pg|g|kg|lbs?|oz|ml|mls|l|dl|cc|mmol|umol|µmol|nmol|mol|meq|iu|units?|u|cm|mm|m|km|ft|in|bpm|mmhg|kpa|cmh2o|c|f|h|hr|hrs|hours?|d|days?|w|wk|wks|weeks?|mo|mos|months?|y|yo|yr|yrs|years?|min|mins|s|sec|secs|x|am|pm|st|nd|rd|th|tabs?|puffs?|kcal|cal|rpm|hz|fr|gauge|joules?|j|w|v|k|yom|yof|yf|ym|weeker|hourly|sats?)';

const LAB =
  /(?<!\p{L})(?:platelets?|plts?|wbc|white cells?|white count|neutrophils?|anc|ck|cpk|troponins?|trop|bnp|nt-?probnp|d-?dimer|ferritin|alt|ast|amylase|lipase|hcg|bhcg|viral load|count|units?|iu|steps|calories|cfu|titre|titer|glucose|psa|ldh|crp|vitamin d|dose|heparin|penicillin|nystatin|insulin|cd4|ml|weight|altitude|feet|metres|meters|\$|£|€)[\s:=<>~of]*$/iu;

/**
 * What looks like a code or a long number, whoever wrote it and whatever for: fails closed.
 *
 * A run of five digits and more, or a mixture of letters and at least three digits, stays only where it is a value
 * with a unit, a laboratory count, or the name of a test.
 */
export function findNumbers(text: string): readonly Span[] {
  const found: Span[] = [];
  const form = /(?<![\p{L}\d])(?=[\p{L}\d#._/:-]*\d)[\p{L}\d#][\p{L}\d#._/:-]*[\p{L}\d]|(?<![\p{L}\d])\d/gu;
  for (const match of text.matchAll(form)) {
    const whole = match[0];
    if (!isCode(whole, text, match.index)) continue;
    found.push({ start: match.index, end: match.index + whole.length, kind: 'other', by: 'number' });
  }
  for (const match of text.matchAll(/(?<![\d.,/])\d{3,4}(?:[ -]\d{2,6}){2,4}(?!\d|[/.,]\d)/gu))
    if (match[0].replace(/\D/g, '').length >= 9)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'other',
        by: 'number-groups',
      });
  for (const match of text.matchAll(/\b(?=[A-Z0-9-]*\d)[A-Z]{2,4}[ -]\d{4,}(?:[ -][A-Z\d]{1,6})*\b/gu))
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'other', by: 'code-groups' });
  return found;
}

function isCode(word: string, text: string, at: number): boolean {
  const digits = word.replace(/\D/g, '').length;
  const letters = /\p{L}/u.test(word);
  if (digits < 3 || MEDICAL_CODES.test(word)) return false;
  if (!letters) {
    if (/^\d{1,3}\/\d{1,3}(?:[-/]\d{1,3})*$/u.test(word) || /^\d{1,2}:\d{2}(?::\d{2})?$/u.test(word))
      return false;
    if (/^\d+(?:\.\d+)?(?:[-/:]\d+(?:\.\d+)?)?$/u.test(word) && longestRun(word) <= 4) return false;
    if (longestRun(word) < 5 && !/^\d+(?:[-._:/]\d+){2,}$/u.test(word) && digits < 7) return false;
    return !LAB.test(text.slice(Math.max(0, at - 24), at));
  }
  if (new RegExp(`^[<>~]?\\d+(?:[.,:/-]\\d+)*${UNIT}(?:[/.-]?${UNIT})*$`, 'iu').test(word)) return false;
  if (/^\p{L}{1,8}\d{1,3}(?:[./-]\d{1,3}){0,2}$/u.test(word) && digits <= 6 && isReading(word)) return false;
  return digits >= 3;
}

/** "HR112", "BP120/80", "T38.6", "RR18": a value that is stuck to its name. */
function isReading(word: string): boolean {
  return /^(?:hr|bp|rr|t|p|temp|sats?|spo2|o2|gcs|bm|bmi|pulse|wt|ht|pain|news|crp|wbc|hb|na|k|plt|inr|cr|fio2|x|q|g|age|aged|yo|map|sbp|dbp|bgl|bsl|fsbg|cbg|etco2|pef|pr|ph|ast|alt|lac|lactate|ck|esr|egfr|ph|po2|pco2)\d/iu.test(
    word,
  );
}

function longestRun(word: string): number {
  return Math.max(...word.split(/\D+/).map((run) => run.length));
}
