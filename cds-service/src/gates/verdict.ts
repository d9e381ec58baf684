import type { GateVerdict } from './gate.ts';

export const PASS: GateVerdict = { kind: 'pass', reasons: [] };

/** Passes and still says what a reader of the report should know. */
export function passWith(reasons: readonly string[]): GateVerdict {
  return reasons.length === 0 ? PASS : { kind: 'pass', reasons };
}

/** `escalate` when there is a reason for it, else a pass. */
export function escalateIf(reasons: readonly string[]): GateVerdict {
  return reasons.length === 0 ? PASS : { kind: 'escalate', reasons };
}
