/** Who wrote the words. */
export const REGISTERS = ['lay-self', 'lay-other', 'nurse', 'physician', 'terse'] as const;

export type Register = (typeof REGISTERS)[number];

/**
 * A frame of sentences with places for the pieces of a case.
 *
 * A sentence whose piece has nothing to say in a case is left out; `<core>` always has something to say.
 */
export interface Template {
  readonly id: string;
  readonly register: Register;
  readonly sentences: readonly string[];
  /** Held out: its sentences are in no case of the tune split. */
  readonly held?: true;
}

/** Frames of all registers, from two words to eight sentences. */
export const TEMPLATES: readonly Template[] = [
  { id: 'self-plain', register: 'lay-self', sentences: ['<core>'] },
  { id: 'self-when', register: 'lay-self', sentences: ['<core>, <since>'] },
  { id: 'self-hello', register: 'lay-self', sentences: ['<hello> <core>', '<time>'] },
  { id: 'self-more', register: 'lay-self', sentences: ['<core>', '<time>', '<extra>'] },
  {
    id: 'self-without',
    register: 'lay-self',
    sentences: ['<core>', "I don't have any <absent>", '<measured>'],
  },
  {
    id: 'self-story',
    register: 'lay-self',
    sentences: ['I am <age> and <core>', '<time>', '<extra>', '<past>', '<social>', '<ask>'],
  },
  {
    id: 'self-worried',
    register: 'lay-self',
    sentences: ['<hello> <core>', '<time>', '<family>', '<hypothetical>', '<ask>'],
  },
  {
    id: 'self-long',
    register: 'lay-self',
    sentences: [
      '<social>',
      '<time>',
      '<core>',
      '<extra>',
      'No <absent> though',
      '<past>',
      '<medicine>',
      '<reassurance>',
    ],
  },
  { id: 'self-ask-first', register: 'lay-self', held: true, sentences: ['<ask>', '<core>', '<time>'] },
  {
    id: 'self-aside',
    register: 'lay-self',
    held: true,
    sentences: ['So basically <core>', 'There is no <absent>'],
  },
  {
    id: 'self-told',
    register: 'lay-self',
    held: true,
    sentences: ['<reassurance>', 'But <core>', '<time>', '<measured>', '<medicine>'],
  },
  { id: 'self-one-held', register: 'lay-self', held: true, sentences: ['<since>: <core>'] },

  { id: 'other-plain', register: 'lay-other', sentences: ['<core>'] },
  { id: 'other-please', register: 'lay-other', sentences: ['<hello> <core>', '<time>'] },
  { id: 'other-more', register: 'lay-other', sentences: ['<core>', '<extra>', '<measured>'] },
  {
    id: 'other-without',
    register: 'lay-other',
    sentences: ['<core>', '<time>', 'There has been no <absent>'],
  },
  {
    id: 'other-story',
    register: 'lay-other',
    sentences: ["I'm ringing about somebody who is <age>", '<core>', '<time>', '<extra>', '<past>', '<ask>'],
  },
  {
    id: 'other-reassured',
    register: 'lay-other',
    sentences: ['<core>', '<time>', '<reassurance>', '<family>'],
  },
  {
    id: 'other-long',
    register: 'lay-other',
    sentences: [
      '<social>',
      '<core>',
      '<time>',
      '<extra>',
      'No <absent>',
      '<past>',
      '<medicine>',
      '<hypothetical>',
    ],
  },
  { id: 'other-ask-first', register: 'lay-other', held: true, sentences: ['<ask>', '<core>', '<since>'] },
  {
    id: 'other-measured',
    register: 'lay-other',
    held: true,
    sentences: ['<core>', '<measured>', '<reassurance>'],
  },
  {
    id: 'other-late',
    register: 'lay-other',
    held: true,
    sentences: ['<past>', '<medicine>', 'Anyway, <core>', '<time>', "There isn't any <absent>"],
  },

  { id: 'nurse-line', register: 'nurse', sentences: ['<brief>, <core>'] },
  { id: 'nurse-onset', register: 'nurse', sentences: ['<core> <onset>'] },
  { id: 'nurse-vitals', register: 'nurse', sentences: ['<brief>. <core>, <onset>', '<vitals>'] },
  { id: 'nurse-denies', register: 'nurse', sentences: ['<core>', 'Denies <absent>', '<vitals>'] },
  {
    id: 'nurse-full',
    register: 'nurse',
    sentences: [
      '<brief>: <core> <onset>',
      '<extranote>',
      'Denies <absent>',
      'PMH <pastnote>',
      'Meds: <mednote>',
      '<vitals>',
    ],
  },
  {
    id: 'nurse-sbar',
    register: 'nurse',
    sentences: ['S: <core>', 'B: <pastnote>, <familynote>', 'A: <vitals>', 'R: <advicenote>'],
  },
  {
    id: 'nurse-slash',
    register: 'nurse',
    sentences: ['Pt <brief> arrives by own transport. <core>', '<extranote>', 'nil <absent>'],
  },
  {
    id: 'nurse-cc',
    register: 'nurse',
    held: true,
    sentences: ['CC: <core>', 'Onset: <onset>', 'Neg: <absent>', '<vitals>'],
  },
  {
    id: 'nurse-vitals-first',
    register: 'nurse',
    held: true,
    sentences: ['<vitals>', '<brief> <core>', '<extranote>'],
  },
  {
    id: 'nurse-relative',
    register: 'nurse',
    held: true,
    sentences: ['<core> <onset>', '<reassurancenote>', 'FHx <familynote>'],
  },

  { id: 'doc-presents', register: 'physician', sentences: ['A <who> presents with <core>'] },
  {
    id: 'doc-duration',
    register: 'physician',
    sentences: ['A <who> presents with <core> <duration>', 'There is no <absent>'],
  },
  {
    id: 'doc-full',
    register: 'physician',
    sentences: [
      'A <who> is brought in with <core> <duration>',
      'Also noted: <extranote>',
      'The patient denies <absent>',
      'Past history: <pastnote>',
      'Regular medicines: <mednote>',
      'On examination <vitals>',
    ],
  },
  { id: 'doc-vitals', register: 'physician', sentences: ['<who> with <core>', '<vitals>'] },
  {
    id: 'doc-family',
    register: 'physician',
    sentences: [
      'This <who> comes with <core> <duration>',
      'Family history: <familynote>',
      'No <absent>',
      '<vitals>',
    ],
  },
  {
    id: 'doc-evaluated',
    register: 'physician',
    held: true,
    sentences: ['<core> <duration> in a <who>', 'Pertinent negatives are <absent>', '<vitals>'],
  },
  {
    id: 'doc-letter',
    register: 'physician',
    held: true,
    sentences: [
      'Thank you for seeing this <who>, who reports <core>',
      '<pastnote>',
      'Without <absent>',
      'Observations: <vitals>',
      '<advicenote>',
    ],
  },

  { id: 'terse-plain', register: 'terse', sentences: ['<core>'] },
  { id: 'terse-onset', register: 'terse', sentences: ['<core> <onset>'] },
  { id: 'terse-upper', register: 'terse', sentences: ['<CORE>'] },
  { id: 'terse-brief', register: 'terse', held: true, sentences: ['<brief> <core>'] },
  { id: 'terse-colon', register: 'terse', held: true, sentences: ['c/o: <core>'] },
];
