import { escaped } from './html.ts';

const LANE = 290;
const TOP = 46;
const STEP = 40;

interface Message {
  readonly from: number;
  readonly to: number;
  readonly isAnswer: boolean;
  readonly text: string;
}

/**
 * Draws a sequence diagram as SVG from lines: the first names the actors (`A | B`), the others messages
 * (`A -> B: text`, `-->` for an answer, `A -> A` for what one does alone).
 *
 * @throws Error for a line that is neither, or an actor that was not named.
 */
export function sequenceSvg(source: string): string {
  const [first = '', ...lines] = source.trim().split('\n');
  const actors = first.split('|').map((name) => name.trim());
  const messages = lines.map((line) => parse(line, actors));
  const width = LANE * actors.length;
  const height = TOP + STEP * (messages.length + 0.6);
  const title = messages.map(({ from, to, text }) => `${actors[from]} to ${actors[to]}: ${text}`).join('; ');
  return [
    `<svg class="sequence" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>',
    ...actors.map((name, index) => actor(name, at(index), height)),
    ...messages.map((message, index) =>
      arrow(message, { y: TOP + STEP * (index + 0.9), isLast: message.to === actors.length - 1 }),
    ),
    '</svg>',
  ].join('');
}

function parse(line: string, actors: readonly string[]): Message {
  const [, from = '', kind, to = '', text = ''] = /^\s*(.+?) (--?>) (.+?): (.+)$/.exec(line) ?? [];
  const message = { from: actors.indexOf(from), to: actors.indexOf(to), isAnswer: kind === '-->', text };
  if (message.from < 0 || message.to < 0) throw new Error(`no message between actors: ${line}`);
  return message;
}

function at(index: number): number {
  return LANE * (index + 0.5);
}

function actor(name: string, x: number, height: number): string {
  return `<line class="life" x1="${x}" y1="34" x2="${x}" y2="${height}"/><rect x="${x - 70}" y="6" width="140" height="28" rx="4"/><text class="actor" x="${x}" y="25" text-anchor="middle">${escaped(name)}</text>`;
}

function arrow(
  { from, to, isAnswer, text }: Message,
  { y, isLast }: { readonly y: number; readonly isLast: boolean },
): string {
  const dash = isAnswer ? ' stroke-dasharray="5 4"' : '';
  if (from === to) {
    const x = at(from);
    const label = isLast
      ? words(text, { x: x - 8, y: y + 3, anchor: 'end' })
      : words(text, { x: x + 34, y: y + 3, anchor: 'start' });
    return `<path d="M${x} ${y - 8}h26v14h-24" marker-end="url(#tip)"/>${label}`;
  }
  const middle = (at(from) + at(to)) / 2;
  return `<line x1="${at(from)}" y1="${y}" x2="${at(to)}" y2="${y}"${dash} marker-end="url(#tip)"/>${words(text, { x: middle, y: y - 6, anchor: 'middle' })}`;
}

function words(
  text: string,
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' },
): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`;
}
