/** What is wrong, by kind. Stable: tests, reports and other tools rely on it. */
export type FindingCode =
  | 'not-json'
  | 'not-fhir'
  | 'other-version'
  | 'xml'
  | 'too-large'
  | 'too-deep'
  | 'unreachable'
  | 'unknown-profile'
  | 'missing'
  | 'too-many'
  | 'unknown-element'
  | 'wrong-type'
  | 'bad-value'
  | 'not-in-value-set'
  | 'not-as-fixed'
  | 'no-slice'
  | 'invariant'
  | 'wrong-target'
  | 'dangling'
  | 'empty';

/** One thing that is wrong with one resource. Never repeats more of a value than its first 60 characters. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** FHIRPath of the element: `Task.restriction.period`. */
  readonly at: string;
  readonly text: string;
  /** Key of the invariant, when one is broken. */
  readonly rule?: string;
}

/** An error at an element. */
export function wrong(code: FindingCode, at: string, text: string): Finding {
  return { severity: 'error', code, at, text };
}

/** The beginning of a value, for a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
