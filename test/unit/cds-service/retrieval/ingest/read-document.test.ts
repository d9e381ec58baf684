import { describe, expect, it } from 'vitest';
import { DocumentError, type ReadDocument } from '#cds-service/retrieval/ingest/block.ts';
import { readDocument } from '#cds-service/retrieval/ingest/read-document.ts';
import { type Print, writeDocx, writeEncryptedPdf, writePdf } from '../support/sample-documents.ts';

const outline = ({ blocks }: ReadDocument) =>
  blocks.map((block) => (block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text));

async function codeOf(path: string, bytes: Buffer): Promise<string> {
  try {
    await readDocument(path, bytes);
    return 'read';
  } catch (error) {
    return error instanceof DocumentError ? error.code : String(error);
  }
}

describe('readDocument of Markdown and text', () => {
  it('keeps headings, paragraphs and list items without their markup', async () => {
    const source =
      '---\nx: 1\n---\n# Chest *pain*\n\nCall **at once**,\nsee [the plan](https://x.test).\n\n- one\n- two\n\nFollow-up\n---------\n\n<!-- hidden -->Later.';
    expect(outline(await readDocument('a.md', Buffer.from(source)))).toEqual([
      '# Chest pain',
      'Call at once, see the plan.',
      'one',
      'two',
      '## Follow-up',
      'Later.',
    ]);
  });

  it('reads text that is not UTF-8', async () => {
    const document = await readDocument('a.txt', Buffer.from('caf\xe9 au lait', 'latin1'));
    expect(outline(document)).toEqual(['café au lait']);
  });
});

describe('readDocument of HTML', () => {
  it('keeps the text in order and drops scripts, navigation and markup', async () => {
    const source =
      '<html><head><title>Plan</title><script>alert(1)</script></head><body><nav>Home</nav>' +
      '<h2>Asthma</h2><p>Speak &amp; listen<br>twice</p><ul><li>one</li><li>two</li></ul></body></html>';
    const document = await readDocument('a.html', Buffer.from(source));
    expect(document.title).toBe('Plan');
    expect(outline(document)).toEqual(['## Asthma', 'Speak & listen', 'twice', 'one', 'two']);
  });
});

describe('readDocument of Word', () => {
  it('reads headings by their style', async () => {
    const bytes = writeDocx([{ style: 'Heading1', text: 'Falls' }, { text: 'Ask why.' }]);
    expect(outline(await readDocument('a.docx', bytes))).toEqual(['# Falls', 'Ask why.']);
  });
});

describe('readDocument of PDF', () => {
  const line = (text: string, x: number, y: number, size = 10): Print => ({ text, x, y, size });
  const column = (label: string, x: number): Print[] =>
    Array.from({ length: 14 }, (_, row) =>
      line(`${label} line ${row} of this long column`, x, 660 - row * 13),
    );

  it('reads two columns one after the other, below a heading that spans them', async () => {
    const bytes = writePdf([
      [line('Head injury on the ward', 72, 720, 18), ...column('left', 72), ...column('right', 330)],
    ]);
    const [heading, first, ...rest] = outline(await readDocument('a.pdf', bytes));
    expect(heading).toBe('# Head injury on the ward');
    expect(first).toMatch(/^left line 0 .* left line 13 of this long column/);
    expect([first, ...rest].join(' ')).toMatch(/left line 13 .* right line 0 /);
  });

  it('names the page of each block, joins divided words and drops running heads and page numbers', async () => {
    const topics = ['throat', 'chest', 'skin', 'urine', 'wounds'];
    const pages = topics.map((topic, page) => [
      line('Clinic handbook 2026', 72, 760),
      line(`Infections of ${topic} and their anti-`, 72, 700),
      line(`biotics, for ${topic} only`, 72, 687),
      line(String(page + 1), 300, 30),
    ]);
    const { blocks } = await readDocument('a.pdf', writePdf(pages));
    expect(blocks.map(({ text, page }) => [page, text])).toEqual(
      topics.map((topic, page) => [
        page + 1,
        `Infections of ${topic} and their antibiotics, for ${topic} only`,
      ]),
    );
  });
});

describe('readDocument of what cannot be taken in', () => {
  it.each([
    ['a.xlsx', Buffer.from('x'), 'unknown-format'],
    ['a.pdf', Buffer.from('no pdf'), 'broken'],
    ['a.pdf', writePdf([[], []]), 'scanned'],
    ['a.pdf', writeEncryptedPdf(), 'encrypted'],
    ['a.docx', Buffer.from('no zip'), 'broken'],
    ['a.md', Buffer.from('# Only a heading'), 'empty'],
    ['a.txt', Buffer.from([0xff, 0x00, 0x80, 0x00]), 'broken'],
  ])('%s is refused', async (path, bytes, code) => {
    expect(await codeOf(path, bytes)).toBe(code);
  });
});
