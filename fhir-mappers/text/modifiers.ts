import type { Course, Onset, Severity } from '../clinical-snapshot.ts';
import { BREAKS } from './layout.ts';
import { isModifier, type Judgement, type Scene, type TextMention } from './scene.ts';
import type { Span } from './time.ts';

/** What the text adds to a finding. */
export interface Detail {
  onset?: Onset;
  course?: Course;
  severity?: Severity;
  durationHours?: number;
}

const ONSETS: Readonly<Record<string, Onset>> = { 'sudden-onset': 'sudden', 'gradual-onset': 'gradual' };
const COURSES: Readonly<Record<string, Course>> = {
  worsening: 'worsening',
  improving: 'improving',
  resolved: 'resolved',
  'symptoms-resolved': 'resolved',
  intermittent: 'intermittent',
  'chronic-unchanged': 'chronic',
};
const SEVERITIES: Readonly<Record<string, Severity>> = {
  'severity-mild': 'mild',
  'severity-moderate': 'moderate',
  'severity-severe': 'severe',
};

const DESCRIBED_KINDS = new Set([
  'symptom',
  'sign',
  'injury',
  'diagnosis',
  'behaviour',
  'exposure',
  'mechanism',
  'minor',
]);
const REACH = 14;
/** Longer than this without another word is a long-standing complaint. Hours; a product default. */
const CHRONIC_HOURS = 24 * 90;

function isDescribed(mention: TextMention): boolean {
  return DESCRIBED_KINDS.has(mention.kind) && !isModifier(mention);
}

/** Described mentions of the sentence next to position `at`: those directly after, else those before. */
function targets(
  scene: Scene,
  at: { readonly from: number; readonly to: number; readonly index: number },
  reach: { readonly ahead: number; readonly back: number },
): number[] {
  const { mentions, layout } = scene;
  const sentence = layout.sentence[at.from];
  const found: number[] = [];
  for (let next = at.index; next < mentions.length; next += 1) {
    const mention = mentions[next]!;
    if (mention.from < at.to) {
      if (mention.to >= at.to && isDescribed(mention)) found.push(next);
      continue;
    }
    if (layout.sentence[mention.from] !== sentence || mention.from - at.to > reach.ahead) break;
    if (parted(scene, at.to, mention.from)) break;
    if (isDescribed(mention)) {
      found.push(next);
      break;
    }
  }
  if (found.length > 0) return found;
  for (let back = at.index - 1; back >= 0; back -= 1) {
    const mention = mentions[back]!;
    if (layout.sentence[mention.from] !== sentence || at.from - mention.to > reach.back) break;
    if (isDescribed(mention)) {
      found.push(back);
      break;
    }
  }
  return found;
}

function parted({ layout }: Scene, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (layout.breakBefore[at]! >= BREAKS.contrast) return true;
  return false;
}

/** The same phrase joined by "and" or commas: "sudden onset of chest pain and sweating". */
function withListAfter(scene: Scene, first: number): number[] {
  const { mentions, tokens, layout } = scene;
  const list = [first];
  for (let next = first + 1; next < mentions.length; next += 1) {
    const previous = mentions[list.at(-1)!]!;
    const mention = mentions[next]!;
    if (layout.sentence[mention.from] !== layout.sentence[previous.from]) break;
    if (mention.from < previous.to) {
      if (isDescribed(mention)) list.push(next);
      continue;
    }
    let joined = true;
    for (let at = previous.to; at < mention.from && joined; at += 1)
      joined =
        tokens[at]!.kind === 'mark'
          ? ',/&'.includes(tokens[at]!.plain)
          : ['and', 'with', '&'].includes(tokens[at]!.plain);
    if (!joined) break;
    if (isDescribed(mention)) list.push(next);
  }
  return list;
}

/** "takes ramipril for years, lips swollen": how long the medicine was taken. */
function isOfMedicine({ mentions, layout }: Scene, next: number, span: Span): boolean {
  for (let back = next - 1; back >= 0 && back >= next - 3; back -= 1) {
    const { kind, to } = mentions[back]!;
    if (span.from - to > 3) return false;
    if (kind !== 'medicine') continue;
    for (let at = to; at <= span.from; at += 1) if (layout.breakBefore[at]! >= BREAKS.comma) return false;
    return true;
  }
  return false;
}

function applySpan(scene: Scene, details: Detail[], judgements: readonly Judgement[], span: Span): void {
  const { mentions, layout } = scene;
  const sentence = layout.sentence[span.from];
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.from < span.from) low = middle + 1;
    else high = middle;
  }
  let given = false;
  for (let back = low - 1; back >= 0; back -= 1) {
    const mention = mentions[back]!;
    if (layout.sentence[mention.from] !== sentence || span.from - mention.from > 40) break;
    if (!isDescribed(mention) || judgements[back]!.state === 'absent') continue;
    if (details[back]!.durationHours === undefined) details[back]!.durationHours = span.hours;
    given = true;
  }
  if (given || isOfMedicine(scene, low, span)) return;
  for (let next = low; next < mentions.length; next += 1) {
    const mention = mentions[next]!;
    if (layout.sentence[mention.from] !== sentence || mention.from - span.to > 20) break;
    if (
      isDescribed(mention) &&
      details[next]!.durationHours === undefined &&
      judgements[next]!.state !== 'absent'
    )
      details[next]!.durationHours = span.hours;
  }
}

/** "severe knee pain" is severe pain and knee pain: what the one says holds for the other. */
function sayOfAll({ mentions }: Scene, details: readonly Detail[], index: number): void {
  const { from, to } = mentions[index]!;
  for (let other = index - 1; other >= 0 && mentions[other]!.to > from; other -= 1)
    details[other]!.severity ??= 'severe';
  for (let other = index + 1; other < mentions.length && mentions[other]!.from < to; other += 1)
    details[other]!.severity ??= 'severe';
}

/** Gives each finding its onset, course, severity and duration. */
export function readDetails(
  scene: Scene,
  judgements: readonly Judgement[],
  spans: readonly Span[],
): Detail[] {
  const { mentions } = scene;
  const details = mentions.map((): Detail => ({}));
  for (const [index, mention] of mentions.entries()) {
    if (!isModifier(mention) || judgements[index]!.state === 'absent') continue;
    const severity = SEVERITIES[mention.id];
    const onset = ONSETS[mention.id];
    const course = COURSES[mention.id];
    if (severity === undefined && onset === undefined && course === undefined) continue;
    const at = { from: mention.from, to: mention.to, index };
    const first = targets(
      scene,
      at,
      severity === undefined ? { ahead: 6, back: REACH } : { ahead: 4, back: 9 },
    );
    for (const target of first.flatMap((one) => (onset === undefined ? [one] : withListAfter(scene, one)))) {
      const detail = details[target]!;
      if (severity !== undefined && (detail.severity === undefined || severity === 'severe'))
        detail.severity = severity;
      if (onset !== undefined) detail.onset ??= onset;
      if (course !== undefined && (detail.course === undefined || course === 'worsening'))
        detail.course = course;
    }
  }
  for (const [index, mention] of mentions.entries())
    if (mention.id === 'severe-pain') sayOfAll(scene, details, index);
  for (const span of spans) applySpan(scene, details, judgements, span);
  for (const [index, detail] of details.entries()) {
    // "her usual muddle", "his usual tremor": as it always is.
    if (scene.tokens[mentions[index]!.from - 1]?.plain === 'usual' && isDescribed(mentions[index]!))
      detail.course ??= 'chronic';
    if (judgements[index]!.resolved === true) detail.course = 'resolved';
    if (detail.course === undefined && (detail.durationHours ?? 0) >= CHRONIC_HOURS)
      detail.course = 'chronic';
  }
  return details;
}
