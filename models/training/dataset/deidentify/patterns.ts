import type { IdentifierKind, Span } from './kinds.ts';

/** A form that tells its kind by itself. `inside` names the group that is removed; without it the whole match is. */
interface Pattern {
  readonly kind: IdentifierKind;
  readonly by: string;
  readonly form: RegExp;
}

const STREET =
  'street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|court|ct|way|place|pl|close|square|sq|boulevard|blvd|terrace|ter|crescent|cres|circle|cir|parkway|pkwy|highway|hwy|trail|trl|row|walk|mews|grove|gardens|gdns|hill|alley|loop|path|route|rte|plaza|heights|view|green|park|rise|vale|croft|drove|quay|wharf|pike|turnpike|bend|run|ridge|crossing|point|strasse|straße|calle|rue|via';

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    by: 'email',
    form: /[\p{L}\d._+%-]{1,64}(?:@|\s?(?:\(at\)|\[at\])\s?|\sat\s(?=[\w-]+\sdot\s))[\w-]{1,63}(?:(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?|\sdot\s)[\w-]{1,63}){1,4}/giu,
  },
  { kind: 'url', by: 'url', form: /\b(?:https?|ftp|sftp|hxxps?):\/\/[^\s<>"'“”]{1,300}/giu },
  { kind: 'url', by: 'url-bare', form: /\bwww\.[^\s<>"']{1,200}/giu },
  {
    kind: 'url',
    by: 'url-host',
    form: /\b(?:[a-z0-9-]{2,63}\.){1,4}(?:com|org|net|edu|gov|info|io|co\.uk|nhs\.uk|org\.uk|me|app|health|care|clinic|biz|us|ca|de|fr|es|example|test|online|site|page|blog|tv|social)\b(?:\/[^\s<>"']{0,200})?/giu,
  },
  { kind: 'ip', by: 'ipv4', form: /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?(?:\/\d{1,2})?\b/gu },
  {
    kind: 'ip',
    by: 'ipv6',
    form: /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\w:])|(?<![\w:])[0-9a-f]{1,4}::(?:[0-9a-f]{1,4}:?){1,6}/giu,
  },
  { kind: 'device', by: 'mac-address', form: /\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/giu },
  { kind: 'ssn', by: 'ssn', form: /(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/gu },
  { kind: 'ssn', by: 'ssn-masked', form: /(?<![\w*])(?:x{3}|\*{3})[- ]?(?:x{2}|\*{2})[- ]?\d{4}(?!\d)/giu },
  {
    kind: 'ssn',
    by: 'national-insurance',
    form: /\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/gu,
  },
  {
    kind: 'phone',
    by: 'phone-us',
    form: /(?<![\d/.-])(?:\+?1[-. ]{0,2})?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?![\d/])/giu,
  },
  {
    kind: 'phone',
    by: 'phone-local',
    form: /(?<![\d/.-])\d{3}[-.]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\d/-])/giu,
  },
  {
    kind: 'phone',
    by: 'phone-international',
    form: /(?<![\w+])(?:\+|00)\d{1,3}[-. ]?(?:\(0?\d{1,4}\)[-. ]?)?\d{1,4}(?:[-. ]?\d{2,5}){1,4}(?!\d)/gu,
  },
  { kind: 'phone', by: 'phone-uk', form: /(?<![\d/.-])\(?0\d{2,4}\)?[-. ]?\d{3,4}[-. ]?\d{3,4}(?![\d/])/gu },
  {
    kind: 'photo',
    by: 'image-file',
    form: /(?<![\w/])(?:[\w.~'-]{1,80}[\\/]){0,6}[\w~'-][\w.~'-]{0,80}\.(?:jpe?g|png|gif|bmp|tiff?|heic|webp|dcm|raw|mp4|mov|avi|svg|pdf)\b/giu,
  },
  { kind: 'photo', by: 'image-data', form: /data:(?:image|video)\/[\w+.-]+;base64,[A-Za-z0-9+/=]{8,}/gu },
  {
    kind: 'photo',
    by: 'camera-name',
    form: /\b(?:IMG|DSC|DSCN|DSCF|PXL|MVIMG|VID|PHOTO)[_-]?\d{3,}(?:[_-]?\w{1,12})*\b/gu,
  },
  { kind: 'other', by: 'uuid', form: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu },
  { kind: 'other', by: 'handle', form: /(?<![\w@.])@[A-Za-z_][\w.]{2,30}\b/gu },
  {
    kind: 'other',
    by: 'secret',
    form: /\b[A-Fa-f0-9]{24,}\b|\b(?=[A-Za-z0-9+/]*\d)(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{24,}={0,2}/gu,
  },
  {
    kind: 'vehicle',
    by: 'vin',
    form: /\b(?=[A-HJ-NPR-Z0-9]*\d)(?=[A-HJ-NPR-Z0-9]*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}\b/gu,
  },
  {
    kind: 'vehicle',
    by: 'plate-uk',
    form: /\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b|(?<=\b(?:plate|registration|reg)(?:\snumber|\sno)?\.?:?\s)[a-z]{2}\d{2}\s[a-z]{3}\b/gu,
  },
  {
    kind: 'place',
    by: 'street',
    form: new RegExp(
      `(?<![\\w./])\\d{1,6}[a-z]?(?:\\s?[-/]\\s?\\d{1,5})?\\s(?:[nsew]{1,2}\\.?\\s|north\\s|south\\s|east\\s|west\\s)?(?:(?:\\p{L}[\\p{L}'’-]{0,30}|(?:st|mt|ft|dr)\\.|\\d{1,3}(?:st|nd|rd|th))\\s){1,4}(?:${STREET})\\b(?:\\s(?:n|s|e|w|ne|nw|se|sw)\\b)?(?:,?\\s(?:apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|#)\\.?\\s?#?[\\w-]{1,8})?`,
      'giu',
    ),
  },
  {
    kind: 'place',
    by: 'street-named',
    form: /(?<![\w./])\d{1,5}[a-z]?\sthe\s\p{L}[\p{L}'’-]{3,24}(?:\s(?:apt|apartment|flat|unit)\.?\s?#?[\w-]{1,8})?(?=[,.;]|$)/giu,
  },
  { kind: 'place', by: 'po-box', form: /\bp\.?\s?o\.?\s?box\s(?:no\.?\s)?#?\d{1,8}\b/giu },
  {
    kind: 'place',
    by: 'apartment',
    form: /\b(?:apt|apartment|flat|suite|ste|unit)\.?\s(?:no\.?\s)?#?(?:\d{1,5}[a-z]?|[a-z]\d{0,4})\b(?=,|\.|\s\d|$|\s\p{Lu})/giu,
  },
  {
    kind: 'place',
    by: 'postcode-uk',
    form: /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}\b|(?<=\bpost ?code:?\s)[a-z]{1,2}\d[a-z\d]?\s\d[a-z]{2}\b/gu,
  },
  {
    kind: 'place',
    by: 'postcode-canada',
    form: /\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\s?\d[ABCEGHJ-NPRSTV-Z]\d\b/gu,
  },
  { kind: 'place', by: 'zip-plus-four', form: /(?<![\d-])\d{5}-\d{4}(?![\d-])/gu },
  {
    kind: 'place',
    by: 'coordinates',
    form: /(?<![\d.])-?\d{1,3}\.\d{3,8}\s?°?\s?[NS]?\s?,\s?-?\d{1,3}\.\d{3,8}\s?°?\s?[EW]?(?!\d)/giu,
  },
];

/** Forms that need two numbers of a street are no streets in medicine: "2 mg one way", "3 days last park run". */
export const NO_STREET =
  /^\d{1,6}[a-z]?\s(?:mg|mcg|g|ml|l|kg|cm|mm|hours?|hrs?|days?|weeks?|months?|years?|yrs?|yo|y|minutes?|mins?|times?|tablets?|tabs?|puffs?|units?|drinks?|beers?|stairs|steps|feet|foot|ft|miles?|inch(?:es)?|x|of|and|to|or|out|on|in|pain|am|pm|per|percent|at|by|from|with|when|since)\b/iu;
/** A street has a capital in its name, unless the text has none or it has a postal word after it. */
const LOWER_STREET =
  /^\d{1,6}[a-z]?\s(?:\p{Ll}+\s){1,4}(?:hill|way|run|park|walk|path|row|point|view|green|rise|bend|via|rue|place|close|drive|court|loop|ridge|terrace|square|st|dr|pl|av|ter|circle|route|crossing|pike|st\.)\.?$/u;

/** Contacts, numbers of known form, addresses. */
export function findPatterns(text: string): readonly Span[] {
  const found: Span[] = [];
  const hasCapitals = /\p{Ll}/u.test(text) && /\p{Lu}\p{Ll}/u.test(text);
  for (const { kind, by, form } of PATTERNS)
    for (const match of text.matchAll(form)) {
      const whole = match[0];
      if (by === 'street' && (NO_STREET.test(whole) || (hasCapitals && LOWER_STREET.test(whole)))) continue;
      if (
        by === 'ipv4' &&
        whole
          .split(/[.:/]/)
          .slice(0, 4)
          .some((part) => Number(part) > 255)
      )
        continue;
      found.push({ start: match.index, end: match.index + whole.length, kind, by });
    }
  return found;
}
