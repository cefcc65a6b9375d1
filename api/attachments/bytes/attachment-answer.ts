import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dispositionOf } from '../../platform/http/files.ts';

export interface Answered {
  /** Of the bytes: whoever has them is not sent them again. */
  hash: string;
  /** Under which they are saved. */
  name: string;
  mediaType: string;
  /** Asked for when they are to be sent; null where they are not there. */
  bytes: () => Promise<Readable | Uint8Array | null>;
}

/**
 * Bytes that somebody may see: rights are asked at every look (a browser may keep them, and asks whether it still may show them), and drawn by an <img> or <audio> of
 * ours they are never a page of their own. Null, and nothing said yet, where they are not there.
 */
export async function answerBytes(
  { hash, name, mediaType, bytes: open }: Answered,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | null> {
  const etag = `"${hash}"`;
  const isKept = request.headers['if-none-match'] === etag;
  const bytes = isKept ? null : await open();
  if (!isKept && !bytes) return null;
  reply.headers({
    ...{ etag, 'cache-control': 'private, no-cache' },
    ...{ 'content-disposition': dispositionOf(name, 'attachment'), 'x-content-type-options': 'nosniff' },
    ...{ 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin' },
  });
  if (!bytes) return reply.code(304).send();
  reply.type(mediaType);
  return bytes instanceof Readable ? reply.send(bytes) : part(bytes, request.headers.range, reply);
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
