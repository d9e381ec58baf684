import type { Range } from '../chart/normal-range.ts';
import type { Reading } from '../chart/vitals.ts';

interface Props {
  readonly series: readonly Reading[];
  readonly range: Range | undefined;
  readonly label: string;
}

const WIDTH = 96;
const HEIGHT = 28;
const PAD = 4;

/** How a vital sign went, with its usual range as a band. The words beside it say the same. */
export function Sparkline({ series, range, label }: Props) {
  const values = series.map(({ value }) => value);
  const low = Math.min(...values, range?.[0] ?? Number.POSITIVE_INFINITY);
  const high = Math.max(...values, range?.[1] ?? Number.NEGATIVE_INFINITY);
  const y = (value: number) => HEIGHT - PAD - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * PAD);
  const x = (index: number) => PAD + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * PAD);
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(' ');
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      {range && (
        <rect
          x={0}
          y={y(range[1])}
          width={WIDTH}
          height={Math.max(2, y(range[0]) - y(range[1]))}
          fill="var(--line)"
          opacity={0.6}
        />
      )}
      <polyline points={points} fill="none" stroke="var(--muted)" strokeWidth={2} />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1)!)} r={3.5} fill="var(--ink)" />
    </svg>
  );
}
