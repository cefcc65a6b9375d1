import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, outside } from '../contract/errors.ts';
import { paced } from '../gate/paced.ts';
import type { Scope } from '../scope/scope.ts';
import type { SheetFormat } from '../sheets/sheet.ts';
import { SHEET_WRITERS } from '../sheets/sheet.writers.ts';
import { refuseRequest } from './bodies.ts';
import type { ServerParts } from './parts.ts';
import { scopeOf } from './server.ts';

/** A file that a route has found; its bytes are asked for when the scope is closed, because they may take seconds. */
export interface FoundFile {
  format: 'PDF' | SheetFormat;
  /** Of its content: whoever has it is not sent it again. */
  hash: string;
  /** Without its ending, in Chinese and for whoever reads no Chinese names. */
  name: string;
  plainName: string;
  bytes: () => Promise<Uint8Array | Readable>;
}

export type FileParts = Pick<ServerParts, 'env' | 'database' | 'log' | 'pace'>;
const mediaTypeOf = (format: FoundFile['format']) =>
  format === 'PDF' ? 'application/pdf' : SHEET_WRITERS[format].mediaType;
const STATUS: Partial<Record<CodedError['code'], number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, BUSY: 503 };

/** GET address/:file, to whoever may see what it is of. Session, scope and pace are those of GraphQL; nothing is kept on the way. */
export function serveFiles(
  app: FastifyInstance,
  parts: FileParts,
  { address, find }: { address: string; find: (scope: Scope, file: string) => Promise<FoundFile> },
): void {
  const options = { onRequest: paced(parts), errorHandler: refuseRequest };
  app.get<{ Params: { file: string } }>(`${address}/:file`, options, async (request, reply) => {
    try {
      const scope = await scopeOf(parts, request, reply);
      scope.rights; // whoever is not signed in is told so, before anything is looked at
      return await answer(request, reply, await within(scope, () => find(scope, request.params.file)));
    } catch (error) {
      return refuseFile(reply, error, parts);
    }
  });
}

/** One transaction of a request that is no operation. */
export async function within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await scope.end('commit');
    return result;
  } catch (error) {
    await scope.end('rollback').catch(() => {});
    throw error;
  }
}

async function answer(request: FastifyRequest, reply: FastifyReply, file: FoundFile): Promise<FastifyReply> {
  const etag = `"${file.hash}"`;
  reply.headers({ etag, 'cache-control': 'no-store' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const ending = file.format.toLowerCase();
  const bytes = await file.bytes();
  reply.header('content-disposition', dispositionOf(`${file.name}.${ending}`, file.plainName));
  return reply.type(mediaTypeOf(file.format)).send(bytes);
}

/** To be saved under its name, or where no Chinese is read under a plain one with the same ending. */
export function dispositionOf(name: string, plainName: string): string {
  const saved = name.replace(/[\\/:*?"<>|\p{C}]/gu, '');
  const ending = saved.slice(saved.lastIndexOf('.'));
  return `attachment; filename="${plainName}${ending}"; filename*=UTF-8''${encodeURIComponent(saved)}`;
}

export function refuseFile(reply: FastifyReply, error: unknown, { log }: FileParts): FastifyReply {
  const { message, extensions } = outside(error, 'zh', (cause) =>
    log.error({ err: cause }, 'a file could not be served'),
  );
  const status = error instanceof CodedError ? (STATUS[error.code] ?? 403) : extensions.code === 'BUSY' ? 503 : 500;
  if (status === 503) reply.header('retry-after', Number(extensions.retryAfter ?? 1));
  return reply.code(status).send({ errors: [{ message, extensions }] });
}
