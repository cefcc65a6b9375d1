import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, Order } from './listeners.child.ts';

const CHILD = path.join(import.meta.dirname, 'listeners.child.ts');

/** Many listeners, held by a process of their own. */
export interface Crowd {
  open(order: Order): Promise<void>;
  /** Resolves once every listener has heard number `n`. */
  hear(n: number, ms?: number): Promise<void>;
  account(): Promise<Account>;
  /** Forgets the times so far. */
  forget(): void;
  end(): Promise<void>;
}

export function gather(): Crowd {
  const child = fork(CHILD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ask = async <Answer>(message: unknown): Promise<Answer> => {
    child.send(message as object);
    const [answer] = (await once(child, 'message')) as [Answer & { error?: string }];
    if (answer.error) throw new Error(answer.error);
    return answer;
  };
  return {
    open: (order) => ask({ open: order }),
    hear: async (n, ms = 30_000) => {
      for (const end = Date.now() + ms; ; await sleep(10)) {
        const { heard } = await ask<{ heard: number }>({ heard: true });
        if (heard >= n) return;
        if (Date.now() > end) throw new Error(`not everybody heard ${n}: ${heard}`);
      }
    },
    account: async () => (await ask<{ account: Account }>({ account: true })).account,
    forget: () => void child.send({ forget: true }),
    end: () => endOf(child),
  };
}

export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
