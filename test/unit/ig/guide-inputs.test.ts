import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { GATES } from '#cds-service/gates/gates.ts';
import { verifyResource } from '#cds-service/signing/verify-resource.ts';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { rulesIn } from '#ig/build/code-systems.ts';
import { exampleInputs, shapeOf } from '../../support/guide/guide-inputs.ts';

const INPUT = new URL('../../../ig/input/', import.meta.url);
const read = (name: string) => readFile(new URL(name, INPUT), 'utf8');
const AGAIN = 'run npm run ig:inputs';

describe('what the guide takes from the running system', () => {
  let fresh: ReadonlyMap<string, unknown>;
  beforeAll(async () => {
    fresh = await exampleInputs();
  });

  it('has the codes of the rules and gates that ship', async () => {
    const page = await readFile(
      new URL('../../../cds-service/src/triage/CATALOGUE.md', import.meta.url),
      'utf8',
    );
    expect(rulesIn(page).map(([id]) => id)).toEqual(CATALOGUE.map(({ id }) => id));
    const gates = [...(await read('fsh/gates.fsh')).matchAll(/^\* #(\S+)/gm)].map(([, id]) => id);
    expect(gates).toEqual(GATES.map(({ id }) => id));
  });

  it('has examples of the shape that the system emits today, and no others', async () => {
    const folders = ['examples', 'interfaces'];
    const found = await Promise.all(
      folders.map(async (folder) =>
        (await readdir(new URL(folder, INPUT))).map((name) => `${folder}/${name}`),
      ),
    );
    expect(found.flat().sort(), AGAIN).toEqual([...fresh.keys()].sort());
    for (const [name, value] of fresh) {
      expect(shapeOf(JSON.parse(await read(name))), `${name}: ${AGAIN}`).toEqual(shapeOf(value));
    }
  });

  it('has examples whose signatures hold, and stop holding when a word is changed', async () => {
    const jwks = JSON.parse(await read('interfaces/example-jwks.json'));
    const bundle = JSON.parse(await read('examples/Bundle-below-floor.json'));
    const [{ fullUrl, resource }] = bundle.entry;
    const provenance = bundle.entry.at(-1).resource;
    expect((await verifyResource(resource, provenance, { jwks, fullUrl })).reason).toBe('valid');
    const changed = { ...resource, summary: `${resource.summary}!` };
    expect((await verifyResource(changed, provenance, { jwks, fullUrl })).reason).toBe('changed');
  });
});
