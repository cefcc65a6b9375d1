import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';

/** What delivery costs at least with this WebSocket library: the bytes are there, and go to everybody. */
const server = http.createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const { appUrl, channel } = JSON.parse(process.argv[2] as string);
const client = new pg.Client(appUrl);
await client.connect();
client.on('notification', ({ payload }) => {
  const bytes = Buffer.from(payload as string);
  for (const socket of sockets.clients) socket.send(bytes, { binary: false });
});
await client.query(`listen ${channel}`);
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
