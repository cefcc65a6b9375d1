import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '@lxq/schema/limits.ts';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { handleProtocols, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { cookiesOf } from '../auth/cookies.ts';
import { outside } from '../errors.ts';
import * as gate from '../gate.ts';
import { runOperation } from '../operation.ts';
import { type Rights, Scope } from '../scope.ts';
import type { ServerParts } from '../server.ts';
import { addressReader } from './address.ts';
import { Connection, type Host, type Operation } from './connection.ts';
import { Hub } from './hub.ts';

const WATCH_MS = 1_000;
/** How long the others have to say goodbye when the process ends. */
const PARTING_MS = 2_000;

/** WebSocket: through the same gate as HTTP, then to the hub. */
export function attachSocket(server: Server, parts: ServerParts): { hub: Hub; stop(): Promise<void> } {
  const sockets = new Sockets(parts);
  const upgrade = upgrader(sockets, parts);
  server.on('upgrade', upgrade);
  return { hub: sockets.hub, stop: () => sockets.stop() };
}

function upgrader(sockets: Sockets, { env, log }: ServerParts) {
  const acceptor = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    autoPong: false,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameBytes,
    handleProtocols,
    WebSocket: Connection,
  });
  const addressOf = addressReader(env.TRUST_PROXY);
  const cookie = cookiesOf(env.PUBLIC_ORIGIN).session;
  const onError = (err: Error) => log.debug({ err }, 'a socket broke off');
  return (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const { headers } = request;
    stream.on('error', onError);
    const refusal = refusalOf(request, env.PUBLIC_ORIGIN);
    if (refusal) return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
    const asker = {
      tokenHash: gate.tokenOf(headers, cookie),
      language: gate.languageOf(headers),
      address: addressOf(request),
    };
    acceptor.handleUpgrade(request, stream, head, (connection) => sockets.open(connection, stream, asker));
  };
}

function refusalOf({ url, headers }: IncomingMessage, origins: readonly string[]): string | null {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  return gate.isOwnOrigin(headers, origins) ? null : '403 Forbidden';
}

/** All sockets of this process. */
class Sockets implements Host {
  readonly hub: Hub;
  now = Date.now();
  private readonly parts: ServerParts;
  private readonly connections = new Set<Connection>();
  private readonly people = new Map<string, number>();
  private readonly watcher: NodeJS.Timeout;

  constructor(parts: ServerParts) {
    this.parts = parts;
    this.hub = new Hub(parts.database, parts.log);
    this.hub.start();
    this.watcher = setInterval(() => this.watch(), WATCH_MS).unref();
  }
  async stop(): Promise<void> {
    clearInterval(this.watcher);
    await this.hub.stop();
    for (const connection of this.connections) connection.close(1001, 'Going away');
    for (const end = Date.now() + PARTING_MS; this.connections.size && Date.now() < end; ) await sleep(10);
    for (const connection of this.connections) connection.terminate();
  }
  private watch(): void {
    this.now = Date.now();
    for (const connection of this.connections) connection.watch();
  }

  open(connection: Connection, stream: Duplex, asker: Connection['asker']): void {
    this.connections.add(connection);
    connection.begin(this, stream, asker);
  }
  closed(connection: Connection): void {
    this.connections.delete(connection);
    const { personId } = connection;
    if (!personId) return;
    const left = (this.people.get(personId) ?? 1) - 1;
    if (left) this.people.set(personId, left);
    else this.people.delete(personId);
  }
  /** A token and a language may come with the first message as well as with the request. */
  init({ asker }: Connection, { authorization, language }: Record<string, unknown>): void {
    if (typeof authorization === 'string') asker.tokenHash = gate.tokenOf({ authorization }, '') ?? asker.tokenHash;
    if (typeof language === 'string') asker.language = gate.languageOf({}, language);
  }
  over(operation: Operation): void {
    this.hub.leave(operation);
  }
  stumbled(err: unknown): void {
    this.parts.log.error({ err }, 'a message made us throw; its socket was closed');
  }

  async serve(connection: Connection, operation: Operation, payload: SubscribePayload): Promise<void> {
    try {
      const admitted = await this.admit(connection, payload);
      if (!admitted || operation.isGone) return;
      if (!('schema' in admitted)) return void connection.refuse(operation, admitted);
      await this.run(connection, operation, admitted);
    } catch (err) {
      this.parts.log.error({ err }, 'a socket operation failed');
      connection.close(4500, 'Internal server error');
    }
  }
  /** Everything the gate asks of an operation; on a WebSocket nothing of it is remembered from one operation to the next. */
  private async admit(
    connection: Connection,
    { query, variables, operationName }: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[] | null> {
    const { schema, log } = this.parts;
    if (connection.operations.length > LIMITS.socket.subscriptions) return [gate.tooManySubscriptions()];
    const document = gate.admitDocument(schema, query);
    if (!('kind' in document)) return document;
    if (!getOperationAST(document, operationName))
      return [gate.asBadInput(new GraphQLError('Unable to identify operation'))];
    try {
      gate.checkVariables(variables);
      const rights = await this.rightsOf(connection);
      if (rights && !this.seat(connection, rights)) return null;
      return {
        schema,
        document,
        operationName,
        variableValues: variables ?? {},
        contextValue: this.scope(connection, rights),
      };
    } catch (error) {
      return [
        outside(error, connection.asker.language, (err) => log.error({ err }, 'a socket operation could not begin')),
      ];
    }
  }
  private async rightsOf({ asker: { tokenHash } }: Connection): Promise<Rights | null> {
    return tokenHash ? this.hub.sessions.find(tokenHash) : null;
  }
  /** False, and the socket closes, when the person has too many already. */
  private seat(connection: Connection, { personId }: Rights): boolean {
    if (connection.personId || !this.connections.has(connection)) return true; // who has left meanwhile takes no seat
    const taken = this.people.get(personId) ?? 0;
    if (taken >= LIMITS.socket.perPerson) {
      connection.fallOut('TOO_MANY_SOCKETS');
      return false;
    }
    connection.personId = personId;
    this.people.set(personId, taken + 1);
    return true;
  }
  private scope({ asker }: Connection, rights: Rights | null): Scope {
    const sessionHours = this.parts.env.SESSION_TTL_HOURS;
    // No cookie on a socket; programs take the token from the answer.
    return new Scope(this.parts.database, rights, { ...asker, sessionHours, setToken: () => {} });
  }

  private async run(connection: Connection, operation: Operation, args: ExecutionArgs): Promise<void> {
    const { log, budget } = this.parts;
    const { schema, document, operationName, variableValues } = args;
    const scope = args.contextValue as Scope;
    if (getOperationAST(document, operationName)?.operation === 'subscription')
      return this.hub.subscribe(args, operation).catch((error) => {
        const mask = (err: unknown) => log.error({ err }, 'a subscription could not begin');
        connection.answer(operation, { errors: [outside(error, scope.caller.language, mask)] });
      });
    const variables = variableValues as Record<string, unknown>;
    const asked = { schema, document, operationName, variables };
    connection.answer(operation, await budget.take(asked, scope, () => runOperation(asked, scope, log)));
  }
}
