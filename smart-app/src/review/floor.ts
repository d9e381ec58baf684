import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';

/** A rule that forbids a lower level without a confirmed reason. */
export type FloorRule = Assessment['rules'][number];

/** The rule with the highest floor; undefined when no rule fired. */
export function highestFloor(assessment: Assessment): FloorRule | undefined {
  return assessment.rules.reduce<FloorRule | undefined>(
    (highest, rule) => (highest && rankOf(highest.floor) >= rankOf(rule.floor) ? highest : rule),
    undefined,
  );
}

/** The rule that a level would go below; undefined when it goes below none. */
export function floorAbove(assessment: Assessment, level: Priority): FloorRule | undefined {
  const rule = highestFloor(assessment);
  return rule && rankOf(level) < rankOf(rule.floor) ? rule : undefined;
}
