/**
 * What a nurse gets when the service is given this model: the gate is required, as in the service.
 *
 * usage: node test/support/finetune/draft-with.ts <folder>
 */
import { createOnnxDrafter } from '#cds-service/drafting/adapters/onnx-drafter.ts';
import { draftNote } from '#cds-service/drafting/draft-note.ts';
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { openLanguageModel } from '#models/language-model/language-model.ts';
import { generateCases } from '#models/training/cases/generate.ts';
import { assessCase } from '../drafting/assess-case.ts';

const [one] = generateCases(1);
if (one === undefined) throw new Error('the generator made no case');
const { assessment, evidence } = assessCase(one);
const model = await openLanguageModel({ folder: process.argv[2] ?? '' });
const { info } = model;
const drafter = createOnnxDrafter(model);
const note = await draftNote(assessment, evidence, {
  kind: 'sbar',
  drafter,
  signal: AbortSignal.timeout(120_000),
});
await drafter.close();
process.stdout.write(
  `${JSON.stringify({
    opens: !isUnavailable(info),
    ...(isUnavailable(info) ? { why: info.detail } : {}),
    draftedBy: isUnavailable(note) ? note.code : note.by.adapter,
  })}\n`,
);
