import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

/** A cell as another program finds it in the file. */
export interface ReadCell {
  at: string;
  style: number;
  isText: boolean;
  text: string;
}
interface Entry {
  at: number;
  packed: number;
}

/** The files of an archive, from its directory at the end: nothing of the writer's is used to read it back. */
export async function entriesOf(file: string): Promise<Map<string, Entry>> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const end = Buffer.alloc(22);
    await handle.read(end, 0, 22, size - 22);
    if (end.readUInt32LE(0) !== 0x06054b50) throw new Error('no directory at the end of the archive');
    const directory = Buffer.alloc(end.readUInt32LE(12));
    await handle.read(directory, 0, directory.length, end.readUInt32LE(16));
    const entries = new Map<string, Entry>();
    for (let at = 0; at < directory.length; ) {
      const name = directory.toString('utf8', at + 46, at + 46 + directory.readUInt16LE(at + 28));
      entries.set(name, { at: directory.readUInt32LE(at + 42), packed: directory.readUInt32LE(at + 20) });
      at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/** The text of one of its files, piece by piece. */
export async function* textOf(file: string, name: string): AsyncGenerator<string> {
  const entry = (await entriesOf(file)).get(name);
  if (!entry) throw new Error(`no ${name} in the archive`);
  const handle = await open(file);
  const head = Buffer.alloc(30);
  await handle.read(head, 0, 30, entry.at);
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = handle.createReadStream({ start, end: start + entry.packed - 1 }).pipe(createInflateRaw());
  yield* packed.setEncoding('utf8');
}
export async function wholeText(file: string, name: string): Promise<string> {
  let text = '';
  for await (const piece of textOf(file, name)) text += piece;
  return text;
}

/** The rows of a worksheet, one after the other. */
export async function* rowsOf(file: string, name: string): AsyncGenerator<ReadCell[]> {
  let rest = '';
  for await (const piece of textOf(file, name)) {
    const rows = (rest + piece).split('</row>');
    rest = rows.pop() ?? '';
    for (const row of rows) yield [...row.matchAll(CELL)].map(cellOf);
  }
}
const CELL =
  /<c r="([A-Z]+\d+)" s="(\d+)"( t="inlineStr")?>(?:<is><t xml:space="preserve">([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g;

const cellOf = ([, at = '', style, inline, text, value]: RegExpExecArray): ReadCell => ({
  at,
  style: Number(style),
  isText: inline !== undefined,
  text: unescaped(text ?? value ?? ''),
});
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (xml: string) =>
  xml
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
