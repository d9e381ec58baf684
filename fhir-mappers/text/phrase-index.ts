import { composedId } from '#terminology/lexicon/compose.ts';
import { lexicon } from '#terminology/lexicon/lexicon.ts';
import type { AttributeLine, SiteLine } from '#terminology/lexicon/parse-concepts.ts';
import { expandPhrase, stemsOfPhrase } from '#terminology/lexicon/phrase-notation.ts';

/** A node of the trie over stems. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** Concept ids that end here. */
  concepts?: string[];
  /** Site id that ends here. */
  sites?: string[];
  /** Attribute ids that end here, the likeliest first. */
  attributes?: string[];
}

/** All phrases of the lexicon as one trie, with the stems and plain words that occur in them. */
export interface PhraseIndex {
  readonly root: PhraseNode;
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Attributes by site group, to know what may be joined. */
  readonly groupOfSite: ReadonlyMap<string, string>;
  readonly groupsOfAttribute: ReadonlyMap<string, readonly string[]>;
}

type Slot = 'concepts' | 'sites' | 'attributes';

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
  const add = (phrase: string, slot: Slot, id: string) => {
    const parts = stemsOfPhrase(phrase);
    if (parts.length === 0 || isEverydayRest(phrase, parts)) return;
    for (const part of parts) stems.add(part);
    for (const word of phrase.toLowerCase().split(/[^a-z]+/)) if (word.length > 2) words.add(word);
    if (slot === 'concepts' && parts.length > 1 && isComposed(root, parts, id)) return;
    insert(root, parts, slot, id);
  };
  for (const site of sites) for (const word of site.words) add(word, 'sites', site.id);
  for (const attribute of attributes)
    for (const word of attribute.words) add(word, 'attributes', attribute.id);
  for (const concept of concepts.values()) {
    if (concept.kind === 'group' || concept.kind === 'site') continue;
    // A composed concept has no words of its own: composition reads it.
    if (!generated.has(concept.id)) add(concept.display, 'concepts', concept.id);
    for (const notation of concept.phrases)
      for (const phrase of expandPhrase(notation)) add(phrase, 'concepts', concept.id);
  }
  return {
    root,
    stems,
    words,
    groupOfSite: new Map(sites.map(({ id, group }) => [id, group])),
    groupsOfAttribute: new Map(attributes.map(({ id, groups }) => [id, groups])),
  };
}

/**
 * Stems that mean nothing by themselves: what is left of "out of it", "not himself" or "only to pain" when their
 * small words are dropped must not read every "out", "not" and "pain".
 */
const EVERYDAY = new Set(
  (
    'pain not off out blood bleed sick eat drink pee clear list run draw talk repeat baselin wav wak headach wet resolv ' +
    'clot pad urin withdraw orient hungry battery clap status in weak collaps imag bag spit hep shak pal sleep weird feel ' +
    'see hear up down go get take give turn come hold keep let put fall hit hurt sit stand walk move look'
  ).split(' '),
);

/** True for a phrase of several words of which only one everyday stem is left. */
function isEverydayRest(phrase: string, parts: readonly string[]): boolean {
  return parts.length === 1 && /\S[\s-]+\S/.test(phrase.trim()) && EVERYDAY.has(parts[0] ?? '');
}

let index: PhraseIndex | undefined;

/** The index, built at first use and kept: the lexicon does not change while the process lives. */
export function phraseIndex(): PhraseIndex {
  index ??= build();
  return index;
}
