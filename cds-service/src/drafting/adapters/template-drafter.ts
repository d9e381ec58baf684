import type { DraftKind } from '#fhir-mappers/drafted-note.ts';
import type { Drafter, WrittenSentence } from '../contract.ts';
import type { FactSheet } from '../facts/fact.ts';
import { writePatientText } from '../template/patient.ts';
import { writeQuestions } from '../template/questions.ts';
import { writeSbar } from '../template/sbar.ts';
import { writeSummary } from '../template/summary.ts';

const WRITERS: Readonly<Record<DraftKind, (sheet: FactSheet) => readonly WrittenSentence[]>> = {
  sbar: writeSbar,
  summary: writeSummary,
  questions: writeQuestions,
  patient: writePatientText,
};

/** Version of the template's words: a draft can be made again from its assessment. */
export const TEMPLATE_VERSION = '1';

/** A draft in fixed words, no sentence twice. */
export function writeTemplate(kind: DraftKind, sheet: FactSheet): readonly WrittenSentence[] {
  const told = new Set<string>();
  return WRITERS[kind](sheet).filter(({ text }) => !told.has(text) && told.add(text));
}

/** The adapter that is always there: fixed words around facts, no model, the same every time. */
export const templateDrafter: Drafter = {
  adapter: 'template',
  info: { adapter: 'template', name: 'template', version: TEMPLATE_VERSION },
  draft: async ({ kind, sheet }) => writeTemplate(kind, sheet),
  close: async () => undefined,
};
