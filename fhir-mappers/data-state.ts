/** Why something could not be had. `code` is stable; `detail` is for people and never holds patient data. */
export interface Unavailable {
  readonly state: 'unavailable';
  readonly code: UnavailableCode;
  readonly detail?: string;
}

export type UnavailableCode =
  | 'not-provided' // neither prefetched nor readable: no server, no token
  | 'forbidden' // 401 or 403 from the EHR, or no scope for it
  | 'not-supported' // the EHR does not know this resource type
  | 'failed' // OperationOutcome, 5xx, network
  | 'wrong-shape' // a string, another resource type, not a Bundle
  | 'other-patient' // it belongs to somebody else
  | 'incomplete' // pages are missing and could not be followed
  | 'timeout' // the time budget ran out
  | 'not-installed' // a model or an index that this installation does not have
  | 'broken'; // a model or an index that refused to work

/**
 * The three states of data, never two: `known-empty` is a statement of the chart, `unavailable` is not.
 *
 * Text shown to a nurse may say "none" for `known-empty` only.
 */
export type Loaded<T> =
  | {
      readonly state: 'present';
      readonly value: T;
      /** Set when there is more that could not be had: what is here is true, absence proves nothing. */
      readonly partial?: true;
    }
  | { readonly state: 'known-empty' }
  | Unavailable;

export const KNOWN_EMPTY = { state: 'known-empty' } as const;

export function present<T>(value: T): Loaded<T> {
  return { state: 'present', value };
}

export function unavailable(code: UnavailableCode, detail?: string): Unavailable {
  return detail === undefined ? { state: 'unavailable', code } : { state: 'unavailable', code, detail };
}

/** True for `Unavailable`, whatever the other type is. */
export function isUnavailable(value: unknown): value is Unavailable {
  return (
    typeof value === 'object' &&
    value !== null &&
    'state' in value &&
    (value as { state: unknown }).state === 'unavailable'
  );
}

/** A present list as it is; an empty array when it is known to be empty or could not be had. */
export function listOf<T>(loaded: Loaded<readonly T[]>): readonly T[] {
  return loaded.state === 'present' ? loaded.value : [];
}

/** Maps what is there and leaves the other two states as they are. An empty result is `known-empty`, unless parts are missing. */
export function mapList<A, B>(
  loaded: Loaded<readonly A[]>,
  map: (items: readonly A[]) => readonly B[],
): Loaded<readonly B[]> {
  if (loaded.state !== 'present') return loaded;
  const value = map(loaded.value);
  if (loaded.partial) {
    return value.length === 0 ? unavailable('incomplete') : { state: 'present', value, partial: true };
  }
  return value.length === 0 ? KNOWN_EMPTY : present(value);
}
