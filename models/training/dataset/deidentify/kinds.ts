/**
 * The eighteen kinds of identifier of HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i), (A) to (R), in that order.
 *
 * `date` holds ages above 89 as well, as the rule does.
 */
export const IDENTIFIER_KINDS = [
  'name',
  'place',
  'date',
  'phone',
  'fax',
  'email',
  'ssn',
  'mrn',
  'health-plan',
  'account',
  'licence',
  'vehicle',
  'device',
  'url',
  'ip',
  'biometric',
  'photo',
  'other',
] as const;

export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A piece of text that might tell who somebody is; half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: IdentifierKind;
  /** What found it: a name of the detector, for the spot check. */
  readonly by: string;
}

/**
 * Spans in order and without overlap.
 *
 * What overlaps is taken together: the union is removed, under the kind of the longest, the first of equals.
 */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { span: Span; longest: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    const length = span.end - span.start;
    if (last === undefined || span.start >= last.span.end) {
      merged.push({ span, longest: length });
      continue;
    }
    const lead = length > last.longest ? span : last.span;
    merged[merged.length - 1] = {
      span: { start: last.span.start, end: Math.max(last.span.end, span.end), kind: lead.kind, by: lead.by },
      longest: Math.max(length, last.longest),
    };
  }
  return merged.map(({ span }) => span);
}
