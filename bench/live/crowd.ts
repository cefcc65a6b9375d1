import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Account, Order } from './listeners.child.ts';

const CHILD = path.join(import.meta.dirname, 'listeners.child.ts');
const PATIENCE_MS = 60_000;

/** Many listeners, held by a process of their own. */
export interface Crowd {
  open(order: Order): Promise<void>;
  /** Resolves once every listener has heard number `n`. */
  heard(n: number): Promise<void>;
  /** What was heard since the last account. */
  account(): Promise<Account>;
  end(): Promise<void>;
}

interface Word {
  heard?: number;
  done?: true;
  account?: Account;
  error?: string;
}

export function gather(): Crowd {
  const child = fork(CHILD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const say = async (message: object, isAnswer: (word: Word) => unknown): Promise<Word> => {
    const answer = new Promise<Word>((resolve, reject) => {
      const timer = setTimeout(() => end(() => reject(new Error(`no answer to ${Object.keys(message)}`))), PATIENCE_MS);
      const hear = (word: Word) => {
        if (word.error) end(() => reject(new Error(word.error)));
        else if (isAnswer(word)) end(() => resolve(word));
      };
      const end = (settle: () => void) => {
        clearTimeout(timer);
        child.off('message', hear);
        settle();
      };
      child.on('message', hear);
    });
    child.send(message);
    return answer;
  };
  return {
    open: async (order) => void (await say({ open: order }, ({ done }) => done)),
    heard: async (n) => void (await say({ tell: n }, ({ heard }) => heard === n)),
    account: async () => (await say({ account: true }, ({ account }) => account)).account as Account,
    end: () => endOf(child),
  };
}

export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
