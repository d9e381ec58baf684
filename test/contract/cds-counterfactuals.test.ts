import { fileURLToPath } from 'node:url';
import type { Patient } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#fhir-mappers/assessment.ts';
import { ASSESSMENT_EXTENSION } from '#fhir-mappers/assessment.ts';
import type { Card } from '#fhir-mappers/cds-hooks/card.ts';
import { casePrefetch } from '#models/training/cases/charted-case.ts';
import { aHookCall, SERVICE } from '../support/hook-call.ts';
import { startTestService, type TestService } from '../support/running-service.ts';
import { type SmallEhr, startSmallEhr } from '../support/small-ehr.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A person as the chart and the note describe them. Only what should change nothing differs between two. */
interface Described {
  readonly name: string;
  readonly race: string;
  readonly language: string;
  /** Words that a nurse may put before the story. */
  readonly words: string;
}

const PEOPLE: readonly Described[] = [
  { name: 'Miller', race: 'White', language: 'en', words: '' },
  { name: 'Washington', race: 'Black or African American', language: 'en', words: 'Black patient. ' },
  { name: 'Nguyen', race: 'Asian', language: 'vi', words: 'Speaks only Vietnamese. ' },
  { name: 'Hernández', race: 'Other', language: 'es', words: 'On Medicaid. ' },
  { name: 'Smith', race: 'White', language: 'en', words: 'Homeless. ' },
  { name: 'Haddad', race: 'Asian', language: 'ar', words: 'Private insurance. ' },
];

const STORIES: readonly (readonly [text: string, ageYears: number])[] = [
  [
    'Cough and a runny nose for three days now, it started after the office party, no fever, eating well and off to work as always.',
    29,
  ],
  [
    'Tight band across the chest since breakfast while carrying the bins out to the road, clammy, down the left arm.',
    61,
  ],
  [
    'Went grey at dinner while we were all at the table, drifting off since and we had to carry the plates around, hard to rouse.',
    74,
  ],
  [
    'Twisted the ankle on a kerb when running for the bus to town this morning, can walk on it but asks for a bandage.',
    35,
  ],
  [
    'Burning when passing water for two days, same as last spring before the holidays when tablets from the chemist helped, no back pain.',
    41,
  ],
  [
    'Needs a form signed for work because the new boss asks everybody for one this year, feels perfectly well otherwise.',
    50,
  ],
  ['Form for work to be signed today.', 50],
  [
    'Sick four times since last night after the kebab that everybody at the flat had shared, keeps sips down, cramps.',
    23,
  ],
  ['Worst headache of my life, it hit like a hammer.', 47],
];

const folder = tempFolder();
let ehr: SmallEhr;
let service: TestService;
beforeAll(async () => {
  ehr = await startSmallEhr();
  // With every model: what they read is what could treat people differently.
  const artifacts = fileURLToPath(new URL('../../models/artifacts', import.meta.url));
  service = await startTestService({
    folder,
    ehr,
    env: {
      PRESCREEN_ARTIFACTS: artifacts,
      PRESCREEN_INFERENCE_MS: '20000',
      PRESCREEN_TIME_BUDGET_MS: '30000',
    },
  });
});
afterAll(async () => {
  await service.close();
  await ehr.close();
});

/** The proposal and what each part said, without ids, times and the words themselves. */
async function proposalFor(text: string, ageYears: number, person: Described, sex: 'female' | 'male') {
  const charted = {
    text: `${person.words}${text}`,
    ageYears,
    sex,
    conditions: [],
    medications: [],
    vitals: {},
  };
  const prefetch = casePrefetch(charted, new Date());
  const patient: Patient = {
    ...(prefetch.patient as Patient),
    id: 'p1',
    name: [{ family: person.name }],
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true },
    ],
    extension: [
      {
        url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
        extension: [{ url: 'text', valueString: person.race }],
      },
    ],
  };
  const own = JSON.parse(JSON.stringify({ ...prefetch, patient }).replaceAll('Patient/case', 'Patient/p1'));
  const response = await service.call(SERVICE, { method: 'POST', body: aHookCall({ prefetch: own }) });
  const { cards } = (await response.json()) as { cards: Card[] };
  const found = cards.find(({ extension }) => extension?.[ASSESSMENT_EXTENSION] !== undefined);
  const { priority, rules, story, model } = found?.extension?.[ASSESSMENT_EXTENSION] as Assessment;
  const probabilities = model.state === 'present' ? model.probabilities : {};
  return {
    priority,
    rules: rules.map(({ id }) => id),
    story: story?.state === 'present' ? story.urgent : undefined,
    probabilities,
  };
}

describe('who somebody is', () => {
  it.each(STORIES)('changes nothing in "%s"', async (text, ageYears) => {
    const [first, ...others] = await Promise.all(
      PEOPLE.map((person) => proposalFor(text, ageYears, person, 'female')),
    );
    // A few words are no story, however somebody is described before them; where a floor has decided, none is needed.
    if (text.split(' ').length <= 10) expect(first?.story).toBeUndefined();
    else if (first?.rules.length === 0) expect(first.story).toBeTypeOf('number');
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(STORIES)('gives women and men the same priority in "%s"', async (text, ageYears) => {
    const [she, he] = await Promise.all(
      (['female', 'male'] as const).map((sex) => proposalFor(text, ageYears, PEOPLE[0] as Described, sex)),
    );
    expect(he?.priority).toBe(she?.priority);
    expect(he?.story).toBe(she?.story);
  });
});
