import { composedId } from '#terminology/lexicon/compose.ts';
import { lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { BREAKS } from './layout.ts';
import { type Mention, type Mentions, SKIPPABLE } from './match-phrases.ts';
import type { PhraseIndex } from './phrase-index.ts';
import type { Term } from './terms.ts';
import type { Token } from './tokens.ts';

/** A concept found in the text, with the sites named with it (`knee`, `left`). */
export interface ConceptMention {
  readonly id: string;
  /** Half-open range of terms. */
  readonly from: number;
  readonly to: number;
  readonly sites: readonly string[];
  /** Where the parts of a saying stand: only these are part of the finding. Terms. */
  readonly members?: readonly (readonly [number, number])[];
}

const PREPOSITIONS = new Set(
  'in of to on at around near behind under over across along inside above below throughout down up between along into beneath'.split(
    ' ',
  ),
);
const JOINERS = new Set(['and', 'or', 'plus', 'with', '&']);
const WINDOW = 10;
/** Unknown words allowed between a site and its attribute. */
const LEFT_GAP = 2;
const RIGHT_GAP = 1;
const RIGHT_GAP_AFTER_PREPOSITION = 3;

/** "came back", "right away", "left home": words of sites that are not sites here. */
const NOT_BACK_AFTER = new Set('com go get bring call send giv turn hold run start step head'.split(' '));
/** "foreskin pulled back"; "pulled my back" keeps a word between. */
const DRAWN_BACK = new Set([
  'pull',
  'peel',
  'roll',
  'draw',
  'fold',
  'flip',
  'push',
  'tak',
  'lean',
  'sit',
  'sprung',
  'snap',
]);
const NOT_RIGHT_BEFORE = new Set(
  'now away after before here there when as handed dominant hander'.split(' '),
);
const NOT_LEFT_BEFORE = new Set(
  'home work school hospital him without him ama house town early alone over untreated'.split(' '),
);

interface Scene {
  readonly terms: readonly Term[];
  readonly tokens: readonly Token[];
  readonly index: PhraseIndex;
  /** Site mention that covers a term, by term. */
  readonly siteAt: readonly (Mention | undefined)[];
  readonly attributeAt: readonly (Mention | undefined)[];
  /** Concept of several words that covers a term: a scan stops there. */
  readonly wall: Uint8Array;
}

function isSide(mention: Mention, index: PhraseIndex): boolean {
  return index.groupOfSite.get(mention.ids[0]!) === 'side';
}

function isRealSite(mention: Mention, scene: Pick<Scene, 'terms' | 'tokens'>): boolean {
  const { terms, tokens } = scene;
  const id = mention.ids[0];
  const before = terms[mention.from - 1];
  const after = terms[mention.to];
  if (id === 'back') {
    if (before !== undefined && DRAWN_BACK.has(before.stem) && before.to + 1 === terms[mention.from]!.from)
      return false;
    if (before !== undefined && NOT_BACK_AFTER.has(before.stem) && terms[mention.from]!.breakBefore === 0)
      return false;
    return after === undefined || !['from', 'hom', 'home'].includes(after.stem);
  }
  if (id === 'right' || id === 'left') {
    const next = tokens[terms[mention.to - 1]!.to + 1];
    if (next === undefined || next.kind !== 'word') return true;
    if (id === 'right') return !NOT_RIGHT_BEFORE.has(next.plain);
    return !NOT_LEFT_BEFORE.has(next.plain) && !(next.plain === 'the' && after?.stem === 'hospital');
  }
  return true;
}

function paint(mentions: readonly Mention[], length: number): (Mention | undefined)[] {
  const at = new Array<Mention | undefined>(length).fill(undefined);
  for (const mention of mentions) at.fill(mention, mention.from, mention.to);
  return at;
}

interface SiteGroup {
  readonly sites: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly gap: number;
  readonly afterPreposition: boolean;
}

/** Collects the sites joined with the one found: "head and neck", "left arm, hand". */
function groupFrom(scene: Scene, first: Mention, step: -1 | 1): Pick<SiteGroup, 'sites' | 'from' | 'to'> {
  const { terms, siteAt, index, wall } = scene;
  const sites = new Set<string>(isSide(first, index) ? [] : [first.ids[0]!]);
  let from = first.from;
  let to = first.to;
  let at = step < 0 ? first.from - 1 : first.to;
  for (let seen = 0; seen < WINDOW && at >= 0 && at < terms.length; seen += 1) {
    const edge = step < 0 ? terms[at + 1]! : terms[at]!;
    if (edge.breakBefore > BREAKS.comma) break;
    const site = siteAt[at];
    if (site !== undefined && wall[at] === 0) {
      if (!isSide(site, index)) sites.add(site.ids[0]!);
      from = Math.min(from, site.from);
      to = Math.max(to, site.to);
      at = step < 0 ? site.from - 1 : site.to;
      continue;
    }
    if (terms[at]!.stem === 'and' || terms[at]!.stem === 'or' || terms[at]!.stem === '&') {
      at += step;
      continue;
    }
    break;
  }
  return { sites: [...sites], from, to };
}

function scanLeft(scene: Scene, attribute: Mention): SiteGroup | undefined {
  const { terms, siteAt, attributeAt, wall, index } = scene;
  let gap = 0;
  for (let at = attribute.from - 1, seen = 0; at >= 0 && seen < WINDOW; at -= 1, seen += 1) {
    const edge = terms[at + 1]!.breakBefore;
    if (edge > BREAKS.comma) return undefined;
    // A comma is crossed only in a list of attributes: "knee pain, swelling and redness".
    if (edge === BREAKS.comma && attributeAt[at] === undefined) return undefined;
    const site = siteAt[at];
    if (site !== undefined && wall[at] === 0) {
      if (isSide(site, index)) continue;
      return { ...groupFrom(scene, site, -1), gap, afterPreposition: false };
    }
    if (attributeAt[at] !== undefined || SKIPPABLE.has(terms[at]!.stem)) continue;
    if (JOINERS.has(terms[at]!.stem)) {
      if (terms[at]!.stem === 'with' && gap > 0) return undefined;
      continue;
    }
    if (wall[at] !== 0 || NEVER_CROSSED.has(terms[at]!.stem)) return undefined;
    gap += 1;
    if (gap > LEFT_GAP) return undefined;
  }
  return undefined;
}

const NEVER_CROSSED = new Set(
  'no not cannot den deny denies deni without from because due aft after then who which if when for but radiat spread'.split(
    ' ',
  ),
);

function followsPreposition(scene: Scene, site: Mention, attribute: Mention): boolean {
  const { terms, tokens } = scene;
  const first = terms[attribute.to - 1]!.to + 1;
  const last = terms[site.from]!.from;
  for (let at = first; at < last; at += 1) if (PREPOSITIONS.has(tokens[at]!.plain)) return true;
  return false;
}

function scanRight(scene: Scene, attribute: Mention): SiteGroup | undefined {
  const { terms, siteAt, attributeAt, wall, index } = scene;
  let gap = 0;
  for (let at = attribute.to, seen = 0; at < terms.length && seen < WINDOW; at += 1, seen += 1) {
    const edge = terms[at]!.breakBefore;
    if (edge > BREAKS.comma) return undefined;
    const site = siteAt[at];
    if (edge === BREAKS.comma && attributeAt[at] === undefined && terms[at]!.stem !== 'and') {
      // "pain, chest": the inverted order of a register, with nothing else before it.
      const inverted = site !== undefined && gap === 0 && isFirst(scene, attribute) && endsAfter(scene, site);
      if (!inverted) return undefined;
    }
    if (site !== undefined && wall[at] === 0) {
      if (isSide(site, index)) continue;
      const afterPreposition = followsPreposition(scene, site, attribute);
      if (!afterPreposition && gap > RIGHT_GAP) return undefined;
      return { ...groupFrom(scene, site, 1), gap, afterPreposition };
    }
    if (attributeAt[at] !== undefined || SKIPPABLE.has(terms[at]!.stem)) continue;
    if (JOINERS.has(terms[at]!.stem)) continue;
    if (wall[at] !== 0 || NEVER_CROSSED.has(terms[at]!.stem)) return undefined;
    gap += 1;
    if (gap > RIGHT_GAP_AFTER_PREPOSITION) return undefined;
  }
  return undefined;
}

/** True when nothing but skippable words stands before the attribute in its sentence. */
function isFirst({ terms, siteAt }: Scene, attribute: Mention): boolean {
  for (let at = attribute.from; at >= 0; at -= 1) {
    if (terms[at]!.breakBefore === BREAKS.sentence) return true;
    if (at > 0 && siteAt[at - 1] === undefined && !SKIPPABLE.has(terms[at - 1]!.stem)) return false;
  }
  return true;
}

/** True when the sentence ends after the site, or only a side and another site follow. */
function endsAfter({ terms, siteAt }: Scene, site: Mention): boolean {
  for (let at = site.to; at < terms.length; at += 1) {
    if (terms[at]!.breakBefore >= BREAKS.contrast) return true;
    if (siteAt[at] === undefined && terms[at]!.stem !== 'and' && terms[at]!.stem !== 'area') return false;
  }
  return true;
}

function conceptOf(site: string, attributeIds: readonly string[]): string | undefined {
  return attributeIds.map((id) => composedId(site, id)).find((id) => lookUpConcept(id) !== undefined);
}

/** Attributes that mean one half of the body when only a side is named: "left side weak". */
const HALF_BODY: Readonly<Record<string, string>> = {
  weakness: 'one-sided-weakness',
  numbness: 'one-sided-numbness',
  tingling: 'one-sided-numbness',
  'not-moving': 'one-sided-weakness',
  pain: 'flank-pain',
};

/** Attributes that go with the limb named just before: "twisted ankle, now swollen". */
const INHERITED = new Set([
  'swelling',
  'bruise',
  'deformity',
  'numbness',
  'redness',
  'tingling',
  'coldness',
  'blueness',
  'paleness',
]);

function sidesNear(scene: Scene, from: number, to: number): string[] {
  const sides = new Set<string>();
  for (let at = Math.max(0, from - 2); at < Math.min(scene.terms.length, to + 2); at += 1) {
    const site = scene.siteAt[at];
    if (site === undefined || !isSide(site, scene.index)) continue;
    const between = at < from ? from : at;
    if (at >= to || at < from) {
      let parted = false;
      for (
        let edge = Math.min(between, to) + (at >= to ? 0 : 0);
        edge <= Math.max(at, from) && edge < scene.terms.length;
        edge += 1
      )
        if (scene.terms[edge]!.breakBefore > BREAKS.comma) parted = true;
      if (parted) continue;
    }
    sides.add(site.ids[0]!);
  }
  return [...sides];
}

/**
 * Joins attributes with the sites they belong to and gives all concepts of the text in order.
 *
 * "Pain and swelling in the left knee" gives `knee-pain` and `knee-swelling`, each with its sites. An attribute
 * without a site stays what it is on its own (`pain`), where the lexicon has such a concept.
 */
export function composeMentions(
  mentions: Mentions,
  terms: readonly Term[],
  tokens: readonly Token[],
  index: PhraseIndex,
): ConceptMention[] {
  const wall = new Uint8Array(terms.length);
  const attributeAt = paint(mentions.attributes, terms.length);
  for (const { from, to, ids } of mentions.concepts)
    for (let at = from; at < to; at += 1) {
      const kind = lookUpConcept(ids[0]!)?.kind;
      if (
        attributeAt[at] === undefined &&
        kind !== 'severity' &&
        kind !== 'quality' &&
        kind !== 'onset' &&
        kind !== 'course'
      )
        wall[at] = 1;
    }
  const real = mentions.sites.filter((site) => isRealSite(site, { terms, tokens }));
  const scene: Scene = { terms, tokens, index, siteAt: paint(real, terms.length), attributeAt, wall };
  const composed: ConceptMention[] = [];
  const replaced = new Set<number>();
  let lastLimb: { readonly site: string; readonly to: number } | undefined;
  for (const attribute of mentions.attributes) {
    const left = scanLeft(scene, attribute);
    const right = scanRight(scene, attribute);
    const groups: SiteGroup[] = [];
    if (left !== undefined && right !== undefined) {
      if (left.gap === 0 && adjacent(scene, left, attribute)) {
        groups.push(left);
        if (right.afterPreposition && right.gap === 0) groups.push(right);
      } else if (right.afterPreposition || right.gap < left.gap || !directly(scene, left, attribute))
        groups.push(right);
      else groups.push(left);
    } else if (left !== undefined) groups.push(left);
    else if (right !== undefined) groups.push(right);
    let made = false;
    for (const group of groups) {
      const from = Math.min(group.from, attribute.from);
      const to = Math.max(group.to, attribute.to);
      for (const site of group.sites) {
        const id = conceptOf(site, attribute.ids);
        if (id === undefined) continue;
        composed.push({ id, from, to, sites: [...new Set([site, ...sidesNear(scene, from, to)])] });
        made = true;
        if (index.groupOfSite.get(site) === 'limb') lastLimb = { site, to };
      }
    }
    if (!made) {
      const sides = sidesNear(scene, attribute.from, attribute.to).filter((side) => side !== 'both');
      const half = attribute.ids.map((id) => HALF_BODY[id]).find((id) => id !== undefined);
      const inherit = attribute.ids.find((id) => INHERITED.has(id));
      if (sides.length > 0 && half !== undefined) {
        composed.push({ id: half, from: attribute.from, to: attribute.to, sites: sides });
        made = true;
      } else if (
        inherit !== undefined &&
        lastLimb !== undefined &&
        groups.length === 0 &&
        sameSentence(terms, lastLimb.to, attribute.from)
      ) {
        const id = conceptOf(lastLimb.site, [inherit]);
        if (id !== undefined) {
          composed.push({ id, from: attribute.from, to: attribute.to, sites: [lastLimb.site] });
          made = true;
        }
      }
    }
    if (made) replaced.add(attribute.from);
  }
  const plain = mentions.concepts
    .filter(
      ({ from, to }) =>
        !(replaced.has(from) && attributeAt[from] !== undefined && attributeAt[from].to >= to),
    )
    .flatMap(({ ids, from, to }) =>
      ids.map((id) => ({ id, from, to, sites: sidesAndSites(scene, from, to) })),
    );
  const joined = mentions.joined.flatMap(({ ids, from, to, members = [] }) =>
    ids
      .filter((id) => !plain.some((other) => other.id === id && other.from < to && from < other.to))
      .map((id) => ({ id, from, to, sites: sidesAndSites(scene, from, to), members })),
  );
  return [...plain, ...composed, ...joined].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Site directly before the attribute, without a joiner between. */
function adjacent({ terms }: Scene, group: SiteGroup, attribute: Mention): boolean {
  for (let at = group.to; at < attribute.from; at += 1) if (JOINERS.has(terms[at]!.stem)) return false;
  return true;
}

function directly(scene: Scene, group: SiteGroup, attribute: Mention): boolean {
  return adjacent(scene, group, attribute) && group.gap <= 1;
}

function sameSentence(terms: readonly Term[], from: number, to: number): boolean {
  for (let at = from; at <= to && at < terms.length; at += 1)
    if (terms[at]!.breakBefore === BREAKS.sentence) return false;
  return true;
}

function sidesAndSites(scene: Scene, from: number, to: number): string[] {
  const sites = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const site = scene.siteAt[at];
    if (site !== undefined && !isSide(site, scene.index)) sites.add(site.ids[0]!);
  }
  for (const side of sidesNear(scene, from, to)) sites.add(side);
  return [...sites];
}
