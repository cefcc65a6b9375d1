import { posix } from 'node:path';
import { Refused } from './examined.ts';

/** A workbook that stands in a document: what a chart of it is drawn from is one. */
export const isWorkbook = (name: string): boolean => /(^|[/\\])embeddings[/\\][^/\\]+\.xlsx$/i.test(name);
/** Parts that say what the others are, and where they lead; and what has to be looked through in turn. */
export const isRead = (name: string): boolean => /\.rels$|^\[content_types\]\.xml$/i.test(name) || isWorkbook(name);
/** Thousands of links take less. */
const READ_LENGTH = 2 * 1024 * 1024;

/** By its name: what runs, or is a file in the file that nobody here has looked at. A workbook in a document is looked at; one in that is not. */
export function refuseActive(name: string, isOutermost: boolean): void {
  if (/vbaproject\.bin$|(^|[/\\])(macrosheets|activex)[/\\]/i.test(name)) throw new Refused('MACROS');
  if (/(^|[/\\])embeddings[/\\]/i.test(name) && !(isOutermost && isWorkbook(name))) throw new Refused('EMBEDDED');
}

/** By what it says: a document that only calls itself harmless, or that fetches something from elsewhere as soon as it is opened. A link that a reader follows is none. */
export function refuseActivePart(name: string, bytes: Buffer): void {
  if (isWorkbook(name)) return;
  if (bytes.length > READ_LENGTH) throw new Refused('BOMB');
  const text = textOf(bytes);
  // Words of its own would hide what it says.
  if (/<!(doctype|entity)/i.test(text)) throw new Refused('MARKUP');
  if (/macroEnabled/i.test(text)) throw new Refused('MACROS');
  for (const { mode, type } of relationsIn(text)) {
    const leadsOut = /external/i.test(mode);
    if (leadsOut && !/\/hyperlink$/.test(type)) throw new Refused('MACROS');
  }
}

/** The parts that a chart is drawn from, where this says what belongs to one. */
export function chartedBy(name: string, bytes: Buffer): string[] {
  const [, folder] = /^(.*[/]charts)[/]_rels[/][^/]+\.rels$/i.exec(name) ?? [];
  if (!folder) return [];
  return [...relationsIn(textOf(bytes))]
    .filter(({ type }) => /\/package$/.test(type))
    .map(({ target }) => posix.resolve('/', folder, target).slice(1));
}

interface Relation {
  type: string;
  target: string;
  mode: string;
}
function* relationsIn(text: string): Generator<Relation> {
  for (const [, told = ''] of text.matchAll(/<(?:[\w.-]+:)?Relationship\s((?:[^"'>]|"[^"]*"|'[^']*')*)/g)) {
    const said = new Map(
      [...told.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, key, value = '']) => [key, value.slice(1, -1)]),
    );
    yield { type: said.get('Type') ?? '', target: said.get('Target') ?? '', mode: said.get('TargetMode') ?? '' };
  }
}

/** In whichever of the two encodings of XML, with its numbered characters as they are meant. */
const textOf = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_all, x, n) => String.fromCharCode(Number.parseInt(n, x ? 16 : 10)));
