import { builtGuide } from '#ig/build/built-guide.ts';
import { readDefinitions } from '#ig/validate/definitions.ts';
import { createValidator, type Validate } from '#ig/validate/validator.ts';

/** The validator with the guide of this checkout. */
export async function ourValidator(): Promise<Validate> {
  const { resources } = await builtGuide();
  return createValidator(readDefinitions(resources));
}
