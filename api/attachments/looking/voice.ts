import { readFile } from 'node:fs/promises';
import { isMarkup, Refused, type Taken } from './examined.ts';

/** What it was recognised as, by what it is kept as. Browsers record sound into containers that are made for video. */
const KEPT: Record<string, string> = {
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/mpeg': 'audio/mpeg',
  'audio/webm': 'audio/webm',
  'video/webm': 'audio/webm',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
};

/**
 * Sound is kept as it came, under the type that its own bytes say, without what a recorder wrote beside it: whereabouts stand in an MP4's `udta` and `meta`, names in
 * an MP3's tags. It is never a page to any browser (attachment-download.route.ts).
 */
export async function voice(path: string, recognised: string | undefined): Promise<Taken> {
  const bytes = await readFile(path);
  const mediaType = recognised && KEPT[recognised.split(';')[0] as string];
  if (mediaType === 'audio/mp4') return { bytes: mp4(bytes), mediaType };
  if (mediaType === 'audio/webm') return { bytes: webm(bytes), mediaType };
  if (mediaType === 'audio/mpeg' || mediaType === 'audio/aac') return { bytes: untagged(bytes), mediaType };
  if (mediaType) return { bytes, mediaType };
  if (recognised?.startsWith('video/')) throw new Refused('VIDEO');
  throw new Refused(isMarkup(bytes) ? 'MARKUP' : 'NO_VOICE');
}

interface Box {
  type: string;
  start: number;
  end: number;
}
/** The boxes of an MP4 between two places: length, type, content. */
function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const length = bytes.readUInt32BE(at);
    const isLong = length === 1;
    if (isLong && at + 16 > to) throw new Refused('BROKEN');
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : length === 0 ? to - at : length;
    if (size < 8 || at + size > to) throw new Refused('BROKEN');
    yield { type: bytes.toString('latin1', at + 4, at + 8), start: at, end: at + size };
    at += size;
  }
}
const HOLDING = new Set(['moov', 'trak', 'mdia']);
const TOLD = new Set(['udta', 'meta', 'uuid']);
/** The file, `moov`, `trak`, `mdia`: nothing that we look for lies deeper. */
const DEPTH = 4;

/** Blanked where it stands, so that nothing else moves. */
function mp4(bytes: Buffer): Buffer {
  const handlers: string[] = [];
  const walk = (from: number, to: number, depth = 1) => {
    if (depth > DEPTH) throw new Refused('BROKEN');
    for (const { type, start, end } of boxesIn(bytes, from, to)) {
      if (TOLD.has(type)) {
        bytes.write('free', start + 4, 'latin1');
        bytes.fill(0, start + 8, end);
      } else if (HOLDING.has(type)) walk(start + 8, end, depth + 1);
      else if (type === 'hdlr' && end - start >= 20) handlers.push(bytes.toString('latin1', start + 16, start + 20));
    }
  };
  walk(0, bytes.length);
  if (handlers.includes('vide')) throw new Refused('VIDEO');
  if (!handlers.includes('soun')) throw new Refused('BROKEN');
  return bytes;
}

const TRACKS = Buffer.from([0x16, 0x54, 0xae, 0x6b]);
const VIDEO_TRACK = Buffer.from([0x83, 0x81, 1]);
const AUDIO_TRACK = Buffer.from([0x83, 0x81, 2]);
/** What tracks there are stands together, before any sound. */
const TRACKS_LENGTH = 1_024;
function webm(bytes: Buffer): Buffer {
  const at = bytes.indexOf(TRACKS);
  if (at < 0) throw new Refused('BROKEN');
  const tracks = bytes.subarray(at, at + TRACKS_LENGTH);
  if (tracks.includes(VIDEO_TRACK)) throw new Refused('VIDEO');
  if (!tracks.includes(AUDIO_TRACK)) throw new Refused('BROKEN');
  return bytes;
}

/** Without its tags, before and behind. */
function untagged(bytes: Buffer): Buffer {
  let from = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length > 10) {
    const [a, b, c, d] = bytes.subarray(6, 10) as unknown as [number, number, number, number];
    from = 10 + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127));
  }
  const tail = bytes.length - 128;
  const to = tail > from && bytes.toString('latin1', tail, tail + 3) === 'TAG' ? tail : bytes.length;
  if (from >= to) throw new Refused('BROKEN');
  return bytes.subarray(from, to);
}
