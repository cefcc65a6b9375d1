import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { outside } from '../errors.ts';
import * as gate from '../gate.ts';
import { runOperation } from '../operation.ts';
import { Scope } from '../scope.ts';
import type { ServerParts } from '../server.ts';
import { Hub } from './hub.ts';

type Params = { authorization?: string; language?: string };
type Socket = Context<Params, Extra>;

/** How long a silent socket stands before a ping tells whether anybody is there. */
const KEEP_ALIVE_MS = 20_000;
/** Reasons for which the server ends a socket; the client comes back with its cursor, signing in first where it must. */
const CLOSE_CODES = { UNAUTHENTICATED: 4401, RIGHTS_CHANGED: 4403, TOO_SLOW: 4408 } as const;

/** WebSocket: through the same gate as HTTP, then to the hub. */
export function attachSocket(server: Server, parts: ServerParts): { hub: Hub; stop(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.frameBytes });
  const hub = new Hub(parts.database, parts.log);
  hub.start();
  server.on('upgrade', (request, stream, head) => upgrade(sockets, parts, request, stream, head));
  const disposable = useServer<Params>(
    {
      schema: parts.schema,
      connectionInitWaitTimeout: LIMITS.socket.idleMs,
      onSubscribe: (context, _id, payload) => admit(parts, context as Socket, payload),
      execute: ({ contextValue, variableValues: variables, ...args }) =>
        runOperation({ ...args, variables }, contextValue as Scope, parts.log) as Promise<ExecutionResult>,
      subscribe: (args) => subscribe(hub, args, parts),
    },
    sockets,
    KEEP_ALIVE_MS,
  );
  return { hub, stop: async () => void (await Promise.all([hub.stop(), disposable.dispose()])) };
}

function upgrade(
  sockets: WebSocketServer,
  { env, log }: ServerParts,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): void {
  const path = request.url?.split('?')[0];
  const refusal =
    path !== '/graphql'
      ? '404 Not Found'
      : gate.isOwnOrigin(request.headers, env.PUBLIC_ORIGIN)
        ? null
        : '403 Forbidden';
  stream.on('error', (err) => log.debug({ err }, 'a socket broke off'));
  if (refusal) return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
  sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
}

/** Everything the gate asks of an operation; on a WebSocket nothing of it is remembered from one operation to the next. */
async function admit(
  parts: ServerParts,
  context: Socket,
  { query, variables, operationName }: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  if (Object.keys(context.subscriptions).length > LIMITS.socket.subscriptions) return [gate.tooManySubscriptions()];
  const document = gate.admitDocument(parts.schema, query);
  if (!('kind' in document)) return document;
  try {
    gate.checkVariables(variables);
    const contextValue = withSocket(await scopeOf(parts, context), context);
    return { schema: parts.schema, document, operationName, variableValues: variables ?? {}, contextValue };
  } catch (error) {
    return [outside(error, 'zh', (err) => parts.log.error({ err }, 'a socket operation could not begin'))];
  }
}

async function scopeOf({ database, env }: ServerParts, { extra, connectionParams }: Socket): Promise<Scope> {
  const { headers, socket } = extra.request;
  const tokenHash = gate.tokenOf(headers, connectionParams?.authorization ?? headers.authorization);
  const caller = {
    language: gate.languageOf(headers, connectionParams?.language ?? headers['accept-language']),
    address: socket.remoteAddress ?? null,
    tokenHash,
    sessionHours: env.SESSION_TTL_HOURS,
    setToken: () => {}, // no cookie on a socket; programs take the token from the answer
  };
  return new Scope(database, await gate.rightsOf(database, tokenHash), caller);
}

const owners = new WeakMap<Scope, Socket>();
function withSocket(scope: Scope, context: Socket): Scope {
  owners.set(scope, context);
  return scope;
}

async function subscribe(
  hub: Hub,
  args: ExecutionArgs,
  { log }: ServerParts,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const scope = args.contextValue as Scope;
  const close = (reason: keyof typeof CLOSE_CODES) =>
    owners.get(scope)?.extra.socket.close(CLOSE_CODES[reason], reason);
  try {
    return await hub.subscribe(args, close);
  } catch (error) {
    return {
      errors: [outside(error, scope.caller.language, (err) => log.error({ err }, 'a subscription could not begin'))],
    };
  }
}
