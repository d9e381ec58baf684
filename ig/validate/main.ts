import { builtGuide } from '../build/built-guide.ts';
import { validateCommand } from './command.ts';
import { readDefinitions } from './definitions.ts';
import { createValidator } from './validator.ts';

/** `npm run validate`: see `USAGE`. */
process.exitCode = await validateCommand(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  openValidator: async () => createValidator(readDefinitions((await builtGuide()).resources)),
});
