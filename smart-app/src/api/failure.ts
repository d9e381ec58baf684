import { Problem, type ProblemCode } from '../smart/problem.ts';
import type { Outcome } from './outcome.ts';

const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  'no-assessment': 'no-assessment',
  'handle-expired': 'handle-expired',
  'other-patient': 'other-patient',
  'data-unavailable': 'data-unavailable',
  'not-a-clinician': 'not-a-clinician',
  'below-floor-unconfirmed': 'floor-not-confirmed',
  'override-reason-missing': 'floor-not-confirmed',
  'patient-mismatch': 'data-unavailable',
  'already-written': 'already-written',
  'session-expired': 'session-expired',
};

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'session-expired',
  403: 'forbidden',
  409: 'conflict',
  410: 'handle-expired',
  412: 'changed-meanwhile',
};

/** The problem behind an HTTP answer that is not a success: our own code first, then the status. */
export function failureOf(status: number, outcome: Outcome | undefined): Problem {
  const named = outcome?.code === undefined ? undefined : BY_CODE[outcome.code];
  const code = named ?? BY_STATUS[status] ?? (status >= 500 ? 'server-failed' : 'refused-by-server');
  return new Problem(code, { status, detail: outcome?.text ?? outcome?.code });
}

/** The problem behind a request that got no answer at all: none in time is not the same as no connection. */
export function noAnswer(cause: unknown): Problem {
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  return new Problem(isLate ? 'timed-out' : 'offline', { cause });
}
