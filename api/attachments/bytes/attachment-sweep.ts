import { LIMITS } from '@lxq/schema/limits.ts';
import type { ClientBase } from 'pg';
import { now } from '../../platform/scope/clock.ts';
import type { AttachmentBytes } from './attachment-bytes.ts';
import type { AttachmentStore } from './attachment-store.ts';

const KEPT_MS = LIMITS.attachment.keptHours * 3_600_000;

/** Every night: half uploads of the day before, bytes of what was taken back that nothing else shows, and bytes that no row knows. What is awaited stays awaited. */
export async function sweepAttachments(client: ClientBase, { store, uploads }: AttachmentBytes): Promise<void> {
  await uploads().deleteExpired();
  await client.query('select app.leave_attachments($1)', [new Date(+now() - KEPT_MS)]);
  for await (const keys of store.keys()) await sweepUnknown(client, store, keys);
}

/** What was written a moment ago may get its row yet. */
async function sweepUnknown(client: ClientBase, store: AttachmentStore, keys: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ key: string }>('select * from app.unknown_attachments($1) as key', [keys]);
  for (const { key } of rows) if (+(await store.writtenAt(key)) < Date.now() - KEPT_MS) await store.remove(key);
}
