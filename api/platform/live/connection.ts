import type { Duplex } from 'node:stream';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import type { ExecutionResult, GraphQLError } from 'graphql';
import {
  CloseCode,
  type ConnectionInitMessage,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  MessageType,
  type SubscribePayload,
} from 'graphql-ws';
import { type RawData, WebSocket } from 'ws';
import { type Asked, onBehalfOf } from '../process/uncaught.ts';
import type { Audience, Listener, Outlet } from './audience.ts';
import { ACK, CLOSE_CODES, INVALID, PONG, readMessage, takenReason } from './protocol.ts';
import type { Counted, Quota } from './quota.ts';
import type { Asker, Session } from './sessions.ts';
import { ASK, messageFrame, PING } from './wire.ts';

/** How long a silent socket stands before a ping tells whether anybody is there. */
const KEEP_ALIVE_MS = 20_000;
/** The same of a socket on which somebody says that they are present: the page is asked, not the browser, which answers for pages that stand still. */
const ATTENDING_MS = 2_000;
/** For the peer's own goodbye, and no more. */
const FAREWELL_BYTES = 64 * 1024;
/** How long ours may be on its way. */
export const FAREWELL_MS = 2_000;
/** A replay pauses when this much waits. */
const FULL_BYTES = 64 * 1024;

/** What all sockets of a process share. */
export interface Host {
  /** Milliseconds, a second coarse. */
  now: number;
  init(connection: Connection, params: Record<string, unknown>): void;
  serve(connection: Connection, operation: Operation, payload: SubscribePayload): Promise<void>;
  over(operation: Operation): void;
  closed(connection: Connection): void;
  /** False when it is more than the peer may say. */
  pays(connection: Connection, units: number): boolean;
  /** Something that a peer sent made us throw. */
  stumbled(error: unknown): void;
}

/** What runs on a socket under one id; of a subscription also its place in the log. */
export class Operation implements Listener {
  readonly id: string;
  readonly outlet: Connection;
  n = 0;
  session: Session | null = null;
  audience: Audience | null = null;
  isGone = false;
  constructor(id: string, outlet: Connection) {
    this.id = id;
    this.outlet = outlet;
  }
}

/**
 * One socket that speaks graphql-transport-ws. There are thousands: it has no closures and timers of its own, and of the request
 * it came with it keeps three words.
 */
export class Connection extends WebSocket implements Outlet, Counted, Asked {
  asker!: Asker;
  addressQuota!: Quota;
  personQuota: Quota | null = null;
  session: Session | null = null;
  operations: Operation[] = [];
  /** Colleagues see from it that somebody is there, and that they are no more. */
  isAttending = false;
  private host!: Host;
  stream!: Duplex;
  /** Since when it waits for the greeting, or has nothing to do. */
  private since = 0;
  private heardAt = 0;
  private isInitialised = false;
  private isPinged = false;
  private hasParted = false;

  begin(host: Host, { stream, asker, addressQuota }: { stream: Duplex; asker: Asker; addressQuota: Quota }): void {
    this.host = host;
    this.stream = stream;
    this.asker = asker;
    this.addressQuota = addressQuota;
    this.heardAt = host.now;
    this.since = Date.now();
    this.on('message', onMessage).on('ping', onPing).on('pong', onPong).on('close', onClose).on('error', onError);
    if (this.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL)
      this.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
  }

  /** Whole frames, past the library: nobody else cuts this stream into frames at the same time. */
  deliver(frames: Buffer): void {
    if (this.reads()) this.stream.write(frames);
  }
  /** Whoever does not take what was sent, whatever it was, gets nothing more. */
  private reads(): boolean {
    if (this.readyState !== WebSocket.OPEN) return false;
    const { waitingBytes, anonymousWaitingBytes } = SERVER_LIMITS.socket;
    if (this.stream.writableLength <= (this.session ? waitingBytes : anonymousWaitingBytes)) return true;
    this.fallOut('TOO_SLOW');
    return false;
  }
  get silentMs(): number {
    return Date.now() - this.heardAt;
  }
  get isFull(): boolean {
    return this.stream.writableLength > FULL_BYTES;
  }
  fallOut(reason: keyof typeof CLOSE_CODES): void {
    this.close(CLOSE_CODES[reason], reason);
    this.leave();
  }

  /** The one answer of an operation. */
  answer(operation: Operation, payload: ExecutionResult): void {
    if (this.forget(operation))
      this.deliver(
        Buffer.concat([
          messageFrame({ id: operation.id, type: MessageType.Next, payload }),
          messageFrame({ id: operation.id, type: MessageType.Complete }),
        ]),
      );
  }
  /** An operation that was not even begun. */
  refuse(operation: Operation, errors: readonly GraphQLError[]): void {
    if (this.forget(operation))
      this.deliver(messageFrame({ id: operation.id, type: MessageType.Error, payload: errors }));
  }

  /** Called every second. */
  watch(): void {
    if (this.readyState !== WebSocket.OPEN) return;
    const { now } = this.host;
    const silent = now - this.heardAt;
    if (!this.isInitialised && now - this.since >= SERVER_LIMITS.socket.initMs)
      return void this.close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
    if (this.isInitialised && !this.operations.length && now - this.since >= SERVER_LIMITS.socket.idleMs)
      return void this.fallOut('IDLE');
    if (silent >= 2 * KEEP_ALIVE_MS) return void this.terminate();
    if (silent < (this.isAttending ? ATTENDING_MS : KEEP_ALIVE_MS) || this.isPinged) return;
    this.isPinged = true;
    this.deliver(this.isAttending ? ASK : PING);
  }
  /** Anything that comes is heard of; false when it is too much. */
  takes({ length }: Buffer): boolean {
    if (this.readyState !== WebSocket.OPEN) return false;
    this.heardAt = this.host.now;
    this.isPinged = false;
    if (this.host.pays(this, 1 + Math.floor(length / SERVER_LIMITS.socket.unitBytes))) return true;
    this.fallOut('TOO_MANY_MESSAGES');
    return false;
  }
  /** What comes after our goodbye is not even cut into frames; of a peer that talks on it is not read either. */
  override close(code?: number, reason?: string): void {
    super.close(code, reason);
    if (this.hasParted) return;
    this.hasParted = true;
    let left = FAREWELL_BYTES;
    const { stream } = this;
    stream.removeAllListeners('data').on('data', ({ length }: Buffer) => {
      left -= length;
      if (left < 0) stream.pause();
    });
    stream.end();
    setTimeout(() => stream.destroy(), FAREWELL_MS).unref();
  }
  breakOff(): void {
    this.close(4500, 'Internal server error');
  }
  /** Of the WebSocket's own kind: its answer has to carry the at most 125 bytes that came. */
  echo(data: Buffer): void {
    if (this.reads()) this.pong(data);
  }
  stumble(error: unknown): void {
    this.host.stumbled(error);
    this.close(CloseCode.BadRequest, INVALID);
  }
  hear(data: Buffer): void {
    const message = readMessage(String(data));
    if (!message) return void this.close(CloseCode.BadRequest, INVALID);
    switch (message.type) {
      case MessageType.ConnectionInit:
        return void this.initialise(message);
      case MessageType.Ping:
        return void this.deliver(PONG); // without what the ping carried: nobody needs it, and it would be ours to hold
      case MessageType.Pong:
        return;
      case MessageType.Subscribe:
        return void this.begun(message.id, message.payload);
      case MessageType.Complete: {
        const operation = this.operations.find(({ id }) => id === message.id);
        if (operation) this.forget(operation);
        return;
      }
      default:
        return void this.close(CloseCode.BadRequest, 'Only the server sends such messages');
    }
  }
  private initialise({ payload }: ConnectionInitMessage): void {
    if (this.isInitialised)
      return void this.close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    this.isInitialised = true;
    this.since = this.host.now;
    this.host.init(this, payload ?? {});
    this.deliver(ACK);
  }
  private begun(id: string, payload: SubscribePayload): void {
    if (!this.isInitialised) return void this.close(CloseCode.Unauthorized, 'Unauthorized');
    if (id.length > SERVER_LIMITS.socket.idLength) return void this.close(CloseCode.BadRequest, 'The id is too long');
    if (this.operations.some((operation) => operation.id === id))
      return void this.close(CloseCode.SubscriberAlreadyExists, takenReason(id));
    if (!this.host.pays(this, SERVER_LIMITS.socket.operationUnits)) return void this.fallOut('TOO_MANY_MESSAGES');
    const operation = new Operation(id, this);
    this.operations.push(operation);
    void onBehalfOf(this, () => this.host.serve(this, operation, payload));
  }
  /** False for one that the client has given up. */
  private forget(operation: Operation): boolean {
    const at = this.operations.indexOf(operation);
    if (at < 0) return false;
    this.operations.splice(at, 1);
    this.since = this.host.now;
    this.host.over(operation);
    return true;
  }
  private leave(): void {
    for (const operation of this.operations.splice(0)) this.host.over(operation);
  }
  left(): void {
    this.leave();
    this.host.closed(this);
  }
}

/** Whatever a peer sends may make something of ours throw: it ends that peer's socket, and nothing else. */
const guarded = (act: (connection: Connection, data: Buffer) => void) =>
  function (this: WebSocket, data: RawData): void {
    const connection = this as Connection;
    try {
      act(connection, data as Buffer);
    } catch (error) {
      connection.stumble(error);
    }
  };
const counted = (act: (connection: Connection, data: Buffer) => void) =>
  guarded((connection, data) => void (connection.takes(data) && act(connection, data)));
const onMessage = counted((connection, data) => connection.hear(data));
const onPing = counted((connection, data) => connection.echo(data));
const onPong = counted(() => {});
const onClose = guarded((connection) => connection.left());
function onError(): void {} // a frame that is not one: the library closes the socket with what is wrong
