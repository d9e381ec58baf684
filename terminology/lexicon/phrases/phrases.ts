import type { Register } from '../concept.ts';

/** Every table of wordings with the register in which it is said. */
export const PHRASES: readonly { readonly register: Register; readonly table: string }[] = [];
