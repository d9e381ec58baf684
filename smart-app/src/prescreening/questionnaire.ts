import type { Questionnaire, QuestionnaireItem } from 'fhir/r4';
import { PRESCREEN_BASE } from '#terminology/coding.ts';

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';
const HIDDEN = 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden';
/** On a question whose yes means: stop, and tell staff now. */
export const STOPS = `${PRESCREEN_BASE}/StructureDefinition/prescreening-stop`;

/** Yes, no and not sure, as the reader of forms knows them (v2-0136, v3-NullFlavor). */
export const YES = { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code: 'Y', display: 'Yes' };
export const NO = { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code: 'N', display: 'No' };
export const NOT_SURE = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  code: 'ASKU',
  display: 'Not sure',
};

type Change = Partial<QuestionnaireItem>;

function item(linkId: string, [en, es]: readonly [string, string], change: Change): QuestionnaireItem {
  const extension = [
    { url: 'lang', valueCode: 'es' },
    { url: 'content', valueString: es },
  ];
  return {
    linkId,
    text: en,
    _text: { extension: [{ url: TRANSLATION, extension }] },
    type: 'choice',
    ...change,
  } as QuestionnaireItem;
}

const yesNo: Change = {
  type: 'choice',
  answerOption: [YES, NO, NOT_SURE].map((valueCoding) => ({ valueCoding })),
};
const stop: Change = { ...yesNo, extension: [{ url: STOPS, valueBoolean: true }] };
const words: Change = { type: 'text', maxLength: 1000 };
const after = (question: string): Change => ({
  enableWhen: [{ question, operator: '=', answerCoding: YES }],
});

/**
 * The form that a patient fills in while waiting: red flags first, then at most eleven short questions.
 *
 * Plain FHIR with `enableWhen`; the texts are written so that the reader of forms understands them (a statement
 * after "Do you have"). Reading age 9 to 11; Spanish with "usted", awaiting review by a native nurse.
 */
export const PRESCREENING: Questionnaire = {
  resourceType: 'Questionnaire',
  url: `${PRESCREEN_BASE}/Questionnaire/prescreening`,
  version: '1.0.0',
  name: 'Prescreening',
  title: 'Before you are seen',
  status: 'active',
  subjectType: ['Patient'],
  item: [
    item('now', ['Do you have any of these now?', '¿Tiene ahora alguna de estas cosas?'], {
      type: 'group',
      item: [
        item('now.breath', ['Do you have trouble breathing now?', '¿Le cuesta respirar ahora?'], stop),
        item(
          'now.chest',
          ['Do you have chest pain or pressure now?', '¿Tiene dolor o presión en el pecho?'],
          stop,
        ),
        item(
          'now.stroke',
          [
            'Do you have sudden weakness on one side, a drooping face or trouble speaking?',
            '¿Tiene de repente debilidad en un lado, la cara caída o le cuesta hablar?',
          ],
          stop,
        ),
        item('now.bleed', ['Do you have heavy bleeding now?', '¿Tiene un sangrado fuerte?'], stop),
        item(
          'now.allergy',
          [
            'Do you have swelling of the lips, tongue or throat?',
            '¿Se le hinchan los labios, la lengua o la garganta?',
          ],
          stop,
        ),
        item(
          'now.harm',
          ['Do you have thoughts of killing yourself?', '¿Tiene pensamientos de quitarse la vida?'],
          stop,
        ),
      ],
    }),
    item('problem', ['What is the main problem today?', '¿Cuál es el problema principal hoy?'], words),
    item('start', ['When did it start?', '¿Cuándo empezó?'], words),
    item('worse', ['Is it getting worse?', '¿Está empeorando?'], yesNo),
    item('pain', ['Do you have pain now?', '¿Tiene dolor ahora?'], yesNo),
    item('pain.level', ['How strong is the pain from 0 to 10?', '¿Qué tan fuerte es el dolor, de 0 a 10?'], {
      type: 'integer',
      ...after('pain'),
    }),
    item('fever', ['Do you have fever or chills?', '¿Tiene fiebre o escalofríos?'], yesNo),
    item('may-be-pregnant', ['May be pregnant', 'Puede estar embarazada'], {
      type: 'choice',
      extension: [{ url: HIDDEN, valueBoolean: true }],
    }),
    item(
      'pregnant',
      [
        'Are you pregnant, or did you have a baby in the last 6 weeks?',
        '¿Está embarazada o ha dado a luz en las últimas 6 semanas?',
      ],
      { ...yesNo, ...after('may-be-pregnant') },
    ),
    item(
      'thinner',
      ['Do you take a blood thinner?', '¿Toma un anticoagulante (para que la sangre no se coagule)?'],
      yesNo,
    ),
    item('medicines', ['Which medicines do you take?', '¿Qué medicinas toma?'], words),
    item(
      'allergy',
      ['Are you allergic to any medicine or food?', '¿Tiene alergia a alguna medicina o comida?'],
      yesNo,
    ),
    item('allergy.what', ['What are you allergic to?', '¿A qué tiene alergia?'], {
      ...words,
      ...after('allergy'),
    }),
  ],
};

/** The words of an item in a language; English where there is no translation. */
export function textOf(question: QuestionnaireItem, language: string): string {
  const translation = question._text?.extension?.find(
    ({ url, extension }) =>
      url === TRANSLATION && extension?.some((part) => part.url === 'lang' && part.valueCode === language),
  );
  const content = translation?.extension?.find(({ url }) => url === 'content')?.valueString;
  return content ?? question.text ?? '';
}

/** True for an item that is never shown. */
export function isHidden({ extension }: QuestionnaireItem): boolean {
  return extension?.some(({ url, valueBoolean }) => url === HIDDEN && valueBoolean === true) ?? false;
}
