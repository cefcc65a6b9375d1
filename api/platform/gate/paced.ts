import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import type { ServerParts } from '../http/parts.ts';
import { cookieOf, cookiesOf, marksOf } from './cookies.ts';
import * as gate from './gate.ts';
import { type Comer, comerOf } from './pace.ts';

declare module 'fastify' {
  interface FastifyRequest {
    comer: Comer;
    /** The SHA-256 of the caller's token. */
    tokenHash: string | null;
  }
}

/** For a route: whoever has taken up more than their share waits before the body is read, in its sender's hands. */
export function paced({ env, pace }: Pick<ServerParts, 'env' | 'pace'>): onRequestHookHandler {
  const cookies = cookiesOf(env.PUBLIC_ORIGIN);
  return (request, _reply, done) => {
    request.tokenHash = gate.tokenOf(request.headers, cookies.session);
    const rights = gate.rememberedRights(request.tokenHash);
    const marks = rights ? [] : marksOf(cookieOf(request.headers.cookie, cookies.devices));
    request.comer = comerOf(rights, request.ip, gate.rememberedDevice(marks));
    const waiting = pace.enter(request.comer, unitsOf(request), request.raw.socket);
    if (waiting) waiting.then(() => done(), done);
    else done();
  };
}

/** By its length, where it may have a body; whoever does not say how long it is may send as much as anybody, and nobody more. */
export function unitsOf({ headers, method }: Pick<FastifyRequest, 'headers' | 'method'>): number {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const length = hasBody ? Math.min(Number(headers['content-length'] ?? Infinity), SERVER_LIMITS.bodyBytes) : 0;
  return 1 + Math.floor(length / SERVER_LIMITS.pace.bytes);
}
