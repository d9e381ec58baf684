import type { PregnancyFact } from '../clinical-snapshot.ts';
import type { Judgement, Scene } from './scene.ts';

const WEEK = new Set(['week', 'weeks', 'wk', 'wks', 'w', 'wga', 'weeker']);
const MONTH = new Set(['month', 'months', 'mo', 'mos']);
const DAY = new Set(['day', 'days', 'd']);
const PREGNANT_NEAR = new Set([
  'pregnant',
  'pregnancy',
  'gestation',
  'gestational',
  'iup',
  'wga',
  'gravid',
  'g',
  'ega',
  'ga',
  'along',
  'preg',
  'pregnate',
  'pregant',
  'pregnat',
  'preganant',
  'pregnent',
  'prego',
  'fetal',
  'fetus',
  'trimester',
  'ob',
  'antenatal',
  'primigravida',
  'multigravida',
  'primip',
]);
const POSTPARTUM_NEAR = new Set([
  'postpartum',
  'pp',
  'ppd',
  'partum',
  'postnatal',
  'delivery',
  'delivered',
  'birth',
  'csection',
  'section',
  'cesarean',
  'caesarean',
  'delivering',
  'birthing',
  'c/s',
  'svd',
  'nsvd',
  'vaginal',
]);

interface Weeks {
  readonly weeks: number;
  readonly from: number;
  readonly to: number;
}

/** "22 weeks", "22w3d", "22/40", "5 months" at a number. */
function weeksAt({ tokens }: Scene, at: number): Weeks | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'number' || token.value === undefined || token.value > 45) return undefined;
  if (tokens[at + 1]?.plain === '/' && tokens[at + 2]?.plain === '40')
    return { weeks: token.value, from: at, to: at + 3 };
  let unit = at + 1;
  if (tokens[unit]?.plain === '-') unit += 1;
  // "22 3/7 weeks", "22+3"
  if (tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.plain === '/' && tokens[at + 3]?.plain === '7')
    unit = at + 4;
  const plusDays = tokens[at + 1]?.plain === '+' && tokens[at + 2]?.kind === 'number';
  if (plusDays) unit = at + 3;
  const plain = tokens[unit]?.plain ?? '';
  if (WEEK.has(plain)) return { weeks: token.value, from: at, to: unit + 1 };
  // "G2P1 34+2": weeks and days as a midwife writes them.
  if (plusDays && token.value >= 5 && token.value <= 43 && (tokens[at + 2]!.value ?? 9) <= 6)
    return { weeks: token.value, from: at, to: at + 3 };
  if (MONTH.has(plain)) return { weeks: Math.round(token.value * 4.345), from: at, to: unit + 1 };
  if (DAY.has(plain)) return { weeks: token.value / 7, from: at, to: unit + 1 };
  return undefined;
}

/** "G2P1 at 34 weeks": how often pregnant, a few tokens before. */
function hasGravidaBefore({ tokens, layout }: Pick<Scene, 'tokens' | 'layout'>, weeks: Weeks): boolean {
  for (let at = weeks.from - 1; at >= Math.max(0, weeks.from - 8); at -= 1) {
    if (layout.sentence[at] !== layout.sentence[weeks.from]) return false;
    const { plain } = tokens[at]!;
    if (/^g\d{1,2}(?:p\d{1,4})?$/.test(plain) || (plain === 'g' && tokens[at + 1]?.kind === 'number'))
      return true;
  }
  return false;
}

const NOT_GESTATION = new Set([
  'old',
  'post',
  'into',
  'sober',
  'clean',
  'out',
  'off',
  'since',
  'after',
  'in',
]);

const EXPECTING = new Set(['wife', 'partner', 'girlfriend', 'fiancee', 'sister', 'daughter', 'friend']);

/** "I'm 34 weeks", "she's 12 weeks": what a woman says of a pregnancy without naming it. */
function saysSheIs({ tokens }: Pick<Scene, 'tokens' | 'layout'>, { weeks, from, to }: Weeks): boolean {
  const before = tokens[from - 1]?.plain ?? '';
  const who = tokens[from - 2]?.plain ?? '';
  const isShe =
    ['im', 'shes', 'am'].includes(before) ||
    (before === 'is' && (who === 'she' || (weeks >= 13 && EXPECTING.has(who))));
  return isShe && weeks >= 4 && weeks <= 43 && !NOT_GESTATION.has(tokens[to]?.plain ?? '');
}

/** Words that only a pregnancy brings, anywhere in the text; the second list also fits its first half. */
const OBSTETRIC_CUES = new Set(
  'bump contractions contracting tightenings tightening waters midwife fetal foetal placenta primip preeclampsia trimester labour labor push pushing cord kicks kicking gush liquor ctg mat maternity crowning'.split(
    ' ',
  ),
);
const EARLY_CUES = new Set(
  'spotting bleeding bleed pv miscarriage miscarrying scan midwife ketones hyperemesis iud lmp booking'.split(
    ' ',
  ),
);
const COUNTS_A_TIME = new Set(
  'for past last since over after in every next about within another of first these few only than almost nearly'.split(
    ' ',
  ),
);
const AFTER_A_TIME = new Set('ago of history hx h/o later back now duration apart before'.split(' '));

/**
 * "36 weeks, fitting", "at 31 weeks, tightenings": weeks that stand alone and count no time.
 *
 * From 20 weeks at the head of the text, or with a word that only a pregnancy brings; earlier only with one.
 */
function standsAlone(
  { tokens, layout }: Pick<Scene, 'tokens' | 'layout'>,
  { weeks, from, to }: Weeks,
): boolean {
  const unit = tokens[to - 1]!.plain;
  if (!WEEK.has(unit) || weeks < 4 || weeks > 43) return false;
  const before = tokens[from - 1]?.plain ?? '';
  const after = tokens[to]?.plain ?? '';
  if (before === 'at' || before === '@') return !['old', 'post', 'of', 'after'].includes(after);
  if (COUNTS_A_TIME.has(before) || AFTER_A_TIME.has(after) || NOT_GESTATION.has(after)) return false;
  const cues = weeks >= 20 ? OBSTETRIC_CUES : EARLY_CUES;
  if (tokens.some(({ plain }) => cues.has(plain) || (weeks < 20 && OBSTETRIC_CUES.has(plain)))) return true;
  const ends = tokens[to] === undefined || after === ',' || after === '.' || layout.breakBefore[to]! > 0;
  return weeks >= 20 && ends && from === 0;
}

/** "neg pregnancy test", "pregnancy test negative", "hCG negative". */
function hasNegativeTest({ tokens, layout }: Scene): boolean {
  return tokens.some(({ plain }, at) => {
    const isTest =
      plain === 'hcg' || plain === 'upt' || (PREGNANT_NEAR.has(plain) && tokens[at + 1]?.plain === 'test');
    if (!isTest) return false;
    for (let near = Math.max(0, at - 3); near < Math.min(tokens.length, at + 5); near += 1)
      if (/^neg(?:ative)?$/.test(tokens[near]!.plain) && layout.sentence[near] === layout.sentence[at])
        return true;
    return false;
  });
}

/** Which of two states the words around a number of weeks speak of. */
function stateNear({ tokens, layout }: Scene, weeks: Weeks): 'pregnant' | 'postpartum' | undefined {
  const sentence = layout.sentence[weeks.from];
  for (let at = weeks.to; at < Math.min(tokens.length, weeks.to + 5); at += 1) {
    const { plain } = tokens[at]!;
    if (layout.sentence[at] !== sentence || plain === ',') break;
    if (POSTPARTUM_NEAR.has(plain) || (plain === 'post' && tokens[at + 1]?.plain !== 'op'))
      return 'postpartum';
    if (PREGNANT_NEAR.has(plain)) return 'pregnant';
    if (plain === 'old') return undefined;
  }
  for (let at = weeks.from - 1; at >= Math.max(0, weeks.from - 4); at -= 1) {
    const { plain } = tokens[at]!;
    if (layout.sentence[at] !== sentence || plain === ',') break;
    if (plain === 'postpartum' || plain === 'delivered') return 'postpartum';
    if (PREGNANT_NEAR.has(plain)) return 'pregnant';
  }
  if (saysSheIs({ tokens, layout }, weeks) || standsAlone({ tokens, layout }, weeks)) return 'pregnant';
  return hasGravidaBefore({ tokens, layout }, weeks) ? 'pregnant' : undefined;
}

/** "gave birth last week", "delivered yesterday": weeks since then. */
function lastWeek({ tokens }: Scene, from: number): { readonly weeks?: number } {
  const [first, second] = [tokens[from]?.plain, tokens[from + 1]?.plain];
  if (first === 'last' && second === 'week') return { weeks: 1 };
  if (first === 'yesterday' || first === 'today' || (first === 'this' && second === 'morning'))
    return { weeks: 0 };
  return {};
}

/** "LMP 7 weeks ago": gestation counts from the last period. */
function fromLastPeriod(scene: Scene): Weeks | undefined {
  const { tokens } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    const named =
      tokens[at]!.plain === 'lmp' || (tokens[at]!.plain === 'last' && tokens[at + 1]?.stem === 'period');
    if (!named) continue;
    for (let next = at + 1; next < Math.min(tokens.length, at + 6); next += 1) {
      const weeks = weeksAt(scene, next);
      if (weeks !== undefined) return weeks;
    }
  }
  return undefined;
}

/** Places where weeks count a pregnancy: they are not how long a complaint has lasted. */
export function gestationSpans(scene: Scene): readonly { readonly from: number; readonly to: number }[] {
  const spans: { readonly from: number; readonly to: number }[] = [];
  for (let at = 0; at < scene.tokens.length; at += 1) {
    const weeks = weeksAt(scene, at);
    if (weeks !== undefined && stateNear(scene, weeks) !== undefined)
      spans.push({ from: weeks.from, to: weeks.to });
  }
  return spans;
}

/**
 * What the text says of pregnancy: pregnant with weeks, postpartum with weeks since birth, or not pregnant.
 *
 * Undefined where it says nothing. A last period more than five weeks ago alone is `unknown` with its weeks.
 */
export function readPregnancy(scene: Scene, judgements: readonly Judgement[]): PregnancyFact | undefined {
  const { tokens, mentions } = scene;
  if (hasNegativeTest(scene)) return { state: 'not-pregnant' };
  for (let at = 0; at < tokens.length; at += 1) {
    const weeks = weeksAt(scene, at);
    if (weeks === undefined) continue;
    const state =
      tokens[weeks.to - 1]!.plain === '40' && weeks.to - weeks.from === 3
        ? 'pregnant'
        : stateNear(scene, weeks);
    if (state !== undefined && !(state === 'pregnant' && weeks.weeks < 1))
      return { state, weeks: Math.round(weeks.weeks * 10) / 10 };
  }
  let stated: PregnancyFact | undefined;
  for (const [index, mention] of mentions.entries()) {
    const { state } = judgements[index]!;
    const pregnant = [
      'pregnant',
      'first-trimester',
      'second-trimester',
      'third-trimester',
      'twin-pregnancy',
      'labour',
      'bleeding-in-pregnancy',
      'pain-in-pregnancy',
      'reduced-fetal-movement',
      'no-fetal-movement',
      'contractions',
      'waters-broken',
      'imminent-birth',
      'crowning',
    ].includes(mention.id);
    if (pregnant && state === 'present') return { state: 'pregnant' };
    if (pregnant && state === 'absent' && mention.id === 'pregnant') stated = { state: 'not-pregnant' };
    if ((mention.id === 'postpartum' || mention.id === 'recent-caesarean') && state === 'present')
      return { state: 'postpartum', ...lastWeek(scene, mention.to) };
    if (mention.id === 'possible-pregnancy' && state !== 'absent') stated ??= { state: 'unknown' };
  }
  const period = fromLastPeriod(scene);
  if (stated === undefined && period !== undefined && period.weeks > 5)
    return { state: 'unknown', weeks: period.weeks };
  return stated;
}
