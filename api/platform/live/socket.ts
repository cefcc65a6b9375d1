import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { outside } from '../contract/errors.ts';
import * as gate from '../gate/gate.ts';
import { comerOf, spenderOf } from '../gate/pace.ts';
import type { ServerParts } from '../http/parts.ts';
import { runOperation } from '../operation/operation.ts';
import { checkProgram } from '../operation/programs.ts';
import { isPresence, Presences } from '../presence/presences.ts';
import type { Rights } from '../scope/rights.ts';
import { Scope } from '../scope/scope.ts';
import { RightsChanged } from '../scope/transaction.ts';
import type { Connection, Host, Operation } from './connection.ts';
import { Hub } from './hub.ts';
import { Quotas } from './quota.ts';
import type { Asker, Ending, Session } from './sessions.ts';
import { type Arrival, type Reception, upgrader } from './upgrade.ts';

const WATCH_MS = 1_000;
/** How long the others have to say goodbye when the process ends. */
const PARTING_MS = 2_000;

/** WebSocket: through the same gate as HTTP, then to the hub. */
export function attachSocket(server: Server, parts: ServerParts): { hub: Hub; stop(): Promise<void> } {
  const sockets = new Sockets(parts);
  server.on('upgrade', upgrader(sockets, parts));
  return { hub: sockets.hub, stop: () => sockets.stop() };
}

/** All sockets of this process. */
class Sockets implements Host, Reception {
  readonly hub: Hub;
  readonly presences: Presences;
  readonly quotas: Quotas;
  now = Date.now();
  private readonly parts: ServerParts;
  private readonly connections = new Set<Connection>();
  private readonly watcher: NodeJS.Timeout;

  constructor(parts: ServerParts) {
    this.parts = parts;
    this.quotas = new Quotas(parts.env);
    this.hub = new Hub(parts.database, parts.log, (session, ending) => this.showOut(session, ending));
    this.presences = new Presences(parts.database, parts.log);
    this.hub.start({ [this.presences.channel]: (payload) => this.presences.hear(payload) });
    this.watcher = setInterval(() => this.watch(), WATCH_MS).unref();
  }
  async stop(): Promise<void> {
    clearInterval(this.watcher);
    this.presences.stop();
    await this.hub.stop();
    for (const connection of this.connections) connection.close(1001, 'Going away');
    for (const end = Date.now() + PARTING_MS; this.connections.size && Date.now() < end; ) await sleep(10);
    for (const connection of this.connections) connection.terminate();
  }
  private watch(): void {
    this.now = Date.now();
    for (const connection of this.connections) connection.watch();
    this.quotas.sweep(this.now);
  }
  /** A session has ended, or is another person's post by now: so do its sockets, whether anything runs on them or not. */
  private showOut(session: Session, ending: Ending): void {
    for (const connection of this.connections) if (connection.session === session) connection.fallOut(ending);
  }

  open(connection: Connection, arrival: Arrival): void {
    const { rights, readAt } = arrival;
    this.connections.add(connection);
    connection.begin(this, arrival);
    this.quotas.open(connection);
    if (rights) this.admitPerson(connection, rights, readAt);
  }
  closed(connection: Connection): void {
    this.connections.delete(connection);
    this.quotas.close(connection);
    if (connection.session) this.hub.sessions.leave(connection.session);
  }
  pays(connection: Connection, units: number): boolean {
    return this.quotas.pay(connection, units, this.now);
  }
  /** A token and a language may come with the first message as well as with the request. */
  init(connection: Connection, { authorization, language }: Record<string, unknown>): void {
    const { asker } = connection;
    if (typeof language === 'string') asker.language = gate.languageOf({}, language);
    const tokenHash = typeof authorization === 'string' ? gate.tokenOf({ authorization }, '') : null;
    if (!tokenHash || tokenHash === asker.tokenHash) return;
    asker.tokenHash = tokenHash;
    if (!connection.session) void this.identify(connection);
  }
  private async identify(connection: Connection): Promise<void> {
    const readAt = Date.now();
    try {
      const rights = await this.rightsOf(connection.asker);
      if (rights) this.admitPerson(connection, rights, readAt);
    } catch (err) {
      this.parts.log.warn({ err }, 'a session could not be looked up');
      connection.breakOff();
    }
  }
  over(operation: Operation): void {
    this.hub.leave(operation);
    this.presences.leave(operation);
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
      if (err instanceof RightsChanged) return void connection.fallOut('RIGHTS_CHANGED');
      this.parts.log.error({ err }, 'a socket operation failed');
      connection.breakOff();
    }
  }
  /** Everything the gate asks of an operation; on a WebSocket nothing of it is remembered from one operation to the next. */
  private async admit(
    connection: Connection,
    { query, variables, operationName }: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[] | null> {
    const { schema, log, pace } = this.parts;
    if (connection.operations.length > SERVER_LIMITS.socket.subscriptions) return [gate.tooManySubscriptions()];
    const { session, asker } = connection;
    const comer = comerOf(session?.rights ?? gate.rememberedRights(asker.tokenHash), asker.address);
    try {
      await pace.enter(comer, 1, connection.stream);
    } catch (error) {
      return [outside(error, connection.asker.language, () => {})];
    }
    const document = gate.admitDocument(schema, query);
    if (!('kind' in document)) {
      pace.charge(comer, SERVER_LIMITS.pace.refusal);
      return document;
    }
    if (!getOperationAST(document, operationName))
      return [gate.asBadInput(new GraphQLError('Unable to identify operation'))];
    try {
      gate.checkVariables(variables);
      const readAt = Date.now();
      const rights = await this.rightsOf(connection.asker);
      if (rights && !this.admitPerson(connection, rights, readAt)) return null;
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
  async rightsOf({ tokenHash }: Asker): Promise<Rights | null> {
    return tokenHash ? this.hub.sessions.find(tokenHash) : null;
  }
  /** False, and the socket closes, when the person has too many already. */
  private admitPerson(connection: Connection, rights: Rights, readAt: number): boolean {
    if (connection.session || !this.connections.has(connection)) return true; // who has left meanwhile is not counted
    const person = this.quotas.ofPerson(spenderOf(rights));
    if (person.sockets >= SERVER_LIMITS.socket.perPerson) {
      connection.fallOut('TOO_MANY_SOCKETS');
      return false;
    }
    this.quotas.signIn(connection, person);
    connection.session = this.hub.sessions.enter(rights, readAt);
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
    const begin = async () => {
      checkProgram(args, scope);
      await (isPresence(args) ? this.presences : this.hub).subscribe(args, operation);
    };
    if (getOperationAST(document, operationName)?.operation === 'subscription')
      return begin().catch((error) => {
        const mask = (err: unknown) => log.error({ err }, 'a subscription could not begin');
        connection.answer(operation, { errors: [outside(error, scope.caller.language, mask)] });
      });
    const variables = variableValues as Record<string, unknown>;
    const asked = { schema, document, operationName, variables };
    connection.answer(operation, await budget.take(asked, scope, () => runOperation(asked, scope, log)));
  }
}
