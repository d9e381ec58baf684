import { BREAKS } from './layout.ts';
import type { Mention } from './match-phrases.ts';
import type { Join, PhraseIndex } from './phrase-index.ts';
import type { Term } from './terms.ts';

/** How far the parts of one saying may stand apart, in terms. */
const WINDOW = 8;

/** A saying is one breath: a list of findings is not. */
const MOST_COMMAS = 1;

/** Between the parts these make two statements of one: "chest is fine if I do not squeeze". */
const PARTING = new Set(
  'no not cannot without never nor den deny denies denied if unless because due aft after befor instead'.split(
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

type Near = ReadonlyMap<string, Mention>;

/**
 * Parts of the sentence around a term by their id, the nearest of each side: once what follows first, once what
 * stands before ("vomited blood after a day of retching" is told by what stands before).
 */
function partsAround(parts: readonly Mention[], at: number, terms: readonly Term[]): readonly [Near, Near] {
  const anchor = parts[at]!;
  const after = new Map<string, Mention>();
  const before = new Map<string, Mention>();
  const take = (side: Map<string, Mention>, mention: Mention) => {
    if ((mention.from < anchor.to && anchor.from < mention.to) || namesAThing(mention, terms)) return;
    for (const id of mention.ids) if (!side.has(id)) side.set(id, mention);
  };
  for (let next = at + 1; next < parts.length; next += 1) {
    const mention = parts[next]!;
    if (mention.from - anchor.to > WINDOW || parted(terms, anchor.to, mention.from)) break;
    take(after, mention);
  }
  for (let back = at - 1; back >= 0; back -= 1) {
    const mention = parts[back]!;
    if (anchor.from - mention.to > WINDOW || parted(terms, mention.to, anchor.from)) break;
    take(before, mention);
  }
  return [new Map([...before, ...after]), new Map([...after, ...before])];
}

/** True when a contrast or the end of a sentence stands between. */
function parted(terms: readonly Term[], from: number, to: number): boolean {
  for (let at = from; at <= to && at < terms.length; at += 1)
    if (terms[at]!.breakBefore >= BREAKS.contrast) return true;
  return false;
}

/** True for a negation that another part does not follow in the same breath: "burning wee, no fever". */
function isLooseNegation(member: Mention, members: readonly Mention[], terms: readonly Term[]): boolean {
  if (member.to - member.from > 1 || !PARTING.has(terms[member.from]!.stem)) return false;
  const next = Math.min(...members.filter(({ from }) => from > member.from).map(({ from }) => from));
  if (next === Number.POSITIVE_INFINITY) return true;
  for (let at = member.to; at <= next; at += 1) if (terms[at]!.breakBefore >= BREAKS.comma) return true;
  return false;
}

interface Found {
  readonly join: Join;
  readonly anchor: Mention;
  readonly near: Near;
}

/** The whole saying, or undefined when a part is missing, parts overlap, or a negation of its own stands between. */
function joined({ join, anchor, near }: Found, terms: readonly Term[]): Mention | undefined {
  const members = [anchor];
  for (const part of join.others) {
    const other = near.get(part);
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
  for (let at = 0; at < parts.length; at += 1) {
    const anchor = parts[at]!;
    if (namesAThing(anchor, terms)) continue;
    let near: readonly [Near, Near] | undefined;
    for (const id of anchor.ids)
      for (const join of index.joins.get(id) ?? []) {
        near ??= partsAround(parts, at, terms);
        const mention =
          joined({ join, anchor, near: near[0] }, terms) ?? joined({ join, anchor, near: near[1] }, terms);
        if (mention === undefined || mention.from < (last.get(join.concept) ?? 0)) continue;
        last.set(join.concept, mention.to);
        found.push(mention);
      }
  }
  return found;
}
