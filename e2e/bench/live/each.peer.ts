import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { CHANNEL } from './peer.ts';

/**
 * The usual way, with the platform's own contract: graphql-ws, and graphql-js executes the document once for every subscriber. No
 * session is looked up, no row is read, nothing is checked but the role.
 */
const contract = new URL('../../../api/dist/schema.js', import.meta.url);
const schema: GraphQLSchema = (await import(contract.href)).contract();
const scope = { rights: { role: 'TOWNSHIP_CLERK' }, allow: () => {} };

type Root = Record<string, unknown>;
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
const field = schema.getSubscriptionType()?.getFields().changes;
if (field) field.subscribe = changes;
useServer({ schema, context: scope }, new WebSocketServer({ server, path: '/graphql' }));
const client = new pg.Client(process.argv[2]);
await client.connect();
client.on('notification', ({ payload }) => {
  const change = JSON.parse(payload as string).payload.data.changes;
  const root = { ...change, at: new Date(change.at) };
  for (const push of subscribers) push(root);
});
await client.query(`listen ${CHANNEL}`);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
