import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import { PRESCREEN_BASE } from '#terminology/coding.ts';

interface ErrorMeaning {
  readonly status: number;
  /** FHIR's own word for it (value set `issue-type`). */
  readonly issue: OperationOutcomeIssue['code'];
  readonly text: string;
}

/** The one table of errors that a caller can meet. Codes are stable; texts say what to do. */
const ERRORS = {
  'request-invalid': { status: 400, issue: 'invalid', text: 'The request is not valid.' },
  unauthorised: { status: 401, issue: 'login', text: 'Authentication failed.' },
  'session-expired': { status: 401, issue: 'expired', text: 'The session is over. Sign in again.' },
  forbidden: { status: 403, issue: 'forbidden', text: 'This caller may not do that.' },
  'other-patient': { status: 403, issue: 'forbidden', text: 'This belongs to another patient.' },
  'not-a-clinician': {
    status: 403,
    issue: 'forbidden',
    text: 'Only a Practitioner or PractitionerRole may review and sign.',
  },
  'not-found': { status: 404, issue: 'not-found', text: 'Nothing was found at this address.' },
  'no-assessment': { status: 404, issue: 'not-found', text: 'There is no proposal for this patient yet.' },
  'method-not-allowed': {
    status: 405,
    issue: 'not-supported',
    text: 'This address does not take this method.',
  },
  conflict: { status: 409, issue: 'conflict', text: 'This was changed or finished by someone else.' },
  'already-written': {
    status: 409,
    issue: 'conflict',
    text: 'This proposal was signed and written already. Amend the impression in the chart.',
  },
  'handle-expired': { status: 410, issue: 'expired', text: 'The link is too old. Open the app again.' },
  'data-unavailable': {
    status: 412,
    issue: 'processing',
    text: 'Required data could not be had: prefetch it, or give a FHIR server and a token that may read it.',
  },
  'patient-mismatch': {
    status: 412,
    issue: 'conflict',
    text: 'The data received do not all belong to the patient of this request.',
  },
  'too-large': { status: 413, issue: 'too-long', text: 'The body is larger than this service accepts.' },
  'override-reason-missing': {
    status: 422,
    issue: 'business-rule',
    text: 'Another priority than the proposed one needs a coded reason.',
  },
  'below-floor-unconfirmed': {
    status: 422,
    issue: 'business-rule',
    text: 'A priority below a safety floor needs a confirmation that names the rule.',
  },
  'unsupported-media-type': { status: 415, issue: 'structure', text: 'Send application/json.' },
  'too-many-requests': { status: 429, issue: 'throttled', text: 'Too many requests. Try again later.' },
  internal: { status: 500, issue: 'exception', text: 'The service failed. Assess the patient without it.' },
  overloaded: {
    status: 503,
    issue: 'transient',
    text: 'The service is busy or starting. Assess the patient without it and try again.',
  },
} as const satisfies Record<string, ErrorMeaning>;

export type ServiceErrorCode = keyof typeof ERRORS;

/** The text of every code, in the order of the table: what the implementation guide publishes. */
export function serviceErrorTexts(): Readonly<Record<ServiceErrorCode, string>> {
  const texts = Object.entries(ERRORS).map(([code, { text }]) => [code, text]);
  return Object.fromEntries(texts) as Record<ServiceErrorCode, string>;
}

interface ServiceErrorOptions {
  /** Added to the code's text. Names fields, never values: values may be patient data. */
  readonly detail?: string;
  /** Prefetch keys or request fields that the error is about. */
  readonly keys?: readonly string[];
  readonly cause?: unknown;
}

/**
 * A wrong request, or a right one that cannot be answered; anything else that is thrown is a bug.
 *
 * `status` and the text come from one table, so a code always has the same HTTP status.
 */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly status: number;
  readonly keys: readonly string[];

  constructor(code: ServiceErrorCode, options: ServiceErrorOptions = {}) {
    const { text, status } = ERRORS[code];
    super(options.detail === undefined ? text : `${text} ${options.detail}`, { cause: options.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.keys = options.keys ?? [];
  }
}

/**
 * Says an error as FHIR does (CH-42, CH-120).
 *
 * @param requestId - Stands in the text, so that a caller can quote it; it is the only link to the log.
 * @returns One issue with our code, the text and the keys concerned. No stack, no patient data.
 */
export function toOperationOutcome(error: ServiceError, requestId: string): OperationOutcome {
  const keys = error.keys.length === 0 ? '' : ` Concerns: ${error.keys.join(', ')}.`;
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: error.status >= 500 ? 'fatal' : 'error',
        code: ERRORS[error.code].issue,
        details: {
          coding: [{ system: `${PRESCREEN_BASE}/CodeSystem/service-error`, code: error.code }],
          text: ERRORS[error.code].text,
        },
        diagnostics: `${error.message}${keys} Request ${requestId}.`,
      },
    ],
  };
}
