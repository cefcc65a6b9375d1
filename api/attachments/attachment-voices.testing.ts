/* Voice notes as recorders make them, made here, with what they write beside the sound. */

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
/** Sound, at the bottom of so many boxes in each other. */
export function deepMp4(depth: number): Buffer {
  const heads = Buffer.alloc(depth * 8);
  for (let i = 0; i < depth; i++) {
    heads.writeUInt32BE((depth - i) * 8, i * 8);
    heads.write('moov', i * 8 + 4, 'latin1');
  }
  return Buffer.concat([mp4('soun'), heads]);
}
const handler = (type: string) => box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${type}\0\0\0\0`, 'latin1'));
/** As a browser records it: sound, or a picture with it, and where that was. */
export const mp4 = (...handlers: string[]): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')),
    box(
      'moov',
      ...handlers.map((type) => box('trak', box('mdia', handler(type)))),
      box('udta', box('©xyz', Buffer.from('+34.2012+113.0192/'))),
    ),
    box('mdat', Buffer.alloc(4_000, 7)),
  ]);
/** An element of WebM; without a length where its recorder still runs. */
const element = (id: string, content: Buffer, isOpen = false): Buffer => {
  const length = Buffer.from([1, 0, 0, 0, ...(isOpen ? [] : [0, 0, 0, 0])]);
  if (isOpen) return Buffer.concat([Buffer.from(id, 'hex'), Buffer.from('01ffffffffffffff', 'hex'), content]);
  length.writeUInt32BE(content.length, 4);
  return Buffer.concat([Buffer.from(id, 'hex'), length, content]);
};
const ofTrack = (track: 1 | 2) =>
  element(
    'ae',
    Buffer.concat([Buffer.from('d781018381', 'hex'), Buffer.from([track]), element('536e', Buffer.from('李家的手机'))]),
  );
const block = (n: number) => element('a3', Buffer.concat([Buffer.from([0x81, 0, n, 0x80]), Buffer.alloc(500, 5)]));
export const SOUND = Buffer.alloc(500, 5);
/** As a browser records it, with all that a recorder may write beside the sound. */
export const webm = (track: 1 | 2): Buffer =>
  Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm'))),
    element(
      '18538067',
      Buffer.concat([
        element(
          '1549a966',
          Buffer.concat([element('7ba9', Buffer.from('上访户的院子')), element('4461', Buffer.alloc(8, 9))]),
        ),
        element('1654ae6b', ofTrack(track)),
        element('1254c367', Buffer.from(`LOCATION+34.2012+113.0192/${'x'.repeat(200)}`)),
        element('1f43b675', Buffer.concat([element('e7', Buffer.from([0])), block(0), block(1)]), true),
        element('1f43b675', Buffer.concat([element('e7', Buffer.from([9])), block(2)])),
        element('1254c367', Buffer.from('LOCATION+34.2012')),
      ]),
      true,
    ),
  ]);

const OGG_CRC = (page: Buffer): number => {
  let sum = 0;
  for (const byte of page) {
    sum = (sum ^ (byte << 24)) >>> 0;
    for (let bit = 0; bit < 8; bit++) sum = (sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1) >>> 0;
  }
  return sum;
};
/** A page of Ogg: pieces of at most 255 bytes, the last of less unless its packet goes on. */
function oggPage(no: number, pieces: readonly Buffer[], flags = 0): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = flags;
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(no, 18);
  head[26] = pieces.length;
  const page = Buffer.concat([head, Buffer.from(pieces.map(({ length }) => length)), ...pieces]);
  page.writeUInt32LE(OGG_CRC(page), 22);
  return page;
}
/** Whether every page of it is sealed as it stands. */
export function isOggWhole(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; ) {
    const count = bytes[at + 26] as number;
    const length = 27 + count + bytes.subarray(at + 27, at + 27 + count).reduce((sum, each) => sum + each, 0);
    const page = Buffer.from(bytes.subarray(at, at + length));
    const said = page.readUInt32LE(22);
    page.writeUInt32LE(0, 22);
    if (OGG_CRC(page) !== said) return false;
    at += length;
  }
  return true;
}
/** As a phone records it: who and where stand in the second packet, which is longer than a page. */
export function ogg(codec: 'opus' | 'vorbis' | 'theora' = 'opus'): Buffer {
  const begin = { opus: 'OpusHead\x01\x01', vorbis: '\x01vorbis\0\0\0\0\x01', theora: '\x80theora\x03' }[codec];
  const told = `${codec === 'opus' ? 'OpusTags' : '\x03vorbis'}\x04\0\0\0Nova\x01\0\0\0`;
  const packet = Buffer.from(`${told}LOCATION=+34.2012+113.0192/${'picture'.repeat(60)}`, 'latin1');
  const pieces = [packet.subarray(0, 255), packet.subarray(255, 510), packet.subarray(510)];
  return Buffer.concat([
    oggPage(0, [Buffer.from(begin.padEnd(19, '\0'), 'latin1')], 2),
    oggPage(1, pieces.slice(0, 1)),
    oggPage(2, pieces.slice(1), 1),
    oggPage(3, [SOUND.subarray(0, 100), SOUND.subarray(0, 90)], 4),
  ]);
}
const id3 = (words: string) => Buffer.from(`ID3\x04\0\0\0\0\0${String.fromCharCode(words.length)}${words}`, 'latin1');
/** Tags before, tags behind. */
export function mp3(): Buffer {
  const frames = Buffer.concat(
    Array.from({ length: 6 }, () => Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413, 5)])),
  );
  const ape = Buffer.alloc(32);
  ape.write('APETAGEX', 'latin1');
  ape.writeUInt32LE(32 + 20, 12);
  const old = Buffer.alloc(128);
  old.write('TAG上访户', 'utf8');
  return Buffer.concat([id3('+34.2012'), id3('+113.0192'), frames, Buffer.from('LOCATION+34.2012 abc'), ape, old]);
}
