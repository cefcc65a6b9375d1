/** What one file may hold. A county has a few thousand places and a few thousand officers. */
export const IMPORT_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 20_000,
  /** Lines above the data: a title and the header. */
  head: 6,
  columns: 64,
  /** Characters of a cell, as Excel has it. */
  cell: 32_767,
  name: 60,
  findingsShown: 100,
  /** An XLSX is an archive: its files, what the parts that are read unpack to, and how long reading may take. */
  xlsx: {
    entries: 2_000,
    partBytes: 16 * 1024 * 1024,
    /** Rows as the file has them, most of them empty. */
    rows: 100_000,
    strings: 200_000,
    /** Excel's own limits. */
    styles: 65_490,
    cellsOfRow: 16_384,
    merged: 20_000,
    /** Cells that merged ranges fill. */
    mergedCells: 200_000,
    heapMegabytes: 160,
    milliseconds: 15_000,
  },
} as const;
