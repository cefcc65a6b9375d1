import { characterMap, type Mapping, mappingsOf } from './sfnt.cmap.ts';
import { padded, patched, type Tables, table, tablesOf, words16, words32 } from './sfnt.table.ts';

/** TrueType fonts that each hold a slice of one typeface, put together again as one font file. */
export interface FontNames {
  family: string;
  weight: number;
  copyright: string;
}

interface Slice {
  tables: Tables;
  /** How far this slice's glyph numbers move. */
  offset: number;
  glyphs: number;
}

/** Slices must share one design space, be static and carry `glyf` outlines; layout features (GSUB, GPOS) are left out. */
export function mergeFonts(fonts: Buffer[], names: FontNames): Buffer {
  const slices = fonts.map(tablesOf).reduce<Slice[]>(following, []);
  const [first] = slices;
  if (!first) throw new Error('no font to merge');
  const glyphs = slices.reduce((sum, slice) => sum + slice.glyphs, 0);
  if (glyphs > 0xffff) throw new Error(`${glyphs} glyphs do not fit into one font`);
  const { glyf, loca } = outlines(slices);
  return fontFile([
    ['OS/2', weighted(table(first.tables, 'OS/2'), names.weight)],
    ['cmap', characterMap(slices.flatMap(mappingsIn))],
    ['glyf', glyf],
    ['head', headOf(slices)],
    ['hhea', patched(table(first.tables, 'hhea'), (hhea) => hhea.writeUInt16BE(glyphs, 34))],
    ['hmtx', Buffer.concat(slices.map(metrics))],
    ['loca', loca],
    ['maxp', profile(slices, glyphs)],
    ['name', nameTable(names)],
    ['post', patched(Buffer.alloc(32), (post) => post.writeUInt32BE(0x00030000, 0))],
  ]);
}

function following(slices: Slice[], tables: Tables): Slice[] {
  const last = slices.at(-1);
  const offset = last ? last.offset + last.glyphs : 0;
  slices.push({ tables, offset, glyphs: table(tables, 'maxp').readUInt16BE(4) });
  return slices;
}

function outlines(slices: Slice[]): { glyf: Buffer; loca: Buffer } {
  const glyphs = slices.flatMap((slice) => glyphsOf(slice).map((glyph) => moved(glyph, slice.offset)));
  glyphs[0] = MISSING;
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  let end = 0;
  for (const [i, glyph] of glyphs.entries()) {
    end += glyph.length;
    loca.writeUInt32BE(end, 4 * (i + 1));
  }
  return { glyf: Buffer.concat(glyphs), loca };
}

function mappingsIn({ tables, offset }: Slice): Mapping[] {
  return mappingsOf(table(tables, 'cmap')).map(([character, glyph]) => [character, glyph + offset]);
}

/** An empty box: on an official paper a character that the font lacks must be seen to be missing. */
const MISSING = padded(
  Buffer.concat([
    words16([2, 100, -80, 900, 820, 3, 7, 0].map((word) => word & 0xffff)),
    Buffer.alloc(8, 1), // eight points on the outline, each two words away from the one before
    words16([100, 800, 0, -800, 40, 0, 720, 0].map((word) => word & 0xffff)),
    words16([-80, 0, 900, 0, -860, 820, 0, -820].map((word) => word & 0xffff)),
  ]),
);

function glyphsOf({ tables, glyphs }: Slice): Buffer[] {
  const loca = table(tables, 'loca');
  const glyf = tables.get('glyf') ?? Buffer.alloc(0);
  const long = table(tables, 'head').readInt16BE(50) === 1;
  const at = (i: number) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  return Array.from({ length: glyphs }, (_, i) => padded(glyf.subarray(at(i), at(i + 1))));
}

/** A composite glyph names its components by glyph number. */
function moved(glyph: Buffer, offset: number): Buffer {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0 || offset === 0) return glyph;
  return patched(glyph, (composite) => {
    for (let at = 10, flags = 0x20; flags & 0x20; at += 4 + (flags & 0x1 ? 4 : 2) + transformLength(flags)) {
      flags = composite.readUInt16BE(at);
      composite.writeUInt16BE(composite.readUInt16BE(at + 2) + offset, at + 2);
    }
  });
}

function transformLength(flags: number): number {
  if (flags & 0x8) return 2;
  if (flags & 0x40) return 4;
  return flags & 0x80 ? 8 : 0;
}

/** Advance and left side bearing of each glyph; the last advance of a table stands for the glyphs after it. */
function metrics({ tables, glyphs }: Slice): Buffer {
  const hmtx = table(tables, 'hmtx');
  const long = table(tables, 'hhea').readUInt16BE(34);
  const full = Buffer.alloc(4 * glyphs);
  hmtx.copy(full, 0, 0, 4 * long);
  for (let i = long; i < glyphs; i++) {
    full.writeUInt16BE(hmtx.readUInt16BE(4 * (long - 1)), 4 * i);
    full.writeInt16BE(hmtx.readInt16BE(4 * long + 2 * (i - long)), 4 * i + 2);
  }
  return full;
}

function headOf(slices: Slice[]): Buffer {
  const heads = slices.map(({ tables }) => table(tables, 'head'));
  const bound = (at: number, choose: (...values: number[]) => number) =>
    choose(...heads.map((head) => head.readInt16BE(at)));
  return patched(heads[0] ?? Buffer.alloc(54), (head) => {
    head.writeUInt32BE(0, 8);
    for (const at of [36, 38]) head.writeInt16BE(bound(at, Math.min), at);
    for (const at of [40, 42]) head.writeInt16BE(bound(at, Math.max), at);
    head.writeInt16BE(1, 50);
  });
}

function profile(slices: Slice[], glyphs: number): Buffer {
  const profiles = slices.map(({ tables }) => table(tables, 'maxp'));
  return patched(profiles[0] ?? Buffer.alloc(32), (maxp) => {
    for (let at = 6; at < maxp.length; at += 2)
      maxp.writeUInt16BE(Math.max(...profiles.map((each) => each.readUInt16BE(at))), at);
    maxp.writeUInt16BE(glyphs, 4);
  });
}

function weighted(os2: Buffer, weight: number): Buffer {
  return patched(os2, (table) => {
    table.writeUInt16BE(weight, 4);
    table.writeUInt16BE(weight === 700 ? 0x20 : 0x40, 62);
  });
}

function nameTable({ family, weight, copyright }: FontNames): Buffer {
  const style = weight === 700 ? 'Bold' : 'Regular';
  const postScript = `${family.replaceAll(' ', '')}-${style}`;
  const names: [id: number, text: string][] = [
    [0, copyright],
    [1, family],
    [2, style],
    [3, `${postScript}-${weight}`],
    [4, `${family} ${style}`],
    [5, 'Version 1.0'],
    [6, postScript],
    [13, 'SIL Open Font License, Version 1.1'],
    [14, 'https://openfontlicense.org'],
  ];
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let at = 0;
  const records = names.map(([id], i) => {
    const { length } = texts[i] ?? '';
    at += length;
    return words16([3, 1, 0x409, id, length, at - length]);
  });
  return Buffer.concat([words16([0, names.length, 6 + 12 * names.length]), ...records, ...texts]);
}

function fontFile(tables: [tag: string, content: Buffer][]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = [
    words32([0x00010000]),
    words16([tables.length, 16 * power, Math.log2(power), 16 * (tables.length - power)]),
  ];
  let at = 12 + 16 * tables.length;
  const records = tables.map(([tag, content]) => {
    const start = at;
    at += padded(content).length;
    return Buffer.concat([Buffer.from(tag, 'latin1'), words32([checksum(content), start, content.length])]);
  });
  return Buffer.concat([...header, ...records, ...tables.map(([, content]) => padded(content))]);
}

function checksum(content: Buffer): number {
  const whole = padded(content);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}
