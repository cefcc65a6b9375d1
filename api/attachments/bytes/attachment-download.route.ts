import { REPORT_READERS, type Role } from '@lxq/schema/roles.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { paced } from '../../platform/gate/paced.ts';
import { refuseRequest } from '../../platform/http/bodies.ts';
import { type FileParts, refuseFile, within } from '../../platform/http/files.ts';
import { scopeOf } from '../../platform/http/server.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { Attachment } from '../attachment.entity.ts';
import { type Size, sizeAsked } from '../attachment.links.ts';
import { savedName } from '../attachment.name.ts';
import { attachmentSeen } from '../attachment.service.ts';
import { ENDINGS } from '../looking/document.ts';
import { type Answered, answerBytes } from './attachment-answer.ts';
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
      const answered = found && (await answerBytes(answerOf(store, found), request, reply));
      return answered ?? absent(reply);
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

const answerOf = (store: AttachmentStore, { attachment, size }: Found): Answered => ({
  hash: `${attachment.storedSha256}-${size}`,
  name: nameFor(attachment, size),
  mediaType: size === 'thumbnail' ? 'image/webp' : (attachment.mediaType as string),
  // A voice note is read whole, because players ask for stretches of it. Not in the store is as if it were not there.
  bytes: () =>
    attachment.kind === 'VOICE' ? store.read(keyOf(attachment, size)) : store.open(keyOf(attachment, size)),
});

function nameFor({ kind, name, mediaType, createdAt }: Attachment, size: Size): string {
  const ending = size === 'thumbnail' ? 'webp' : (ENDINGS[mediaType ?? ''] ?? 'bin');
  const plain = name ?? `${kind === 'VOICE' ? '录音' : '照片'}${createdAt.toISOString().slice(0, 10)}`;
  return savedName(plain, ending === 'txt' && /\.csv$/i.test(plain) ? 'csv' : ending);
}
