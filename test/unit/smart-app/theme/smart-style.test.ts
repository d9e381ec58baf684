import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, readSmartStyle } from '#smart-app/theme/smart-style.ts';

describe('readSmartStyle', () => {
  it('SM-28 takes a readable highlight and a sane radius', () => {
    expect(readSmartStyle({ color_highlight: '#0b4f8a', dim_border_radius: '4px' })).toEqual({
      highlight: '#0b4f8a',
      radius: '4px',
    });
  });

  it.each([
    { color_highlight: '#ffe066' },
    { color_highlight: 'red;} body{display:none' },
    { color_highlight: 'url(https://evil.example)' },
    { dim_border_radius: '9999px' },
    { color_highlight: 42 },
    'not an object',
    undefined,
  ])('SM-28 leaves out what is unreadable or not a plain value: %j', (style) => {
    expect(readSmartStyle(style)).toEqual({});
  });
});

describe('the colours of the priorities', () => {
  const css = readFileSync(new URL('../../../../smart-app/src/theme/tokens.css', import.meta.url), 'utf8');
  const schemes = css.split('data-mantine-color-scheme="').slice(1, 3);
  const colour = (block: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)![1]!;

  it.each([
    'critical',
    'high',
    'medium',
    'low',
  ])('%s: words 4.5:1 on the fill, edge 3:1 on page, card and tint', (level) => {
    for (const block of schemes) {
      const [fill, on, edge, tint] = ['fill', 'on', 'edge', 'tint'].map((part) =>
        colour(block, `${level}-${part}`),
      );
      expect(contrast(on!, fill!)).toBeGreaterThanOrEqual(4.5);
      for (const ground of [colour(block, 'page'), colour(block, 'card'), tint!]) {
        expect(contrast(edge!, ground)).toBeGreaterThanOrEqual(3);
      }
      expect(contrast(colour(block, 'ink'), tint!)).toBeGreaterThanOrEqual(7);
    }
  });

  it('leave words and links readable on page and card', () => {
    for (const block of schemes) {
      for (const name of ['ink', 'muted', 'error', 'interactive']) {
        for (const ground of ['page', 'card']) {
          expect(contrast(colour(block, name), colour(block, ground))).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});
