import { PRIORITIES, type Priority } from '#terminology/priority.ts';

/** Wanted and proposed priorities, counted. */
export interface Tally {
  readonly counts: Map<string, number>;
}

/** An empty tally. */
export function newTally(): Tally {
  return { counts: new Map() };
}

/** Counts one case. */
export function count({ counts }: Tally, wanted: Priority, proposed: Priority): void {
  const key = `${wanted} ${proposed}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The confusion matrix as text, wanted by row. */
export function matrixOf({ counts }: Tally): string {
  const head = `${'wanted \\ proposed'.padEnd(18)}${PRIORITIES.map((name) => name.padStart(9)).join('')}`;
  const rows = PRIORITIES.map(
    (wanted) =>
      wanted.padEnd(18) +
      PRIORITIES.map((proposed) => String(counts.get(`${wanted} ${proposed}`) ?? 0).padStart(9)).join(''),
  );
  return [head, ...rows].join('\n');
}

/** One line of figures, each with its 95% interval. */
export function figuresOf(tally: Tally): string {
  const of = (wanted: readonly Priority[], proposed: readonly Priority[]): number =>
    wanted.reduce(
      (sum, row) =>
        sum + proposed.reduce((part, column) => part + (tally.counts.get(`${row} ${column}`) ?? 0), 0),
      0,
    );
  const urgent: readonly Priority[] = ['high', 'critical'];
  const calm: readonly Priority[] = ['low', 'medium'];
  const same = PRIORITIES.reduce((sum, one) => sum + of([one], [one]), 0);
  return [
    `emergencies found ${share(of(urgent, urgent), of(urgent, PRIORITIES))}`,
    `sent up ${share(of(calm, urgent), of(calm, PRIORITIES))}`,
    `critical as critical ${share(of(['critical'], ['critical']), of(['critical'], PRIORITIES))}`,
    `high as critical ${share(of(['high'], ['critical']), of(['high'], PRIORITIES))}`,
    `low as low ${share(of(['low'], ['low']), of(['low'], PRIORITIES))}`,
    `same ${share(same, of(PRIORITIES, PRIORITIES))}`,
  ].join(', ');
}

/** A share with its 95% interval by Wilson's method, in percent. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '-';
  const [low, high] = wilson(part, whole);
  return `${percent(part / whole)} (${percent(low)}-${percent(high)}, n ${whole})`;
}

/** Wilson's 95% interval of a proportion. */
export function wilson(part: number, whole: number): readonly [low: number, high: number] {
  const z = 1.96;
  const rate = part / whole;
  const centre = rate + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((rate * (1 - rate)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

function percent(rate: number): string {
  return (100 * rate).toFixed(1);
}
