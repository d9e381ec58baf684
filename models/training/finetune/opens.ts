/**
 * Would the service use this model? Prints what the adapter says of a folder, the gate being required.
 *
 * usage: node models/training/finetune/opens.ts <folder>
 */
import { isUnavailable } from '#fhir-mappers/data-state.ts';
import { openLanguageModel } from '../../language-model/language-model.ts';

const model = await openLanguageModel({ folder: process.argv[2] ?? '' });
const { info } = model;
process.stdout.write(
  `${JSON.stringify(isUnavailable(info) ? { opens: false, why: info.detail } : { opens: true, name: info.name })}\n`,
);
await model.close();
