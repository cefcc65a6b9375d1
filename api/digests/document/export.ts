import { type DigestDocument, documentPaper, issueNumber } from '@lxq/schema/digests/digest-document.ts';
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

/** Off the caller's thread. Progress goes from 0 to 1. */
export async function exportDigest(
  doc: DigestDocument,
  format: DigestFormat,
  onProgress: (part: number) => void = () => {},
): Promise<DigestFile> {
  onProgress(0);
  const bytes = await typeset(format, documentPaper(doc), { onReady: () => onProgress(0.3) });
  onProgress(1);
  return { bytes, sha256: sha256(bytes), mediaType: MEDIA_TYPES[format], fileName: fileName(doc, format) };
}

function fileName(doc: DigestDocument, format: DigestFormat): string {
  const name = `${doc.banner}${issueNumber(doc)}`.replace(/[\\/:*?"<>|\s\p{C}]/gu, '');
  return `${name}.${format.toLowerCase()}`;
}
