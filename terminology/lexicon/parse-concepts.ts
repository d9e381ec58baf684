import { type Coding, SYSTEMS } from '#terminology/coding.ts';
import { CONCEPT_KINDS, type ConceptKind } from './concept.ts';

/** A concept line before its phrases are attached. */
export interface ConceptLine {
  readonly id: string;
  readonly display: string;
  readonly kind: ConceptKind;
  readonly broader: readonly string[];
  readonly codings: readonly Coding[];
}

/** A body site: its parent, the group that says what may be wrong with it, and its words. */
export interface SiteLine {
  readonly id: string;
  readonly display: string;
  readonly parent?: string;
  readonly group: string;
  readonly words: readonly string[];
}

/** What may be wrong with a site: the concept it has without a site, the groups it applies to, its words. */
export interface AttributeLine {
  readonly id: string;
  readonly generic: string;
  readonly groups: readonly string[];
  readonly display: string;
  readonly words: readonly string[];
}

const CODE_PREFIX: Readonly<Record<string, string>> = { sct: SYSTEMS.snomed, icd: SYSTEMS.icd10cm };

function fieldsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((field) => field.trim()));
}

function wordsOf(field: string | undefined): string[] {
  return (field ?? '')
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Reads `id | display | kind | broader | codes`; throws on a line that is not one, as that is our own bug. */
export function parseConcepts(table: string): ConceptLine[] {
  return fieldsOf(table).map(([id = '', display = '', kind = '', ...rest]) => {
    if (!CONCEPT_KINDS.includes(kind as ConceptKind)) throw new TypeError(`concept ${id}: kind ${kind}`);
    const parts = rest
      .join(' ')
      .split(' ')
      .filter((part) => part !== '');
    return {
      id,
      display,
      kind: kind as ConceptKind,
      broader: parts.filter((part) => !part.includes(':')),
      codings: parts
        .filter((part) => part.includes(':'))
        .map((part) => {
          const [prefix = '', code = ''] = part.split(':');
          return { system: CODE_PREFIX[prefix] ?? prefix, code };
        }),
    };
  });
}

/** Reads `id | display | parent | group | words`. */
export function parseSites(table: string): SiteLine[] {
  return fieldsOf(table).map(([id = '', display = '', parent = '', group = '', words]) => ({
    id,
    display,
    ...(parent === '' ? {} : { parent }),
    group,
    words: wordsOf(words),
  }));
}

/** Reads `id | generic concept | groups | display | words`. */
export function parseAttributes(table: string): AttributeLine[] {
  return fieldsOf(table).map(([id = '', generic = '', groups = '', display = '', words]) => ({
    id,
    generic,
    groups: groups.split(' '),
    display,
    words: wordsOf(words),
  }));
}

/** Reads `id: phrase; phrase` lines of one register. */
export function parsePhrases(table: string): { readonly id: string; readonly phrases: readonly string[] }[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return { id: line.slice(0, colon).trim(), phrases: wordsOf(line.slice(colon + 1)) };
    });
}
