import type { FastifyInstance } from 'fastify';
import type { AttachmentStore } from '../../attachments/bytes/attachment-store.ts';
import { notFound } from '../../platform/contract/errors.ts';
import { type FileParts, serveFiles } from '../../platform/http/files.ts';
import { granted } from '../../platform/scope/granted.ts';
import { keyOfExport } from './table-export.job.ts';
import { find } from './table-export.read.ts';
import { EXPORT_WORDS } from './table-export.words.ts';

/** GET /files/tables/:exportId: a finished file, to whoever asked for it. */
export function registerTableExports(app: FastifyInstance, parts: FileParts, store: AttachmentStore): void {
  const none = () => notFound(...EXPORT_WORDS.export);
  serveFiles(app, parts, {
    address: '/files/tables',
    find: async (scope, id) => {
      const file = await granted(() => find(scope, id));
      if (file?.state !== 'READY' || !file.sha256 || !file.run) throw none();
      const { format, sha256: hash, fileName, run } = file;
      const bytes = async () => {
        const stored = await store.open(keyOfExport({ ...file, run }));
        if (!stored) throw none();
        return stored;
      };
      return { format, hash, name: fileName ?? file.title, plainName: 'table', bytes };
    },
  });
}
