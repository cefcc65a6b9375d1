import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { addressReader } from '../gate/address.ts';
import { cookiesOf } from '../gate/cookies.ts';
import * as gate from '../gate/gate.ts';
import { comerOf, spenderOf } from '../gate/pace.ts';
import type { ServerParts } from '../http/parts.ts';
import type { Rights } from '../scope/rights.ts';
import { Connection, FAREWELL_MS } from './connection.ts';
import type { Quota, Quotas } from './quota.ts';
import type { Asker } from './sessions.ts';

/** Who has come in: on which stream, from where, and under which session, if any. */
export interface Arrival {
  stream: Duplex;
  asker: Asker;
  addressQuota: Quota;
  rights: Rights | null;
  /** When the rights were read. */
  readAt: number;
}
export interface Reception {
  readonly quotas: Quotas;
  readonly now: number;
  rightsOf(asker: Asker): Promise<Rights | null>;
  open(connection: Connection, arrival: Arrival): void;
}

const ACCEPTING = {
  noServer: true,
  clientTracking: false,
  autoPong: false,
  perMessageDeflate: false,
  maxPayload: SERVER_LIMITS.frameBytes,
  maxFragments: 64,
  maxBufferedChunks: 4_096,
  handleProtocols,
  WebSocket: Connection,
};

/** The handshake: whoever shows a session is counted for it, anybody else among the few of their address. */
export function upgrader(reception: Reception, { env, log, pace }: ServerParts) {
  const acceptor = new WebSocketServer(ACCEPTING);
  const addressOf = addressReader(env.TRUST_PROXY);
  const cookie = cookiesOf(env.PUBLIC_ORIGIN).session;
  const { quotas } = reception;

  async function knock(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<string | null> {
    const refusal = refusalOf(request, env.PUBLIC_ORIGIN);
    if (refusal) return refusal;
    const { headers } = request;
    const [tokenHash, language] = [gate.tokenOf(headers, cookie), gate.languageOf(headers)];
    const asker = { tokenHash, language, address: addressOf(request) };
    const comer = comerOf(gate.rememberedRights(tokenHash), asker.address);
    await pace.enter(comer, 1, stream);
    const addressQuota = quotas.ofAddress(asker.address);
    if (!quotas.hasRoom(addressQuota)) return TOO_MANY;
    addressQuota.sockets++; // also while the session is looked up
    try {
      const readAt = Date.now();
      const rights = asker.tokenHash ? await reception.rightsOf(asker) : null;
      if (!rights && !quotas.hasAnonymousRoom(addressQuota)) return TOO_MANY;
      const counted = { addressQuota, personQuota: rights && quotas.ofPerson(spenderOf(rights)) };
      if (!quotas.pay(counted, SERVER_LIMITS.socket.handshakeUnits, reception.now)) return TOO_MANY;
      pace.recognise(comer, comerOf(rights, asker.address), 1);
      const arrival = { stream, asker, addressQuota, rights, readAt };
      acceptor.handleUpgrade(request, stream, head, (connection) => reception.open(connection, arrival));
      return null;
    } finally {
      addressQuota.sockets--;
    }
  }

  const onError = (err: Error) => log.debug({ err }, 'a socket broke off');
  return (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', onError);
    const refuse = (status: string) => {
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
      setTimeout(() => stream.destroy(), FAREWELL_MS).unref(); // whoever does not hang up would keep the seat, and us from ending
    };
    knock(request, stream, head).then(
      (refusal) => refusal && refuse(refusal),
      (err) => {
        log.warn({ err }, 'a handshake failed');
        refuse('503 Service Unavailable\r\nRetry-After: 2');
      },
    );
  };
}

const TOO_MANY = '429 Too Many Requests\r\nRetry-After: 10';
function refusalOf({ url, headers }: IncomingMessage, origins: readonly string[]): string | null {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  return gate.isOwnOrigin(headers, origins) ? null : '403 Forbidden';
}
