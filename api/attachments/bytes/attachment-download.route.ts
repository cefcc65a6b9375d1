import { Readable } from 'node:stream';
import { REPORT_READERS, type Role } from '@lxq/schema/roles.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { paced } from '../../platform/gate/paced.ts';
import { refuseRequest } from '../../platform/http/bodies.ts';
import { dispositionOf, type FileParts, refuseFile, within } from '../../platform/http/files.ts';
import { scopeOf } from '../../platform/http/server.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { Attachment } from '../attachment.entity.ts';
import { type Size, sizeAsked } from '../attachment.links.ts';
import { savedName } from '../attachment.name.ts';
import { attachmentSeen } from '../attachment.service.ts';
import { ENDINGS } from '../looking/document.ts';
import { type AttachmentStore, keyOf } from './attachment-store.ts';

interface Found {
  attachment: Attachment;
  size: Size;
}
interface Route {
  Params: { id: string };
  Querystring: Record<string, unknown>;
}
type Asked = FastifyRequest<Route>;

/** GET /attachments/:id, by a link of the contract: whoever may not see its thing today is told what is told of nothing at all. */
export function registerDownloads(app: FastifyInstance, parts: FileParts, store: AttachmentStore): void {
  const options = { onRequest: paced(parts), errorHandler: refuseRequest, exposeHeadRoute: false };
  app.get<Route>('/attachments/:id', options, async (request, reply) => {
    try {
      const found = await find(parts, request, reply);
      const bytes = found && (await bytesOf(store, found));
      return found && bytes ? send(found, bytes, request, reply) : absent(reply);
    } catch (error) {
      return refuseFile(reply, error, parts);
    }
  });
}

/** The same for a link that is forged or old, another session's, nobody's, of what is not there or out of sight. */
const absent = (reply: FastifyReply): FastifyReply =>
  reply.code(404).headers({ 'cache-control': 'no-store' }).type('text/plain; charset=utf-8').send('未找到 Not found\n');

async function find(parts: FileParts, request: Asked, reply: FastifyReply): Promise<Found | null> {
  const scope = await scopeOf(parts, request, reply);
  if (!scope.isSignedIn || !(REPORT_READERS as readonly Role[]).includes(scope.rights.role)) return null;
  const { id } = request.params;
  const size = sizeAsked(scope.rights.tokenHash, id, request.query, scope.now);
  if (!size || !isUuid(id)) return null;
  scope.isReadOnly = true;
  const attachment = await within(scope, () => attachmentSeen(scope, id));
  const isThere = attachment?.state === 'ARRIVED' && attachment.storedSha256 && !attachment.withdrawnAt;
  return isThere && (size === 'full' || attachment.kind === 'PHOTO') ? { attachment, size } : null;
}

/** A voice note is read whole, because players ask for stretches of it. Null where they are not in the store, which is as if it were not there. */
const bytesOf = (store: AttachmentStore, { attachment, size }: Found): Promise<Readable | Uint8Array | null> =>
  attachment.kind === 'VOICE' ? store.read(keyOf(attachment, size)) : store.open(keyOf(attachment, size));

/** Its rights are asked at every look: a browser may keep it, and asks whether it still may show it. */
function send(
  { attachment, size }: Found,
  bytes: Readable | Uint8Array,
  request: Asked,
  reply: FastifyReply,
): FastifyReply {
  const etag = `"${attachment.storedSha256}-${size}"`;
  reply.headers({
    ...{ etag, 'cache-control': 'private, no-cache' },
    // Drawn by an <img> or <audio> of ours, it is never a page of its own.
    ...{
      'content-disposition': dispositionOf(nameFor(attachment, size), 'attachment'),
      'x-content-type-options': 'nosniff',
    },
    ...{ 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin' },
  });
  if (request.headers['if-none-match'] === etag) {
    if (bytes instanceof Readable) bytes.destroy();
    return reply.code(304).send();
  }
  reply.type(size === 'thumbnail' ? 'image/webp' : (attachment.mediaType as string));
  return bytes instanceof Readable ? reply.send(bytes) : part(bytes, request.headers.range, reply);
}

function nameFor({ kind, name, mediaType, createdAt }: Attachment, size: Size): string {
  const ending = size === 'thumbnail' ? 'webp' : (ENDINGS[mediaType ?? ''] ?? 'bin');
  const plain = name ?? `${kind === 'VOICE' ? '录音' : '照片'}${createdAt.toISOString().slice(0, 10)}`;
  return savedName(plain, ending === 'txt' && /\.csv$/i.test(plain) ? 'csv' : ending);
}

/** Players ask for a stretch; what is no stretch of it is answered whole. */
function part(bytes: Uint8Array, range: string | undefined, reply: FastifyReply): FastifyReply {
  reply.header('accept-ranges', 'bytes');
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (!first && !last) return reply.send(Buffer.from(bytes));
  const from = first ? Number(first) : Math.max(0, bytes.length - Number(last));
  const to = first && last ? Math.min(Number(last), bytes.length - 1) : bytes.length - 1;
  if (from > to) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(Buffer.from(bytes.subarray(from, to + 1)));
}
