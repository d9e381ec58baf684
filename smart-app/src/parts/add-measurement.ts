import type { Dispatch } from 'react';
import { VITAL_SIGNS, type VitalKind } from '#terminology/vital-signs.ts';
import type { Draft } from '../review/draft.ts';
import type { Action } from '../review/reducer.ts';

/** Puts a measured value into the draft; a second value of one kind replaces the first. */
export function addMeasurement({ measurements }: Draft, dispatch: Dispatch<Action>) {
  return (kind: VitalKind) => (value: number) =>
    dispatch({
      type: 'set',
      change: {
        measurements: [
          ...measurements.filter((other) => other.kind !== kind),
          { kind, value, unit: VITAL_SIGNS[kind].unit },
        ],
      },
    });
}
