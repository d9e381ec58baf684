import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, shorten } from '#cds-service/cards/markdown.ts';

describe('escapeMarkdown', () => {
  it('CH-84 turns HTML into text', () => {
    expect(escapeMarkdown('<img src=x onerror=alert(1)>')).not.toMatch(/[<>]/);
  });

  it('CH-84 takes the link out of a Markdown link and out of a bare address', () => {
    const escaped = escapeMarkdown(
      '[x](javascript:alert(1)) https://evil.example www.evil.example a@b.example',
    );
    expect(escaped).not.toMatch(/\]\(/);
    expect(escaped).not.toMatch(/https:|javascript:|www\.|@/);
  });

  it('keeps one line one line, so that nothing can start a heading or a list', () => {
    expect(escapeMarkdown('a\n# b\r\n- c\u2028d')).not.toMatch(/[\n\r\u2028]/);
  });

  it('leaves no active character unescaped, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeMarkdown(text).replace(/\\./g, '')).not.toMatch(/[<>[\]*_`~|]/);
      }),
    );
  });
});

describe('shorten', () => {
  it('CH-82 stays below the limit and never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const short = shorten(text, 140);
        expect(short.length).toBeLessThan(140);
        expect(short.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('leaves a short text as it is', () => {
    expect(shorten('chest pain', 140)).toBe('chest pain');
  });
});
