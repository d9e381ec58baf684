import type { Coding } from '#terminology/coding.ts';
import { composeConcepts } from './compose.ts';
import type { Concept } from './concept.ts';
import { ABDOMEN_URINARY_GENITAL } from './concepts/abdomen-urinary-genital.ts';
import { AIRWAY_BREATHING_CIRCULATION } from './concepts/airway-breathing-circulation.ts';
import { ATTRIBUTES } from './concepts/attributes.ts';
import { HISTORY_MEDICINE_SOCIAL } from './concepts/history-medicine-social.ts';
import { INFECTION_SKIN_EYE_ENT } from './concepts/infection-skin-eye-ent.ts';
import { MENTAL_TOXICOLOGY_METABOLIC } from './concepts/mental-toxicology-metabolic.ts';
import { NERVOUS_SYSTEM } from './concepts/nervous-system.ts';
import { PREGNANCY_NEWBORN_CHILD } from './concepts/pregnancy-newborn-child.ts';
import { SITES } from './concepts/sites.ts';
import { TRAUMA_ENVIRONMENT } from './concepts/trauma-environment.ts';
import {
  type AttributeLine,
  type ConceptLine,
  parseAttributes,
  parseConcepts,
  parsePhrases,
  parseSites,
  type SiteLine,
} from './parse-concepts.ts';
import { PHRASE_TABLES } from './phrases/phrases.ts';

const CONCEPT_TABLES = [
  AIRWAY_BREATHING_CIRCULATION,
  NERVOUS_SYSTEM,
  ABDOMEN_URINARY_GENITAL,
  PREGNANCY_NEWBORN_CHILD,
  INFECTION_SKIN_EYE_ENT,
  TRAUMA_ENVIRONMENT,
  MENTAL_TOXICOLOGY_METABOLIC,
  HISTORY_MEDICINE_SOCIAL,
];

interface Lexicon {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly ancestors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  readonly sites: readonly SiteLine[];
  readonly attributes: readonly AttributeLine[];
}

let built: Lexicon | undefined;

function codeKey(coding: Pick<Coding, 'system' | 'code'>): string {
  return `${coding.system}|${coding.code.toUpperCase()}`;
}

function phrasesByConcept(): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const { id, phrases } of PHRASE_TABLES.flatMap(parsePhrases)) {
    const list = result.get(id);
    if (list === undefined) result.set(id, [...phrases]);
    else list.push(...phrases);
  }
  return result;
}

function ancestorsOf(lines: ReadonlyMap<string, ConceptLine>): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  const visit = (id: string): Set<string> => {
    const known = result.get(id);
    if (known !== undefined) return known;
    const all = new Set<string>([id]);
    result.set(id, all);
    for (const parent of lines.get(id)?.broader ?? [])
      for (const ancestor of visit(parent)) all.add(ancestor);
    return all;
  };
  for (const id of lines.keys()) visit(id);
  return result;
}

function build(): Lexicon {
  const named = CONCEPT_TABLES.flatMap(parseConcepts);
  const sites = parseSites(SITES);
  const attributes = parseAttributes(ATTRIBUTES);
  const siteConcepts = sites.map(
    ({ id, display, parent }): ConceptLine => ({
      id,
      display,
      kind: 'site',
      broader: parent === undefined ? [] : [parent],
      codings: [],
    }),
  );
  const namedIds = new Set([...named, ...siteConcepts].map(({ id }) => id));
  const lines = [...named, ...siteConcepts, ...composeConcepts(sites, attributes, namedIds)];
  const phrases = phrasesByConcept();
  const concepts = new Map<string, Concept>();
  const byCode = new Map<string, string[]>();
  for (const line of lines) {
    const own = phrases.get(line.id) ?? [];
    concepts.set(line.id, { ...line, phrases: own });
    for (const coding of line.codings) {
      const key = codeKey(coding);
      byCode.set(key, [...(byCode.get(key) ?? []), line.id]);
    }
  }
  const ancestors = ancestorsOf(new Map(lines.map((line) => [line.id, line])));
  return { concepts, ancestors, byCode, sites, attributes };
}

/** The whole lexicon, built at first use (tens of milliseconds) and kept. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

/** The concept of an id, or `undefined`. */
export function lookUpConcept(id: string): Concept | undefined {
  return lexicon().concepts.get(id);
}

/** Every concept id: named concepts first, then sites, then composed ones. */
export function conceptIds(): readonly string[] {
  return [...lexicon().concepts.keys()];
}

/**
 * Concepts that carry a SNOMED CT or ICD-10 code; empty when none does.
 *
 * An ICD-10 code also matches its shorter parents that the lexicon lists (`I21.4` gives what `I21.9` gives only
 * by category `I21`), and the dot is optional, as EHRs write both.
 */
export function conceptsOfCoding(coding: Pick<Coding, 'system' | 'code'>): readonly string[] {
  return lexicon().byCode.get(codeKey(coding)) ?? [];
}

/** True when `id` is `ancestor` or stands below it. Unknown ids are only themselves. */
export function isA(id: string, ancestor: string): boolean {
  return id === ancestor || (lexicon().ancestors.get(id)?.has(ancestor) ?? false);
}
