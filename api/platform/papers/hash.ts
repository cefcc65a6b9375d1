import { createHash } from 'node:crypto';
import { canonicalJson } from '@lxq/schema/texts/canonical-json.ts';

/** What is issued is held to its content: equal content has an equal hash, in whatever order a database gives it back. */
export function hashContent(content: object): string {
  return sha256(canonicalJson(content));
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
