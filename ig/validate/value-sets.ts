import type { CodeSystemConcept, Coding, ValueSetComposeInclude } from 'fhir/r4';
import type { Definitions } from './definitions.ts';

/** Whether a code is in a value set; `unknown` when the definitions on hand do not say. */
export type Membership = 'in' | 'out' | 'unknown';

/** Answers for required bindings. Expansions are made once and kept. */
export interface Terminology {
  readonly membership: (valueSet: string, coding: Pick<Coding, 'system' | 'code'>) => Membership;
}

/** `any`: some part is open, such as a filter or a system that is not on hand. */
interface Expansion {
  readonly codes: ReadonlySet<string>;
  readonly any: boolean;
}

const OPEN: Expansion = { codes: new Set(), any: true };

/** Value sets by enumeration: what cannot be enumerated offline (filters, LOINC, BCP 47) is `unknown`. */
export function createTerminology(definitions: Definitions): Terminology {
  const expansions = new Map<string, Expansion>();

  function expand(url: string): Expansion {
    const name = url.split('|')[0] ?? url;
    const known = expansions.get(name);
    if (known) return known;
    // While it is being made, so that a value set that includes itself ends.
    expansions.set(name, OPEN);
    const compose = definitions.valueSet(name)?.compose;
    const made = compose ? union(compose.include.map(part), (compose.exclude ?? []).map(part)) : OPEN;
    expansions.set(name, made);
    return made;
  }

  function part({ system, concept, filter, valueSet }: ValueSetComposeInclude): Expansion {
    if (filter && filter.length > 0) return OPEN;
    const included = (valueSet ?? []).map(expand);
    if (system === undefined) return included.length === 1 ? (included[0] ?? OPEN) : OPEN;
    if (included.length > 0) return OPEN;
    const codes = concept?.map(({ code }) => code) ?? codesOf(system);
    return codes === undefined
      ? OPEN
      : { codes: new Set(codes.map((code) => `${system}|${code}`)), any: false };
  }

  function codesOf(system: string): readonly string[] | undefined {
    const found = definitions.codeSystem(system);
    return found?.content === 'complete' ? flat(found.concept ?? []) : undefined;
  }

  return {
    membership: (valueSet, { system, code }) => {
      const { codes, any } = expand(valueSet);
      // A `code` element names no system: the value set does.
      const found =
        system === undefined
          ? [...codes].some((each) => each.slice(each.lastIndexOf('|') + 1) === code)
          : codes.has(`${system}|${code}`);
      if (found) return 'in';
      return any ? 'unknown' : 'out';
    },
  };
}

function flat(concepts: readonly CodeSystemConcept[]): string[] {
  return concepts.flatMap(({ code, concept }) => [code, ...flat(concept ?? [])]);
}

function union(included: readonly Expansion[], excluded: readonly Expansion[]): Expansion {
  const codes = new Set(included.flatMap((each) => [...each.codes]));
  for (const each of excluded) for (const code of each.codes) codes.delete(code);
  return { codes, any: included.some(({ any }) => any) };
}
