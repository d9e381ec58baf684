/** In fonts of TeX without a table of letters, joined letters come out as control characters: OT1, then T1. */
const TEX_LIGATURES: Readonly<Record<string, string>> = {
  '\u000b': 'ff',
  '\u000c': 'fi',
  '\u000d': 'fl',
  '\u000e': 'ffi',
  '\u000f': 'ffl',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
};

/** Writes joined letters (ﬁ, ﬄ) out, so that words are found by their letters. */
export function withoutLigatures(text: string): string {
  return Array.from(text, (letter) => TEX_LIGATURES[letter] ?? letter)
    .join('')
    .replace(/[\ufb00-\ufb06]/g, (letter) => letter.normalize('NFKC'));
}
