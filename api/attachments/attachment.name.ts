/** A file's name as it may be shown and saved: no path, nothing that is not seen or turns the reading around. */
export function nameOf(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/[\p{C}\p{Zl}\p{Zp}:*?"<>|]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .trim();
}
