import type { Condition } from 'fhir/r4';
import { conceptsOfCoding } from '#terminology/lexicon/lexicon.ts';
import type { ConditionFact } from './clinical-snapshot.ts';
import { codingsOf, nameOf, statusCode } from './codeable-concept.ts';
import { isTrue } from './condition-truth.ts';
import { type Loaded, mapList } from './data-state.ts';
import { isoOf, readTime } from './fhir-time.ts';
import { referenceTo } from './reference.ts';
import { readNarrative } from './text/read-narrative.ts';

const OVER = new Set(['inactive', 'remission', 'resolved']);

/**
 * Reads the problem list: what the patient has and had.
 *
 * Refuted and mistaken entries are dropped; the same condition recorded many times is one fact, active if any entry
 * is.
 *
 * @param asOf - Milliseconds since 1970.
 */
export function readConditions(
  conditions: Loaded<readonly Condition[]>,
  asOf: number,
): Loaded<readonly ConditionFact[]> {
  return mapList(conditions, (items) => {
    const named = items.filter((condition) => isTrue(condition) && displayOf(condition) !== undefined);
    const byName = Map.groupBy(named, (condition) => displayOf(condition)?.toLowerCase());
    return [...byName.values()].map((same) => conditionFact(speaker(same, asOf), asOf));
  });
}

/**
 * Lexicon concepts of a condition: of its codes, and of its words when the codes are unknown.
 *
 * Words that speak of a relative, or that deny, name no concept of this patient.
 */
export function conceptsOfCondition(condition: Condition, asOf: number): readonly string[] {
  const coded = codingsOf(condition.code).flatMap(conceptsOfCoding);
  if (coded.length > 0) return [...new Set(coded)];
  const words = nameOf(condition.code);
  if (words === undefined) return [];
  const { findings } = readNarrative(words, { asOf: isoOf(asOf), origin: 'complaint' });
  const own = findings.filter(
    ({ state }) => state === 'present' || state === 'uncertain' || state === 'past',
  );
  return [...new Set(own.map(({ concept }) => concept))];
}

function conditionFact(condition: Condition, asOf: number): ConditionFact {
  const reference = referenceTo(condition);
  const onset = condition.onsetDateTime ?? condition.onsetPeriod?.start;
  const at = recordedAt(condition);
  return {
    display: displayOf(condition) ?? '',
    codings: codingsOf(condition.code),
    concepts: conceptsOfCondition(condition, asOf),
    active: isActive(condition, asOf),
    ...(onset === undefined ? {} : { onset }),
    source: {
      origin: 'chart',
      ...(reference === undefined ? {} : { reference }),
      ...(at === undefined ? {} : { at }),
    },
  };
}

function displayOf({ code }: Condition): string | undefined {
  return nameOf(code) ?? codingsOf(code)[0]?.code;
}

function recordedAt(condition: Condition): string | undefined {
  return condition.recordedDate ?? condition.onsetDateTime ?? condition.onsetPeriod?.start;
}

function isActive(condition: Condition, asOf: number): boolean {
  if (OVER.has(statusCode(condition.clinicalStatus) ?? '')) return false;
  const abated = readTime(condition.abatementDateTime);
  return condition.clinicalStatus !== undefined || abated === undefined || abated.start > asOf;
}

/** Of entries with the same name, the one that speaks for all: the newest that is active, else the newest. */
function speaker(conditions: readonly Condition[], asOf: number): Condition {
  const newestFirst = conditions.toSorted((a, b) => (recordedAt(b) ?? '').localeCompare(recordedAt(a) ?? ''));
  return newestFirst.find((condition) => isActive(condition, asOf)) ?? (newestFirst[0] as Condition);
}
