import {
  type DigestDocument,
  type DigestPicture,
  documentPaper,
  issueNumber,
  picturesIn,
} from '@lxq/schema/digests/digest-document.ts';
import sharp from 'sharp';
import { sha256 } from '../../platform/papers/hash.ts';
import { typeset } from '../../platform/papers/typesetter.ts';

export type DigestFormat = 'DOCX' | 'PDF';

export interface DigestFile {
  bytes: Uint8Array;
  sha256: string;
  mediaType: string;
  /** 十日信息摘报第7期（总第28期）.pdf */
  fileName: string;
}

const MEDIA_TYPES: Record<DigestFormat, string> = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  PDF: 'application/pdf',
};

interface ExportOptions {
  /** From 0 to 1. */
  onProgress?: (part: number) => void;
  /** The bytes of a picture as they are kept. */
  read?: (picture: DigestPicture) => Promise<Uint8Array>;
}

/** Off the caller's thread. */
export async function exportDigest(
  doc: DigestDocument,
  format: DigestFormat,
  { onProgress = () => {}, read }: ExportOptions = {},
): Promise<DigestFile> {
  onProgress(0);
  const pictures = new Map<string, Uint8Array>();
  // One after the other: only what is small enough for paper is kept.
  for (const picture of picturesIn(doc))
    if (read && !pictures.has(picture.sha256)) pictures.set(picture.sha256, await forPaper(await read(picture)));
  const bytes = await typeset(format, documentPaper(doc), { pictures, onReady: () => onProgress(0.3) });
  onProgress(1);
  return { bytes, sha256: sha256(bytes), mediaType: MEDIA_TYPES[format], fileName: fileName(doc, format) };
}

/** A picture is at most 116 × 59 mm on paper: 300 dots an inch, and no more to carry about. The same bytes for the same picture. */
const forPaper = async (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes)
    .resize({ width: 1_370, height: 700, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();

function fileName(doc: DigestDocument, format: DigestFormat): string {
  const name = `${doc.banner}${issueNumber(doc)}`.replace(/[\\/:*?"<>|\s\p{C}]/gu, '');
  return `${name}.${format.toLowerCase()}`;
}
