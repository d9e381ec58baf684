import { readdirSync, readFileSync } from 'node:fs';
import type { Bundle } from 'fhir/r4';
import type { AnyResource } from '#ig/validate/context.ts';
import { profileIdOf } from '#ig/validate/profile-of.ts';

const INPUT = new URL('../../../ig/input/', import.meta.url);

/** A valid resource that the system emits or reads, with the profile of ours that it follows. */
export interface Sample {
  readonly name: string;
  readonly profile: string;
  readonly resource: AnyResource;
}

/** Inputs that carry no mark of ours, by resource type. */
const READ: Readonly<Record<string, string>> = {
  Patient: 'triage-patient',
  Encounter: 'triage-encounter',
  Observation: 'triage-vital-signs',
  QuestionnaireResponse: 'pre-screening-response',
};

/** Every resource of the examples with its profile; contained ones and suggested Tasks too. */
export function samples(): readonly Sample[] {
  return [...fromExamples(), ...suggestedTasks(), FORM];
}

function fromExamples(): Sample[] {
  const folder = new URL('examples/', INPUT);
  return readdirSync(folder).flatMap((file) => {
    const resource = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as AnyResource;
    if (resource.resourceType !== 'Bundle') return sample(file, resource, READ[resource.resourceType]);
    const entries = (resource as unknown as Bundle).entry ?? [];
    return entries.flatMap(({ resource: inner }, index) =>
      sample(`${file}#${index}`, inner as unknown as AnyResource),
    );
  });
}

function suggestedTasks(): Sample[] {
  const folder = new URL('interfaces/', INPUT);
  const files = readdirSync(folder).filter((file) => file.startsWith('cards-'));
  return files.flatMap((file) => {
    const { cards } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const tasks: AnyResource[] = cards.flatMap(
      (card: { suggestions?: { actions?: { resource?: AnyResource }[] }[] }) =>
        (card.suggestions ?? []).flatMap(({ actions = [] }) =>
          actions.flatMap(({ resource }) => resource ?? []),
        ),
    );
    return tasks.flatMap((task, index) => sample(`${file}#${index}`, task));
  });
}

const FORM: Sample = {
  name: 'Questionnaire-pre-screening',
  profile: 'pre-screening-questionnaire',
  resource: {
    resourceType: 'Questionnaire',
    url: 'https://prescreen.org/fhir/Questionnaire/pre-screening',
    status: 'active',
    item: [{ linkId: 'complaint', text: 'What brings you here today?', type: 'text', required: true }],
  },
};

function sample(name: string, resource: AnyResource, profile = profileIdOf(resource)): Sample[] {
  return profile === undefined ? [] : [{ name, profile, resource }];
}

/** The first valid resource of a profile. */
export function sampleOf(profile: string): AnyResource {
  const found = samples().find((each) => each.profile === profile);
  if (!found) throw new Error(`there is no example of ${profile}`);
  return found.resource;
}
