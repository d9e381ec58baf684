import { describe, expect, it } from 'vitest';
import { nurseInputSchema, withNurseInput } from '#cds-service/http/api/nurse-input.ts';
import { KNOWN_EMPTY, present, unavailable } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';

const AS_OF = '2026-11-21T10:00:00.000Z';
const data: PatientData = {
  patient: present({ resourceType: 'Patient', id: 'p1' }),
  encounter: KNOWN_EMPTY,
  conditions: KNOWN_EMPTY,
  medicationStatements: KNOWN_EMPTY,
  medicationRequests: KNOWN_EMPTY,
  allergies: KNOWN_EMPTY,
  observations: KNOWN_EMPTY,
  questionnaireResponses: KNOWN_EMPTY,
};

const add = (input: unknown, to = data) => withNurseInput(to, nurseInputSchema.parse(input), AS_OF);

describe('withNurseInput', () => {
  it('changes nothing when nothing was told', () => {
    expect(add({})).toEqual(data);
  });

  it('adds a measurement as an Observation that nothing can refer to', () => {
    const { observations } = add({ measurements: [{ kind: 'spo2', value: 91, unit: '%' }] });
    expect(observations).toEqual(
      present([
        expect.objectContaining({
          effectiveDateTime: AS_OF,
          valueQuantity: { value: 91, unit: '%', code: '%', system: 'http://unitsofmeasure.org' },
        }),
      ]),
    );
    expect(JSON.stringify(observations)).not.toContain('"id"');
  });

  it('takes a plain yes or no as a fact and everything else as words', () => {
    const answers = ['Yes', 'no ', 'no pain since noon'].map((answer) => ({
      questionId: 'q',
      text: 'Q?',
      answer,
    }));
    const { questionnaireResponses } = add({ answers });
    const items = questionnaireResponses.state === 'present' ? questionnaireResponses.value[0]?.item : [];
    expect(items?.map(({ answer }) => answer?.[0])).toEqual([
      { valueBoolean: true },
      { valueBoolean: false },
      { valueString: 'no pain since noon' },
    ]);
  });

  it('does not hide that a list could not be read', () => {
    const unread = { ...data, observations: unavailable('failed') };
    const { observations } = add({ measurements: [{ kind: 'spo2', value: 91, unit: '%' }] }, unread);
    expect(observations).toMatchObject({ state: 'present', partial: true });
  });

  it('puts what was told before what the chart has', () => {
    const before = { ...data, observations: present([{ resourceType: 'Observation', id: 'old' } as never]) };
    const { observations } = add({ measurements: [{ kind: 'spo2', value: 91, unit: '%' }] }, before);
    expect(observations.state === 'present' && observations.value.map(({ id }) => id)).toEqual([
      undefined,
      'old',
    ]);
  });
});
