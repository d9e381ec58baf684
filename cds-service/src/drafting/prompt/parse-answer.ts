import type { DraftKind, DraftSection } from '#fhir-mappers/drafted-note.ts';
import type { WrittenSentence } from '../contract.ts';

const SECTIONS: Readonly<Record<string, DraftSection>> = {
  s: 'situation',
  situation: 'situation',
  b: 'background',
  background: 'background',
  a: 'assessment',
  assessment: 'assessment',
  r: 'recommendation',
  recommendation: 'recommendation',
};

/** More lines than this are not read: a model that does not stop is cut here too. */
const MOST_LINES = 60;

/**
 * Reads a model's answer: one sentence a line, its citations in square brackets at the end, its part in front.
 *
 * Forgiving about bullets, numbers and bold; nothing else is mended. A line without citations is a sentence without
 * sources, and is dropped by the check that names it.
 */
export function parseAnswer(text: string, kind: DraftKind): readonly WrittenSentence[] {
  const sentences: WrittenSentence[] = [];
  let section: DraftSection | undefined = kind === 'sbar' ? 'situation' : undefined;
  for (const raw of text.split('\n').slice(0, MOST_LINES)) {
    const line = raw
      .replace(/\*\*/g, '')
      .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/u, '')
      .trim();
    const part = /^(situation|background|assessment|recommendation|[sbar])\s*:\s*/iu.exec(line);
    if (part !== null && kind === 'sbar') section = SECTIONS[part[1]!.toLowerCase()];
    const rest = part !== null && kind === 'sbar' ? line.slice(part[0].length) : line;
    const cites: string[] = [];
    const own = rest.replace(/\[([^\]]{0,200})\]/gu, (whole, inside: string) => {
      const ids = inside.match(/\b[FP]\d{1,3}\b/g);
      if (ids === null) return whole;
      cites.push(...ids);
      return ' ';
    });
    const sentence = own
      .replace(/\s+/g, ' ')
      .replace(/\s+([.?!,;])/g, '$1')
      .trim();
    if (sentence === '' || /^[.?!]$/.test(sentence)) continue;
    sentences.push({
      ...(section === undefined ? {} : { section }),
      text: /[.?!”"]$/u.test(sentence) ? sentence : `${sentence}.`,
      cites: [...new Set(cites)],
    });
  }
  return sentences;
}
