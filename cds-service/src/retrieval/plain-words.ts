import { readMedicine } from '#terminology/medicines/medicines.ts';
import { withoutIdentifiers } from '../gates/privacy.ts';

/** Words that come before a name; the name itself begins with a capital. */
const TITLED =
  /\b([Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof|[Nn]amed|[Cc]alled|[Nn]ame is|[Nn]ame:|[Tt]his is)\.?\s+\p{Lu}[\p{L}'’-]*(\s+\p{Lu}[\p{L}'’-]*)*/gu;
/** Names that are illnesses, without their ending. */
const EPONYMS: ReadonlySet<string> = new Set(
  `addison alzheimer asperger barrett behcet bell charcot crohn cushing down dupuytren ehlers graves guillain
  hashimoto hodgkin horner huntington kawasaki ludwig lyme marfan meniere osler parkinson raynaud reye sjogren
  tourette turner wernicke wilson`.split(/\s+/),
);
const WEB_ADDRESSES = /\b(https?:\/\/|www\.)\S+/giu;
/** A capital after a lower-case word is a name or a place, unless it is an abbreviation. */
const NAME_INSIDE = /(?<=[\p{Ll},;]\s)\p{Lu}\p{Ll}[\p{L}'’-]*/gu;

/** True for a medicine or an illness that is written with a capital. */
function isMedical(word: string): boolean {
  return (
    EPONYMS.has(word.toLowerCase().replace(/['’]s$/, '')) || readMedicine(word, []).ingredients.length > 0
  );
}

/**
 * The plain words of a complaint, for a search: beyond the identifiers that no text keeps, names, places and every
 * number are left out.
 *
 * Careful rather than exact: it may drop a word that is no name ("Monday"), and all digits, since the query needs
 * neither. Text in which every word is a capital keeps its words; numbers and addresses still go.
 *
 * @returns lower-case words separated by single spaces; empty when nothing is left.
 */
export function plainWords(text: string): string {
  return withoutIdentifiers(text)
    .replace(WEB_ADDRESSES, ' ')
    .replace(TITLED, ' ')
    .replace(NAME_INSIDE, (word) => (isMedical(word) ? word : ' '))
    .toLowerCase()
    .replace(/\S*\p{N}\S*/gu, ' ')
    .replace(/[^\p{L}'’-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
