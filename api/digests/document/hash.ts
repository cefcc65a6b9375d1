import { createHash } from 'node:crypto';
import { canonicalJson } from '@lxq/schema/digests/canonical-json.ts';
import type { DigestDocument } from '@lxq/schema/digests/digest-document.ts';

/** What an issued digest is held to. */
export function hashContent(doc: DigestDocument): string {
  return sha256(canonicalJson(doc));
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
