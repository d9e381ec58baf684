/** A piece of the complaint, marked when a reason rests on it. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts a text at the spans that are to be marked. Overlapping spans are joined; spans outside of the text are
 * cut at its end. Joining the segments gives the text again.
 */
export function highlight(text: string, spans: readonly (readonly [number, number])[]): readonly Segment[] {
  const joined = joinSpans(spans.map(([from, to]) => [clamp(from, text), clamp(to, text)] as const));
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of joined) {
    segments.push(
      { text: text.slice(at, from), marked: false },
      { text: text.slice(from, to), marked: true },
    );
    at = to;
  }
  segments.push({ text: text.slice(at), marked: false });
  return segments.filter((segment) => segment.text !== '');
}

function clamp(position: number, text: string): number {
  return Math.max(0, Math.min(position, text.length));
}

function joinSpans(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const sorted = spans.filter(([from, to]) => to > from).toSorted(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
