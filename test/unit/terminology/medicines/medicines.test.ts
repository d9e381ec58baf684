import { describe, expect, it } from 'vitest';
import { type Coding, SYSTEMS } from '#terminology/coding.ts';
import { ingredients, readMedicine } from '#terminology/medicines/medicines.ts';
import { REFUSED_CODES } from '#terminology/medicines/refused-codes.ts';

const rxnorm = (code: string, display?: string): Coding => ({ system: SYSTEMS.rxnorm, code, display });

describe('reading a medicine by its text', () => {
  it.each([
    ['Warfarin Sodium 5 MG Oral Tablet', ['warfarin']],
    ['warfarin5mg od', ['warfarin']],
    ['24 HR Metoprolol Succinate 50 MG Extended Release Oral Tablet', ['metoprolol']],
    ['Acetaminophen 325 MG / Hydrocodone Bitartrate 7.5 MG Oral Tablet', ['acetaminophen', 'hydrocodone']],
    ['acetaminophen-codeine 300-30', ['acetaminophen', 'codeine']],
    ['Augmentin 875', ['clavulanate', 'amoxicillin']],
    ['co-amoxiclav 625 tds', ['clavulanate', 'amoxicillin']],
    ['Sulfamethoxazole / Trimethoprim', ['sulfamethoxazole', 'trimethoprim']],
    ['GTN spray prn', ['nitroglycerin']],
    ['NDA020503 200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler', ['albuterol']],
    [
      '{7 (Inert 1 MG) / 21 (drospirenone 3 MG / ethinyl estradiol 0.03 MG) } Pack',
      ['drospirenone', 'ethinyl estradiol'],
    ],
    ['Salbutamol', ['albuterol']],
    ['paracetamol', ['acetaminophen']],
    ['Adrenaline auto-injector', ['epinephrine']],
    ['insulin glargine 100 UNT/ML', ['insulin']],
    ['herbal tea', []],
    ['', []],
  ])('%s', (display, expected) => {
    expect(readMedicine(display, []).ingredients).toEqual(expected);
  });

  it('gives classes with the broader ones', () => {
    expect(readMedicine('apixaban', []).classes).toEqual(expect.arrayContaining(['doac', 'anticoagulant']));
  });

  it('reads a class that is named without an ingredient', () => {
    expect(readMedicine('blood thinner', [])).toEqual({ ingredients: [], classes: ['anticoagulant'] });
  });

  it('takes from a cream what only a tablet does', () => {
    expect(readMedicine('diclofenac 1 % topical gel', []).classes).not.toContain('nsaid');
    expect(readMedicine('diclofenac 50 MG', []).classes).toContain('nsaid');
  });
});

describe('checking a code', () => {
  it.each([
    ['11289', 'warfarin'],
    ['1191', 'aspirin'],
    ['2670', 'codeine'],
    ['4450', 'fluconazole'],
    ['1364430', 'apixaban'],
    ['10831', 'sulfamethoxazole'],
  ])('%s alone means %s', (code, name) => {
    expect(readMedicine('', [rxnorm(code)]).ingredients[0]).toBe(name);
  });

  it('believes the text where the code means something else, and says so', () => {
    const reading = readMedicine('cephalexin 500 MG', [rxnorm('2670')]);
    expect(reading.ingredients).toEqual(['cephalexin']);
    expect(reading.conflict).toContain('codeine');
  });

  it('does not believe a code from memory alone', () => {
    expect(readMedicine('', [rxnorm('6448')]).ingredients).toEqual([]);
  });

  it.each(Object.keys(REFUSED_CODES))('refuses %s', (code) => {
    expect(readMedicine('', [rxnorm(code)]).ingredients).toEqual([]);
    expect(ingredients().filter(({ rxnorm: known }) => known?.code === code)).toEqual([]);
  });

  it('reads no code of another system', () => {
    expect(readMedicine('', [{ system: SYSTEMS.snomed, code: '11289' }]).ingredients).toEqual([]);
  });

  it('has no code twice', () => {
    const codes = ingredients().flatMap(({ rxnorm: known }) => (known === undefined ? [] : [known.code]));
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });
});
