import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { CHANNEL } from './peer.ts';

/** What delivery costs at least with this WebSocket library: the bytes are there, and go to everybody. */
const server = http.createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const client = new pg.Client(process.argv[2]);
await client.connect();
client.on('notification', ({ payload }) => {
  const bytes = Buffer.from(payload as string);
  for (const socket of sockets.clients) socket.send(bytes, { binary: false });
});
await client.query(`listen ${CHANNEL}`);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
