import { LAB_RESULTS } from '#terminology/lab-results.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import { LIMITS } from './limits.ts';
import type { Bounds, Qualifiers, Trigger } from './trigger.ts';

/**
 * A trigger in words, for the catalogue page.
 *
 * @param nameOf - Gives a concept's display.
 */
export function describeTrigger(trigger: Trigger, nameOf: (concept: string) => string): string {
  const tell = (part: Trigger): string => describeTrigger(part, nameOf);
  const names = (concepts: readonly string[]): string => concepts.map(nameOf).join(' or ');
  if ('all' in trigger) return trigger.all.map((part) => bracket(tell(part), part)).join(' AND ');
  if ('any' in trigger) return trigger.any.map((part) => bracket(tell(part), part)).join(' OR ');
  if ('of' in trigger) return `at least ${trigger.atLeast} of: ${trigger.of.map(tell).join('; ')}`;
  if ('not' in trigger) return `NOT (${tell(trigger.not)})`;
  if ('finding' in trigger) return `${names(trigger.finding)}${qualifiersInWords(trigger, names)}`;
  if ('history' in trigger) return `now or before: ${names(trigger.history)}`;
  if ('denied' in trigger) return `said to be absent: ${names(trigger.denied)}`;
  if ('vital' in trigger) return `${VITAL_SIGNS[trigger.vital].display}${boundsInWords(trigger)}`;
  if ('lab' in trigger) {
    const { display, unit } = LAB_RESULTS[trigger.lab];
    return `${display}${boundsInWords(trigger)} ${unit}`;
  }
  if ('beyond' in trigger) return LIMITS[trigger.beyond]?.title ?? trigger.beyond;
  if ('measured' in trigger) return `${VITAL_SIGNS[trigger.measured].display} was measured`;
  if ('score' in trigger) return `${trigger.score}${boundsInWords(trigger)}`;
  if ('age' in trigger) return ageInWords(trigger.age);
  if ('sex' in trigger) return trigger.sex;
  if ('pregnancy' in trigger) {
    const { states, weeksFrom, weeksUnder } = trigger.pregnancy;
    const range = [
      weeksFrom === undefined ? '' : ` from week ${weeksFrom}`,
      weeksUnder === undefined ? '' : ` under ${Math.floor(weeksUnder)} weeks`,
    ].join('');
    return `pregnancy state ${states.join(' or ')}${range}`;
  }
  if ('medicine' in trigger) return `takes ${trigger.medicine.join(' or ')}`;
  if ('allergy' in trigger) return `allergy to ${trigger.allergy.join(' or ')}`;
  if ('words' in trigger) return `complaint of at most ${trigger.words.atMost} words`;
  return `[${CIRCUMSTANCES[trigger.circumstance]?.title ?? trigger.circumstance}]`;
}

/**
 * True when the trigger names a sex, also through a circumstance.
 *
 * A pregnancy is a fact of its own, which stays when the sex is swapped: it explains no difference.
 */
export function isSexSpecific(trigger: Trigger): boolean {
  if ('sex' in trigger) return true;
  if ('all' in trigger) return trigger.all.some(isSexSpecific);
  if ('any' in trigger) return trigger.any.some(isSexSpecific);
  if ('of' in trigger) return trigger.of.some(isSexSpecific);
  if ('not' in trigger) return isSexSpecific(trigger.not);
  if ('circumstance' in trigger) {
    const shared = CIRCUMSTANCES[trigger.circumstance];
    return shared !== undefined && isSexSpecific(shared.trigger);
  }
  return false;
}

function bracket(text: string, part: Trigger): string {
  return 'all' in part || 'any' in part ? `(${text})` : text;
}

function boundsInWords({ above, atLeast, below, atMost }: Bounds): string {
  return [
    above === undefined ? '' : ` > ${above}`,
    atLeast === undefined ? '' : ` >= ${atLeast}`,
    below === undefined ? '' : ` < ${below}`,
    atMost === undefined ? '' : ` <= ${atMost}`,
  ].join('');
}

function ageInWords({ from, under, orUnknown }: { from?: number; under?: number; orUnknown?: true }): string {
  const months = (years: number): string =>
    years < 1 ? `${Math.round(years * 12)} months` : `${years} years`;
  const range = [
    from === undefined ? '' : `from ${months(from)}`,
    under === undefined ? '' : `under ${months(under)}`,
  ]
    .filter((part) => part !== '')
    .join(' and ');
  return `age ${range}${orUnknown ? ' or unknown' : ''}`;
}

function qualifiersInWords(want: Qualifiers, names: (concepts: readonly string[]) => string): string {
  const parts = [
    want.onset === undefined ? '' : `onset ${want.onset}`,
    want.severity === undefined ? '' : `at least ${want.severity}`,
    want.notMild ? 'not mild' : '',
    want.withinHours === undefined ? '' : `within ${hours(want.withinHours)}`,
    want.lastingHours === undefined ? '' : `for ${hours(want.lastingHours)} or more`,
    want.course === undefined ? '' : want.course.join(' or '),
    want.notCourse === undefined ? '' : `not ${want.notCourse.join(' or ')}`,
    want.evenChronic ? 'also when long-standing' : '',
    want.except === undefined ? '' : `except ${names(want.except)}`,
    want.sites === undefined ? '' : `at ${names(want.sites)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function hours(count: number): string {
  return count > 72 ? `${Math.round(count / 24)} days` : `${count} hours`;
}
