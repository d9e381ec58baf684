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

/** What is embedded of a passage. A change here needs a new `INDEX_VERSION`. */
export function embeddedText({ title, text }: Passage): string {
  return `${title}. ${text}`;
}
