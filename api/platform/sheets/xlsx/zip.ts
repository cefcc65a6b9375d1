import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive, of which nobody knows beforehand how long it is. */
export interface ZipPart {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}
interface Written {
  name: Buffer;
  at: number;
  crc: number;
  size: number;
  packed: number;
}

/** Sizes and places have 32 bits. A part is cut before (xlsx.ts); an archive that would pass it is given up, never broken. */
export const MOST_BYTES = 0xffff_ffff;
/** Half the time of the usual level, and a tenth more bytes. */
const LEVEL = 3;
const VERSION = 20;
/** Names are UTF-8, and sizes follow the bytes. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the earliest that an entry can hold: the same rows give the same bytes. */
const DAY = 0x0021;

/** One part after the other as it is made: what has been handed on is not kept. */
export async function* zipped(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const all: Written[] = [];
  let at = 0;
  for await (const { name, bytes } of parts) {
    const part: Written = { name: Buffer.from(name), at, crc: 0, size: 0, packed: 0 };
    const head = localHead(part.name);
    yield head;
    for await (const piece of packed(part, bytes)) yield piece;
    const tail = sizesAfter(part);
    yield tail;
    at += head.length + part.packed + tail.length;
    if (at > MOST_BYTES) throw new RangeError('an archive of more than 4 GiB');
    all.push(part);
  }
  const directory = Buffer.concat(all.map(entryOf));
  yield Buffer.concat([directory, endOf(all.length, directory.length, at)]);
}

/** Packed off this thread; measures what goes in and what comes out. */
async function* packed(part: Written, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const measured = async function* () {
    for await (const piece of bytes) {
      part.crc = crc32(piece, part.crc);
      part.size += piece.length;
      yield piece;
    }
  };
  const source = Readable.from(measured(), { objectMode: false });
  const deflate = createDeflateRaw({ level: LEVEL });
  source.once('error', (error) => deflate.destroy(error));
  deflate.once('close', () => source.destroy()); // whoever reads has gone away
  for await (const piece of source.pipe(deflate)) {
    part.packed += piece.length;
    yield piece;
  }
}

/** Little-endian fields: a width in bytes and a value each. */
function record(...fields: readonly [width: 2 | 4, value: number][]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
const localHead = (name: Buffer) =>
  Buffer.concat([
    record([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DAY], [4, 0], [4, 0], [4, 0]),
    record([2, name.length], [2, 0]),
    name,
  ]);
const sizesAfter = ({ crc, packed, size }: Written) => record([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
const entryOf = ({ name, at, crc, packed, size }: Written) =>
  Buffer.concat([
    record([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DAY]),
    record([4, crc], [4, packed], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
    name,
  ]);
const endOf = (count: number, length: number, at: number) =>
  record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]);
