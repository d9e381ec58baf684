import { describe, expect, it } from 'vitest';
import { parsePassage } from '#cds-service/retrieval/corpus/parse-passage.ts';
import { fileOf, passage } from '../support/corpus-folder.ts';

describe('parsePassage', () => {
  it('reads front matter and joins the lines of a paragraph', () => {
    const parsed = parsePassage(
      fileOf(passage({ id: 'sore-throat', text: 'One line\nand another.\n\nSecond.' })),
    );
    expect(parsed).toMatchObject({
      passage: { id: 'sore-throat', year: 2020, text: 'One line and another.\n\nSecond.' },
      licence: 'Apache-2.0',
    });
  });

  it('names every fault of the front matter at once', () => {
    const broken = fileOf({
      ...passage({ id: 'Sore Throat', text: 'Words.' }),
      year: 1900,
      link: 'http://x.test',
    });
    const parsed = parsePassage(broken);
    expect('problems' in parsed && parsed.problems.map((problem) => problem.split(':')[0])).toEqual([
      'id',
      'year',
      'link',
    ]);
  });

  it('refuses a field that it does not know, so a typing error cannot drop a filter', () => {
    const parsed = parsePassage(fileOf({ ...passage({ id: 'a', text: 'b' }), ...{ agegroups: ['adult'] } }));
    expect('problems' in parsed && parsed.problems[0]).toMatch(/agegroups/);
  });

  it.each([
    ['plain text', /no front matter/],
    ['---\nid: [\n---\ntext', /not YAML/],
    [fileOf(passage({ id: 'a', text: '  ' })), /no text/],
  ])('says what is wrong with %j', (source, problem) => {
    const parsed = parsePassage(source);
    expect('problems' in parsed && parsed.problems.join()).toMatch(problem);
  });
});
