import { readFileSync } from 'node:fs';

export interface LabelledQuery {
  readonly split: 'tune' | 'report';
  readonly register: 'lay' | 'nurse' | 'physician' | 'none';
  readonly text: string;
  /** Grade by passage id: 3 what one wants, 2 also right, 1 related. Empty when nothing should be found. */
  readonly grades: ReadonlyMap<string, number>;
}

/** Reads `test/fixtures/retrieval/queries.tsv`. */
export function readLabelledQueries(): readonly LabelledQuery[] {
  const file = new URL('../../fixtures/retrieval/queries.tsv', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [split, register, labels = '', text = ''] = line.split('\t');
      const grades = new Map(
        labels
          .split(',')
          .filter((label) => label !== '')
          .map((label): [string, number] => [label.split('=')[0] ?? '', Number(label.split('=')[1])]),
      );
      return { split, register, text, grades } as LabelledQuery;
    });
}
