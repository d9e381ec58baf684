import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateCommand } from '#ig/validate/command.ts';
import type { Validate } from '#ig/validate/validator.ts';
import { ourValidator } from '../support/guide/our-validator.ts';
import { sampleOf } from '../support/guide/samples.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

let validate: Validate;

/** Runs the command in this process. */
async function run(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await validateCommand(args, {
    env: {},
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    openValidator: async () => validate,
  });
  return { code, out };
}

const codesIn = (out: string): string[] =>
  JSON.parse(out).results.flatMap(({ findings }: { findings: { code: string }[] }) =>
    findings.map(({ code }) => code),
  );

const task = () => structuredClone(sampleOf('triage-task')) as Record<string, unknown>;

describe('npm run validate', () => {
  // The guide is built once, so that no test pays for it.
  beforeAll(async () => {
    validate = await ourValidator();
  });

  it('passes what the system emits and exits with 0, as a command', () => {
    const { status, stdout } = spawnSync(process.execPath, ['ig/validate/main.ts', 'ig/input/examples']);
    expect(String(stdout)).toContain('validated, 0 wrong');
    expect(status).toBe(0);
  });

  it('names what is wrong with a file of a folder, and exits with 1', async () => {
    mkdirSync(join(folder, 'mixed'));
    file('mixed/good.json', task());
    file('mixed/bad.json', { ...task(), priority: 'high' });
    const { code, out } = await run(join(folder, 'mixed'));
    expect(out).toMatch(/WRONG .*bad\.json\n {2}error not-in-value-set at Task\.priority/);
    expect(out).not.toContain('good.json');
    expect(code).toBe(1);
  });

  it('says every way of being no R4 JSON with a code of its own, and validates the rest', async () => {
    const deep = `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`;
    const targets = [
      file('a.json', 'hello'),
      file('b.json', '<Patient/>'),
      file('c.json', []),
      file('d.json', { a: 1 }),
      file('e.json', { resourceType: 'Transport' }),
      file('f.json', { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' }),
      file('g.json', deep.replace('{', '{"resourceType":"Basic",')),
      file('h.json', { resourceType: 'Cat' }),
      join(folder, 'none.json'),
      file('z.json', task()),
    ];
    const { code, out } = await run(...targets, '--format', 'json');
    expect(codesIn(out)).toEqual([
      'not-json',
      'xml',
      'not-fhir',
      'not-fhir',
      'other-version',
      'other-version',
      'too-deep',
      'not-fhir',
      'unreachable',
    ]);
    expect(JSON.parse(out).results.at(-1).valid).toBe(true);
    expect(code).toBe(1);
  });

  it('refuses a file above 50 MiB without reading it, and takes NDJSON line by line', async () => {
    const big = file('big.json', ' '.repeat(51 * 1024 * 1024));
    const lines = file('many.ndjson', `${JSON.stringify(task())}\nbroken\n${JSON.stringify(task())}\n`);
    const { out } = await run(big, lines, '--format', 'json');
    expect(codesIn(out)).toEqual(['too-large', 'not-json']);
    expect(JSON.parse(out).summary).toEqual({ validated: 2, invalid: 0, refused: 2 });
  });

  it('validates 1,000 resources in less than 20 seconds', async () => {
    const path = file('thousand.ndjson', `${JSON.stringify(task())}\n`.repeat(1000));
    const begin = performance.now();
    const { out } = await run(path);
    expect(out).toContain('1000 validated, 0 wrong');
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  it('holds a resource against a profile by id or URL, and names one that is not on hand', async () => {
    const path = file('task.json', task());
    const url = 'https://prescreen.org/fhir/StructureDefinition/escalation-task';
    for (const profile of ['escalation-task', url]) {
      expect((await run(path, '--profile', profile)).out).toContain('esc-1');
    }
    expect((await run(path, '--profile', 'https://nobody.example/x')).out).toContain('unknown-profile');
  });

  it('reports as OperationOutcome and as JUnit', async () => {
    const path = file('wrong.json', { ...task(), intent: 'plan' });
    const outcome = JSON.parse((await run(path, '--format', 'outcome')).out);
    expect(outcome.issue[0]).toMatchObject({ severity: 'error', code: 'value', expression: ['Task.intent'] });
    expect((await run(path, '--format', 'junit')).out).toMatch(/failures="1"[\s\S]*type="not-as-fixed"/);
  });

  it('reads what is ours from a FHIR server, page by page and never from another origin', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const base = `http://${request.headers.host}/fhir`;
      const isTask = request.url?.startsWith('/fhir/Task');
      const isFirst = isTask && !request.url?.includes('page=2');
      const bundle = {
        resourceType: 'Bundle',
        type: 'searchset',
        entry: isTask ? [{ resource: { ...task(), id: isFirst ? 'one' : 'two' } }] : [],
        link: [
          { relation: 'next', url: isFirst ? `${base}/Task?page=2` : 'http://other.example/fhir?page=3' },
        ],
      };
      const metadata = { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' };
      response.end(JSON.stringify(request.url === '/fhir/metadata' ? metadata : bundle));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as { port: number };
      const { code, out } = await run(`http://127.0.0.1:${port}/fhir`);
      expect(out).toContain('2 validated, 0 wrong');
      expect(code).toBe(0);
      expect(asked).toContain('/fhir/Task?page=2');
    } finally {
      server.close();
    }
  });

  it('exits with 2 when nothing could be validated: no target, network down', async () => {
    expect((await run()).code).toBe(2);
    const { code, out } = await run('http://127.0.0.1:9/fhir', '--format', 'json');
    expect(codesIn(out)).toEqual(['unreachable']);
    expect(code).toBe(2);
  });
});
