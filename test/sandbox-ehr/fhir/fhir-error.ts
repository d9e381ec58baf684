/** A resource as it travels: typed where it must be, open elsewhere, because any R4 type is stored alike. */
export interface AnyResource {
  resourceType: string;
  id?: string;
  meta?: { versionId?: string; lastUpdated?: string; tag?: { system?: string; code?: string }[] } & Record<
    string,
    unknown
  >;
  [element: string]: unknown;
}

/** Issue type codes of R4 that this server uses, with the HTTP status that goes with each. */
const STATUS_OF = {
  invalid: 400,
  structure: 400,
  value: 400,
  required: 400,
  'not-supported': 400,
  processing: 422,
  login: 401,
  forbidden: 403,
  'not-found': 404,
  deleted: 410,
  conflict: 412,
  'multiple-matches': 412,
  'too-long': 413,
  timeout: 504,
  exception: 500,
} as const;

export type IssueCode = keyof typeof STATUS_OF;

export interface Issue {
  readonly severity: 'error' | 'fatal' | 'warning' | 'information';
  readonly code: string;
  readonly diagnostics?: string;
  readonly expression?: readonly string[];
}

/**
 * Everything that a FHIR call can be refused for, with the OperationOutcome that answers it.
 *
 * `status` overrides the usual HTTP status of the code (405 and 415 have no code of their own).
 */
export class FhirError extends Error {
  readonly code: IssueCode;
  readonly status: number;
  readonly issues: readonly Issue[];

  constructor(code: IssueCode, diagnostics: string, options: { status?: number; issues?: Issue[] } = {}) {
    super(diagnostics);
    this.name = 'FhirError';
    this.code = code;
    this.status = options.status ?? STATUS_OF[code];
    this.issues = options.issues ?? [{ severity: 'error', code, diagnostics }];
  }
}

export function operationOutcome(issues: readonly Issue[]): AnyResource {
  return { resourceType: 'OperationOutcome', issue: issues };
}

/** Turns anything thrown into status and OperationOutcome. A bug says nothing about its inside. */
export function outcomeOfError(error: unknown): { status: number; outcome: AnyResource } {
  if (error instanceof FhirError) return { status: error.status, outcome: operationOutcome(error.issues) };
  const id = crypto.randomUUID();
  console.error(`sandbox EHR: internal error ${id}`, error);
  const diagnostics = `Internal error ${id}`;
  return { status: 500, outcome: operationOutcome([{ severity: 'fatal', code: 'exception', diagnostics }]) };
}
