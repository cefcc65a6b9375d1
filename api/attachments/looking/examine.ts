import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { AttachmentKind } from '@lxq/schema/attachments/attachment-words.ts';
import { fileTypeFromFile } from 'file-type';
import { document } from './document.ts';
import { Refused, type Taken } from './examined.ts';
import { photo } from './photo.ts';
import { voice } from './voice.ts';

/** In hex, of a file. */
export async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

/** Looks at what came by its own bytes; throws Refused with why it is not taken. */
export async function examine(kind: AttachmentKind, path: string): Promise<Taken> {
  if ((await stat(path)).size === 0) throw new Refused('EMPTY');
  if (kind === 'FILE') return document(path);
  const recognised = (await fileTypeFromFile(path).catch(() => undefined))?.mime;
  return kind === 'PHOTO' ? photo(path, recognised) : voice(path, recognised);
}
