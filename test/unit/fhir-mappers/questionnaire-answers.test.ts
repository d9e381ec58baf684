import type { QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '#fhir-mappers/questionnaire-answers.ts';
import { readPart } from '#fhir-mappers/read-part.ts';

const response = (...item: QuestionnaireResponseItem[]): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  item,
});
const item = (text: string | undefined, answer: object, linkId = 'x'): QuestionnaireResponseItem => ({
  linkId,
  ...(text === undefined ? {} : { text }),
  answer: [answer],
});
const one = (text: string | undefined, answer: object, linkId?: string) =>
  readAnswers(response(item(text, answer, linkId)))[0];

describe('readAnswers', () => {
  it.each([
    ['Do you have chest pain?', 'chest pain'],
    ['Are you short of breath?', 'short of breath'],
    ['Have you had any vomiting today?', 'vomiting today'],
    ['Does the pain spread to your arm?', 'the pain spread to my arm'],
    ['Is the patient breathless at rest?', 'breathless at rest'],
    ['3. Has your child had a fever?', 'a fever'],
    ['¿Tiene dolor en el pecho?', 'dolor en el pecho'],
    ['Where is the pain?', 'pain'],
    ['Do you have thoughts of harming yourself?', 'thoughts of harming myself'],
    ['Could you be pregnant?', 'pregnant'],
    ['Is the child drinking as usual?', 'drinking as usual'],
  ])('%s asks for "%s"', (question, statement) => {
    expect(one(question, { valueBoolean: true })?.question).toBe(statement);
  });

  it.each([
    [{ valueBoolean: true }, 'yes'],
    [{ valueBoolean: false }, 'no'],
    [{ valueCoding: { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code: 'Y' } }, 'yes'],
    [{ valueCoding: { code: 'LA32-8', display: 'No' } }, 'no'],
    [{ valueCoding: { display: 'Not sure' } }, 'unsure'],
    [{ valueString: 'Sí' }, 'yes'],
    [{ valueString: 'none of these' }, 'no'],
  ])('%j is %s', (answer, kind) => {
    expect(one('Do you have pain?', answer)).toMatchObject({ kind, text: '' });
  });

  it.each([
    [{ valueString: ' crushing ' }, 'crushing'],
    [{ valueCoding: { code: '1', display: 'Left arm' } }, 'Left arm'],
    [{ valueInteger: 0 }, '0'],
    [{ valueQuantity: { value: 39.1, unit: 'C' } }, '39.1 C'],
  ])('%j reads %s', (answer, text) => {
    expect(one('What is it?', answer)).toMatchObject({ kind: 'text', text });
  });

  it.each([
    ['What brings you in today?', 'complaint'],
    ['Motivo de la consulta', 'complaint'],
    ['When did it start?', 'detail'],
    ['Which medications do you take?', 'medicine'],
    ['Any allergies?', 'allergy'],
    ['Are you having an allergic reaction?', 'detail'],
    ['Past medical history', 'history'],
    ['Any swollen leg, recent operation or cancer?', 'detail'],
    ['Family history of heart disease', 'family'],
  ])('%s is about %s', (question, topic) => {
    expect(one(question, { valueString: 'x' })?.topic).toBe(topic);
  });

  it('reads the linkId where there is no text', () => {
    expect(one(undefined, { valueString: 'cough' }, 'chief-complaint')).toMatchObject({
      topic: 'complaint',
      text: 'cough',
    });
  });

  it.each([
    'What is your phone number?',
    'Email address',
    'Do you agree to the privacy notice?',
  ])('never reads %s', (question) => {
    expect(one(question, { valueString: '555' })).toBeUndefined();
  });

  it('knows questions to which yes is the good answer', () => {
    expect(one('Can the patient speak a whole sentence?', { valueBoolean: false })).toMatchObject({
      asksFor: 'ability',
    });
    expect(one('Is the child easy to wake?', { valueBoolean: false })).toMatchObject({
      asksFor: 'normality',
    });
    expect(one('Could you be pregnant?', { valueBoolean: true })).toMatchObject({ asksFor: 'finding' });
  });

  it('"yes, since Monday" is a yes and a text; a complaint is left whole', () => {
    const read = (text: string, valueString: string) => readAnswers(response(item(text, { valueString })));
    expect(read('Any fever?', 'Yes, since Monday').map(({ kind, text }) => [kind, text])).toEqual([
      ['yes', ''],
      ['text', 'since Monday'],
    ]);
    expect(read('Any fever?', 'No fever').map(({ kind }) => kind)).toEqual(['text']);
    expect(read('Reason for visit', 'No, it is my knee').map(({ kind }) => kind)).toEqual(['text']);
  });

  it('puts the complaint first, and reads nested and repeated answers in order', () => {
    const answers = readAnswers(
      response(
        { linkId: 'g', text: 'Symptoms today', item: [item('Which of these?', { valueString: 'cough' })] },
        {
          ...item('Any pain?', {
            valueBoolean: true,
            item: [item('Where is the pain?', { valueString: 'ear' })],
          }),
        },
        { linkId: 'r', text: 'What else?', answer: [{ valueString: 'fever' }, { valueString: 'rash' }] },
        item('Reason for visit', { valueString: 'earache' }),
      ),
    );
    expect(answers.map(({ text, kind }) => text || kind)).toEqual([
      'earache',
      'cough',
      'yes',
      'ear',
      'fever',
      'rash',
    ]);
  });

  it('stops at a bound, whatever the form', () => {
    const many = Array.from({ length: 5000 }, () => item('Pain?', { valueBoolean: true }));
    expect(readAnswers(response(...many)).length).toBeLessThanOrEqual(300);
  });
});

describe('a bare number', () => {
  it('is shown with what it counts, also when its question lists the ends of a scale', () => {
    const [answer] = readAnswers(response(item('How bad is the pain, 0 to 10?', { valueInteger: 2 })));
    const source = { origin: 'questionnaire', at: '2026-11-21T10:00:00Z' } as const;
    expect(readPart({ answer, codings: [], source }, 1000)?.line).toBe('pain 2/10');
  });
});
