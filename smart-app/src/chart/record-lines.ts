import type { CodeableConcept, Quantity, QuestionnaireResponseItem, Resource } from 'fhir/r4';
import { conceptText } from './concept-text.ts';

/** One line of a resource as people read it. */
export interface RecordLine {
  readonly label: string;
  readonly text: string;
}

/** Parts of many resource types that say what, how much, when and by whom; the rest is in the FHIR view. */
interface Common {
  readonly code?: CodeableConcept;
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly reasonCode?: readonly CodeableConcept[];
  readonly valueQuantity?: Quantity;
  readonly valueString?: string;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly component?: readonly { code: CodeableConcept; valueQuantity?: Quantity }[];
  readonly item?: readonly QuestionnaireResponseItem[];
  readonly dosageInstruction?: readonly { text?: string }[];
  readonly note?: readonly { text: string }[];
  readonly performer?: readonly { display?: string; reference?: string }[];
  readonly status?: string;
  readonly clinicalStatus?: CodeableConcept;
}

const TIMES = [
  'effectiveDateTime',
  'authored',
  'authoredOn',
  'onsetDateTime',
  'recordedDate',
  'issued',
] as const;

/** What a nurse wants to know of a resource, line by line. Empty for a type that says nothing this way. */
export function recordLines(resource: Resource): readonly RecordLine[] {
  const common = resource as unknown as Common & Record<string, unknown>;
  const name = conceptText(common.code ?? common.medicationCodeableConcept ?? common.reasonCode?.[0]);
  const when = TIMES.map((time) => common[time]).find((time) => typeof time === 'string');
  const pairs: readonly (readonly [string, unknown])[] = [
    ['What', name],
    [
      'Value',
      quantity(common.valueQuantity) ?? common.valueString ?? conceptText(common.valueCodeableConcept),
    ],
    ...(common.component ?? []).map(
      (part) => [conceptText(part.code) ?? 'Part', quantity(part.valueQuantity)] as const,
    ),
    ['Dose as written', common.dosageInstruction?.[0]?.text],
    ['When', when],
    ['Status', conceptText(common.clinicalStatus) ?? common.status],
    ['By', common.performer?.map(({ display, reference }) => display ?? reference).join(', ')],
    ...answers(common.item ?? []),
    ...(common.note ?? []).map(({ text }) => ['Note', text] as const),
  ];
  return pairs.flatMap(([label, text]) => (typeof text === 'string' && text !== '' ? [{ label, text }] : []));
}

function quantity(value: Quantity | undefined): string | undefined {
  return value?.value === undefined ? undefined : `${value.value} ${value.unit ?? value.code ?? ''}`.trim();
}

function answers(items: readonly QuestionnaireResponseItem[]): readonly (readonly [string, string])[] {
  return items.flatMap(({ text, linkId, answer = [], item = [] }) => [
    ...answer.map((given) => [text ?? linkId, answerText(given)] as const),
    ...answers(item),
  ]);
}

function answerText(given: NonNullable<QuestionnaireResponseItem['answer']>[number]): string {
  if (given.valueBoolean !== undefined) return given.valueBoolean ? 'Yes' : 'No';
  const { valueString, valueCoding, valueInteger, valueDecimal, valueQuantity, valueDate } = given;
  const plain =
    valueString ?? valueCoding?.display ?? valueCoding?.code ?? valueDate ?? quantity(valueQuantity);
  return plain ?? String(valueInteger ?? valueDecimal ?? '');
}
