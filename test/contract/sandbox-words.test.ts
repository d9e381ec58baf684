import type { Observation } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { html } from '../sandbox-ehr/chart/html.ts';
import { markdown } from '../sandbox-ehr/chart/markdown.ts';
import { ageText, patientName, spanText, valueText } from '../sandbox-ehr/chart/words.ts';
import { rangeOfDate, rangeOfNumber } from '../sandbox-ehr/fhir/normalise.ts';

const NOW = new Date('2026-05-04T12:00:00Z');

describe('words of the chart', () => {
  it.each([
    ['2026-05-04T11:48:00Z', '12 min'],
    ['2026-05-04T08:55:00Z', '3 h 5 min'],
    ['2026-05-01T12:00:00Z', '3 d'],
    ['2020-05-01T12:00:00Z', '6 y'],
  ])('calls the time since %s "%s"', (from, words) => {
    expect(spanText(from, NOW)).toBe(words);
  });

  it.each([
    ['2026-03-16', '7 wk'],
    ['2025-08-04', '8 mo'],
    ['1972-05-03', '54 y'],
  ])('gives somebody born %s the age "%s"', (birthDate, words) => {
    expect(ageText({ resourceType: 'Patient', birthDate }, NOW)).toBe(words);
  });

  it('puts systolic pressure first, whatever order the panel keeps', () => {
    const part = (code: string, value: number) => ({
      code: { coding: [{ code }] },
      valueQuantity: { value, unit: 'mmHg', code: 'mm[Hg]' },
    });
    const panel: Observation = {
      resourceType: 'Observation',
      status: 'final',
      code: {},
      component: [part('8462-4', 79), part('8480-6', 129)],
    };
    expect(valueText(panel)).toBe('129/79 mmHg');
  });

  it('names a patient without a name by the id', () => {
    expect(patientName({ resourceType: 'Patient', id: 'p1' })).toBe('Patient p1');
  });
});

describe('text from outside', () => {
  it('is escaped in every place of a page', () => {
    expect(html`<p title="${'"><script>'}">${'<b>'}</p>`.html).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;</p>',
    );
  });

  it('keeps its Markdown and loses its HTML, its scripts and its images from elsewhere', () => {
    const { html: shown } = markdown(
      '**bold** <script>x</script> [a](javascript:x) [b](https://ok.example) | <iframe src=x></iframe>',
    );
    expect(shown).toContain('<strong>bold</strong>');
    expect(shown).toContain('href="https://ok.example"');
    expect(shown).not.toMatch(/<script|javascript:|<iframe/);
  });
});

describe('values of a search', () => {
  it('stand for the span that their precision says', () => {
    const span = (text: string) => {
      const [low, high] = rangeOfDate(text)!;
      return high - low;
    };
    expect(span('2026-05-04T10:00:00Z')).toBe(1000);
    expect(span('2026-05-04T10:00Z')).toBe(60_000);
    expect(rangeOfNumber('5.4')?.map((edge) => edge.toFixed(2))).toEqual(['5.35', '5.45']);
    expect(rangeOfNumber('100')).toEqual([99.5, 100.5]);
  });

  it.each(['', 'x', '20', '2026-5-4', '2026-05-04T10'])('are no date: "%s"', (text) => {
    expect(rangeOfDate(text)).toBeUndefined();
  });
});
