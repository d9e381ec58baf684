/** Everything that can stop or disturb the nurse, by the code that chooses the words (`words/problems.ts`). */
export type ProblemCode =
  | 'launch-incomplete'
  | 'foreign-issuer'
  | 'unsafe-launch'
  | 'config-unavailable'
  | 'server-unreachable'
  | 'server-unsuitable'
  | 'access-denied'
  | 'authorization-failed'
  | 'not-launched'
  | 'no-patient'
  | 'patient-refused'
  | 'identity-invalid'
  | 'not-a-clinician'
  | 'session-refused'
  | 'session-expired'
  | 'no-assessment'
  | 'handle-expired'
  | 'other-patient'
  | 'forbidden'
  | 'conflict'
  | 'already-written'
  | 'changed-meanwhile'
  | 'refused-by-server'
  | 'server-failed'
  | 'offline'
  | 'timed-out'
  | 'data-unavailable'
  | 'floor-not-confirmed'
  | 'unexpected';

/**
 * Expected trouble, thrown towards the nearest screen that can tell the nurse what happened.
 *
 * `status` is the HTTP status where there was one; `detail` is for people and holds no patient data.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number | undefined;
  readonly detail: string | undefined;

  constructor(code: ProblemCode, more: { status?: number; detail?: string; cause?: unknown } = {}) {
    super(more.detail === undefined ? code : `${code}: ${more.detail}`, { cause: more.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = more.status;
    this.detail = more.detail;
  }
}

/** Any thrown value as a `Problem`; what nobody expected becomes `unexpected`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('unexpected', { cause: error });
}
