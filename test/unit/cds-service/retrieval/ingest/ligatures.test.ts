import { describe, expect, it } from 'vitest';
import { withoutLigatures } from '#cds-service/retrieval/ingest/ligatures.ts';

describe('withoutLigatures', () => {
  it.each([
    ['\u001cbrinolysis is di\u001ecult', 'fibrinolysis is difficult'],
    ['de\u000cciency of an o\u000ecer', 'deficiency of an officer'],
    ['\ufb01rst in\ufb02ammation, a\ufb00ected, di\ufb03cult', 'first inflammation, affected, difficult'],
    ['plain words', 'plain words'],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutLigatures(text)).toBe(expected);
  });
});
