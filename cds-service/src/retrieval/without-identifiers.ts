/** Words that come before a name; the name itself begins with a capital. */
const TITLED =
  /\b([Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof|[Nn]amed|[Cc]alled|[Nn]ame is|[Nn]ame:|[Tt]his is)\.?\s+\p{Lu}[\p{L}'’-]*(\s+\p{Lu}[\p{L}'’-]*)*/gu;
const ADDRESSES = /\S+@\S+|\b(https?:\/\/|www\.)\S+/giu;
/** A capital after a lower-case word is a name or a place, unless it is an abbreviation. */
const NAME_INSIDE = /(?<=[\p{Ll},;]\s)\p{Lu}\p{Ll}[\p{L}'’-]*/gu;

/**
 * The words of a complaint without what could tell who it is about: names, addresses, dates, numbers.
 *
 * Careful rather than exact: it may drop a word that is no name ("Monday"), and all digits, since the query needs
 * neither. Text in which every word is a capital keeps its words; numbers and addresses still go.
 *
 * @returns lower-case words separated by single spaces; empty when nothing is left.
 */
export function withoutIdentifiers(text: string): string {
  return text
    .replace(ADDRESSES, ' ')
    .replace(TITLED, ' ')
    .replace(NAME_INSIDE, ' ')
    .toLowerCase()
    .replace(/\S*\p{N}\S*/gu, ' ')
    .replace(/[^\p{L}'’-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
