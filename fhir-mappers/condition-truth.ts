import type { Condition } from 'fhir/r4';
import { statusCode } from './codeable-concept.ts';

/** SNOMED CT and IPS ways of saying that there are no problems, or that nothing is known: no condition. */
const STATEMENTS = new Set(['160245001', 'no-known-problems', 'no-problem-info']);
const NOT_TRUE = new Set(['refuted', 'entered-in-error']);

/** False for what a clinician has ruled out, what was never true, and statements that there is nothing. */
export function isTrue(condition: Condition): boolean {
  const isStatement = (condition.code?.coding ?? []).some(({ code }) => STATEMENTS.has(code ?? ''));
  return !isStatement && !NOT_TRUE.has(statusCode(condition.verificationStatus) ?? '');
}
