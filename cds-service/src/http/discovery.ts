import { prefetchTemplates } from '#fhir-mappers/cds-hooks/prefetch.ts';
import type { Hook } from '#fhir-mappers/cds-hooks/request.ts';

/** The one service id for both hooks: newer cards then replace older ones (CH-05). */
export const SERVICE_ID = 'nurse-triage';

/** `patient-view` last: the public sandbox keeps only the last service of an id (CH-06). */
const HOOKS: readonly Hook[] = ['encounter-start', 'patient-view'];

const DESCRIPTIONS: Readonly<Record<Hook, string>> = {
  'encounter-start':
    'When a visit begins: proposes a triage priority with its reasons and sources, for a nurse to review and sign.',
  'patient-view':
    'When a chart is opened: proposes a triage priority when there is a complaint, an abnormal vital sign or a safety concern.',
};

/** Types that are read when they are not prefetched. */
const READ_TYPES = [
  'Patient',
  'Encounter',
  'Condition',
  'MedicationStatement',
  'MedicationRequest',
  'AllergyIntolerance',
  'Observation',
  'QuestionnaireResponse',
];

const USAGE_REQUIREMENTS = [
  'Decision support for a licensed nurse, not autonomous triage: every proposal must be reviewed by a person.',
  'For all ages; thresholds depend on age, so a birth date is needed.',
  'Works from prefetch alone. What is not prefetched is read from fhirServer with fhirAuthorization, scopes:',
  `${READ_TYPES.map((type) => `patient/${type}.rs`).join(' ')} (SMART v1: .read).`,
  'Patients and relatives as users get no cards.',
].join(' ');

interface DiscoveredService {
  readonly hook: Hook;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly usageRequirements: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

/** The discovery document (CH-01 to CH-08), for the hooks that this installation serves. */
export function describeServices(enabled: readonly Hook[]): {
  readonly services: readonly DiscoveredService[];
} {
  return {
    services: HOOKS.filter((hook) => enabled.includes(hook)).map((hook) => ({
      hook,
      id: SERVICE_ID,
      title: 'Prescreen nurse triage',
      description: DESCRIPTIONS[hook],
      usageRequirements: USAGE_REQUIREMENTS,
      prefetch: prefetchTemplates(hook),
    })),
  };
}
