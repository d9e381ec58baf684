import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';

/** Value labels of the survey, public domain, outside of the repository: where they are absent the test says so. */
const FILE = new URL('../../../../shared/data/nhamcs-ed/ed22for.txt', import.meta.url);
const here = existsSync(FILE);

/** The labels of the format RFVF, without the codes under zero that only say that nothing was written. */
function reasonForVisitLabels(): readonly string[] {
  const lines = readFileSync(FILE, 'latin1').split(/\r?\n/);
  const from = lines.findIndex((line) => /^\s*VALUE RFVF\s*$/.test(line));
  const to = lines.findIndex((line, at) => at > from && line.includes(';'));
  return lines.slice(from, to).flatMap((line) => {
    const [, code, label] = /^\s*(-?\d+)\s*=\s*'(.*)'/.exec(line) ?? [];
    return label === undefined || code!.startsWith('-') ? [] : [label.replaceAll("''", "'")];
  });
}

describe.skipIf(!here)('the reason-for-visit labels of NHAMCS (skipped without ../shared/data)', () => {
  const labels = here ? reasonForVisitLabels() : [];
  const read = (text: string) =>
    readNarrative(text, { asOf: '2026-03-01T10:00:00Z', origin: 'complaint' }).findings;

  it('are about 840', () => {
    expect(labels.length).toBeGreaterThan(830);
  });

  it('are each read as something', () => {
    expect(labels.filter((label) => read(label).length === 0)).toEqual([]);
  });

  it('are read as something of the patient now, but for what belongs to the family or is denied', () => {
    const notNow = labels.filter(
      (label) => !read(label).some(({ state }) => state === 'present' || state === 'uncertain'),
    );
    // Labels that name what was, what is feared or what is another's.
    expect(notNow.length / labels.length).toBeLessThan(0.03);
  });

  it('are read in capitals as well', () => {
    const missed = labels.filter((label) => read(label.toUpperCase()).length === 0);
    expect(missed).toEqual([]);
  });
});
