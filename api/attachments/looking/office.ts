import { Refused } from './examined.ts';

/** Parts that say what the others are, and where they lead. */
export const isRead = (name: string): boolean => /\.rels$|^\[content_types\]\.xml$/i.test(name);
/** Thousands of links take less. */
const READ_LENGTH = 2 * 1024 * 1024;

/** By its name: what runs, or is a file in the file that nobody here has looked at. */
export function refuseActive(name: string): void {
  if (/vbaproject\.bin$|(^|[/\\])(macrosheets|activex|embeddings)[/\\]/i.test(name)) throw new Refused('MACROS');
}

/** By what it says: a document that only calls itself harmless, or that fetches something from elsewhere as soon as it is opened. A link that a reader follows is none. */
export function refuseActivePart(name: string, bytes: Buffer): void {
  if (!isRead(name)) return;
  if (bytes.length > READ_LENGTH) throw new Refused('BOMB');
  const text = textOf(bytes);
  // Words of its own would hide what it says.
  if (/<!(doctype|entity)/i.test(text)) throw new Refused('MARKUP');
  if (/macroEnabled/i.test(text)) throw new Refused('MACROS');
  for (const [, told = ''] of text.matchAll(/<(?:[\w.-]+:)?Relationship\s((?:[^"'>]|"[^"]*"|'[^']*')*)/g)) {
    const said = new Map(
      [...told.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, key, value]) => [key, value]),
    );
    const leadsOut = /external/i.test(said.get('TargetMode') ?? '');
    if (leadsOut && !/\/hyperlink["']$/.test(said.get('Type') ?? '')) throw new Refused('MACROS');
  }
}

/** In whichever of the two encodings of XML, with its numbered characters as they are meant. */
const textOf = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_all, x, n) => String.fromCharCode(Number.parseInt(n, x ? 16 : 10)));
