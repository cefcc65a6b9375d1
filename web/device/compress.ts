import { LIMITS } from '@lxq/schema/limits.ts';
import Compressor from 'compressorjs';

/** About what a photo should weigh: it has to get through one bar of signal. */
const TARGET = 300 * 1024;
const MOST = LIMITS.attachment.PHOTO.bytes;
/** From the best on, until one weighs little enough. */
const STEPS = [
  { side: 1_920, quality: 0.75 },
  { side: 1_920, quality: 0.6 },
  { side: 1_600, quality: 0.5 },
  { side: 1_280, quality: 0.45 },
] as const;
export type Squeeze = (file: Blob, step: { side: number; quality: number }) => Promise<Blob>;

/** HEIC is Apple's own, which most browsers cannot open; NO_PHOTO is none, or damaged. */
export type PhotoFault = 'HEIC' | 'NO_PHOTO' | 'LARGE';
export class PhotoRefused extends Error {
  readonly fault: PhotoFault;
  constructor(fault: PhotoFault) {
    super(fault);
    this.fault = fault;
  }
}

export const isHeic = ({ type, name }: Pick<File, 'type' | 'name'>): boolean =>
  /^image\/hei[cf]/.test(type) || /\.(heic|heif)$/i.test(name);

/** A photo drawn anew as JPEG, upright and small: with its old bytes where and when it was taken goes as well. The file on the phone stays as it is. */
export async function compressed(file: File, squeeze: Squeeze = byCanvas): Promise<Blob> {
  let best: Blob | undefined;
  for (const step of STEPS) {
    const blob = await squeeze(file, step).catch(() => {
      throw new PhotoRefused(isHeic(file) ? 'HEIC' : 'NO_PHOTO');
    });
    if (!best || blob.size < best.size) best = blob;
    if (best.size <= TARGET) break;
  }
  if (!best || best.size === 0) throw new PhotoRefused('NO_PHOTO');
  if (best.size > MOST) throw new PhotoRefused('LARGE');
  return best;
}

const byCanvas: Squeeze = (file, { side, quality }) =>
  new Promise((resolve, reject) => {
    new Compressor(file, {
      maxWidth: side,
      maxHeight: side,
      quality,
      mimeType: 'image/jpeg',
      // A small photo that grows is drawn anew all the same: what it was made with and where must not go along.
      strict: false,
      retainExif: false,
      beforeDraw: (context, canvas) => {
        // What a screenshot leaves clear would be black.
        context.fillStyle = '#fff';
        context.fillRect(0, 0, canvas.width, canvas.height);
      },
      success: resolve,
      error: reject,
    });
  });
