import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtGuide, copyDefinitions } from '#ig/build/built-guide.ts';
import { KNOWN_WARNINGS } from '#ig/build/known-warnings.ts';
import { sequenceSvg } from '#ig/site/sequence.ts';
import { writeSite } from '#ig/site/write-site.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const dist = tempFolder();
/** Written by `npm run ig` beside the pages. */
const MADE_BESIDE = new Set(['assessment.schema.json', 'openapi.json', 'package.tgz']);
const read = (name: string) => readFileSync(join(dist, `${name}.html`), 'utf8');

describe('the guide', () => {
  beforeAll(async () => {
    const guide = await builtGuide();
    await copyDefinitions(guide, join(dist, 'resources'));
    await writeSite(dist);
  });

  it('is built without errors, and every warning has its reason', async () => {
    const { errors, warnings } = (await builtGuide()).report;
    expect(errors).toEqual([]);
    const unexplained = warnings.filter(
      (one) => !KNOWN_WARNINGS.some(({ starts }) => one.startsWith(starts)),
    );
    expect(unexplained).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    const dead = readdirSync(dist)
      .filter((name) => name.endsWith('.html'))
      .flatMap((name) =>
        [...readFileSync(join(dist, name), 'utf8').matchAll(/href="([^"#:]+)"/g)]
          .map(([, to = '']) => to)
          .filter((to) => !MADE_BESIDE.has(to) && !existsSync(join(dist, to)))
          .map((to) => `${name} -> ${to}`),
      );
    expect(dead).toEqual([]);
  });

  it('says of every must-support element who fills it and who reads it', () => {
    expect(read('must-support')).toContain('Filled by the nurse: her edited text. Read by everyone.');
    expect(read('must-support')).not.toContain('undefined');
  });

  it('names a test for the requirements of both standards', () => {
    expect(read('conformance')).toMatch(/CH-01<\/td><td><div><code>test\//);
    expect(read('conformance')).toMatch(/SM-46<\/td><td><div><code>test\//);
  });

  it('shows what the system emitted under the profile that it follows', () => {
    expect(read('StructureDefinition-escalation-task')).toContain('agreed-with-escalation');
    expect(read('StructureDefinition-triage-model-card')).toContain('Model card: prescreen-triage');
  });

  it('draws a message from one actor to another, and refuses one to nobody', () => {
    expect(sequenceSvg('A | B\nA -> B: <hello>')).toContain('&lt;hello&gt;');
    expect(() => sequenceSvg('A | B\nA -> C: hello')).toThrow('A -> C');
  });
});
