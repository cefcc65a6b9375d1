declare module 'subset-font' {
  export interface SubsetOptions {
    keepAllGlyphs?: boolean;
    noHinting?: boolean;
    targetFormat?: 'truetype' | 'woff' | 'woff2';
    variationAxes?: Record<string, number>;
    dropTables?: string[];
  }
  export default function subsetFont(font: Buffer, text: string | undefined, options: SubsetOptions): Promise<Buffer>;
}
