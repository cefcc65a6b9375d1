import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, Order } from './attacker.child.ts';

export interface Attacker {
  attack(order: Order): Promise<Account>;
  end(): void;
}
const GRACE_MS = 30_000;
const NOTHING: Account = { tried: 0, admitted: 0, refused: {}, faults: [], processor: 0 };

/** A process of its own that is ready to attack; ended with its attack, or when it does not come back from it. */
export async function attacker(): Promise<Attacker> {
  const child = fork(new URL('./attacker.child.ts', import.meta.url), {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return {
    attack: async (order) => {
      child.send(order);
      const account = await Promise.race([
        accountOf(child),
        sleep(order.seconds * 1_000 + GRACE_MS, null, { ref: false }),
      ]);
      child.kill('SIGKILL');
      return account ?? { ...NOTHING, faults: ['the attacker itself did not come back'] };
    },
    end: () => child.kill('SIGKILL'),
  };
}

async function accountOf(child: ChildProcess): Promise<Account | null> {
  const waiting = new AbortController();
  const message = once(child, 'message', { signal: waiting.signal }).then(([account]) => account as Account);
  const exit = once(child, 'exit', { signal: waiting.signal }).then(() => null);
  message.catch(() => {});
  exit.catch(() => {});
  const first = await Promise.race([message, exit]);
  waiting.abort();
  return first;
}
