import type { AnyResource } from '../fhir/fhir-error.ts';

const ROLE = 'http://terminology.hl7.org/CodeSystem/practitioner-role';
const NPI = 'http://hl7.org/fhir/sid/us-npi';

interface Staff {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly title: string;
  readonly role: 'nurse' | 'doctor';
  readonly npi: string;
}

/** The people who work in the sandbox clinic. The first is signed in when the chart is opened. */
export const STAFF: readonly Staff[] = [
  { id: 'nurse-diaz', given: 'Ana', family: 'Diaz', title: 'RN', role: 'nurse', npi: '9990000011' },
  { id: 'nurse-okoro', given: 'Ben', family: 'Okoro', title: 'RN', role: 'nurse', npi: '9990000029' },
  {
    id: 'nurse-lind',
    given: 'Sofia',
    family: 'Lind',
    title: 'RN, charge nurse',
    role: 'nurse',
    npi: '9990000037',
  },
  { id: 'doctor-voss', given: 'Helen', family: 'Voss', title: 'MD', role: 'doctor', npi: '9990000045' },
];

/** `Ana Diaz, RN`. */
export function staffName({ given, family, title }: Staff): string {
  return `${given} ${family}, ${title}`;
}

/** Organization, location, staff and the form that patients fill in before they are seen. */
export function clinicResources(): AnyResource[] {
  return [
    {
      resourceType: 'Organization',
      id: 'sandbox-clinic',
      active: true,
      name: 'Sandbox Clinic',
      telecom: [{ system: 'phone', value: '555-0100', use: 'work' }],
    },
    {
      resourceType: 'Location',
      id: 'triage-room',
      status: 'active',
      name: 'Triage room',
      managingOrganization: { reference: 'Organization/sandbox-clinic' },
    },
    ...STAFF.flatMap((member) => [practitioner(member), practitionerRole(member)]),
    {
      resourceType: 'Questionnaire',
      id: 'pre-screening',
      url: PRE_SCREENING,
      version: '1',
      status: 'active',
      title: 'Before you are seen',
      item: [{ linkId: 'complaint', text: COMPLAINT_QUESTION, type: 'text', required: true }],
    },
  ];
}

export const PRE_SCREENING = 'https://prescreen.org/fhir/Questionnaire/pre-screening';
export const COMPLAINT_QUESTION = 'What brings you here today?';

function practitioner({ id, given, family, title, npi }: Staff): AnyResource {
  return {
    resourceType: 'Practitioner',
    id,
    active: true,
    identifier: [{ system: NPI, value: npi }],
    name: [
      { use: 'official', family, given: [given], suffix: [title], text: `${given} ${family}, ${title}` },
    ],
  };
}

function practitionerRole({ id, role, given, family }: Staff): AnyResource {
  return {
    resourceType: 'PractitionerRole',
    id: `${id}-role`,
    active: true,
    practitioner: { reference: `Practitioner/${id}`, display: `${given} ${family}` },
    organization: { reference: 'Organization/sandbox-clinic' },
    code: [{ coding: [{ system: ROLE, code: role }] }],
    location: [{ reference: 'Location/triage-room' }],
  };
}
