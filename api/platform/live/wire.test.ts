import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './wire.ts';

/** Where a frame's length is written in another way (RFC 6455, 5.2). */
const LENGTHS = [0, 1, 125, 126, 127, 65_535, 65_536, 65_537, 200_000];

test('a frame of any length is read by a client as what was put into it', async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (_, { socket }) => {
    for (const length of LENGTHS) socket.write(textFrame(Buffer.alloc(length, 'a')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: number[] = [];
  client.on('message', (data: Buffer) => heard.push(data.length));
  const isOver = new Promise((resolve) => {
    client.on('close', resolve).on('error', resolve);
    client.on('message', () => heard.length === LENGTHS.length && resolve(null));
  });
  await Promise.race([isOver, sleep(3_000)]); // what is cut wrongly may wait for the rest of a frame
  client.terminate();
  sockets.close();
  server.close();
  expect(heard).toEqual(LENGTHS);
});
