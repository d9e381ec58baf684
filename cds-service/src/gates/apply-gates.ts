import type { Gate, GateInput, GateReport, GateVerdict } from './gate.ts';

const CAUTION: Readonly<Record<GateVerdict['kind'], number>> = { pass: 0, abstain: 1, escalate: 2 };

/**
 * Decides whether a proposal may be shown as it is, must be withheld, or calls for a person at once.
 *
 * Every gate is asked, even after one has objected, so the report names all that was wrong.
 * The most cautious verdict wins: no gate can soften another's. `escalate` is above `abstain`, because a
 * red flag must be shown even where nothing else can be said.
 *
 * @param gates - Asked in the order given. Their order shapes the report, never the decision.
 * @param input - Complete: evidence and prediction may be `Unavailable`, a red flag is still raised then.
 * @returns The decision and one verdict per gate. Without gates the decision is `pass`.
 */
export function applyGates(gates: readonly Gate[], input: GateInput): GateReport {
  const verdicts = gates.map(({ id, check }) => ({ gate: id, ...check(input) }));
  const decision = verdicts.reduce<GateVerdict['kind']>(
    (worst, { kind }) => (CAUTION[kind] > CAUTION[worst] ? kind : worst),
    'pass',
  );
  return { decision, verdicts };
}
