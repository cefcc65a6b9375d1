import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, notFound, outside } from '../../platform/contract/errors.ts';
import { paced } from '../../platform/gate/paced.ts';
import { refuseRequest } from '../../platform/http/bodies.ts';
import type { ServerParts } from '../../platform/http/parts.ts';
import { scopeOf } from '../../platform/http/server.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { Digest } from '../digest.entity.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import type { DigestFile } from '../items/digest-item.entity.ts';

const MEDIA_TYPES = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  PDF: 'application/pdf',
} as const;
const STATUS: Partial<Record<CodedError['code'], number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, BUSY: 503 };

type Parts = Pick<ServerParts, 'env' | 'database' | 'log' | 'pace'>;

/** GET /files/digests/:fileId: a finished file, to whoever may see the issue. Session and scope are those of GraphQL. */
export function registerDigestFiles(app: FastifyInstance, parts: Parts): void {
  const options = { onRequest: paced(parts), errorHandler: refuseRequest };
  app.get<{ Params: { fileId: string } }>('/files/digests/:fileId', options, async (request, reply) => {
    try {
      const scope = await scopeOf(parts, request, reply);
      return await answer(request, reply, await fileOf(scope, request.params.fileId));
    } catch (error) {
      return refuse(reply, error, parts);
    }
  });
}

type Stored = Pick<DigestFile, 'format' | 'sha256' | 'bytes'> &
  Pick<Digest, 'state' | 'title' | 'no' | 'cumNo' | 'periodFrom' | 'periodTo'>;

async function fileOf(scope: Scope, fileId: string): Promise<Stored> {
  const { rights } = scope; // whoever is not signed in is told so, before anything is looked at
  try {
    const file = isUuid(fileId) && (await read(scope, fileId, rights.countyCode));
    if (!file) throw notFound(...DIGEST_WORDS.file);
    await scope.end('commit');
    return file;
  } catch (error) {
    await scope.end('rollback').catch(() => {});
    throw (error as { code?: string }).code === '42501' ? notFound(...DIGEST_WORDS.file) : error; // below the county there are no digests
  }
}

const read = (scope: Scope, fileId: string, county: number) =>
  scope.row<Stored>(
    `select f.format, f.sha256, f.bytes, d.state, d.title, d.no, d.cum_no, d.period_from, d.period_to
     from digest_file f join digest d on d.county_code = f.county_code and d.id = f.digest_id
     where f.county_code = $1 and f.id = $2 and f.state = 'READY'`,
    [county, fileId],
  );

async function answer(request: FastifyRequest, reply: FastifyReply, file: Stored): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`;
  reply.headers({ etag, 'cache-control': 'no-store' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const name = nameOf(file);
  reply.header(
    'content-disposition',
    `attachment; filename="digest.${file.format.toLowerCase()}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  return reply.type(MEDIA_TYPES[file.format]).send(file.bytes);
}

/** 十日信息摘报第3期（总第28期）.docx; a draft is named by its period. */
function nameOf({ title, no, cumNo, format, periodFrom, periodTo }: Stored): string {
  const issue = no == null ? `（草稿）${periodFrom}至${periodTo}` : `第${no}期（总第${cumNo}期）`;
  return `${title}${issue}.${format.toLowerCase()}`.replace(/[\\/:*?"<>|\p{C}]/gu, '');
}

function refuse(reply: FastifyReply, error: unknown, { log }: Parts): FastifyReply {
  const { message, extensions } = outside(error, 'zh', (cause) =>
    log.error({ err: cause }, 'a file could not be served'),
  );
  const status = error instanceof CodedError ? (STATUS[error.code] ?? 403) : extensions.code === 'BUSY' ? 503 : 500;
  if (status === 503) reply.header('retry-after', Number(extensions.retryAfter ?? 1));
  return reply.code(status).send({ errors: [{ message, extensions }] });
}
