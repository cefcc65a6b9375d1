import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Sent, Task } from '../../submit/sender.ts';
import type { Contest } from '../against.ts';
import { benchIn } from '../side.ts';

type Ground = typeof import('../../submit/ground.ts');
type Shapes = typeof import('../../data/shapes.ts');

const CONNECTIONS = 16;
const REPORTS = 4_000;
const WARM = 15_000;

export const submit: Contest = {
  what: `submitReport, ${CONNECTIONS} connections: server and PostgreSQL`,
  rounds: 9,
  on: async ({ bench, own, spent, tree }) => {
    const { clear, groundOf } = await own<Ground>('submit/ground.ts');
    const { BIG_COUNTY } = await own<Shapes>('data/shapes.ts');
    const since = new Date();
    const served = await bench.serve();
    const ground = await groundOf(bench.adminUrl, [BIG_COUNTY]);
    const sender = fork(`${benchIn(tree)}/submit/sender.ts`, {
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const target = new URL(served.url).port;
    const send = async (least: number) => {
      sender.send({ ...ground, to: 'platform', target, connections: CONNECTIONS, seconds: 0, least } satisfies Task);
      const [sent] = await Promise.race([once(sender, 'message'), once(sender, 'exit').then(() => [null])]);
      if (!sent) throw new Error('the sender has ended');
      return sent as Sent;
    };
    await send(WARM);
    return {
      turn: async () => {
        const before = spent(served.pid);
        await send(REPORTS);
        return [(spent(served.pid) - before) / REPORTS];
      },
      end: async () => {
        sender.disconnect();
        await served.stop();
        await clear(bench.adminUrl, since);
      },
    };
  },
};
