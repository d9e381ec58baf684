import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { narrativeSnapshot } from '../../../support/narrative-snapshot.ts';

const firedBy = (text: string): readonly string[] =>
  triage(narrativeSnapshot({ text })).hits.map(({ id }) => id);

describe.each(CATALOGUE)('rule $id', ({ id, fires, spares }) => {
  it.each(fires)('fires on: %s', (text) => {
    expect(firedBy(text)).toContain(id);
  });

  it.each(spares)('spares: %s', (text) => {
    expect(firedBy(text)).not.toContain(id);
  });
});
