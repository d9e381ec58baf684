import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyGates } from '#cds-service/gates/apply-gates.ts';
import type { Gate, GateInput, GateVerdict } from '#cds-service/gates/gate.ts';

const CAUTION = { pass: 0, abstain: 1, escalate: 2 } as const;
const NO_INPUT = {} as GateInput; // These gates answer without looking.

const kind = fc.constantFrom<GateVerdict['kind']>('pass', 'abstain', 'escalate');
const gates = fc
  .array(kind, { maxLength: 8 })
  .map((kinds) =>
    kinds.map(
      (verdict, index): Gate => ({ id: `gate-${index}`, check: () => ({ kind: verdict, reasons: [] }) }),
    ),
  );

describe('applyGates', () => {
  it('passes without gates', () => {
    expect(applyGates([], NO_INPUT)).toEqual({ decision: 'pass', verdicts: [] });
  });

  it('never becomes milder by another gate', () => {
    fc.assert(
      fc.property(gates, kind, (some, added) => {
        const more = [...some, { id: 'added', check: () => ({ kind: added, reasons: [] }) }];
        expect(CAUTION[applyGates(more, NO_INPUT).decision]).toBeGreaterThanOrEqual(
          CAUTION[applyGates(some, NO_INPUT).decision],
        );
      }),
    );
  });

  it('decides the same in any order', () => {
    fc.assert(
      fc.property(gates, (some) => {
        expect(applyGates([...some].reverse(), NO_INPUT).decision).toBe(applyGates(some, NO_INPUT).decision);
      }),
    );
  });

  it('asks every gate, also after one has objected', () => {
    const objecting: Gate = { id: 'a', check: () => ({ kind: 'escalate', reasons: ['x'] }) };
    const passing: Gate = { id: 'b', check: () => ({ kind: 'pass', reasons: [] }) };
    expect(applyGates([objecting, passing], NO_INPUT).verdicts.map(({ gate }) => gate)).toEqual(['a', 'b']);
  });
});
