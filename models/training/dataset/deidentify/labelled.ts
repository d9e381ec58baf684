import type { IdentifierKind, Span } from './kinds.ts';

/** Words that say what the number after them is. Order: the first label that fits a place gives the kind. */
const LABELS: readonly (readonly [IdentifierKind, string])[] = [
  ['fax', 'fax(?:ed)?(?: number| no)?|facsimile|telefax|fax\\.?'],
  [
    'ssn',
    'ssn|s\\.s\\.n\\.?|social security(?: number| no)?|soc sec|social|ni number|national insurance|taxpayer|itin|\\btin\\b|sin',
  ],
  [
    'mrn',
    'mrn|m\\.r\\.n\\.?|mr(?: ?#| no| number)|med(?:ical)? rec(?:ord)?s?|chart(?: number| no| #| id)?|hospital (?:no|number|id)|patient (?:id|no|number|identifier|#)|pt (?:id|no|#)|unit (?:no|number)|urn|hrn|epi|empi|record(?: locator)?|folder|file (?:no|number)|nhs(?: number| no)?|chi(?: number)?|h&c',
  ],
  [
    'health-plan',
    'member(?:ship)?|beneficiary|subscriber|policy|group|plan(?: member| id| no| number)|payer|insurance|insured|medicare|medicaid|mbi|hicn?|hic(?:n)?|bcbs|aetna|cigna|humana|kaiser|coverage|rx ?bin|rx ?grp|pcn|tricare|health card|health plan|unitedhealth(?:care)?|blue cross|anthem',
  ],
  [
    'account',
    'acc(?:oun)?t\\.?|a/c|guarantor|billing|invoice|iban|routing|sort code|bank|credit card|debit card|card|visa|mastercard|amex|claim|statement|encounter|visit|csn|fin|har',
  ],
  [
    'licence',
    "licen[cs]e|lic\\.?|dea|npi|certificate|cert|permit|gmc|nmc|registration pin|dl|driver'?s? id|credential|pilot",
  ],
  [
    'vehicle',
    'plates?|licen[cs]e plates?|tags?|number plate|reg(?:istration)?\\.?|rego|vin|vehicle|chassis|vehicle id(?:entification)?',
  ],
  [
    'device',
    'serial|s/n|sn|device|udi|implant(?: lot)?|lot (?:no|number|#)|model|pacemaker|icd device|pump|imei|imsi|mac|ventilator|asset|glucometer|cgm|hearing aid|prosthesis|stimulator|lead',
  ],
  [
    'biometric',
    'finger ?prints?|thumb ?prints?|palm ?prints?|voice ?prints?|retina(?:l)?(?: scan)?|iris(?: scan)?|facial(?: recognition)?|face ?(?:id|template|print)|biometrics?|hand geometry|vein pattern|dna profile|gait id|ear ?print|template',
  ],
  [
    'photo',
    'photo(?:graph)?s?|pictures?|image|headshot|mugshot|selfie|snapshot|portrait|passport photo|full[- ]face',
  ],
  [
    'phone',
    'tel(?:ephone)?\\.?|phone|ph\\.?|cell(?:ular)?(?: phone)?|mobile|mob|landline|pager|pgr|bleep|beeper|whatsapp|home ?(?:phone|tel|no)|work ?(?:phone|tel|no)|contact|call(?:ed|back)?|ring|rang|text|sms|reach(?:ed|able)?|dial|extension|ext\\.?|hotline|voicemail|number',
  ],
  [
    'other',
    'passport|visa no|id|i\\.d\\.?|identifier|identity|badge|employee|staff|student|pupil|inmate|prisoner|offender|case|docket|police report|report|incident|study|subject|trial|participant|enrol?lment|specimen|accession|acc|sample|barcode|wristband|band|bed|order|ref(?:erence)?|token|pin|passcode|password|username|user ?name|login|handle|nickname|instagram|twitter|facebook|snapchat|tiktok|linkedin|skype|discord|alien|green card|a-number|tribal|voter|military|service|dod|veteran|va|locker|box|room key|registry|donor|ticket|flight|booking|membership|library card|loyalty|protocol|cohort|sequence|code|key|confirmation|tracking|parcel|apartment|unit|caller|rfid|tattoo number',
  ],
];

const FILLER =
  '(?:\\s{0,3}(?:(?:number|numbers|num|nos?\\.?(?=[\\s:#\\dA-Z])|nr\\.?|ids?|i\\.d\\.|identifier|is|was|are|reads|reading|shows|ending|ends|in|of|code|serial|file|ref|reference|to|at|under|as|me|him|her|them|us|patient|account|acct|template|hash|scan|record|policy|tag|plates?|member|group|device|tracking|s/n|sn|line|direct|home|work|cell|mobile|or|stored|saved|filed|on file|listed|logged|marked|labell?ed|stamped|engraved|printed|issued|card|the)(?![\\p{L}\\d])|n°|#|№|=|:|-|–|\\(|\\[|"|\')){0,6}';

/** A code: digits and capitals in groups, with a few letters before them at most. */
const CODE =
  /(?:[A-Za-z]{1,5}[-_./]?){0,2}\d[\dA-Za-z]*(?:[-_./]{1,2}[\dA-Za-z]+|\s\d{2,}(?!\d|[/.,]\d|%)|\s[A-Z]{1,3}\d[A-Z\d]*|\s[A-Z]{2,3}(?![A-Za-z]))*|[A-Z]{2,4} \d{2,}[A-Z\d]*|[A-Z]{2,3}\d{2} [A-Z]{3}/uy;
const LOWER_CODE = /[a-z]{2,4} \d{2,}[a-z\d]*|[a-z]{2}\d{2} [a-z]{3}\b/uy;

const FORMS = LABELS.map(
  ([kind, label]) =>
    [kind, new RegExp(`(?<![\\p{L}\\d])(?:${label})(?![\\p{L}\\d])${FILLER}\\s{0,3}`, 'giu')] as const,
);

/** Values with a unit, times, ratios, and counts of what is measured: never a code, whatever stands before. */
const MEASURED =
  /^(?:\d{1,3}(?:[.,]\d+)?\s?(?:%|mg|mcg|ug|µg|g|kg|lbs?|ml|l|dl|mmol|mol|meq|iu|units?|u|cm|mm|m|ft|in|bpm|mmhg|c|f|°c|°f|h|hr|hrs|hours?|d|days?|w|wk|wks|weeks?|mo|months?|y|yo|yr|yrs|years?|min|mins|minutes?|sec|s|times?|x|am|pm|st|nd|rd|th|tabs?|puffs?|pm)\b|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$|\d{1,3}\/\d{1,3}$|\d{1,3}(?:[.,]\d{1,2})?$|\d{1,2}-\d{1,2}$|(?:19|20)\d{2}$)/iu;

/** Kinds whose labels are everyday words of charts: their code must look like one. */
const EVERYDAY =
  /^(?:number|text|call(?:ed|back)?|contact|ring|rang|reach(?:ed|able)?|group|plan|social|card|claim|visit|statement|encounter|tags?|reg|lot|model|pump|lead|device|implant|case|report|study|subject|trial|specimen|sample|order|bed|box|code|key|service|unit|band|sequence|record|folder|insurance|policy|member|plates?|id|handle|ticket|flight|room key|protocol|cohort|va|acc|pin|sin|sn|in|har|fin|chi|epi|image|pictures?|template|facial|iris|retina|retinal|registration|pacemaker|pager|parcel|military|glucometer|ventilator|ear ?print|donor|stimulator|vehicle|bank|billing|incident)$/iu;

/** A code may not begin with one of these: "BP 142". */
const READINGS =
  /^(?:bp|hr|rr|p|t|temp|pulse|sats?|spo2|o2|gcs|pain|bm|wt|ht|age|aged|day|week|grade|stage|type|at|in|on|had|for|x)\b/iu;

/** Numbers that follow a word that says what they are: "MRN 48213", "policy no. XK-2231-09". */
export function findLabelled(text: string): readonly Span[] {
  const found: Span[] = [];
  const isLower = !/\p{Lu}\p{Ll}/u.test(text);
  for (const [kind, form] of FORMS)
    for (const match of text.matchAll(form)) {
      const at = match.index + match[0].length;
      const code = codeAt(text, at, CODE) ?? (isLower ? codeAt(text, at, LOWER_CODE) : undefined);
      if (code === undefined || READINGS.test(code)) continue;
      const digits = code.replace(/\D/g, '').length;
      const label = /^[\p{L}.&/#' -]+/u.exec(match[0])?.[0].trim() ?? '';
      const needed = EVERYDAY.test(label.split(/\s/)[0] ?? '') ? 3 : 2;
      if (digits < needed || MEASURED.test(code) || isMeasured(text.slice(at, at + code.length + 10)))
        continue;
      found.push({ start: at, end: at + code.length, kind, by: `label:${kind}` });
    }
  return found;
}

function codeAt(text: string, at: number, form: RegExp): string | undefined {
  form.lastIndex = at;
  return form.exec(text)?.[0];
}

function isMeasured(after: string): boolean {
  return /^\d{1,4}(?:[.,]\d+)?\s?(?:%|mg|mcg|ug|µg|g|kg|lbs?|ml|dl|mmol|meq|iu|units?|cm|mm|bpm|mmhg|°|hours?|hrs?|days?|weeks?|months?|years?|yrs?|yo|minutes?|mins?|times|puffs|tablets?|am|pm|degrees)\b/iu.test(
    after,
  );
}
