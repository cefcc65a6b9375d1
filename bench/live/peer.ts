import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Bench, Served } from '../measure.ts';
import { endOf } from './crowd.ts';

/** Where the peers are told that an event is there, by NOTIFY like the platform. */
export const CHANNEL = 'lxq_bench_live';

/** `bare`: ws sends the bytes it is told to every socket. `each`: graphql-ws executes the document for every subscriber, with the rights of `token`. */
export type Peer = 'bare' | 'each';

export async function startPeer(kind: Peer, bench: Bench, token: string): Promise<Served> {
  const file = path.join(import.meta.dirname, `${kind}.peer.ts`);
  const child = fork(file, [bench.appUrl, token], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid as number, stop: () => endOf(child) };
}
