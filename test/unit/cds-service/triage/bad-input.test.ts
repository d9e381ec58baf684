import { describe, expect, it } from 'vitest';
import type { ChartedCase } from '#models/training/cases/charted-case.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import { HOSTILE_TEXTS } from '../../../bench/cases/large-chart.ts';
import { chartOf, judge, snapshotOf } from '../../../support/generated-cases.ts';

/** What comes out of a chart: priority, what was named, what is asked, which vital signs were used. */
function answer(change: Partial<Omit<ChartedCase, 'sex'>> & { readonly sex?: string }) {
  const plain = { text: 'cough', ageYears: 50, sex: 'female', vitals: {}, conditions: [], medications: [] };
  const snapshot = snapshotOf(chartOf({ ...plain, ...change } as ChartedCase));
  const { priority, findings } = judge(snapshot);
  return {
    priority,
    named: snapshot.problems.map(({ code, about }) => `${code} ${about}`),
    asked: findings.questions.map(({ id }) => id),
    fired: findings.hits.map(({ id }) => id),
    used: Object.fromEntries(snapshot.measurements.map(({ kind, value }) => [kind, value])),
    read: snapshot.findings.filter(({ state }) => state === 'present').map(({ concept }) => concept),
  };
}
const atLeast = (least: Priority) => (priority: Priority) => rankOf(priority) >= rankOf(least);

describe('text that cannot be read', () => {
  it.each([
    ['garbled letters', 'xkqj wvzzt plmnb 8829 qqq zxcv'],
    ['emoji alone', '💔🫁😵‍💫'],
    ['Arabic', 'ألم في الصدر منذ ساعة'],
    ['Chinese', '胸痛一个小时'],
    ['Spanish without accents', 'me duele mucho el pecho y no puedo respirar'],
    ['German', 'ich habe seit gestern starke Schmerzen und mir ist nicht gut'],
  ])('%s is named, asked about and never low', (_name, text) => {
    const { priority, named, asked } = answer({ text });
    expect(named).toContain('unread-language complaint');
    expect(asked).toContain('ask-what');
    expect(priority).not.toBe('low');
  });

  it.each(['', '   \n\t ', '\u0000\u0007', '...'])('%j says nothing, and is asked about', (text) => {
    const { priority, asked } = answer({ text });
    expect(priority).toBe('medium');
    expect(asked).toContain('ask-what');
  });

  it('reads what is English beside another language, and names the rest', () => {
    const { priority, named } = answer({
      text: 'chest pain since this morning. me duele mucho el pecho y no puedo respirar',
    });
    expect(priority).toSatisfy(atLeast('high'));
    expect(named).toContain('unread-language complaint');
  });
});

describe('text with more in it than words', () => {
  it.each([
    ['markup', '<p>Chest&nbsp;pain <b>and</b> sweating</p><script>alert(1)</script>'],
    ['markup without spaces', '<div>chest pain</div><div>sweating</div>'],
    ['control characters', 'chest\u0000 pain\u0007 and\u200b sweating\u202e'],
    ['colours of a terminal', '\u001b[31mchest pain\u001b[0m and sweating'],
    ['emoji', 'chest pain 💔 and sweating 😢'],
    ['wide letters', 'ｃｈｅｓｔ ｐａｉｎ and sweating, chest pain'],
    ['a long line that was wrapped', 'for about an hour this morning he has had chest\r\npain and\tsweating'],
  ])('%s is read like the words alone', (_name, text) => {
    const { fired, read, named } = answer({ text });
    expect(fired).toContain('chest-pain-danger-features');
    expect(read).not.toContain('medication-refill');
    expect(named).not.toContain('contradictory age');
  });

  it('keeps the signs of comparison', () => {
    expect(answer({ text: 'weak, BP <90/60, HR >120 & pale' }).used).toMatchObject({ systolic: 90 });
  });

  it('reads the beginning of a megabyte, says so, and calls nothing low by it', () => {
    const { priority, named } = answer({ text: 'cough and runny nose '.repeat(50_000) });
    expect(named).toContain('incomplete complaint');
    expect(priority).toBe('medium');
  });

  it.each(Object.keys(HOSTILE_TEXTS))('takes about ten times as long for ten times of: %s', (name) => {
    const unit = HOSTILE_TEXTS[name]!;
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const began = performance.now();
      answer({ text });
      return performance.now() - began;
    };
    time(9000);
    const short = Math.min(time(9000), time(9000), time(9000));
    const long = Math.min(time(90_000), time(90_000));
    // A quadratic reader would take a hundred times as long.
    expect(long / Math.max(short, 0.5)).toBeLessThan(45);
  });
});

describe('numbers that cannot be', () => {
  it.each<[string, Partial<ChartedCase>]>([
    ['in the chart', { vitals: { hr: 900, spo2: 150, tempC: 985, rr: -4, sbp: 9000 } }],
    ['in the text', { text: 'cough. HR 900, SpO2 150%, temp 985, BP 900/80, RR 400' }],
  ])('%s are named each, used never, and asked for again', (_name, change) => {
    const { named, used, asked, priority } = answer(change);
    for (const kind of ['heart-rate', 'spo2', 'temperature', 'respiratory-rate', 'systolic']) {
      expect(named).toContain(`implausible ${kind}`);
      expect(used).not.toHaveProperty(kind);
    }
    expect(asked[0]).toBe('measure-again');
    expect(priority).toBe('medium');
  });

  it('take Fahrenheit coded as Celsius for impossible, not for fever', () => {
    const { named, used } = answer({ vitals: { tempC: 101.2 } });
    expect(named).toContain('implausible temperature');
    expect(used).toEqual({});
  });

  it('name a level of consciousness that is none', () => {
    expect(answer({ vitals: { avpu: 'banana' } }).named).toContain('unknown-unit consciousness');
  });

  it.each([-3, 190])('an age of %d is named, not used, asked for, and makes nothing low', (ageYears) => {
    const { named, asked, priority } = answer({ ageYears });
    expect(named).toContain('implausible age');
    expect(asked).toContain('ask-age');
    expect(priority).toBe('medium');
  });

  it('an unknown sex is named and hides no rule', () => {
    const { named } = answer({ text: 'lower abdominal pain', sex: 'unknown' });
    expect(named).toContain('missing sex');
  });
});

describe('numbers that contradict each other', () => {
  it('of one text: the more worrying is used', () => {
    const { named, used, asked } = answer({ text: 'cough, SpO2 98%, SpO2 84%' });
    expect(named).toContain('contradictory spo2');
    expect(used).toEqual({ spo2: 84 });
    expect(asked[0]).toBe('measure-again');
  });

  it('of text and chart: the chart is used, and the other is named and asked about', () => {
    const { named, used, asked, priority } = answer({ text: 'cough, SpO2 84%', vitals: { spo2: 98 } });
    expect(named).toContain('contradictory spo2');
    expect(used).toEqual({ spo2: 98 });
    expect(asked[0]).toBe('measure-again');
    expect(priority).toBe('medium');
  });

  it('of text and chart that agree: nothing is said', () => {
    expect(answer({ text: 'cough, SpO2 97%', vitals: { spo2: 98 } }).named).not.toContain(
      'contradictory spo2',
    );
  });

  it('a diastolic pressure above the systolic one is named', () => {
    expect(answer({ vitals: { sbp: 80, dbp: 120 } }).named).toContain('contradictory systolic');
    expect(answer({ text: 'headache BP 80/120' }).named).toContain('contradictory systolic');
  });
});
