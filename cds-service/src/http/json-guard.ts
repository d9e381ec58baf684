/** Deeper than any FHIR resource or card that exists. */
const DEEPEST = 100;
/** Members and elements of one body. A chart of 200 resources has about 10,000. */
const MOST = 500_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Looks at JSON bytes before they are parsed: nesting and size are what makes parsing or walking it expensive.
 *
 * One pass without recursion. It does not check the grammar: the parser does.
 *
 * @returns `undefined` when it may be parsed.
 */
export function findJsonBomb(bytes: Uint8Array): 'too-deep' | 'too-many' | undefined {
  let depth = 0;
  let members = 0;
  let isInString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isInString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) {
      isInString = true;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return 'too-deep';
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
    } else if (byte === 0x2c) {
      members += 1;
      if (members > MOST) return 'too-many';
    }
  }
  return undefined;
}
