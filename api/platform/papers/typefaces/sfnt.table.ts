/** The tables of a TrueType or OpenType file by tag, and the big-endian words they are made of. */
export type Tables = Map<string, Buffer>;

export function tablesOf(font: Buffer): Tables {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const entry = 12 + 16 * i;
      const start = font.readUInt32BE(entry + 8);
      return [font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12))];
    }),
  );
}

export function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new Error(`the font has no ${tag} table`);
  return found;
}

export function patched(content: Buffer, patch: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(content);
  patch(copy);
  return copy;
}

export function padded(content: Buffer): Buffer {
  const rest = content.length % 4;
  return rest === 0 ? content : Buffer.concat([content, Buffer.alloc(4 - rest)]);
}

export function words16(values: number[]): Buffer {
  return patched(Buffer.alloc(2 * values.length), (buffer) => {
    for (const [i, value] of values.entries()) buffer.writeUInt16BE(value, 2 * i);
  });
}

export function words32(values: number[]): Buffer {
  return patched(Buffer.alloc(4 * values.length), (buffer) => {
    for (const [i, value] of values.entries()) buffer.writeUInt32BE(value, 4 * i);
  });
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
