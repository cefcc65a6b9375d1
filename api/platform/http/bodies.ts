import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, outside } from '../contract/errors.ts';
import * as gate from '../gate/gate.ts';
import { isTooDeep } from './json-depth.ts';

const tooDeep = () => new CodedError('BAD_INPUT', '内容嵌套层数过多', 'This nests too deeply');

/** JSON is measured before anything looks at what it means. */
export function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body as string)) done(tooDeep());
    else parse(request, body as string, done);
  });
}

/** The same of what a GET carries in its address. */
export function checkAddress(url: string): void {
  const { searchParams } = new URL(url, 'http://localhost');
  for (const name of ['variables', 'extensions']) if (searchParams.getAll(name).some(isTooDeep)) throw tooDeep();
}

const STATUS: Record<string, number> = { BAD_INPUT: 400, BUSY: 503 };
/** Whatever goes wrong before there is an operation is told like what goes wrong in one. */
export function refuseRequest(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode = 500, message } = error as { statusCode?: number; message?: string };
  const isTheirs = statusCode >= 400 && statusCode < 500;
  const shown = isTheirs ? new CodedError('BAD_INPUT', `请求无法读取：${message}`, `${message}`) : error;
  const told = outside(shown, gate.languageOf(request.headers), (err) =>
    request.log.error({ err }, 'a request failed'),
  );
  const status = isTheirs ? statusCode : (STATUS[told.extensions.code as string] ?? 500);
  if (told.extensions.retryAfter) reply.header('retry-after', told.extensions.retryAfter as number);
  reply.code(status).send({ errors: [told.toJSON()] });
}
