import { constants } from 'node:zlib';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyCompress, { type FastifyCompressOptions } from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Env } from '../../env.ts';
import { forbidden } from '../contract/errors.ts';
import * as gate from '../gate/gate.ts';
import { comerOf } from '../gate/pace.ts';
import { paced, unitsOf } from '../gate/paced.ts';
import { pauseOf } from '../gate/pause.ts';
import type { Operation } from '../operation/asked.ts';
import { runOperation } from '../operation/operation.ts';
import { onBehalfOf } from '../process/uncaught.ts';
import type { Caller } from '../scope/caller.ts';
import { Scope } from '../scope/scope.ts';
import { RightsChanged } from '../scope/transaction.ts';
import { checkAddress, readBodies, refuseRequest } from './bodies.ts';
import { HttpCaller } from './http-caller.ts';
import type { ServerParts } from './parts.ts';

/** HTTP: GraphQL through the gate. Everything else (health, files, the web app) registers on the same instance. */
export async function buildServer(
  parts: ServerParts,
  patience: { headersMs: number; requestMs: number; checkMs: number } = SERVER_LIMITS.http,
): Promise<{ app: FastifyInstance; stop(): Promise<void> }> {
  const { env, log } = parts;
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: SERVER_LIMITS.bodyBytes,
    trustProxy: trusted(env.TRUST_PROXY),
    forceCloseConnections: true,
    requestTimeout: patience.requestMs,
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.checkMs },
  });
  app.server.maxConnections = SERVER_LIMITS.http.connections;
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, COMPRESSION);
  readBodies(app);
  app.decorateRequest('comer');
  app.decorateRequest('tokenHash', null);
  const apollo = apolloOn(parts);
  await apollo.start();
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    compress: {},
    onRequest: paced(parts),
    handler: (request, reply) =>
      onBehalfOf({ breakOff: (error) => reply.sent || refuseRequest(error, request, reply) }, () =>
        answer(apollo, parts, request, reply),
      ),
    errorHandler: refuseRequest,
  });
  return { app, stop: () => apollo.stop() };
}

/** Answers for slow lines: a leader’s first screen was 62 kB without. Static files come compressed from the build; little ones are not worth it. */
const COMPRESSION = {
  global: false,
  encodings: ['br', 'gzip'],
  threshold: 1024,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
} satisfies FastifyCompressOptions;

/** A number is how many proxies stand in front of us. */
const trusted = (given: Env['TRUST_PROXY']) =>
  typeof given === 'number' ? (_address: string, hop: number) => hop < given : given;

/** Apollo parses, validates and shapes the answer; the operation itself runs in one transaction (operation.ts). */
function apolloOn(parts: ServerParts): ApolloServer<Scope> {
  const { schema, log } = parts;
  return new ApolloServer<Scope>({
    gateway: {
      load: async () => ({
        executor: ({ document, operationName, request, context }) =>
          run(
            parts,
            { schema, document, operationName, variables: request.variables },
            context as unknown as Scope,
          ) as never,
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      stop: async () => {},
    },
    parseOptions: gate.PARSE_OPTIONS,
    validationRules: [...gate.VALIDATION_RULES],
    introspection: true, // the contract is public; what it may answer is not
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled()],
    formatError: (formatted, error) => {
      const given = formatted.extensions?.code as string | undefined;
      const isOurs =
        given && !/^(GRAPHQL_|BAD_USER_INPUT|OPERATION_|PERSISTED_|BAD_REQUEST|INTERNAL_SERVER_ERROR)/.test(given);
      if (isOurs) return formatted;
      if (given === 'INTERNAL_SERVER_ERROR') log.error({ err: error }, 'Apollo failed');
      const code = given === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL' : 'BAD_INPUT';
      return {
        ...formatted,
        message: code === 'INTERNAL' ? 'Internal error' : formatted.message,
        extensions: { code },
      };
    },
  });
}

/** Of callers whose operation came to nothing but BUSY: seconds until it is worth another try. Apollo hands on a copy of the scope. */
const pauses = new WeakMap<Caller, number>();

async function run(parts: ServerParts, operation: Operation, scope: Scope): Promise<ExecutionResult> {
  const result = await parts.budget.take(operation, scope, () => runWithTodaysRights(parts, operation, scope));
  const pause = pauseOf(result);
  if (pause) pauses.set(scope.caller, pause);
  return result;
}
/** Once more when the rights remembered of the session were not today's. */
async function runWithTodaysRights(
  { database, log }: ServerParts,
  operation: Operation,
  scope: Scope,
): Promise<ExecutionResult> {
  try {
    return await runOperation(operation, scope, log);
  } catch (error) {
    if (!(error instanceof RightsChanged)) throw error;
    const rights = await gate.findAgain(database, scope.caller.tokenHash as string);
    return runOperation(operation, new Scope(database, rights, scope.caller), log);
  }
}

async function answer(
  apollo: ApolloServer<Scope>,
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!gate.isOwnOrigin(request.headers, parts.env.PUBLIC_ORIGIN)) return void refuse(reply, gate.foreignOrigin());
  if (request.method === 'GET') checkAddress(request.url);
  gate.checkVariables(
    (request.body as { variables?: unknown } | null)?.variables,
    Number(request.headers['content-length'] ?? Infinity),
  );
  const scope = await guessedScope(parts, request, reply);
  if (scope.isSignedIn) parts.pace.recognise(request.comer, comerOf(scope.rights, request.ip), unitsOf(request));
  const { body, headers, status } = await apollo.executeHTTPGraphQLRequest({
    context: async () => scope,
    httpGraphQLRequest: {
      body: request.body,
      headers: headerMap(request),
      method: request.method,
      search: request.url.includes('?') ? new URL(request.url, 'http://localhost').search : '',
    },
  });
  if (status === 400) parts.pace.charge(request.comer, SERVER_LIMITS.pace.refusal);
  for (const [name, value] of headers) reply.header(name, value);
  const pause = pauses.get(scope.caller);
  if (pause) reply.header('retry-after', pause);
  reply.header('cache-control', 'no-store').code(pause ? 503 : (status ?? 200));
  // As bytes: written as a string, Chinese text is encoded on the way into the kernel, at twice the cost.
  await reply.send(body.kind === 'complete' ? Buffer.from(body.string) : '');
}

function refuse(reply: FastifyReply, error: GraphQLError): void {
  reply.code(403).send({ errors: [error.toJSON()] });
}

type Doors = Pick<ServerParts, 'env' | 'database'>;
/** The scope of one HTTP request to a paced route: who asks is read anew each time. Programs read by operations, which say what they may begin with. */
export async function scopeOf(parts: Doors, request: FastifyRequest, reply: FastifyReply): Promise<Scope> {
  const caller = new HttpCaller(parts.env, request, reply);
  const rights = await gate.rightsOf(parts.database, caller.tokenHash);
  if (rights?.tokenScopes) throw forbidden();
  return new Scope(parts.database, rights, caller);
}
/** The same without waiting: the operation's own transaction asks whether the rights still hold. */
async function guessedScope(parts: Doors, request: FastifyRequest, reply: FastifyReply): Promise<Scope> {
  const caller = new HttpCaller(parts.env, request, reply);
  if (!caller.tokenHash) return new Scope(parts.database, null, caller);
  const { rights, isGuess } = await gate.guessRights(parts.database, caller.tokenHash);
  return new Scope(parts.database, rights, caller, { isGuess });
}

function headerMap(request: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
