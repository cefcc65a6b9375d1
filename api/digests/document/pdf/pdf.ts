import type { DigestDocument } from '@lxq/schema/digests/digest-document.ts';
import { type TypesetOptions, typeset } from '../typesetter.ts';

export function toPdf(doc: DigestDocument, options?: TypesetOptions): Promise<Uint8Array> {
  return typeset('PDF', doc, options);
}
