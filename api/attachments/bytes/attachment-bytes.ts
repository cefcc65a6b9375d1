import type { FileStore } from '@tus/file-store';
import type { FastifyInstance } from 'fastify';
import type { FileParts } from '../../platform/http/files.ts';
import { registerDownloads } from './attachment-download.route.ts';
import { type AttachmentStore, openStore } from './attachment-store.ts';
import { registerUploads, uploadsIn } from './attachment-upload.route.ts';

/** Where a process keeps the bytes of attachments: those on their way, and those that have come. */
export interface AttachmentBytes {
  store: AttachmentStore;
  uploads: () => FileStore;
}

export function registerAttachments(app: FastifyInstance, parts: FileParts): AttachmentBytes {
  const store = openStore(parts.env);
  let opened: FileStore | undefined;
  const uploads = () => {
    opened ??= uploadsIn(parts.env.DATA_DIR);
    return opened;
  };
  registerUploads(app, parts, store, uploads);
  registerDownloads(app, parts, store);
  return { store, uploads };
}
