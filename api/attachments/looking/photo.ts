import { readFile } from 'node:fs/promises';
import { LIMITS } from '@lxq/schema/limits.ts';
import sharp, { type Metadata } from 'sharp';
import { isMarkup, Refused, type Taken } from './examined.ts';

// One picture is one thread's work and leaves nothing behind, so that memory stays flat however many come.
sharp.concurrency(1);
sharp.cache(false);

const { pixels, pixelsAtOnce, side, thumbnail } = LIMITS.attachment;
const READ = new Set(['image/jpeg', 'image/png', 'image/webp']);
const APPLE = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif']);

/** So long may one picture take. */
const SECONDS = 20;
/** From here on the mark of how a picture lies turns it on its side. */
const TURNED = 5;

/** Such a picture cannot be drawn line by line. */
const isWholeAtOnce = ({ isProgressive, depth, orientation = 1 }: Metadata): boolean =>
  isProgressive || depth === 'ushort' || orientation >= TURNED;

/**
 * A picture is drawn anew from its pixels and kept as JPEG: what else stood in the file (where it was taken, a script behind the picture, another file's
 * beginning) is not carried along. How large it is says its head, which is read before anything is unpacked.
 */
export async function photo(path: string, mediaType: string | undefined): Promise<Taken> {
  if (mediaType && APPLE.has(mediaType)) throw new Refused('HEIC');
  const sent = await readFile(path);
  if (!mediaType || !READ.has(mediaType)) throw new Refused(isMarkup(sent) ? 'MARKUP' : 'NO_PHOTO');
  try {
    // The first picture only, where it moves.
    const head = await sharp(sent, { limitInputPixels: false, pages: 1 }).metadata();
    if (head.width * head.height > (isWholeAtOnce(head) ? pixelsAtOnce : pixels)) throw new Refused('TOO_MANY_PIXELS');
    const { data, info } = await sharp(sent, { limitInputPixels: pixels, pages: 1, sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: SECONDS })
      .jpeg({ quality: 82, progressive: true })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(data)
      .resize({ width: thumbnail, height: thumbnail, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: SECONDS })
      .webp({ quality: 75 })
      .toBuffer();
    return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height, thumbnail: small };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('BROKEN');
  }
}
