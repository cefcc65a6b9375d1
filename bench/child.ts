import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const PATIENCE_MS = 120_000;

/** A process of the bench's own, asked one thing at a time. */
export interface Child {
  pid: number;
  /** What it says next, or of itself. */
  answer<Answer>(): Promise<Answer>;
  ask<Answer>(message: object): Promise<Answer>;
  end(): Promise<void>;
}

export function startChild(file: string, settings: object = {}): Child {
  const child = fork(file, [JSON.stringify(settings)], {
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
  const exit = once(child, 'exit');
  const ended = exit.then(([code]) => {
    throw new Error(`${path.basename(file)} ended with ${code}`);
  });
  ended.catch(() => {}); // whoever waits for an answer hears of it
  const answer = async <Answer>() => {
    const said = once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
    const [message] = (await Promise.race([said, ended])) as [Answer];
    return message;
  };
  return {
    pid: child.pid as number,
    answer,
    ask: (message) => {
      child.send(message);
      return answer();
    },
    end: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
