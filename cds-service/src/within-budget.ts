/**
 * A signal that fires when its parent does or when `milliseconds` are over, whichever is first.
 *
 * Stages that take it answer `Unavailable` with code `timeout`; nothing is thrown by the passing of time.
 */
export function withinBudget(parent: AbortSignal, milliseconds: number): AbortSignal {
  return AbortSignal.any([parent, AbortSignal.timeout(milliseconds)]);
}
