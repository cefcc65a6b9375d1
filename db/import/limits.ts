/** What one file may hold. A county has a few thousand places and a few thousand officers. */
export const IMPORT_LIMITS = {
  bytes: 10 * 1024 * 1024,
  /** An XLSX is an archive: what it unpacks to. */
  unpackedBytes: 200 * 1024 * 1024,
  rows: 20_000,
  name: 60,
  findingsShown: 100,
} as const;
