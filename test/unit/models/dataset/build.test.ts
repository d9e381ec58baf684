import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle, Resource } from 'fhir/r4';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDataset } from '#models/training/dataset/build.ts';
import { leakFinder } from '#models/training/dataset/check-leaks.ts';
import { checkConfig } from '#models/training/dataset/config.ts';
import { type Example, exampleSchema, SPLITS } from '#models/training/dataset/example.ts';
import { syntheticExamples } from '#models/training/dataset/sources/synthetic.ts';
import { type MadePatient, madePatients } from '../../../support/dataset/made-patients.ts';
import { concluded } from '../../../support/dataset/sign-charts.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const SECRET = 'a secret for tests only';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prescreen-dataset-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (...parts: string[]): string => join(folder, ...parts);
const linesOf = (file: string): Example[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Example);
const everything = (out: string): Example[] =>
  SPLITS.flatMap((split) => linesOf(join(out, `${split}.jsonl`)));

/** Writes the charts of made patients with signed conclusions as NDJSON. */
function writeExport(count: number): readonly MadePatient[] {
  mkdirSync(path('export'));
  const made = madePatients(count, 5, NOW);
  const written = made.flatMap(({ id, encounterId, at, resources }) => {
    const bundle = concluded(resources, { patient: id, encounter: encounterId, asOf: at }) as Bundle;
    const ids = new Map(
      bundle.entry?.map(({ fullUrl, resource }, index) => [
        fullUrl ?? '',
        `${resource?.resourceType}/${id}-${index}`,
      ]),
    );
    const posted = (bundle.entry ?? []).map(({ resource }, index) => ({ ...resource, id: `${id}-${index}` }));
    const stored = JSON.parse(
      JSON.stringify(posted).replace(/urn:uuid:[0-9a-f-]+/g, (urn) => ids.get(urn) ?? urn),
    ) as Resource[];
    return [...resources, ...stored];
  });
  writeFileSync(
    path('export', 'all.ndjson'),
    written.map((resource) => `${JSON.stringify(resource)}\n`).join(''),
  );
  return made;
}

const CLINIC = {
  count: 60,
  shares: { synthetic: 0.5, clinic: 0.5, public: 0 },
  clinic: { folder: '', spotCheck: 10 },
};
const clinicConfig = () => checkConfig({ ...CLINIC, clinic: { ...CLINIC.clinic, folder: path('export') } });

describe('a dataset from the generator', () => {
  const config = checkConfig({ count: 80, seed: 3, shares: { synthetic: 1, clinic: 0, public: 0 } });

  it('holds what was asked for, in the wanted splits, each line of the form', async () => {
    expect(await buildDataset({ config, out: path('out') })).toMatchObject({
      examples: 80,
      leaks: 0,
      problems: [],
    });
    expect(SPLITS.map((split) => linesOf(path('out', `${split}.jsonl`)).length)).toEqual([64, 8, 8]);
    expect(everything(path('out')).every((example) => exampleSchema.safeParse(example).success)).toBe(true);
  });

  it('is the same bytes for the same seed and others for another', async () => {
    const read = (name: string): string => readFileSync(path(name, 'train.jsonl'), 'utf8');
    await buildDataset({ config, out: path('a') });
    await buildDataset({ config, out: path('b') });
    await buildDataset({ config: { ...config, seed: 4 }, out: path('c') });
    expect(read('b')).toBe(read('a'));
    expect(read('c')).not.toBe(read('a'));
  });

  it('keeps a condition in one split', async () => {
    await buildDataset({ config, out: path('out') });
    const splits = new Map<string, Set<string>>();
    for (const { metadata } of everything(path('out')))
      splits.set(metadata.group, (splits.get(metadata.group) ?? new Set()).add(metadata.split));
    expect([...splits.values()].filter(({ size }) => size > 1)).toEqual([]);
  });
});

describe('a dataset from charts', () => {
  it('has the priority that the nurse signed and no word that identifies', async () => {
    const made = writeExport(30);
    const { problems } = await buildDataset({ config: clinicConfig(), out: path('out'), secret: SECRET });
    const clinic = everything(path('out')).filter(({ metadata }) => metadata.source === 'clinic');
    expect(clinic.length).toBeGreaterThan(15);
    expect(clinic.every(({ metadata }) => metadata.provenance.gold === 'signed-impression')).toBe(true);
    const text = everything(path('out'))
      .filter(({ metadata }) => metadata.source === 'clinic')
      .map(({ input, output }) => JSON.stringify([input, output]))
      .join('\n');
    const long = made.flatMap(({ planted }) => planted).filter((one) => /\d{4}|[\p{L}]{9}/u.test(one));
    expect(long.filter((one) => text.includes(one))).toEqual([]);
    expect(problems.every(({ why }) => !/made-|Patient\//.test(why))).toBe(true);
  });

  it('tests on later conclusions than it learns from, of other patients', async () => {
    writeExport(30);
    await buildDataset({ config: clinicConfig(), out: path('out'), secret: SECRET });
    const groups = SPLITS.map(
      (split) =>
        new Set(
          linesOf(path('out', `${split}.jsonl`))
            .filter(({ metadata }) => metadata.source === 'clinic')
            .map(({ metadata }) => metadata.group),
        ),
    );
    expect([...groups[2]!].some((group) => groups[0]!.has(group))).toBe(false);
    expect(groups[2]!.size).toBeGreaterThan(0);
  });

  it('skips bad records, names them, and goes on', async () => {
    writeExport(12);
    appendFileSync(
      path('export', 'all.ndjson'),
      '{"resourceType":"Patient"\n{"resourceType":"Observation","id":"x"}\n',
    );
    const { problems } = await buildDataset({ config: clinicConfig(), out: path('out'), secret: SECRET });
    expect(problems.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['no FHIR resource', 'Observation of nobody']),
    );
    expect(readFileSync(path('out', 'problems.jsonl'), 'utf8')).toContain('no FHIR resource');
  });

  it('leaves no raw resource behind, and closes the spot check to others', async () => {
    writeExport(12);
    await buildDataset({ config: clinicConfig(), out: path('out'), secret: SECRET });
    expect(existsSync(path('out', '.work'))).toBe(false);
    expect(readFileSync(path('out', 'private', 'spot-check.md'), 'utf8')).toContain(
      'nobody can be recognised',
    );
  });

  it('goes on where it was stopped, and ends with the same bytes', async () => {
    writeExport(24);
    const build = (out: string, stopAt?: string) =>
      buildDataset({ config: clinicConfig(), out: path(out), secret: SECRET }, (stage) => ({
        done() {
          if (stage === stopAt) throw new Error('stopped');
        },
        end() {},
      }));
    await expect(build('stopped', 'charts')).rejects.toThrow('stopped');
    expect(existsSync(path('stopped', '.work', 'work.sqlite'))).toBe(true);
    await build('stopped');
    await build('fresh');
    for (const file of ['train.jsonl', 'test.jsonl', 'DATASHEET.md'])
      expect(readFileSync(path('stopped', file), 'utf8')).toBe(readFileSync(path('fresh', file), 'utf8'));
  });

  it('refuses to read a clinic without a secret', async () => {
    writeExport(2);
    await expect(buildDataset({ config: clinicConfig(), out: path('out') })).rejects.toThrow(/secret/);
  });

  it('does not use an impression that nobody signed', async () => {
    writeExport(6);
    const unsigned = readFileSync(path('export', 'all.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => !line.includes('"resourceType":"Provenance"'))
      .join('\n');
    writeFileSync(path('export', 'all.ndjson'), unsigned);
    const { problems } = await buildDataset({ config: clinicConfig(), out: path('out'), secret: SECRET });
    expect(
      new Set(problems.filter(({ where }) => where.startsWith('ClinicalImpression')).map(({ why }) => why)),
    ).toEqual(new Set(['not-signed']));
  });
});

describe('the leak check', () => {
  const [one] = syntheticExamples(1);
  const example = one!.example;
  const inSplit = (
    split: Example['metadata']['split'],
    changes: Partial<Example['metadata']> = {},
    symptoms = example.input.symptoms,
  ): Example => ({
    ...example,
    input: { ...example.input, symptoms },
    metadata: { ...example.metadata, split, ...changes },
  });

  it('finds a group, a complaint and a near copy in two splits', () => {
    const long = 'sharp pain low in the belly since this morning and nothing helps at all';
    const finder = leakFinder(0.85);
    finder.add(inSplit('train', { id: 'synthetic/a' }, long));
    finder.add(inSplit('test', { id: 'synthetic/b' }, long));
    expect(finder.leaks().map(({ kind }) => kind)).toEqual(['group', 'complaint', 'near copy']);
  });

  it('finds nothing within one split', () => {
    const finder = leakFinder(0.85);
    finder.add(inSplit('train', { id: 'synthetic/a' }));
    finder.add(inSplit('train', { id: 'synthetic/b' }));
    expect(finder.leaks()).toEqual([]);
  });
});
