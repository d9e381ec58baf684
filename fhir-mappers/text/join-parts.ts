import { BREAKS } from './layout.ts';
import type { Mention } from './match-phrases.ts';
import type { Join, PhraseIndex } from './phrase-index.ts';
import type { Term } from './terms.ts';

/** How far the parts of one saying may stand apart, in terms. */
const WINDOW = 8;
/** Longest part, in terms, so that a look back is bounded. */
const LONGEST_PART = 12;

/** Terms between a bare "no" and what it denies: "no thickened skin and both radial pulses" denies no pulse. */
const WIDEST_DENIAL = 2;

/** A saying is one breath: a list of findings is not. */
const MOST_COMMAS = 1;

/** Between the parts these make two statements of one: "chest is fine if I do not squeeze". */
const PARTING = new Set(
  'no not cannot without never nor or den deny denies denied if unless because due aft after befor instead'.split(
    ' ',
  ),
);

/** "blood pressure", "blood test": blood that nobody bleeds. */
const NOT_BLOOD_BEFORE = new Set(
  'pressur pressure test sugar thin result work count group glucose donat type'.split(' '),
);

/** "the blue inhaler": a colour of things. */
const NOT_BLUE_BEFORE = new Set(
  'inhaler inhal puffer pump badge light tablet pill top bag eye ink card one'.split(' '),
);

function namesAThing({ to }: Mention, terms: readonly Term[]): boolean {
  const next = terms[to]?.stem ?? '';
  const { stem } = terms[to - 1]!;
  return (stem === 'blood' && NOT_BLOOD_BEFORE.has(next)) || (stem === 'blue' && NOT_BLUE_BEFORE.has(next));
}

/** Where each part stands, in order, and which statement each term is in. */
interface Places {
  readonly byPart: ReadonlyMap<string, readonly Mention[]>;
  /** Rises at every contrast and end of a sentence. */
  readonly statement: Int32Array;
}

function placesOf(parts: readonly Mention[], terms: readonly Term[]): Places {
  const byPart = new Map<string, Mention[]>();
  for (const mention of parts) {
    if (namesAThing(mention, terms)) continue;
    for (const id of mention.ids) {
      const list = byPart.get(id);
      if (list === undefined) byPart.set(id, [mention]);
      else list.push(mention);
    }
  }
  const statement = new Int32Array(terms.length);
  let count = 0;
  for (let at = 0; at < terms.length; at += 1) {
    if (terms[at]!.breakBefore >= BREAKS.contrast) count += 1;
    statement[at] = count;
  }
  return { byPart, statement };
}

type Side = 'after' | 'before';

/** The nearest mention of a part in the anchor's statement: on the side given, else on the other. */
function nearest(part: string, anchor: Mention, side: Side, places: Places): Mention | undefined {
  const list = places.byPart.get(part);
  if (list === undefined) return undefined;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from < anchor.to) low = middle + 1;
    else high = middle;
  }
  const after = firstAfter(list[low], anchor, places);
  if (side === 'after' && after !== undefined) return after;
  return lastBefore(list, low, anchor, places) ?? after;
}

function firstAfter(next: Mention | undefined, anchor: Mention, { statement }: Places): Mention | undefined {
  if (next === undefined || next.from - anchor.to > WINDOW) return undefined;
  return statement[next.from] === statement[anchor.from] ? next : undefined;
}

function lastBefore(
  list: readonly Mention[],
  end: number,
  anchor: Mention,
  { statement }: Places,
): Mention | undefined {
  for (let back = end - 1; back >= 0; back -= 1) {
    const before = list[back]!;
    if (anchor.from - before.from > WINDOW + LONGEST_PART) return undefined;
    if (before.to > anchor.from) continue;
    const isNear = anchor.from - before.to <= WINDOW && statement[before.from] === statement[anchor.from];
    return isNear ? before : undefined;
  }
  return undefined;
}

/** True for a negation that another part does not follow in the same breath: "burning wee, no fever". */
function isLooseNegation(member: Mention, members: readonly Mention[], terms: readonly Term[]): boolean {
  if (member.to - member.from > 1 || !PARTING.has(terms[member.from]!.stem)) return false;
  const next = Math.min(...members.filter(({ from }) => from > member.from).map(({ from }) => from));
  if (next === Number.POSITIVE_INFINITY) return true;
  if (next - member.to > WIDEST_DENIAL) return true;
  for (let at = member.to; at <= next; at += 1) if (terms[at]!.breakBefore >= BREAKS.comma) return true;
  return false;
}

interface Found {
  readonly join: Join;
  readonly anchor: Mention;
  readonly side: Side;
  readonly places: Places;
}

/** The whole saying, or undefined when a part is missing, parts overlap, or a negation of its own stands between. */
function joined({ join, anchor, side, places }: Found, terms: readonly Term[]): Mention | undefined {
  const members = [anchor];
  for (const part of join.others) {
    const other = nearest(part, anchor, side, places);
    if (other === undefined || members.some(({ from, to }) => other.from < to && from < other.to))
      return undefined;
    members.push(other);
  }
  const from = Math.min(...members.map((member) => member.from));
  const to = Math.max(...members.map((member) => member.to));
  if (members.some((member) => isLooseNegation(member, members, terms))) return undefined;
  let commas = 0;
  for (let at = from + 1; at < to; at += 1) if (terms[at]!.breakBefore === BREAKS.comma) commas += 1;
  if (commas > MOST_COMMAS) return undefined;
  for (let at = from; at < to; at += 1)
    if (PARTING.has(terms[at]!.stem) && !members.some((member) => member.from <= at && at < member.to))
      return undefined;
  return {
    ids: [join.concept],
    from,
    to,
    weight: members.length,
    members: members.map((member) => [member.from, member.to] as const),
  };
}

/**
 * Finds what is said in words that stand apart and in any order: "my chest, it is like being in a vice".
 *
 * Only within a sentence, without a contrast or a negation between the parts. Linear: a bounded number of
 * neighbours is looked at for each part.
 */
export function joinParts(parts: readonly Mention[], terms: readonly Term[], index: PhraseIndex): Mention[] {
  const found: Mention[] = [];
  const last = new Map<string, number>();
  if (parts.length < 2) return found;
  const places = placesOf(parts, terms);
  for (const anchor of parts) {
    if (namesAThing(anchor, terms)) continue;
    for (const id of anchor.ids)
      for (const join of index.joins.get(id) ?? []) {
        if (join.others.some((part) => !places.byPart.has(part))) continue;
        // "vomited blood after a day of retching" is told by what stands before.
        const mention =
          joined({ join, anchor, side: 'after', places }, terms) ??
          joined({ join, anchor, side: 'before', places }, terms);
        if (mention === undefined || mention.from < (last.get(join.concept) ?? 0)) continue;
        last.set(join.concept, mention.to);
        found.push(mention);
      }
  }
  return found;
}
