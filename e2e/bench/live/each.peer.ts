import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { CHANNEL } from './peer.ts';

/** The usual way: graphql-ws on the same contract, and graphql-js executes the document once for every subscriber. */
const contract = path.join(import.meta.dirname, '..', '..', '..', 'schema', 'schema.graphql');
const schema = buildSchema(readFileSync(contract, 'utf8'));

type Root = { changes: unknown };
const subscribers = new Set<(root: Root) => void>();
function changes(): AsyncIterableIterator<Root> {
  const waiting: Root[] = [];
  let pull: ((result: IteratorResult<Root>) => void) | undefined;
  const push = (root: Root) => {
    if (pull) pull({ done: false, value: root });
    else waiting.push(root);
    pull = undefined;
  };
  subscribers.add(push);
  return {
    next: () => {
      const value = waiting.shift();
      return value
        ? Promise.resolve({ done: false, value })
        : new Promise((resolve) => {
            pull = resolve;
          });
    },
    return: () => {
      subscribers.delete(push);
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const server = http.createServer();
useServer({ schema, roots: { subscription: { changes } } }, new WebSocketServer({ server, path: '/graphql' }));
const client = new pg.Client(process.argv[2]);
await client.connect();
client.on('notification', ({ payload }) => {
  const root = JSON.parse(payload as string).payload.data;
  for (const push of subscribers) push(root);
});
await client.query(`listen ${CHANNEL}`);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
