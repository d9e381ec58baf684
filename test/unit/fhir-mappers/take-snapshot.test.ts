import fc from 'fast-check';
import type { Condition, Encounter, Observation, Patient, QuestionnaireResponse } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readPatientData } from '#cds-service/fhir/read-patient-data.ts';
import type { CdsRequest } from '#fhir-mappers/cds-hooks/request.ts';
import type { ClinicalSnapshot } from '#fhir-mappers/clinical-snapshot.ts';
import { KNOWN_EMPTY, listOf, present, unavailable } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { takeSnapshot } from '#fhir-mappers/take-snapshot.ts';

const AS_OF = '2024-05-10T12:00:00.000Z';
const subject = { reference: 'Patient/p1' };
const PATIENT: Patient = { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1960-03-01' };
const ENCOUNTER: Encounter = {
  resourceType: 'Encounter',
  id: 'e1',
  status: 'arrived',
  class: { code: 'EMER' },
  subject,
  period: { start: '2024-05-10T11:40:00Z' },
};
const NOTHING: PatientData = {
  patient: present(PATIENT),
  encounter: KNOWN_EMPTY,
  conditions: KNOWN_EMPTY,
  medicationStatements: KNOWN_EMPTY,
  medicationRequests: KNOWN_EMPTY,
  allergies: KNOWN_EMPTY,
  observations: KNOWN_EMPTY,
  questionnaireResponses: KNOWN_EMPTY,
};
const form = (
  item: QuestionnaireResponse['item'],
  changes: Partial<QuestionnaireResponse> = {},
): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  id: 'q1',
  status: 'completed',
  subject,
  authored: '2024-05-10T11:30:00Z',
  item,
  ...changes,
});
const observation = (changes: Partial<Observation>): Observation => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  subject,
  effectiveDateTime: '2024-05-10T11:45:00Z',
  code: { coding: [{ system: 'http://loinc.org', code: '8661-1' }] },
  ...changes,
});
const diagnosis = (text: string, changes: Partial<Condition> = {}): Condition => ({
  resourceType: 'Condition',
  id: 'c1',
  subject,
  code: { text },
  ...changes,
});
const take = (data: Partial<PatientData>) =>
  takeSnapshot({ ...NOTHING, ...data }, { asOf: AS_OF, hook: 'patient-view' });
const visit = (changes: Partial<Encounter> = {}) => present<Encounter>({ ...ENCOUNTER, ...changes });
const complaint = (snapshot: ClinicalSnapshot) =>
  snapshot.complaint.state === 'present' ? snapshot.complaint.value.text : snapshot.complaint.state;
const states = (snapshot: ClinicalSnapshot) =>
  snapshot.findings.map(({ concept, state }) => `${concept} ${state}`);
const problems = (snapshot: ClinicalSnapshot) =>
  snapshot.problems.map(({ about, code }) => `${about} ${code}`);

describe('the complaint', () => {
  it('stands in a form first, then the reason of the visit, an Observation, a Condition of the visit', () => {
    const snapshot = take({
      encounter: visit({ reasonCode: [{ text: 'dizzy' }] }),
      questionnaireResponses: present([
        form([
          { linkId: 'cc', text: 'What is the main problem today?', answer: [{ valueString: 'chest pain' }] },
        ]),
      ]),
      observations: present([observation({ valueString: 'short of breath' })]),
      conditions: present([
        diagnosis('Syncope', { encounter: { reference: 'Encounter/e1' }, recordedDate: AS_OF }),
      ]),
    });
    expect(complaint(snapshot)).toBe('chest pain\ndizzy\nshort of breath\nSyncope');
  });

  it('every finding stands where its span says', () => {
    const snapshot = take({
      encounter: visit({ reasonCode: [{ text: 'Fever since yesterday' }] }),
      questionnaireResponses: present([
        form([
          { linkId: 'cc', text: 'Reason for visit', answer: [{ valueString: 'Crushing chest pain' }] },
          { linkId: '2', text: 'Are you short of breath?', answer: [{ valueBoolean: true }] },
        ]),
      ]),
    });
    const text = complaint(snapshot);
    const spanned = snapshot.findings.filter(({ source }) => source.span !== undefined);
    expect(spanned.length).toBeGreaterThanOrEqual(3);
    for (const finding of spanned) {
      const [start, end] = finding.source.span ?? [0, 0];
      expect(text.slice(start, end)).toBe(finding.text);
    }
    expect(snapshot.findings.find(({ concept }) => concept === 'fever')?.source.reference).toBe(
      'Encounter/e1',
    );
  });

  it('gives its clauses with their place in the joined text', () => {
    const snapshot = take({ encounter: visit({ reasonCode: [{ text: 'cough' }, { text: 'no fever' }] }) });
    const value = snapshot.complaint.state === 'present' ? snapshot.complaint.value : undefined;
    for (const { text, span } of value?.clauses ?? []) expect(value?.text.slice(...span)).toBe(text);
    expect(value?.clauses?.length).toBeGreaterThanOrEqual(2);
  });

  it('a yes is a present finding, a no an absent one, not sure an uncertain one', () => {
    const ask = (text: string, answer: object) => ({ linkId: text, text, answer: [answer] });
    const snapshot = take({
      questionnaireResponses: present([
        form([
          ask('Do you have chest pain?', { valueBoolean: true }),
          ask('Have you had a fever?', { valueBoolean: false }),
          ask('Are you short of breath?', {
            valueCoding: { system: 'http://loinc.org', code: 'LA33-6', display: 'Yes' },
          }),
          ask('Is there blood in your vomit?', { valueString: 'not sure' }),
          ask('May we call you?', { valueBoolean: true }),
        ]),
      ]),
    });
    expect(states(snapshot)).toContain('chest-pain present');
    expect(states(snapshot)).toContain('fever absent');
    expect(states(snapshot)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(dyspnoea|breathless\S*|short\S*) present$/)]),
    );
    expect(complaint(snapshot)).not.toContain('call you');
    expect(complaint(snapshot)).not.toContain('fever');
    expect(snapshot.findings.every(({ source }) => source.origin === 'questionnaire')).toBe(true);
  });

  it('questions about the past, the family and medicines keep their meaning', () => {
    const ask = (text: string, valueString: string) => ({ linkId: text, text, answer: [{ valueString }] });
    const snapshot = take({
      questionnaireResponses: present([
        form([
          ask('Past medical history', 'stroke'),
          ask('Family history', 'heart attack'),
          ask('Which medicines do you take?', 'warfarin'),
          ask('Any allergies?', 'penicillin'),
        ]),
      ]),
    });
    expect(
      states(snapshot).filter((state) => state.startsWith('stroke') && / (present|uncertain)$/.test(state)),
    ).toEqual([]);
    expect(
      states(snapshot).filter(
        (state) => / (present|uncertain)$/.test(state) && /infarct|heart-attack/.test(state),
      ),
    ).toEqual([]);
    expect(listOf(snapshot.medicines).map(({ ingredients }) => ingredients)).toEqual([['warfarin']]);
    expect(listOf(snapshot.allergies)).toMatchObject([
      { display: 'penicillin', source: { origin: 'questionnaire' } },
    ]);
  });

  it('a yes to a list is true of one thing on it: all are uncertain', () => {
    const text = 'Any confusion, fast breathing or mottled skin?';
    const ask = (valueBoolean: boolean) =>
      states(
        take({
          questionnaireResponses: present([form([{ linkId: '1', text, answer: [{ valueBoolean }] }])]),
        }),
      );
    expect(ask(true)).toEqual(expect.arrayContaining(['confusion uncertain', 'mottled-skin uncertain']));
    expect(ask(false)).toEqual(expect.arrayContaining(['confusion absent', 'mottled-skin absent']));
  });

  it('a yes is shown even when no word of it is known', () => {
    const item = [{ linkId: '1', text: 'Do you have zorblitis?', answer: [{ valueBoolean: true }] }];
    expect(complaint(take({ questionnaireResponses: present([form(item)]) }))).toBe('zorblitis');
  });

  it('a detail says nothing of what else its question names', () => {
    const text =
      'When was the patient last well, and is there any face droop, arm weakness or speech trouble?';
    const item = [{ linkId: '1', text, answer: [{ valueString: 'at nine this morning' }] }];
    const snapshot = take({ questionnaireResponses: present([form(item)]) });
    expect(complaint(snapshot)).toBe('at nine this morning');
    expect(states(snapshot).filter((state) => /droop|weakness|speech/.test(state))).toEqual([]);
  });

  it('weeks of pregnancy are told by a number', () => {
    const item = [
      { linkId: '1', text: 'Could you be pregnant?', answer: [{ valueBoolean: true }] },
      { linkId: '2', text: 'How many weeks pregnant are you?', answer: [{ valueInteger: 30 }] },
    ];
    expect(take({ questionnaireResponses: present([form(item)]) }).pregnancy).toMatchObject({
      state: 'pregnant',
      weeks: 30,
    });
  });

  it('"no" to what a well patient can do is shown as not able', () => {
    const text = 'Can the patient speak a whole sentence without stopping for breath?';
    const ask = (valueBoolean: boolean) =>
      take({ questionnaireResponses: present([form([{ linkId: '1', text, answer: [{ valueBoolean }] }])]) });
    expect(complaint(ask(false))).toBe('cannot speak a whole sentence without stopping for breath');
    expect(complaint(ask(true))).toBe('known-empty');
    expect(states(ask(true))).toEqual([]);
  });

  it('what the nurse answers now adds to the form of the patient', () => {
    const stored = form([
      { linkId: 'cc', text: 'Reason for visit', answer: [{ valueString: 'chest pain' }] },
    ]);
    const { id: _, ...asked } = form(
      [{ linkId: '1', text: 'Are you sweating?', answer: [{ valueBoolean: true }] }],
      { authored: AS_OF },
    );
    const snapshot = take({ questionnaireResponses: present([asked, stored]) });
    expect(states(snapshot)).toEqual(expect.arrayContaining(['chest-pain present', 'sweating present']));
    expect(snapshot.findings.find(({ concept }) => concept === 'sweating')?.source).not.toHaveProperty(
      'reference',
    );
  });

  it('a pain score of a form is a measurement', () => {
    const snapshot = take({
      questionnaireResponses: present([
        form([
          { linkId: 'cc', text: 'Reason for visit', answer: [{ valueString: 'back pain' }] },
          { linkId: 'ps', text: 'Pain score from 0 to 10', answer: [{ valueInteger: 8 }] },
        ]),
      ]),
    });
    expect(snapshot.measurements).toMatchObject([
      { kind: 'pain', value: 8, source: { origin: 'questionnaire' } },
    ]);
  });

  it('of another visit, of yesterday, in error or in the future is none', () => {
    const cc = [{ linkId: 'cc', text: 'Reason for visit', answer: [{ valueString: 'chest pain' }] }];
    for (const changes of [
      { encounter: { reference: 'Encounter/e9' } },
      { authored: '2024-05-08T11:30:00Z' },
      { status: 'entered-in-error' as const },
      { authored: '2024-05-20T11:30:00Z' },
    ]) {
      expect(
        complaint(take({ encounter: visit(), questionnaireResponses: present([form(cc, changes)]) })),
      ).toBe('known-empty');
    }
    const over = visit({
      status: 'finished',
      period: { end: '2024-04-01' },
      reasonCode: [{ text: 'chest pain' }],
    });
    expect(complaint(take({ encounter: over }))).toBe('known-empty');
  });

  it('without an encounter the newest form of the day counts', () => {
    const cc = (text: string) => [
      { linkId: 'cc', text: 'Reason for visit', answer: [{ valueString: text }] },
    ];
    const forms = [
      form(cc('old cough'), { id: 'q0', authored: '2024-05-09T13:00:00Z' }),
      form(cc('chest pain'), { encounter: { reference: 'Encounter/e1' } }),
    ];
    expect(complaint(take({ questionnaireResponses: present(forms) }))).toBe('chest pain');
  });

  it('is found behind a reason reference', () => {
    const snapshot = take({
      encounter: visit({ reasonReference: [{ reference: 'Condition/c7' }] }),
      conditions: present([diagnosis('Headache', { id: 'c7' })]),
    });
    expect(complaint(snapshot)).toBe('Headache');
  });

  it('coded without words still gives its finding', () => {
    const coding = [{ system: 'http://snomed.info/sct', code: '25064002' }];
    expect(states(take({ encounter: visit({ reasonCode: [{ coding }] }) }))).toEqual(['headache present']);
  });

  it('is unavailable when a place where it could stand was not read, and known empty otherwise', () => {
    expect(take({ questionnaireResponses: unavailable('forbidden') }).complaint).toMatchObject({
      code: 'forbidden',
    });
    expect(take({ questionnaireResponses: unavailable('not-supported') }).complaint).toEqual(KNOWN_EMPTY);
    expect(problems(take({}))).toContain('complaint missing');
  });

  it('without end is read up to a bound, in time, and that is said', () => {
    const long = 'chest pain and shortness of breath since this morning. '.repeat(20_000);
    const answers = Array.from({ length: 300 }, (_, index) => ({
      linkId: String(index),
      text: 'What else?',
      answer: [{ valueString: `${index} ${long}` }],
    }));
    const begin = performance.now();
    const snapshot = take({ questionnaireResponses: present([form(answers)]) });
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(complaint(snapshot).length).toBeLessThanOrEqual(20_000);
    expect(problems(snapshot)).toContain('complaint incomplete');
  });

  it('in a script that is not read says so', () => {
    const snapshot = take({ encounter: visit({ reasonCode: [{ text: '胸が痛くて息ができません' }] }) });
    expect(snapshot.complaint).toMatchObject({ value: { readable: false } });
    expect(problems(snapshot)).toContain('complaint unread-language');
  });

  it('keeps line ends as ends of clauses', () => {
    const snapshot = take({
      observations: present([observation({ valueString: 'No fever\r\nChest pain\u0000' })]),
    });
    expect(complaint(snapshot)).toBe('No fever\nChest pain');
    expect(states(snapshot)).toEqual(expect.arrayContaining(['fever absent', 'chest-pain present']));
  });
});

describe('the snapshot', () => {
  it('is plain JSON and the same each time', () => {
    const data = { encounter: visit({ reasonCode: [{ text: 'fall, BP 80/40' }] }) };
    const snapshot = take(data);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(take(data)).toEqual(snapshot);
  });

  it('names every part that could not be read, and every vital sign that was not measured', () => {
    const snapshot = take({
      allergies: unavailable('failed'),
      conditions: { state: 'present', value: [diagnosis('asthma')], partial: true },
    });
    expect(problems(snapshot)).toEqual(
      expect.arrayContaining([
        'allergies unavailable',
        'conditions incomplete',
        'spo2 missing',
        'systolic missing',
      ]),
    );
    for (const { text } of snapshot.problems) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('a chart that could not be read says that, not that nothing was measured', () => {
    expect(problems(take({ observations: unavailable('timeout') }))).toContain('observations unavailable');
    expect(problems(take({ observations: unavailable('timeout') }))).not.toContain('spo2 missing');
  });

  it('reads vital signs from words where the chart has none of that time', () => {
    const spo2 = observation({
      id: 'o2',
      code: { coding: [{ system: 'http://loinc.org', code: '59408-5' }] },
      valueQuantity: { value: 97, code: '%' },
    });
    const told = visit({ reasonCode: [{ text: 'short of breath, SpO2 88%, HR 130' }] });
    const { measurements } = take({ encounter: told, observations: present([spo2]) });
    expect(measurements.find(({ kind }) => kind === 'spo2')).toMatchObject({
      value: 97,
      source: { origin: 'chart' },
    });
    expect(measurements.find(({ kind }) => kind === 'heart-rate')).toMatchObject({
      value: 130,
      source: { origin: 'complaint' },
    });
  });

  it('reads laboratory results beside vital signs', () => {
    const potassium = observation({
      code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
      valueQuantity: { value: 6.8, code: 'mmol/L' },
    });
    const snapshot = take({ observations: present([potassium]) });
    expect(snapshot.labs).toMatchObject([{ kind: 'potassium', value: 6.8, unit: 'mmol/L', stale: false }]);
    expect(snapshot.measurements).toEqual([]);
  });

  it('reads conditions with their concepts, dropping what is not true', () => {
    const status = (code: string) => ({ coding: [{ code }] });
    const snapshot = take({
      conditions: present([
        diagnosis('Type 2 diabetes', { clinicalStatus: status('active') }),
        diagnosis('Asthma', { id: 'c2', clinicalStatus: status('resolved') }),
        diagnosis('Stroke', { id: 'c3', verificationStatus: status('refuted') }),
        diagnosis('Family history of breast cancer', { id: 'c4' }),
      ]),
    });
    const conditions = listOf(snapshot.conditions);
    expect(conditions.map(({ display, active }) => [display, active])).toEqual([
      ['Type 2 diabetes', true],
      ['Asthma', false],
      ['Family history of breast cancer', true],
    ]);
    expect(conditions[0]?.concepts.some((concept) => concept.includes('diabetes'))).toBe(true);
    expect(conditions[2]?.concepts).toEqual([]);
  });

  it('reads coded symptoms of today', () => {
    const symptom = observation({
      code: { coding: [{ system: 'http://snomed.info/sct', code: '25064002' }], text: 'Headache' },
      valueBoolean: true,
    });
    expect(states(take({ observations: present([symptom]) }))).toEqual(['headache present']);
    expect(states(take({ observations: present([{ ...symptom, valueBoolean: false }]) }))).toEqual([
      'headache absent',
    ]);
    expect(
      states(take({ observations: present([{ ...symptom, effectiveDateTime: '2024-05-01' }]) })),
    ).toEqual([]);
  });

  it('reads the encounter and how the patient came', () => {
    const snapshot = take({
      encounter: visit({ hospitalization: { admitSource: { text: 'Brought by ambulance' } } }),
    });
    expect(snapshot.encounter).toEqual({ id: 'e1', status: 'arrived', class: 'EMER', arrival: 'ambulance' });
  });

  it('age and sex of the text fill what the chart lacks, and another age is named', () => {
    const told = visit({ reasonCode: [{ text: '58 year old man with chest pain' }] });
    const nobody: Patient = { resourceType: 'Patient', id: 'p1' };
    expect(take({ patient: present(nobody), encounter: told }).patient).toMatchObject({
      ageYears: 58,
      sex: 'male',
    });
    expect(problems(take({ encounter: told }))).toContain('age contradictory');
    expect(take({ encounter: told }).patient).toMatchObject({ sex: 'female' });
  });

  it('the pregnancy that the patient tells wins over silence', () => {
    const told = visit({ reasonCode: [{ text: '34 weeks pregnant, headache' }] });
    expect(take({ encounter: told }).pregnancy).toMatchObject({ state: 'pregnant', weeks: 34 });
  });

  it('needs a patient', () => {
    expect(() => take({ patient: unavailable('failed') })).toThrow(TypeError);
  });
});

/** Any JSON, leaning towards resources that look almost right. */
const types = [
  'Patient',
  'Encounter',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'AllergyIntolerance',
  'Observation',
  'QuestionnaireResponse',
];
const fields = [
  'status',
  'code',
  'text',
  'coding',
  'display',
  'system',
  'component',
  'valueQuantity',
  'valueString',
  'value',
  'unit',
  'item',
  'answer',
  'linkId',
  'effectiveDateTime',
  'authored',
  'recordedDate',
  'birthDate',
  'gender',
  'reasonCode',
  'period',
  'start',
  'end',
  'category',
  'medicationReference',
  'reference',
];
const oddities = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '2024-05-10',
    '8867-4',
    '8480-6',
    '8661-1',
    'http://loinc.org',
    'chest pain',
    'mm[Hg]',
    'active',
    '#x',
    'completed',
    '\u0000',
  ),
);
const almost = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, oddities, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 6 }),
}));
const resource = fc
  .tuple(fc.constantFrom(...types), almost.object)
  .map(([resourceType, rest]) => ({ ...(rest as object), resourceType, id: 'x', subject, patient: subject }));
const searchset = fc.array(resource, { maxLength: 4 }).map((resources) => ({
  resourceType: 'Bundle',
  entry: resources.map((one) => ({ resource: one })),
}));

describe('whatever stands in the prefetch', () => {
  it('nothing but ServiceError is thrown, from the request to the snapshot', async () => {
    const keys = Object.keys(NOTHING);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...keys), fc.oneof(searchset, resource, fc.jsonValue())),
        async (prefetch) => {
          const request: CdsRequest = {
            hook: 'patient-view',
            hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
            context: { userId: 'Practitioner/n1', patientId: 'p1', encounterId: 'x' },
            prefetch: { ...prefetch, patient: PATIENT },
          };
          try {
            const data = await readPatientData(request, {
              fetch: () => Promise.reject(new Error('no network')),
              signal: AbortSignal.timeout(1000),
              isAllowedServer: () => false,
            });
            const snapshot = takeSnapshot(data, { asOf: AS_OF, hook: 'patient-view' });
            expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
          } catch (error) {
            if (!(error instanceof ServiceError)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
