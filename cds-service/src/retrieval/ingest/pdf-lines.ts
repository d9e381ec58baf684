/** A run of text as a PDF places it: left and baseline in points, `y` growing upwards. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of print, runs joined from left to right. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

/**
 * Puts the runs of one page into reading order: columns from left to right, lines from top to bottom.
 *
 * A page has two columns when an empty strip in its middle third is crossed by few lines. Lines that cross it
 * (titles, wide tables) divide the page into bands; each band is read left column first.
 */
export function linesOf(runs: readonly TextRun[], pageWidth: number): readonly Line[] {
  const printed = runs.filter(({ text }) => text.trim() !== '');
  const gutter = gutterOf(printed, pageWidth);
  if (gutter === undefined) return gather(printed);
  const crossing = gather(printed.filter((run) => run.x < gutter - 2 && run.x + run.width > gutter + 2));
  const left = gather(printed.filter((run) => run.x + run.width <= gutter + 2));
  const right = gather(printed.filter((run) => run.x >= gutter - 2));
  const edges = [Number.POSITIVE_INFINITY, ...crossing.map(({ y }) => y), Number.NEGATIVE_INFINITY];
  return edges.slice(0, -1).flatMap((top, index) => {
    const bottom = edges[index + 1]!;
    const within = ({ y }: Line) => y < top && y > bottom;
    const own = crossing[index - 1];
    return [...(own === undefined ? [] : [own]), ...left.filter(within), ...right.filter(within)];
  });
}

/** The x of the emptiest strip in the middle third; undefined when the page is one column. */
function gutterOf(runs: readonly TextRun[], pageWidth: number): number | undefined {
  if (runs.length < 20) return undefined;
  let best: { readonly x: number; readonly crossed: number } | undefined;
  for (let x = pageWidth * 0.35; x <= pageWidth * 0.65; x += 3) {
    const crossed = runs.filter((run) => run.x < x && run.x + run.width > x).length;
    if (best === undefined || crossed < best.crossed) best = { x, crossed };
  }
  if (best === undefined || best.crossed > runs.length * 0.08) return undefined;
  const { x } = best;
  const left = runs.filter((run) => run.x + run.width <= x);
  const right = runs.filter((run) => run.x >= x);
  const share = Math.min(left.length, right.length) / runs.length;
  return share > 0.25 && besideEachOther(left, right) ? x : undefined;
}

/** True when both sides hold print of a column's width at the same heights; a table of short cells does not. */
function besideEachOther(left: readonly TextRun[], right: readonly TextRun[]): boolean {
  const width = (runs: readonly TextRun[]) => {
    const lines = gather(runs);
    const widths = lines.map((line) => line.right - line.x).sort((a, b) => a - b);
    return widths[Math.floor(widths.length / 2)] ?? 0;
  };
  return width(left) > 100 && width(right) > 100;
}

/** Joins runs of nearly the same height to lines, top to bottom. */
function gather(runs: readonly TextRun[]): readonly Line[] {
  const rows: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - run.y) <= Math.max(2, run.size * 0.4)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => {
    const ordered = row.sort((a, b) => a.x - b.x);
    let text = '';
    let right = ordered[0]!.x;
    for (const run of ordered) {
      const apart = text !== '' && run.x - right > run.size * 0.15 && !text.endsWith(' ');
      text += `${apart ? ' ' : ''}${run.text}`;
      right = Math.max(right, run.x + run.width);
    }
    return {
      text: text.trim(),
      x: ordered[0]!.x,
      y: ordered[0]!.y,
      right,
      size: Math.max(...ordered.map(({ size }) => size)),
    };
  });
}
