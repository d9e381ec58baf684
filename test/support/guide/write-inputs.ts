import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asText, exampleInputs } from './guide-inputs.ts';

/** `npm run ig:inputs`: writes what the guide takes from the running system, into `ig/input`. */
const folder = fileURLToPath(new URL('../../../ig/input/', import.meta.url));
const examples = await exampleInputs();
for (const made of ['examples', 'interfaces']) {
  await mkdir(folder + made, { recursive: true });
  for (const old of await readdir(folder + made)) await rm(`${folder}${made}/${old}`);
}
for (const [name, value] of examples) await writeFile(folder + name, asText(value));
process.stdout.write(`ig/input: ${examples.size} examples\n`);
