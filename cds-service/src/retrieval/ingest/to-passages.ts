import { basename, extname } from 'node:path';
import { AGE_GROUPS, type EvidenceKind, type Passage, SETTINGS } from '../contract.ts';
import type { ReadDocument } from './block.ts';
import { splitPassages } from './split-passages.ts';

/** What the person who puts a document in says about it. */
export interface DocumentFacts {
  readonly path: string;
  readonly kind: EvidenceKind;
  /** Empty: every clinic of this service sees it. */
  readonly clinic: string;
  /** ISO date from which the text dates, and on which it was put in. */
  readonly dated: string;
  readonly reviewed: string;
  /** First characters of the content's hash: the version that a citation names. */
  readonly version: string;
}

const LONGEST_TITLE = 120;

/**
 * Makes passages of a clinic's document. Its words stay as they are; each passage knows its page and headings.
 *
 * Who a document is for is not read from it: its passages fit every age group, pregnancy and setting.
 */
export function toPassages(document: ReadDocument, facts: DocumentFacts): readonly Passage[] {
  const name = document.title ?? basename(facts.path, extname(facts.path));
  return splitPassages(document).map(({ headings, text, page }, index) => {
    const heading = headings.join(' > ');
    const title = headings.at(-1) ?? name;
    return {
      id: `${slug(name)}-${facts.version}-${index + 1}`,
      title: title.slice(0, LONGEST_TITLE),
      kind: facts.kind,
      text,
      organisation: facts.clinic === '' ? 'This clinic' : facts.clinic,
      document: name,
      year: Number(facts.dated.slice(0, 4)),
      verified: true,
      reviewed: facts.reviewed,
      version: facts.version,
      ageGroups: AGE_GROUPS,
      pregnancy: 'any',
      settings: SETTINGS,
      supports: [],
      clinic: facts.clinic,
      ...(page === undefined ? {} : { page }),
      ...(heading === '' ? {} : { heading }),
    };
  });
}

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'document'
  );
}
