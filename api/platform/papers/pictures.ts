import type { PaperPicture } from '@lxq/schema/texts/pictures.ts';

/** By the hash that the paper's lines name. */
export type PictureBytes = ReadonlyMap<string, Uint8Array>;

/** Nothing is typeset without a picture that its lines name. */
export function bytesOf(pictures: PictureBytes, { sha256 }: Pick<PaperPicture, 'sha256'>): Uint8Array {
  const bytes = pictures.get(sha256);
  if (!bytes) throw new Error(`the bytes of picture ${sha256} are not there`);
  return bytes;
}
