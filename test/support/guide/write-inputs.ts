import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { guideInputs } from './guide-inputs.ts';

/** `npm run ig:inputs`: writes what the guide takes from the running system, into `ig/input`. */
const folder = fileURLToPath(new URL('../../../ig/input/', import.meta.url));
await mkdir(`${folder}examples`, { recursive: true });
for (const old of await readdir(`${folder}examples`)) await rm(`${folder}examples/${old}`);
for (const [name, text] of await guideInputs()) await writeFile(folder + name, text);
