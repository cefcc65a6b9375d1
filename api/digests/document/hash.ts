import { createHash } from 'node:crypto';
import type { DigestDocument } from '@lxq/schema/digest-document.ts';

/** SHA-256 of the canonical JSON: what an issued digest is held to. The order of an object's fields does not matter. */
export function hashContent(doc: DigestDocument): string {
  return sha256(JSON.stringify(doc, sortedFields));
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sortedFields(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
