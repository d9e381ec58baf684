import type { CitedFact } from './cited.ts';
import type { Check, CheckInput, Fault, Segment } from './fault.ts';

type Claim = 'low' | 'high' | 'abnormal' | 'normal';

const CLAIMS: readonly (readonly [Claim, RegExp])[] = [
  [
    'abnormal',
    /\b(?:outside|out of|not (?:in|within)) (?:the |its |their )?(?:normal |usual |expected )?(?:range|limits?)|\babnormal|\bnot normal|\bunusual/iu,
  ],
  [
    'high',
    /\b(?:above|over|exceed\w*|higher|high|raised|elevated|increased|fast|rapid|tachycard\w*|tachypn\w*|febrile|hypertensive|hyperglyc\w*)\b/iu,
  ],
  [
    'low',
    /\b(?:below|under|lower|low|reduced|decreased|slow|bradycard\w*|hypotensi\w*|hypoxi\w*|hypoglyc\w*|desaturat\w*)\b/iu,
  ],
  [
    'normal',
    /\b(?:normal|within (?:the |its |their )?(?:normal |usual |expected )?(?:range|limits?)|unremarkable|stable|satisfactory|reassuring|fine|good|healthy|afebrile|ok|okay|adequate|well)\b/iu,
  ],
];

/** "above the normal range" says high, not normal. */
const NOT_NORMAL =
  /\b(?:above|below|over|under|outside|out of|not (?:in|within)|than)\b[^,;]{0,30}?\b(?:normal|usual|expected|range|limits?)\b|\bnot normal\b|\babnormal\w*/giu;

const ABOUT_VALUES =
  /\b(?:vitals?|vital signs?|observations?|obs|measurements?|values?|numbers?|readings?|range|limits?)\b/iu;

/**
 * What a sentence calls normal, high or low is what the measurements it cites are called.
 *
 * "Vital signs are normal" needs every measurement of the patient to be normal: the commonest lie of a small model.
 */
export const checkFlags: Check = (input) => input.values.flatMap((segment) => checkSegment(segment, input));

function checkSegment(segment: Segment, { cited, sheet }: CheckInput): readonly Fault[] {
  const claims = claimsOf(segment.text);
  if (claims.length === 0) return [];
  const meant = cited.filter((one) => one.fact.measurement !== undefined && isNamed(one, segment));
  if (meant.length === 0) return withoutMeasurement(claims, segment, { cited, sheet });
  if (claims.length > 1) return [{ code: 'flag', detail: claims.join(' and ') }];
  const [claim] = claims;
  return meant
    .filter(({ fact }) => !holds(claim!, fact.measurement!))
    .map(({ fact }) => ({ code: 'flag', detail: `${fact.measurement!.display} is not ${claim}` }));
}

function claimsOf(text: string): readonly Claim[] {
  const claims = new Set<Claim>();
  const rest = text.replace(NOT_NORMAL, (found) => {
    for (const [claim, pattern] of CLAIMS) {
      if (claim !== 'normal' && pattern.test(found)) claims.add(claim);
    }
    return ' ';
  });
  // "High priority" and "more urgent" are about the priority, which has its own check.
  const plain = rest.replace(
    /\b(?:priority|floor)\b[:\s]+\w+|\b(?:low|medium|high|critical)[ -](?:priority|urgency)\b/giu,
    ' ',
  );
  for (const [claim, pattern] of CLAIMS) if (pattern.test(plain)) claims.add(claim);
  if (claims.has('abnormal') && (claims.has('high') || claims.has('low'))) claims.delete('abnormal');
  return [...claims];
}

function withoutMeasurement(
  claims: readonly Claim[],
  { text, tokens }: Segment,
  { cited, sheet }: Pick<CheckInput, 'cited' | 'sheet'>,
): readonly Fault[] {
  const all = sheet.facts.flatMap(({ measurement }) => (measurement === undefined ? [] : [measurement]));
  if (claims.includes('normal') && ABOUT_VALUES.test(text)) {
    const isTrue = all.length > 0 && all.every((one) => holds('normal', one) && !one.stale);
    return isTrue ? [] : [{ code: 'flag', detail: 'not all values are normal' }];
  }
  if (claims.some((claim) => claim !== 'normal') && ABOUT_VALUES.test(text)) {
    const some = all.some(({ abnormal }) => abnormal === 'low' || abnormal === 'high');
    return some ? [] : [{ code: 'flag', detail: 'no value is abnormal' }];
  }
  // A word such as "low" or "well" that is part of what a source says: "low mood", "eating well".
  const words = tokens.filter(({ plain }) => CLAIMS.some(([, pattern]) => pattern.test(plain)));
  const loose = words.filter(({ plain }) => !cited.some((one) => one.words.has(plain)));
  return loose.map(({ plain }) => ({ code: 'flag', detail: plain }));
}

function isNamed({ fact }: CitedFact, { text }: Segment): boolean {
  const names = [fact.measurement!.display, ...(fact.alsoSaid ?? []), fact.measurement!.shown];
  return names.some((name) =>
    new RegExp(`(?<![\\p{L}\\d.])${escapeRegExp(name)}(?![\\p{L}\\d])`, 'iu').test(text),
  );
}

function holds(claim: Claim, { abnormal, kind }: NonNullable<CitedFact['fact']['measurement']>): boolean {
  if (claim === 'normal') return abnormal === 'no';
  if (claim === 'abnormal') return abnormal === 'low' || abnormal === 'high';
  if (kind === 'consciousness') return false;
  return abnormal === claim;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
