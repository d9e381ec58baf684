import { describe, expect, it } from 'vitest';
import { plainWords } from '#cds-service/retrieval/plain-words.ts';

describe('plainWords', () => {
  it.each([
    ['My name is Anna Kowalska, chest pain since Monday', 'my chest pain since'],
    ['Mrs. O’Neill feels faint', 'feels faint'],
    ['headache, call me on 0151 496 0123 or a.b@example.org', 'headache call me on or'],
    ['born 12/03/1958, MRN 44-8812, fever 39.4', 'born mrn fever'],
    ['cough after the flight from Lisbon', 'cough after the flight from'],
    ['see https://example.org/me?id=7 rash', 'see rash'],
    ["i take Warfarin and have Addison's", "i take warfarin and have addison's"],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(plainWords(text)).toBe(expected);
  });

  it('keeps words of a text written in capitals', () => {
    expect(plainWords('CHEST PAIN X 2 DAYS')).toBe('chest pain x days');
  });
});
