/** A file's name as it may be shown and saved: no path, nothing that is not seen or turns the reading around. */
export function nameOf(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/[\p{C}\p{Zl}\p{Zp}:*?"<>|]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .trim();
}

/** … with the ending of what it is, whatever it was called: 名单.pdf.exe is no program, and says so. */
export function savedName(name: string, ending: string): string {
  const plain = name.replace(/\.[^.]{1,8}$/, '') || name;
  return `${plain}.${ending}`;
}
