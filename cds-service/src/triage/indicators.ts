/**
 * Rules that are indicators and no floors: each names a danger that harmless stories name as well.
 *
 * They raise like any rule unless the whole story was heard and speaks against it (`assess/settle.ts`).
 */
export const INDICATORS: ReadonlySet<string> = new Set([]);
