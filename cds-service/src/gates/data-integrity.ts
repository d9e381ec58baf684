import type { Gate } from './gate.ts';
import { PASS } from './verdict.ts';

/**
 * Patient, encounter and facts must be one person's.
 *
 * The door has refused a mismatch already (400, 412); this is the second lock, and it abstains.
 */
export const dataIntegrity: Gate = {
  id: 'data-integrity',
  check: ({ snapshot, subject }) => {
    const reasons: string[] = [];
    if (snapshot.patient.id !== subject.patient)
      reasons.push('the chart read is not the patient asked about');
    if (subject.encounter !== undefined && snapshot.encounter && snapshot.encounter.id !== subject.encounter)
      reasons.push('the encounter read is not the encounter asked about');
    return reasons.length === 0 ? PASS : { kind: 'abstain', reasons };
  },
};
