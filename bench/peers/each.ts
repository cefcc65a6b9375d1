import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import pg from 'pg';
import { WebSocketServer } from 'ws';

/*
 * The same server with execution once a socket: graphql-ws, the platform's own contract, connections and executor, and for every
 * subscriber a scope of its own in which the document is executed. What it leaves out makes it cheaper: no session is re-read, and nobody asks whether the subscriber may hear of the event.
 */
const { appUrl, channel, token } = JSON.parse(process.argv[2] as string);
const part = (name: string) => import(new URL(`../../api/dist/${name}.js`, import.meta.url).href);
const [{ contract }, { entities }, { openDatabase }, { Scope }, { findRights, tokenHash }, { runAll }] =
  await Promise.all(
    [
      'schema',
      'entities',
      ...['database', 'scope', 'rights'].map((name) => `platform/scope/${name}`),
      'platform/operation/operation',
    ].map(part),
  );
const database = openDatabase({ appUrl, connections: 40, entities, onError: () => {} });
const caller = { language: 'zh', address: null, tokenHash: null, sessionHours: 0, setToken: () => {} };
const rights = await findRights(database, tokenHash(token));

type Change = Record<string, unknown>;
const subscribers = new Set<(change: Change) => void>();

function subscribe(args: ExecutionArgs): AsyncIterableIterator<ExecutionResult> {
  const waiting: Change[] = [];
  let pull: ((change: Change) => void) | undefined;
  const push = (change: Change) => {
    if (pull) pull(change);
    else waiting.push(change);
    pull = undefined;
  };
  subscribers.add(push);
  return {
    next: async () => {
      const change = waiting.shift() ?? (await new Promise<Change>((resolve) => (pull = resolve)));
      const scope = new Scope(database, rights, caller);
      scope.isReadOnly = true;
      const [value] = await runAll(args, [change], scope, console);
      return { done: false, value };
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
useServer({ schema: contract(), subscribe }, new WebSocketServer({ server, path: '/graphql' }));
const client = new pg.Client(appUrl);
await client.connect();
client.on('notification', ({ payload }) => {
  const { n, reportId } = JSON.parse(payload as string);
  const change = { cursor: `peer.${n}`, kind: 'REPORT_TRIAGED', at: new Date(), about: { REPORT: reportId } };
  for (const push of subscribers) push(change);
});
await client.query(`listen ${channel}`);
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
