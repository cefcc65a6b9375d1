import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { LIMITS } from '@lxq/schema/limits.ts';
import { REPORT_READERS, type Role } from '@lxq/schema/roles.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { FileStore } from '@tus/file-store';
import { Server, type ServerOptions } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, notFound, refused, unauthenticated } from '../../platform/contract/errors.ts';
import { foreignOrigin, isOwnOrigin } from '../../platform/gate/gate.ts';
import { paced } from '../../platform/gate/paced.ts';
import { refuseRequest } from '../../platform/http/bodies.ts';
import { type FileParts, refuseFile, within } from '../../platform/http/files.ts';
import { scopeOf } from '../../platform/http/server.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { Attachment } from '../attachment.entity.ts';
import { holderOf, inWhoseName } from '../attachment.holders.ts';
import { attachmentSeen } from '../attachment.service.ts';
import { ATTACHMENT_WORDS } from '../attachment.words.ts';
import { type Scan, scannerAt } from '../looking/scanner.ts';
import { OtherBytes, Settling } from './attachment-settling.ts';
import type { AttachmentStore } from './attachment-store.ts';

const PATH = '/attachments';
const TUS = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' } as const;
/** Of tus: the checksum is another. The client begins anew. */
const OTHER_BYTES = 460;
const KEPT_MS = LIMITS.attachment.keptHours * 3_600_000;

/** What is known of a request when tus takes it over. */
interface Asking {
  attachment: Attachment;
  inScope: <T>(work: (desk: Scope) => Promise<T>) => Promise<T>;
}

/** Half uploads, each under the id of its attachment: whoever lost its address begins where it stopped. */
export const uploadsIn = (dataDir: string): FileStore =>
  new FileStore({ directory: resolve(dataDir, 'uploads'), expirationPeriodInMilliseconds: KEPT_MS });

/** POST, HEAD and PATCH /attachments: the bytes of what was promised, by tus, from whoever promised them. */
export function registerUploads(
  app: FastifyInstance,
  parts: FileParts,
  store: AttachmentStore,
  uploads: () => FileStore,
): void {
  const receiving = new Receiving(parts, store, uploads);
  const options = { onRequest: paced(parts), errorHandler: refuseRequest };
  void app.register(async (scoped) => {
    // The bytes are tus's to read.
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scoped.post(PATH, options, (request, reply) => receiving.answer(request, reply));
    for (const method of ['HEAD', 'PATCH'])
      scoped.route({
        method,
        url: `${PATH}/:id`,
        ...options,
        handler: (request, reply) => receiving.answer(request, reply),
      });
  });
}

class Receiving {
  private readonly parts: FileParts;
  private readonly settling: Settling;
  private readonly openUploads: () => FileStore;
  private readonly asked = new WeakMap<IncomingMessage, Asking>();
  private tus?: { server: Server; uploads: FileStore };

  constructor(parts: FileParts, store: AttachmentStore, uploads: () => FileStore) {
    this.parts = parts;
    this.settling = new Settling(store, scannerOf(parts));
    this.openUploads = uploads;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!isOwnOrigin(request.headers, this.parts.env.PUBLIC_ORIGIN))
      return reply.code(403).send({ errors: [foreignOrigin().toJSON()] });
    try {
      const inScope: Asking['inScope'] = async (work) => {
        const scope = await scopeOf(this.parts, request, reply);
        return within(scope, () => work(scope));
      };
      const attachment = await inScope((desk) => promised(desk, idAsked(request)));
      return await this.receive(request, reply, { attachment, inScope });
    } catch (error) {
      if (error instanceof OtherBytes) return reply.headers(TUS).code(OTHER_BYTES).send();
      return refuseFile(reply, error, this.parts);
    }
  }

  private async receive(
    request: FastifyRequest,
    reply: FastifyReply,
    asking: Asking,
  ): Promise<FastifyReply | undefined> {
    const { attachment, inScope } = asking;
    if (attachment.state !== 'AWAITED') return done(request, reply, attachment);
    const { server, uploads } = this.opened();
    const half = await uploads.getUpload(attachment.id).catch(() => null);
    if (half && half.offset === half.size && request.method !== 'PATCH') {
      // All had come when we were cut off.
      await this.settle(asking, uploads);
      return done(request, reply, attachment);
    }
    if (request.method === 'POST') {
      if (Number(request.headers['upload-length']) !== attachment.size) throw wrongSize();
      if (half && !hasExpired(half.creation_date)) return begun(reply, attachment.id, half.offset);
      await inScope((desk) => begin(desk, attachment, uploads));
    }
    this.asked.set(request.raw, asking);
    reply.hijack();
    for (const [name, value] of Object.entries({ ...TUS, 'x-content-type-options': 'nosniff' }))
      reply.raw.setHeader(name, value);
    await server.handle(request.raw, reply.raw);
    return undefined;
  }

  /** Throws what tus answers with. */
  private async settle({ attachment, inScope }: Asking, uploads: FileStore): Promise<void> {
    const drop = () => uploads.remove(attachment.id).catch(() => {});
    try {
      await this.settling.settle(attachment, resolve(uploads.directory, attachment.id), inScope);
    } catch (error) {
      if (error instanceof OtherBytes) await drop();
      throw error;
    }
    await drop();
  }

  /** Made when the first upload comes, so that a server that takes none has no folder for them. */
  private opened() {
    this.tus ??= this.open();
    return this.tus;
  }
  private open() {
    const uploads = this.openUploads();
    const askingOf = (request: Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0]): Asking => {
      const asking = this.asked.get(request.runtime?.node?.req as IncomingMessage);
      if (!asking) throw new Error('tus was asked past the door');
      return asking;
    };
    const server = new Server({
      ...{ path: PATH, relativeLocation: true, allowedOrigins: [], datastore: uploads },
      maxSize: (request) => askingOf(request).attachment.size,
      namingFunction: (request) => askingOf(request).attachment.id,
      // tus reads an id off the end of the whole address; it gets the one that was asked about at the door.
      getFileIdFromRequest: (request) => askingOf(request).attachment.id,
      onUploadFinish: async (request) => {
        await this.settle(askingOf(request), uploads);
        return {};
      },
      onResponseError: (_request, error) => this.toldBy(error),
    });
    return { server, uploads };
  }
  /** tus's own refusals stand as they are. */
  private toldBy(error: unknown): { status_code: number; body: string } | undefined {
    if (error instanceof OtherBytes)
      return { status_code: OTHER_BYTES, body: 'These are other bytes than were promised\n' };
    if (error instanceof CodedError) return { status_code: error.code === 'BUSY' ? 503 : 404, body: `${error.zh}\n` };
    if (error instanceof Error) {
      this.parts.log.error({ err: error }, 'an upload failed');
      return { status_code: 500, body: 'Something went wrong on our side; please try again\n' };
    }
    return undefined;
  }
}

/** The county's, whose silence its operators hear of. */
function scannerOf({ env, log }: FileParts): Scan | undefined {
  const scan = scannerAt(env.ATTACHMENT_SCANNER);
  return (
    scan &&
    ((path) =>
      scan(path).catch((error) => {
        log.error({ err: error }, 'attachments wait: the scanner does not answer');
        throw error;
      }))
  );
}

const hasExpired = (since: string | undefined) => !since || Date.now() - Date.parse(since) > KEPT_MS;
const wrongSize = () => refused([unmet('size', ...ATTACHMENT_WORDS.size)]);

/** Which attachment: in the address, or where it is begun in its metadata, `attachment <id in base64>`. Nothing of ours asks with a query. */
function idAsked(request: FastifyRequest): string {
  if (request.url.includes('?')) return '';
  if (request.method !== 'POST') return (request.params as { id: string }).id;
  const said = /(?:^|,)\s*attachment ([\w+/=]+)/.exec(String(request.headers['upload-metadata'] ?? ''))?.[1] ?? '';
  return Buffer.from(said, 'base64').toString('latin1');
}

/** What the caller promised, and has not taken back; anything else is not there. */
async function promised(desk: Scope, id: string): Promise<Attachment> {
  if (!(REPORT_READERS as readonly Role[]).includes(desk.rights.role)) throw unauthenticated();
  const attachment = isUuid(id) ? await attachmentSeen(desk, id) : undefined;
  const isTheirs = attachment && attachment.authorId === inWhoseName(desk, holderOf(attachment.subject)).authorId;
  if (!isTheirs || attachment.withdrawnAt) throw notFound(...ATTACHMENT_WORDS.attachment);
  return attachment;
}

/** One more on its way; who begins two at once is counted once after the other. */
async function begin(desk: Scope, { id, subject }: Attachment, uploads: FileStore): Promise<void> {
  const { scope, authorId } = inWhoseName(desk, holderOf(subject));
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads ${authorId}`]);
  // Of what was taken back the half upload goes, so that nobody begins and takes back for ever.
  const left = await scope.rows<{ id: string }>(
    `update attachment set begun_at = null where county_code = $1 and author_id = $2 and state = 'AWAITED' and withdrawn_at is not null and begun_at is not null returning id`,
    [scope.county, authorId],
  );
  for (const each of left) await uploads.remove(each.id).catch(() => {});
  const open = await scope.row<{ n: number }>(
    `select count(*)::int as n from attachment where county_code = $1 and author_id = $2 and state = 'AWAITED' and withdrawn_at is null and begun_at > $3 and id <> $4`,
    [scope.county, authorId, new Date(+scope.now - KEPT_MS), id],
  );
  if ((open?.n ?? 0) >= LIMITS.attachment.open) throw refused([unmet('open', ...ATTACHMENT_WORDS.open)]);
  await scope.rows('update attachment set begun_at = $3 where county_code = $1 and id = $2', [
    ...[scope.county, id, scope.now],
  ]);
}

/** Whoever sends what has been decided is told that all of it is here; the row says what came of it. */
function done(request: FastifyRequest, reply: FastifyReply, { id, size }: Attachment): FastifyReply {
  if (request.method === 'POST') return begun(reply, id, size);
  const headers = { ...TUS, 'upload-offset': size, 'upload-length': size };
  return reply
    .headers(headers)
    .code(request.method === 'HEAD' ? 200 : 204)
    .send();
}
const begun = (reply: FastifyReply, id: string, offset: number): FastifyReply =>
  reply
    .headers({ ...TUS, location: `${PATH}/${id}`, 'upload-offset': offset })
    .code(201)
    .send();
