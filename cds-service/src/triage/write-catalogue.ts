import { writeFileSync } from 'node:fs';
import { CATALOGUE } from './catalogue.ts';
import { cataloguePage } from './catalogue-page.ts';

// Writes CATALOGUE.md beside this file: `npm run catalogue`.
writeFileSync(new URL('CATALOGUE.md', import.meta.url), cataloguePage(CATALOGUE));
