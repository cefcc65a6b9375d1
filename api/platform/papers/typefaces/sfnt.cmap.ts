import { range, table, tablesOf, words16, words32 } from './sfnt.table.ts';

/** Which character is which glyph of a font. */
export type Mapping = [character: number, glyph: number];

/** Every character that the font can show. */
export function charactersOf(font: Buffer): Set<number> {
  return new Set(mappingsOf(table(tablesOf(font), 'cmap')).map(([character]) => character));
}

/** A table of format 12: runs of characters whose glyph numbers follow each other. The first of two glyphs for a character counts. */
export function characterMap(mapped: Mapping[]): Buffer {
  const glyphOf = new Map([...mapped].reverse());
  const runs: { from: number; to: number; glyph: number }[] = [];
  for (const [character, glyph] of [...glyphOf].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.to + 1 === character && last.glyph + character - last.from === glyph) last.to = character;
    else runs.push({ from: character, to: character, glyph });
  }
  const header = words16([0, 1, 3, 10]);
  const subtable = words32([12 << 16, 16 + 12 * runs.length, 0, runs.length]);
  return Buffer.concat([header, words32([12]), subtable, ...runs.map((run) => words32([run.from, run.to, run.glyph]))]);
}

export function mappingsOf(cmap: Buffer): Mapping[] {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + 8 * i));
  return subtables.flatMap((start) => {
    const format = cmap.readUInt16BE(start);
    return format === 12 ? grouped(cmap, start) : format === 4 ? segmented(cmap, start) : [];
  });
}

function grouped(cmap: Buffer, start: number): Mapping[] {
  return Array.from({ length: cmap.readUInt32BE(start + 12) }, (_, i) => start + 16 + 12 * i).flatMap((at) => {
    const [from, to, glyph] = [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4), cmap.readUInt32BE(at + 8)];
    return range(from, to).map((character): Mapping => [character, glyph + character - from]);
  });
}

function segmented(cmap: Buffer, start: number): Mapping[] {
  const double = cmap.readUInt16BE(start + 6);
  return range(0, double / 2 - 1).flatMap((i) => {
    const at = start + 14 + 2 * i;
    const [from, to] = [cmap.readUInt16BE(at + double + 2), Math.min(cmap.readUInt16BE(at), 0xfffe)];
    const [delta, offset] = [cmap.readInt16BE(at + 2 * double + 2), cmap.readUInt16BE(at + 3 * double + 2)];
    return range(from, to)
      .map((character): Mapping => {
        if (offset === 0) return [character, (character + delta) & 0xffff];
        const glyph = cmap.readUInt16BE(at + 3 * double + 2 + offset + 2 * (character - from));
        return [character, glyph === 0 ? 0 : (glyph + delta) & 0xffff];
      })
      .filter(([, glyph]) => glyph !== 0);
  });
}
