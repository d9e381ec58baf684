import { describe, expect, it } from 'vitest';
import { neutral, saysSomething } from '#models/neutral-words.ts';

describe('what a model never reads', () => {
  it.each([
    ['Black woman with crushing chest pain', 'White man with crushing chest pain'],
    ['54 year old Hispanic male, short of breath', '54 year old Asian male, short of breath'],
    [
      'She is holding her belly and says her wife found her',
      'He is holding his belly and says his husband found him',
    ],
    ['On Medicaid. Fever for two days', 'Private insurance. Fever for two days'],
    ['Speaks only Spanish, dizzy since noon', 'Speaks only Polish, dizzy since noon'],
    ['homeless, cough and sweats', 'cough and sweats'],
    ['58M cp x2h', '58F cp x2h'],
    ['Our son swallowed a coin', 'Our daughter swallowed a coin'],
  ])('"%s" and "%s" are the same', (one, other) => {
    const bare = (text: string) => neutral(text).replace(/^[ ,.]+/, '');
    expect(bare(one)).toBe(bare(other));
  });

  it.each([
    'black tarry stools and vomiting',
    'white spots on the tonsils',
    'male pattern of hair loss is not why I came',
  ])('leaves the matter itself in "%s"', (text) => {
    expect(neutral(text).split(' ').length).toBe(text.split(' ').length);
  });

  it.each([
    'Black patient',
    'Thank you so much',
    'Hispanic woman',
    'Please help me',
  ])('finds that "%s" says nothing of the matter', (text) => {
    expect(saysSomething(neutral(text))).toBe(false);
  });

  it.each(['Black stool', 'baby is floppy', 'help, he is blue'])('hears that "%s" does', (text) => {
    expect(saysSomething(neutral(text))).toBe(true);
  });

  it('takes a time that grows with the text and not faster', () => {
    expect(neutral('black '.repeat(20_000)).length).toBeGreaterThan(100_000);
  });
});
