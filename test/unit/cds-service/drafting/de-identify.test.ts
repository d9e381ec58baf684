import { describe, expect, it } from 'vitest';
import { deIdentify } from '#cds-service/drafting/de-identify.ts';

const KNOWN = ['Adaeze Okonkwo', 'Adaeze', 'Okonkwo', '12 Elm Street', 'Leeds', 'p-4711'];

describe('takes out what could tell who it is', () => {
  it.each([
    [
      'a name that the chart knows, wherever it stands',
      'okonkwo has chest pain, adaeze is pale',
      ['okonkwo', 'adaeze'],
    ],
    [
      'a name that it does not know',
      'My neighbour Siobhan says it burns. Then Tariq called.',
      ['Siobhan', 'Tariq'],
    ],
    ['a name behind a title', 'I am Rose Miller and Dr Patel sent me', ['Rose', 'Miller', 'Patel']],
    ['a name that is a word as well', 'Maria fell, then Grace called', ['Maria', 'Grace']],
    ['telephone numbers', 'ring 0171 555 0199 or +1 (212) 555-0142', ['0171', '555', '0142']],
    ['record and insurance numbers', 'MRN 4711, policy no A-99812, 943 476 5919', ['4711', '99812', '5919']],
    [
      'e-mail and web addresses',
      'write to a.b@mail.example or www.family.example',
      ['mail.example', 'family'],
    ],
    ['full dates', 'born 1980-03-02, seen 2/3/2026 and on 5th of March 2026', ['1980', '2/3/2026', 'March']],
    ['addresses', 'lives at 12 Elm Street, Leeds, and 7 High Road', ['Elm', 'Leeds', 'High Road']],
  ])('%s', (_what, text, gone) => {
    const clean = deIdentify(text, KNOWN);
    for (const part of gone) expect(clean).not.toContain(part);
  });
});

describe('leaves what a nurse needs', () => {
  it.each([
    'Chest pain for 2 hours, sweating. No fever.',
    'Takes Warfarin and Metformin 500 mg.',
    'BP 86/50, HR 118, SpO2 91%, T 38.2',
    'SOB since 3/7, PMH COPD, Type 2 diabetes',
    'I fell down the stairs. My left arm hurts.',
  ])('%s', (text) => {
    expect(deIdentify(text, KNOWN)).toBe(text);
  });
});
