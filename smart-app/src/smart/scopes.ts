/** One interaction of SMART's scopes: create, read, update, delete, search. */
export type Interaction = 'c' | 'r' | 'u' | 'd' | 's';

const V1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/**
 * Whether the granted scopes allow an interaction on a type (SM-16, SM-17, SM-20).
 *
 * Reads version 1 and 2 of the grammar. A v2 scope with a filter (`?category=...`) does not count: it may
 * cover only a part, and what is not surely granted is not promised.
 */
export function allows(granted: readonly string[], type: string, interaction: Interaction): boolean {
  return granted.some((scope) => {
    const match = /^(?:patient|user|system)\/([A-Za-z]+|\*)\.([a-z*]+)$/.exec(scope);
    if (!match) return false;
    const [, forType, letters = ''] = match;
    if (forType !== '*' && forType !== type) return false;
    const interactions = V1[letters] ?? (/^c?r?u?d?s?$/.test(letters) ? letters : '');
    return interactions.includes(interaction);
  });
}
