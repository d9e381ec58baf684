/** A warning of SUSHI that stays, and why. */
interface KnownWarning {
  readonly starts: string;
  readonly reason: string;
}

const OPTIONAL =
  'SUSHI asks for it of its own accord; nothing of it is used here, and builds download nothing';

/** Warnings that are accepted. Any other fails the build. */
export const KNOWN_WARNINGS: readonly KnownWarning[] = [
  { starts: 'Failed to load automatically-provided hl7.fhir.uv.tools.r4', reason: OPTIONAL },
  { starts: 'Failed to load automatically-provided hl7.terminology.r4', reason: OPTIONAL },
  { starts: 'Failed to load automatically-provided hl7.fhir.uv.extensions.r4', reason: OPTIONAL },
];
