import { Refused } from './examined.ts';

/* Sound in Ogg: pages, each a piece of the packets of one stream. Its second packet is what a recorder wrote beside it: who, where, a picture. */

const HEAD = 27;
/** On a page of its own a stream begins. */
const BEGINS = 2;

interface Page {
  at: number;
  serial: number;
  isFirst: boolean;
  /** The lengths of its pieces; one of 255 goes on in the next. */
  laces: Buffer;
  content: number;
  end: number;
}

function* pagesIn(bytes: Buffer): Generator<Page> {
  for (let at = 0; at < bytes.length; ) {
    if (at + HEAD > bytes.length || bytes.toString('latin1', at, at + 4) !== 'OggS') throw new Refused('BROKEN');
    const content = at + HEAD + (bytes[at + 26] as number);
    const laces = bytes.subarray(at + HEAD, content);
    const end = content + laces.reduce((sum, length) => sum + length, 0);
    if (end > bytes.length) throw new Refused('BROKEN');
    yield {
      at,
      serial: bytes.readUInt32LE(at + 14),
      isFirst: Boolean((bytes[at + 5] as number) & BEGINS),
      laces,
      content,
      end,
    };
    at = end;
  }
}

/** How a codec says that nothing is said: its mark, a vendor of no letters, no comments; what follows within the packet is passed over. */
function nothingIn(packet: Buffer): Buffer {
  const begin = packet.toString('latin1', 0, 8);
  if (begin === 'OpusHead') return Buffer.from('OpusTags\0\0\0\0\0\0\0\0', 'latin1');
  if (begin.startsWith('\x01vorbis')) return Buffer.from('\x03vorbis\0\0\0\0\0\0\0\0\x01', 'latin1');
  throw new Refused(/^\x80theora|^BBCD|^OVP80/.test(begin) ? 'VIDEO' : 'NO_VOICE');
}

interface Stream {
  nothing: Buffer;
  /** Of the packets that have ended the number, and of the second how much has been blanked. */
  packet: number;
  blanked: number;
}

/** Blanked where it stands, so that nothing else moves; a page that was changed is sealed anew. */
export function ogg(bytes: Buffer): Buffer {
  const streams = new Map<number, Stream>();
  for (const page of pagesIn(bytes)) {
    if (page.isFirst)
      streams.set(page.serial, { nothing: nothingIn(bytes.subarray(page.content)), packet: 0, blanked: 0 });
    const stream = streams.get(page.serial);
    if (!stream) throw new Refused('BROKEN');
    if (blankIn(bytes, page, stream)) seal(bytes.subarray(page.at, page.end));
  }
  for (const { nothing, blanked } of streams.values()) if (blanked < nothing.length) throw new Refused('BROKEN');
  return bytes;
}

/** Of the stream's second packet what stands on this page; whether there is any. */
function blankIn(bytes: Buffer, { content, laces }: Page, stream: Stream): boolean {
  const before = stream.blanked;
  let from = content;
  for (const length of laces) {
    if (stream.packet === 1) {
      blank(bytes.subarray(from, from + length), stream.nothing, stream.blanked);
      stream.blanked += length;
    }
    from += length;
    if (length < 255) stream.packet++;
  }
  return stream.blanked > before;
}

/** A piece of the packet that begins at `at` of it. */
function blank(piece: Buffer, nothing: Buffer, at: number): void {
  piece.fill(0);
  nothing.copy(piece, 0, Math.min(at, nothing.length));
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest;
});
function crcOf(page: Buffer): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (CRC[(sum >>> 24) ^ byte] as number)) >>> 0;
  return sum;
}
function seal(page: Buffer): void {
  page.writeUInt32LE(0, 22);
  page.writeUInt32LE(crcOf(page), 22);
}
