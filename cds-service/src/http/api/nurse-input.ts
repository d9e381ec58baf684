import type { Observation, QuestionnaireResponse } from 'fhir/r4';
import { z } from 'zod';
import type { Loaded } from '#fhir-mappers/data-state.ts';
import { listOf, present } from '#fhir-mappers/data-state.ts';
import type { PatientData } from '#fhir-mappers/patient-data.ts';
import { SYSTEMS } from '#terminology/coding.ts';
import { VITAL_KINDS, VITAL_SIGNS } from '#terminology/vital-signs.ts';

/** What a nurse told since the proposal: answers, fresh measurements, the complaint in other words. */
export const nurseInputSchema = z.strictObject({
  answers: z
    .array(
      z.object({
        questionId: z.string().max(100),
        text: z.string().max(500),
        answer: z.string().max(2000),
      }),
    )
    .max(50)
    .default([]),
  measurements: z
    .array(z.object({ kind: z.enum(VITAL_KINDS), value: z.number(), unit: z.string().max(20) }))
    .max(50)
    .default([]),
  complaint: z.string().max(4000).optional(),
});

export type NurseInput = z.infer<typeof nurseInputSchema>;

/**
 * Adds to the chart's data what the nurse has just told, as if the EHR had it already.
 *
 * The resources have no id, because they are nowhere yet: nothing can refer to them. A list that could not be read is
 * `partial` with what was told.
 */
export function withNurseInput(data: PatientData, input: NurseInput, asOf: string): PatientData {
  const subject = data.patient.state === 'present' ? `Patient/${data.patient.value.id}` : undefined;
  const answers = asQuestionnaireResponse(input, subject, asOf);
  const measurements = input.measurements.flatMap((measurement) => asObservation(measurement, subject, asOf));
  return {
    ...data,
    questionnaireResponses: answers
      ? withMore(data.questionnaireResponses, [answers])
      : data.questionnaireResponses,
    observations: withMore(data.observations, measurements),
  };
}

function withMore<T>(loaded: Loaded<readonly T[]>, more: readonly T[]): Loaded<readonly T[]> {
  if (more.length === 0) return loaded;
  const value = [...more, ...listOf(loaded)];
  const isPart = loaded.state === 'unavailable' || (loaded.state === 'present' && loaded.partial === true);
  return isPart ? { state: 'present', value, partial: true } : present(value);
}

function asQuestionnaireResponse(
  { answers, complaint }: NurseInput,
  subject: string | undefined,
  asOf: string,
): QuestionnaireResponse | undefined {
  const items = answers.map(({ questionId, text, answer }) => ({
    linkId: questionId,
    text,
    answer: [asAnswer(answer)],
  }));
  if (complaint !== undefined) {
    items.unshift({
      linkId: 'chief-complaint',
      text: 'Presenting complaint',
      answer: [{ valueString: complaint }],
    });
  }
  if (items.length === 0) return undefined;
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    authored: asOf,
    item: items,
    ...(subject === undefined ? {} : { subject: { reference: subject } }),
  };
}

/** A plain yes or no is a fact; everything else is text to read. */
function asAnswer(answer: string): { valueBoolean: boolean } | { valueString: string } {
  if (/^\s*(yes|sí|si)\s*$/i.test(answer)) return { valueBoolean: true };
  if (/^\s*no\s*$/i.test(answer)) return { valueBoolean: false };
  return { valueString: answer };
}

/** Empty for a kind that has no LOINC code: nothing in the chart could carry it. */
function asObservation(
  { kind, value, unit }: NurseInput['measurements'][number],
  subject: string | undefined,
  asOf: string,
): Observation[] {
  const code = VITAL_SIGNS[kind].loinc[0];
  if (code === undefined) return [];
  return [
    {
      resourceType: 'Observation',
      status: 'final',
      category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
      code: { coding: [{ system: SYSTEMS.loinc, code, display: VITAL_SIGNS[kind].display }] },
      effectiveDateTime: asOf,
      valueQuantity: { value, unit, system: SYSTEMS.ucum, code: unit },
      ...(subject === undefined ? {} : { subject: { reference: subject } }),
    },
  ];
}
