/** Share of `hits` in `all` with its 95% interval (Wilson 1927), in percent with two decimals. */
export function rate(hits: number, all: number): string {
  if (all === 0) return 'none';
  const [low, high] = wilson(hits, all);
  return `${percent(hits / all)} [${percent(low)} to ${percent(high)}]`;
}

export function wilson(hits: number, all: number): readonly [number, number] {
  const z = 1.96;
  const share = hits / all;
  const middle = share + (z * z) / (2 * all);
  const width = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return [Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale)];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
