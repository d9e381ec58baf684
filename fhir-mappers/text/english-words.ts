/** Common English words: never corrected, and counted as read. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set<string>([]);
