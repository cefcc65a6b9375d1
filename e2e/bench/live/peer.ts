import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Served } from '../measure.ts';
import { endOf } from './crowd.ts';

/** Where the peers are told that an event is there: the same NOTIFY as the platform's, with the event's cursor in it. */
export const CHANNEL = 'lxq_bench_live';

/** `bare`: ws sends the same bytes to every socket. `each`: graphql-ws executes the document for every subscriber. */
export async function startPeer(kind: 'bare' | 'each', adminUrl: string): Promise<Served> {
  const child = fork(path.join(import.meta.dirname, `${kind}.peer.ts`), [adminUrl], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid as number, stop: () => endOf(child) };
}
