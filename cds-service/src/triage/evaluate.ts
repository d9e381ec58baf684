import type { Finding, Measurement } from '#fhir-mappers/clinical-snapshot.ts';
import { LAB_RESULTS } from '#terminology/lab-results.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import { type FactIndex, factOf } from './fact-index.ts';
import { LIMITS, limitAt } from './limits.ts';
import type { Fact } from './rule.ts';
import { quickSofa, shockIndex } from './scores/shock-index.ts';
import type { Bounds, Qualifiers, ScoreName, Trigger } from './trigger.ts';

/** Named triggers that several rules share. */
export type Circumstances = Readonly<Record<string, { readonly title: string; readonly trigger: Trigger }>>;

const SEVERITY_RANK = { mild: 1, moderate: 2, severe: 3 } as const;
const NONE: readonly Fact[] = [];

/**
 * Asks whether a trigger is met.
 *
 * @returns The facts that met it, in the trigger's order and perhaps none (an age alone gives none);
 *   undefined when it is not met.
 */
export function evaluate(
  trigger: Trigger,
  index: FactIndex,
  circumstances: Circumstances,
): readonly Fact[] | undefined {
  if ('all' in trigger) {
    let facts: readonly Fact[] = NONE;
    for (const part of trigger.all) {
      const met = evaluate(part, index, circumstances);
      if (met === undefined) return undefined;
      if (met.length > 0) facts = facts.length === 0 ? met : [...facts, ...met];
    }
    return facts;
  }
  if ('any' in trigger) {
    let facts: readonly Fact[] | undefined;
    for (const part of trigger.any) {
      const met = evaluate(part, index, circumstances);
      if (met !== undefined) facts = facts === undefined ? met : [...facts, ...met];
    }
    return facts;
  }
  if ('of' in trigger) {
    const met = trigger.of
      .map((part) => evaluate(part, index, circumstances))
      .filter((it) => it !== undefined);
    return met.length >= trigger.atLeast ? met.flat() : undefined;
  }
  if ('not' in trigger)
    return evaluate(trigger.not, index.opposite, circumstances) === undefined ? NONE : undefined;
  if ('finding' in trigger) return findings(trigger.finding, trigger, index);
  if ('history' in trigger) return collect(trigger.history, index.history);
  if ('denied' in trigger) {
    const met = collect(trigger.denied, index.denied);
    return met?.map(({ display, source }) => ({ text: `no ${display}`, source }));
  }
  if ('vital' in trigger) {
    const measurement = index.vitals.get(trigger.vital);
    return measurement !== undefined && within(measurement.value, trigger)
      ? [vitalFact(measurement)]
      : undefined;
  }
  if ('lab' in trigger) {
    const lab = index.labs.get(trigger.lab);
    if (lab === undefined || !within(lab.value, trigger)) return undefined;
    return [{ text: `${LAB_RESULTS[lab.kind].display} ${lab.value} ${lab.unit}`, source: lab.source }];
  }
  if ('beyond' in trigger) return beyondLimit(trigger.beyond, index);
  if ('measured' in trigger) {
    const measurement = index.vitals.get(trigger.measured);
    return measurement === undefined ? undefined : [vitalFact(measurement)];
  }
  if ('score' in trigger) return scored(trigger.score, trigger, { index, circumstances });
  if ('age' in trigger) {
    const { from, under, orUnknown } = trigger.age;
    if (index.ageYears === undefined) return orUnknown ? NONE : undefined;
    return (from === undefined || index.ageYears >= from) && (under === undefined || index.ageYears < under)
      ? NONE
      : undefined;
  }
  if ('sex' in trigger) return index.sex === trigger.sex ? NONE : undefined;
  if ('pregnancy' in trigger) {
    const { states, weeksFrom, weeksUnder } = trigger.pregnancy;
    const { state, weeks, source } = index.pregnancy;
    if (!states.includes(state)) return undefined;
    if (weeks !== undefined && weeksFrom !== undefined && weeks < weeksFrom) return undefined;
    if (weeks !== undefined && weeksUnder !== undefined && weeks >= weeksUnder) return undefined;
    if (state !== 'pregnant' && state !== 'postpartum') return NONE;
    return [{ text: weeks === undefined ? state : `${state}, ${weeks} weeks`, source }];
  }
  if ('medicine' in trigger) {
    const met = collect(trigger.medicine, index.medicines);
    return met?.map(({ display, source }) => ({ text: `takes ${display}`, source }));
  }
  if ('allergy' in trigger) {
    const met = collect(trigger.allergy, index.allergies);
    return met?.map(({ display, source }) => ({ text: `allergy: ${display}`, source }));
  }
  if ('words' in trigger) return index.words <= trigger.words.atMost ? NONE : undefined;
  return evaluate(circumstances[trigger.circumstance]!.trigger, index, circumstances);
}

/** A measurement in words: "heart rate 128 /min". */
export function vitalFact(measurement: Measurement): Fact {
  const { kind, value, source } = measurement;
  if (kind === 'consciousness') {
    const level = ['alert', 'new confusion', 'responds to voice', 'responds to pain', 'unresponsive'][value];
    return { text: `level of consciousness: ${level ?? value}`, source };
  }
  const unit = { 'mm[Hg]': ' mmHg', '/min': ' a minute', '%': '%', Cel: ' °C', '{score}': '' }[
    measurement.unit
  ];
  return { text: `${VITAL_SIGNS[kind].display} ${value}${unit ?? ` ${measurement.unit}`}`, source };
}

function findings(
  concepts: readonly string[],
  qualifiers: Qualifiers,
  index: FactIndex,
): readonly Fact[] | undefined {
  let facts: Fact[] | undefined;
  for (const concept of concepts) {
    for (const finding of index.present.get(concept) ?? []) {
      if (index.certainOnly && finding.state === 'uncertain') continue;
      if (!qualifies(finding, qualifiers)) continue;
      if (qualifiers.except !== undefined) {
        const broader = index.ancestorsOf(finding.concept);
        if (qualifiers.except.some((other) => broader.includes(other))) continue;
      }
      facts ??= [];
      facts.push(factOf(finding));
    }
  }
  return facts;
}

function qualifies(finding: Finding, want: Qualifiers): boolean {
  const { course, durationHours, sites } = finding;
  // Some concepts say it in their name: `severe-headache`, `sudden-vision-loss`.
  const severity = finding.severity ?? (finding.concept.startsWith('severe-') ? 'severe' : undefined);
  const onset = finding.onset ?? (finding.concept.startsWith('sudden-') ? 'sudden' : undefined);
  if (!want.evenChronic && (course === 'chronic' || course === 'unchanged')) {
    if (want.course === undefined || !want.course.includes(course)) return false;
  }
  if (want.onset !== undefined && onset !== want.onset) return false;
  if (want.severity !== undefined) {
    if (severity === undefined || SEVERITY_RANK[severity] < SEVERITY_RANK[want.severity]) return false;
  }
  if (want.notMild && severity === 'mild') return false;
  if (want.withinHours !== undefined && durationHours !== undefined && durationHours > want.withinHours) {
    return false;
  }
  if (want.lastingHours !== undefined && (durationHours === undefined || durationHours < want.lastingHours)) {
    return false;
  }
  if (want.course !== undefined && (course === undefined || !want.course.includes(course))) return false;
  if (want.notCourse !== undefined && course !== undefined && want.notCourse.includes(course)) return false;
  return want.sites === undefined || (sites?.some((site) => want.sites!.includes(site)) ?? false);
}

function within(value: number, { above, atLeast, below, atMost }: Bounds): boolean {
  return (
    (above === undefined || value > above) &&
    (atLeast === undefined || value >= atLeast) &&
    (below === undefined || value < below) &&
    (atMost === undefined || value <= atMost)
  );
}

function beyondLimit(name: string, index: FactIndex): readonly Fact[] | undefined {
  const limit = LIMITS[name]!;
  const value = limitAt(limit, index.ageYears);
  if (name === 'shock-index-high') {
    const ratio = shockIndex(index.vitals);
    return ratio !== undefined && ratio > value ? [{ text: `shock index ${ratio.toFixed(2)}` }] : undefined;
  }
  const measurement = index.vitals.get(limit.vital);
  if (measurement === undefined) return undefined;
  const outside = limit.direction === 'above' ? measurement.value > value : measurement.value < value;
  return outside ? [vitalFact(measurement)] : undefined;
}

function scored(
  name: ScoreName,
  bounds: Bounds,
  { index, circumstances }: { readonly index: FactIndex; readonly circumstances: Circumstances },
): readonly Fact[] | undefined {
  switch (name) {
    case 'news2': {
      if (index.news2 === undefined || !within(index.news2.atLeast, bounds)) return undefined;
      const { atLeast, missing } = index.news2;
      const gap = missing.length === 0 ? '' : ` (not measured: ${missing.join(', ')})`;
      return [
        { text: `NEWS2 at least ${atLeast}${gap}` },
        ...index.news2.scored.map(({ measurement }) => vitalFact(measurement)),
      ];
    }
    case 'shock-index': {
      const ratio = shockIndex(index.vitals);
      return ratio !== undefined && within(ratio, bounds)
        ? [{ text: `shock index ${ratio.toFixed(2)}` }]
        : undefined;
    }
    case 'qsofa': {
      const altered = evaluate({ circumstance: 'altered-mental-state' }, index, circumstances) !== undefined;
      const points = quickSofa(index.vitals, altered);
      return within(points, bounds) ? [{ text: `quick SOFA ${points} of 3` }] : undefined;
    }
    case 'systolic-drop': {
      const now = index.vitals.get('systolic');
      const before = index.snapshot.history.find(({ kind }) => kind === 'systolic');
      if (now === undefined || before === undefined || !within(before.value - now.value, bounds))
        return undefined;
      return [
        vitalFact(now),
        { text: `earlier systolic blood pressure ${before.value} mmHg`, source: before.source },
      ];
    }
  }
}

function collect<V>(
  keys: readonly string[],
  map: ReadonlyMap<string, readonly V[]>,
): readonly V[] | undefined {
  if (keys.length === 1) return map.get(keys[0]!);
  let found: V[] | undefined;
  for (const key of keys) {
    const values = map.get(key);
    if (values !== undefined) found = found === undefined ? [...values] : [...found, ...values];
  }
  return found;
}
