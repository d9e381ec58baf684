import { describe, expect, it } from 'vitest';
import { deidentifyText, findIdentifiers } from '#models/training/dataset/deidentify/deidentify-text.ts';
import type { KnownIdentifier } from '#models/training/dataset/deidentify/known.ts';
import { patientKey } from '#models/training/dataset/deidentify/secret.ts';
import { surrogatesFor } from '#models/training/dataset/deidentify/surrogates.ts';

const SECRET = 'a secret for tests only';
const surrogates = () => surrogatesFor(patientKey(SECRET, 'p1'));

function read(text: string, known: readonly KnownIdentifier[] = []): string {
  const result = deidentifyText(text, known, { surrogates: surrogates() });
  return 'leftOut' in result ? `left out: ${result.leftOut}` : result.text;
}

const found = (text: string): string[] =>
  findIdentifiers(text).map(({ start, end }) => text.slice(start, end));
const kinds = (text: string): string[] => findIdentifiers(text).map(({ kind }) => kind);

describe('the eighteen kinds of Safe Harbor in free text', () => {
  it.each([
    ['name', 'Seen by Dr. Oyelaran about the cough.', 'Oyelaran'],
    ['place', 'Lives at 12 Oak Lane with a dog.', '12 Oak Lane'],
    ['date', 'Fell on 3/14/2024 at noon.', '3/14/2024'],
    ['phone', 'Call 212-555-0187 with results.', '212-555-0187'],
    ['fax', 'Fax: 212-555-0187.', '212-555-0187'],
    ['email', 'Write to a.b@mail.example.org please.', 'a.b@mail.example.org'],
    ['ssn', 'SSN 521-44-1234 on the form.', '521-44-1234'],
    ['mrn', 'MRN 4482913 pulled.', '4482913'],
    ['health-plan', 'Policy number XK-2231-09 is active.', 'XK-2231-09'],
    ['account', 'Account number 4482-9910 is open.', '4482-9910'],
    ['licence', 'License no. S1234567 checked.', 'S1234567'],
    ['vehicle', 'Number plate KLM 4821 was seen.', 'KLM 4821'],
    ['device', 'Pacemaker serial PJN482913X works.', 'PJN482913X'],
    ['url', 'See https://example.com/me for it.', 'https://example.com/me'],
    ['ip', 'Logged in from 10.2.3.4 today.', '10.2.3.4'],
    ['biometric', 'Fingerprint id FP-2231-A matched.', 'FP-2231-A'],
    ['photo', 'Face in IMG_2041.jpg attached.', 'IMG_2041.jpg'],
    ['other', 'Passport no. X1234567 copied.', 'X1234567'],
  ])('finds %s', (kind, text, identifier) => {
    expect(found(text)).toEqual([identifier]);
    expect(kinds(text)).toEqual([kind]);
  });

  it('groups ages above 89 and leaves others', () => {
    expect(read('94-year-old woman, her son is 62 years old')).toBe(
      '90-year-old woman, her son is 62 years old',
    );
  });
});

describe('words of medicine that look like names', () => {
  it.each([
    "Addison's disease, Crohn's, Bell's palsy and Parkinson's",
    'Homans sign positive, Murphy negative, Lou Gehrig disease in the family',
    'On Warfarin 5 mg, Lasix 40 mg, Xarelto and Humira',
    'BP 142/88, HR 96, RR 18, SpO2 97%, T 38.6, glucose 14.2 mmol/L, platelets 250000',
    'Pain 7/10 for 3 days, woke at 03:30, L4/5 disc, HbA1c 8.1%, N/V x3/7, for 9/24',
    "i don't feel well, theres a lump and my foot hurts",
  ])('stay: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are names where a person is meant', () => {
    expect(found("Mrs Addison has Addison's disease")).toEqual(['Addison']);
    expect(found('Seen by Dr. Graves, Graves disease confirmed')).toEqual(['Graves']);
  });
});

describe('notes without capitals, or with nothing else', () => {
  it('give up names by what no list of words explains', () => {
    expect(found('my wife okwuosa says the cough is worse')).toEqual(['okwuosa']);
    expect(found('SEEN BY DR. OYELARAN, CHEST PAIN')).toEqual(['OYELARAN']);
  });
});

describe('what the chart knows', () => {
  const known = [
    { kind: 'name', text: 'Brown' },
    { kind: 'name', text: 'Marguerite' },
    { kind: 'mrn', text: '77-41-902' },
  ] as const;

  it('is found in any case, in part, regrouped and with one slip', () => {
    expect(read('marguerite came, Margeurite said; 7741902', known)).not.toMatch(/mar[a-z]+ite|7741902/i);
  });

  it('does not take a word of the language that has no capital', () => {
    expect(read('Mr Brown has brown sputum', known)).toMatch(/^Mr (?!Brown)\w+ has brown sputum$/);
  });
});

describe('surrogates', () => {
  it('are the same for the same person of one patient, in every form of the name', () => {
    const words =
      read('Anna Kowalczyk came. Mrs Kowalczyk said that ANNA KOWALCZYK is well.').match(/\w+/g) ?? [];
    expect(words[0]).not.toBe('Anna');
    expect(words[4]).toBe(words[1]);
    expect(words[7]?.toLowerCase()).toBe(words[0]?.toLowerCase());
  });

  it('differ between patients and secrets', () => {
    const say = (secret: string, patient: string): number =>
      patientKey(secret, patient).draw('name', 'kowalczyk');
    expect(new Set([say(SECRET, 'p1'), say(SECRET, 'p2'), say(`${SECRET}!`, 'p1')]).size).toBe(3);
  });

  it('keep the interval between two dates, and the weekday', () => {
    const [first, second] = read('Fell on 2024-03-04, seen on 2024-03-18.').match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    expect(Date.parse(second ?? '') - Date.parse(first ?? '')).toBe(14 * 86_400_000);
    expect(new Date(first ?? '').getUTCDay()).toBe(new Date('2024-03-04').getUTCDay());
    expect(first).not.toBe('2024-03-04');
  });

  it('need a secret that cannot be guessed', () => {
    expect(() => patientKey('short', 'p1')).toThrow(/16 characters/);
  });
});

describe('what cannot be read', () => {
  it('is left out: other scripts, other languages, documents, bytes', () => {
    expect(read('胸が痛いです、息もできません')).toBe('left out: unread-language');
    expect(read('Me duele mucho el pecho desde hace dos horas y no puedo respirar bien')).toBe(
      'left out: unread-language',
    );
    expect(read('a '.repeat(20_000))).toBe('left out: too-long');
    expect(read('chest pain \u0000 since noon')).toBe('left out: control-characters');
  });
});
