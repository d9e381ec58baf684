import { composedId } from '#terminology/lexicon/compose.ts';
import { lexicon } from '#terminology/lexicon/lexicon.ts';
import type { AttributeLine, SiteLine } from '#terminology/lexicon/parse-concepts.ts';
import { expandPhrase, GAP, stemsOfPhrase } from '#terminology/lexicon/phrase-notation.ts';

/** A node of the trie over stems. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** Concept ids that end here. */
  concepts?: string[];
  /** Site id that ends here. */
  sites?: string[];
  /** Attribute ids that end here, the likeliest first. */
  attributes?: string[];
  /** Parts of sayings (`a ~ b`) that end here, by their notation. */
  parts?: string[];
}

/** A saying whose parts may stand apart and in any order, as seen from its rarest part. */
export interface Join {
  readonly concept: string;
  /** Notations of the other parts. */
  readonly others: readonly string[];
}

/** All phrases of the lexicon as one trie, with the stems and plain words that occur in them. */
export interface PhraseIndex {
  readonly root: PhraseNode;
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Sayings by the notation of their rarest part. */
  readonly joins: ReadonlyMap<string, readonly Join[]>;
  /** Attributes by site group, to know what may be joined. */
  readonly groupOfSite: ReadonlyMap<string, string>;
  readonly groupsOfAttribute: ReadonlyMap<string, readonly string[]>;
}

type Slot = 'concepts' | 'sites' | 'attributes' | 'parts';

function newNode(): PhraseNode {
  return { next: new Map() };
}

function insert(root: PhraseNode, stems: readonly string[], slot: Slot, id: string): void {
  let node = root;
  for (const stem of stems) {
    let next = node.next.get(stem);
    if (next === undefined) {
      next = newNode();
      node.next.set(stem, next);
    }
    node = next;
  }
  const list = node[slot];
  if (list === undefined) node[slot] = [id];
  else if (!list.includes(id)) list.push(id);
}

/** Longest site or attribute that starts at `at`, by slot. */
function longest(root: PhraseNode, stems: readonly string[], at: number, slot: Slot) {
  let node: PhraseNode | undefined = root;
  let found: { readonly ids: readonly string[]; readonly length: number } | undefined;
  for (let length = 1; at + length <= stems.length; length += 1) {
    node = node.next.get(stems[at + length - 1]!);
    if (node === undefined) break;
    if (node[slot] !== undefined) found = { ids: node[slot], length };
  }
  return found;
}

/**
 * True when composition alone reads the phrase as this concept (`knee pain`), so that it must not stand in the
 * trie: "chest and jaw pain" would otherwise lose the chest.
 */
function isComposed(root: PhraseNode, stems: readonly string[], id: string): boolean {
  for (const [first, second] of [
    ['sites', 'attributes'],
    ['attributes', 'sites'],
  ] as const) {
    const a = longest(root, stems, 0, first);
    if (a === undefined || a.length === stems.length) continue;
    const b = longest(root, stems, a.length, second);
    if (b === undefined || a.length + b.length !== stems.length) continue;
    const site = (first === 'sites' ? a : b).ids[0]!;
    const attribute = (first === 'sites' ? b : a).ids[0]!;
    if (composedId(site, attribute) === id) return true;
  }
  return false;
}

/** Ids that composition makes and no table names. */
function generatedIds(sites: readonly SiteLine[], attributes: readonly AttributeLine[]): Set<string> {
  return new Set(sites.flatMap((site) => attributes.map((attribute) => `${site.id}-${attribute.id}`)));
}

function build(): PhraseIndex {
  const { concepts, sites, attributes } = lexicon();
  const root = newNode();
  const generated = generatedIds(sites, attributes);
  const words = new Set<string>();
  const stems = new Set<string>();
  // Names of one word: "middle" in "upper middle abdomen" is no site by itself.
  const siteStems = new Set([
    ...sites.flatMap(({ words: names }) =>
      names
        .map(stemsOfPhrase)
        .filter(({ length }) => length === 1)
        .flat(),
    ),
    ...SITE_ADJECTIVES,
  ]);
  const add = (phrase: string, slot: Slot, id: string, parts: readonly string[] = stemsOfPhrase(phrase)) => {
    if (parts.length === 0 || (slot === 'concepts' && isEverydayRest(phrase, parts, siteStems))) return;
    for (const part of parts) if (part !== GAP) stems.add(part);
    for (const word of phrase.toLowerCase().split(/[^a-z]+/)) if (word.length > 2) words.add(word);
    if (slot === 'concepts' && parts.length > 1 && isComposed(root, parts, id)) return;
    insert(root, parts, slot, id);
  };
  for (const site of sites) for (const word of site.words) add(word, 'sites', site.id);
  for (const attribute of attributes)
    for (const word of attribute.words) add(word, 'attributes', attribute.id);
  const wordings: Wording[] = [];
  const say = (id: string, phrase: string) => wordings.push({ id, phrase, stems: stemsOfPhrase(phrase) });
  const sayings: Saying[] = [];
  for (const concept of concepts.values()) {
    if (concept.kind === 'group' || concept.kind === 'site') continue;
    // A composed concept has no words of its own: composition reads it.
    if (!generated.has(concept.id)) say(concept.id, concept.display);
    for (const notation of concept.phrases) {
      if (notation.includes('~')) {
        sayings.push({ concept: concept.id, parts: notation.split('~').map((part) => part.trim()) });
        continue;
      }
      for (const phrase of expandPhrase(notation)) say(concept.id, phrase);
    }
  }
  for (const { id, phrase, stems: parts } of withoutLostDegree(wordings)) add(phrase, 'concepts', id, parts);
  for (const part of new Set(sayings.flatMap(({ parts }) => parts)))
    for (const phrase of expandPhrase(part)) add(phrase, 'parts', part);
  return {
    root,
    joins: joinsOf(sayings),
    stems,
    words,
    groupOfSite: new Map(sites.map(({ id, group }) => [id, group])),
    groupsOfAttribute: new Map(attributes.map(({ id, groups }) => [id, groups])),
  };
}

interface Saying {
  readonly concept: string;
  readonly parts: readonly string[];
}

/** Files each saying under its rarest part, so that common words ("chest") ask for few. */
function joinsOf(sayings: readonly Saying[]): Map<string, Join[]> {
  const uses = new Map<string, number>();
  for (const { parts } of sayings) for (const part of parts) uses.set(part, (uses.get(part) ?? 0) + 1);
  const joins = new Map<string, Join[]>();
  for (const { concept, parts } of sayings) {
    const anchor = parts.reduce((rare, part) => (uses.get(part)! < uses.get(rare)! ? part : rare));
    const join = { concept, others: parts.filter((part) => part !== anchor) };
    const list = joins.get(anchor);
    if (list === undefined) joins.set(anchor, [join]);
    else list.push(join);
  }
  return joins;
}

/** One-stem rests of longer phrases that still say what the phrase said: "on a ventilator", "a fib", "was shot". */
const TELLING = new Set(
  'ventilator vent bipap cpap fib intubat labor extremis gasp choke unconscious convulsing seizing conscious'.split(
    ' ',
  ),
);

const SITE_ADJECTIVES = ['lower', 'upper', 'low', 'mid', 'side', 'joint', 'blade'];

const TIME_WORDS = new Set(
  'year month week day hour minut time today ago night morn tomorrow yesterday'.split(' '),
);

/**
 * True for a phrase of several words of which one stem is left, or only sites and times, when its small words are
 * dropped: "out of it" must not read every "out", nor "also in the left arm" every "left arm".
 */
function isEverydayRest(phrase: string, parts: readonly string[], siteStems: ReadonlySet<string>): boolean {
  if (!/\S[\s-]+\S/.test(phrase.trim())) return false;
  if (parts.length === 1) return !TELLING.has(parts[0] ?? '');
  return parts.every((stem) => TIME_WORDS.has(stem) || siteStems.has(stem));
}

interface Wording {
  readonly id: string;
  readonly phrase: string;
  readonly stems: readonly string[];
}

/** Words of degree that matching drops. */
const DEGREE =
  /\b(?:very|really|extremely|so|too|quite|pretty|totally|completely|absolutely|only|all|barely|little|lots?)\b/;

/**
 * Without the wordings that only a dropped word of degree tells from another concept's.
 *
 * "very short of breath" would otherwise make every "short of breath" a severe one.
 */
function withoutLostDegree(wordings: readonly Wording[]): Wording[] {
  const graded = new Set(wordings.filter(({ phrase }) => DEGREE.test(phrase)));
  const keyOf = ({ stems }: Wording) => stems.join(' ');
  const plain = new Map<string, Set<string>>(
    [...graded].map((wording) => [keyOf(wording), new Set<string>()]),
  );
  for (const wording of wordings) if (!graded.has(wording)) plain.get(keyOf(wording))?.add(wording.id);
  return wordings.filter((wording) => {
    if (!graded.has(wording)) return true;
    const others = plain.get(keyOf(wording))!;
    return others.size === 0 || others.has(wording.id);
  });
}

let index: PhraseIndex | undefined;

/** The index, built at first use and kept: the lexicon does not change while the process lives. */
export function phraseIndex(): PhraseIndex {
  index ??= build();
  return index;
}
