import type { Passage } from '../contract.ts';

/** Whose documents: ours, or those a clinic put in. */
export type Library = 'corpus' | 'clinic';

/** The unit that is added, replaced or removed as a whole: a corpus file or a clinic's file. */
export interface IndexedDocument {
  readonly library: Library;
  /** Empty for what every clinic of this service sees. */
  readonly clinic: string;
  readonly path: string;
  readonly hash: string;
  readonly passages: readonly Passage[];
}

/** A text of which a vector is kept: the passage itself, or one way in which it is asked for. */
export interface EmbeddedText {
  readonly role: 'text' | 'asked';
  readonly text: string;
}

/**
 * What is embedded of a passage. A change here needs a new `INDEX_VERSION`.
 *
 * A long passage names many things, so its one vector is near to none of them. The title and the ways in which it
 * is asked for get vectors of their own. A clinic's passages have none: their title is a heading of a document.
 */
export function embeddedTexts({ title, text, askedAs, clinic }: Passage): readonly EmbeddedText[] {
  const asked = clinic === undefined ? [title, ...(askedAs ?? [])] : [];
  return [
    { role: 'text', text: `${title}. ${text}` },
    ...asked.map((phrase) => ({ role: 'asked' as const, text: phrase })),
  ];
}
