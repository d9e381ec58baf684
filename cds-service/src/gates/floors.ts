import { rankOf } from '#terminology/priority.ts';
import type { RuleHit } from '../triage/rule.ts';
import type { Gate } from './gate.ts';
import { escalateIf } from './verdict.ts';

/** One gate per catalogue: escalates when a rule of that kind sets a floor of high or critical. */
function floorGate(id: string, kind: RuleHit['kind']): Gate {
  return {
    id,
    check: ({ triage }) =>
      escalateIf(
        triage.hits
          .filter((hit) => hit.kind === kind && rankOf(hit.floor) >= rankOf('high'))
          .map((hit) => `${hit.id}: at least ${hit.floor}`),
      ),
  };
}

export const redFlagFloor = floorGate('red-flag-floor', 'red-flag');
export const vitalSignFloor = floorGate('vital-sign-floor', 'vital');
export const drugSafetyFloor = floorGate('drug-safety-floor', 'drug');
