declare module '@lhncbc/ucum-lhc' {
  interface Converter {
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number },
    ): { readonly status: string; readonly toVal: number | null };
  }
  export const UcumLhcUtils: { getInstance(): Converter };
}
