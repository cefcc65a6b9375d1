import { readFile } from 'node:fs/promises';
import { isMarkup, Refused, type Taken } from './examined.ts';
import { ogg } from './ogg.ts';
import { webm } from './webm.ts';

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
 * Sound is kept as it was recorded, under the type that its own bytes say, without what a recorder wrote beside it: whereabouts stand in an MP4's `udta` and `meta`, names,
 * dates and pictures in the tags of MP3, WebM and Ogg. It is never a page to any browser (attachment-download.route.ts).
 */
export async function voice(path: string, recognised: string | undefined): Promise<Taken> {
  const bytes = await readFile(path);
  const mediaType = recognised && KEPT[recognised.split(';')[0] as string];
  if (mediaType === 'audio/mp4') return { bytes: mp4(bytes), mediaType };
  if (mediaType === 'audio/webm') return { bytes: webm(bytes), mediaType };
  if (mediaType === 'audio/ogg') return { bytes: ogg(bytes), mediaType };
  if (mediaType) return { bytes: untagged(bytes), mediaType };
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
const HOLDING = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
/** What is told, and room that was left and may hold what stood there before. */
const TOLD = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
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

/** Without its tags, before and behind, however many there are. */
function untagged(bytes: Buffer): Buffer {
  let [from, to] = [0, bytes.length];
  for (let length = tagBefore(bytes, from); length > 0; length = tagBefore(bytes, from)) from += length;
  for (let length = tagBehind(bytes, to); length > 0; length = tagBehind(bytes, to)) to -= length;
  if (from >= to) throw new Refused('BROKEN');
  return bytes.subarray(from, to);
}
const [ID3_HEAD, ID3_FOOTER, OLD_TAG, APE_HEAD] = [10, 0x10, 128, 32];
function tagBefore(bytes: Buffer, at: number): number {
  if (bytes.toString('latin1', at, at + 3) !== 'ID3' || bytes.length < at + ID3_HEAD) return 0;
  const [a, b, c, d] = bytes.subarray(at + 6, at + 10) as unknown as [number, number, number, number];
  const footer = (bytes[at + 5] as number) & ID3_FOOTER ? ID3_HEAD : 0;
  return ID3_HEAD + footer + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127));
}
function tagBehind(bytes: Buffer, to: number): number {
  if (to >= OLD_TAG && bytes.toString('latin1', to - OLD_TAG, to - OLD_TAG + 3) === 'TAG') return OLD_TAG;
  if (to < APE_HEAD || bytes.toString('latin1', to - APE_HEAD, to - APE_HEAD + 8) !== 'APETAGEX') return 0;
  const hasHead = bytes.readUInt32LE(to - APE_HEAD + 20) >= 0x80000000;
  return bytes.readUInt32LE(to - APE_HEAD + 12) + (hasHead ? APE_HEAD : 0);
}
