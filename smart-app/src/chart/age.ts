/** Age as people say it: days up to 4 weeks, weeks up to 3 months, months up to 2 years, then years. */
export interface Age {
  readonly value: number;
  readonly unit: 'd' | 'w' | 'mo' | 'y';
}

/**
 * Age at an instant from a FHIR date, which may be only a year or a month.
 *
 * @returns undefined for an unreadable or future date.
 */
export function ageAt(birthDate: string | undefined, now: Date): Age | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(birthDate ?? '');
  if (!match) return undefined;
  const [, year, month = '01', day = '01'] = match;
  const born = new Date(Number(year), Number(month) - 1, Number(day));
  if (born > now) return undefined;
  const days = Math.floor((now.getTime() - born.getTime()) / 86_400_000);
  const months = wholeMonths(born, now);
  if (days < 28) return { value: days, unit: 'd' };
  if (months < 3) return { value: Math.floor(days / 7), unit: 'w' };
  if (months < 24) return { value: months, unit: 'mo' };
  return { value: Math.floor(months / 12), unit: 'y' };
}

function wholeMonths(from: Date, to: Date): number {
  const months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
  return to.getDate() < from.getDate() ? months - 1 : months;
}

/** Age in years, fractional, for looking up what is normal; undefined when the age is. */
export function inYears(age: Age | undefined): number | undefined {
  if (!age) return undefined;
  return { d: age.value / 365.25, w: age.value / 52.18, mo: age.value / 12, y: age.value }[age.unit];
}
