import { shoot } from '../../load.ts';
import { NEWEST } from '../../measures/newest.ts';
import type { Contest } from '../against.ts';

const CONNECTIONS = 16;
const SECONDS = 2;
/** Until hardly anything is compiled any more. */
const WARM_SECONDS = 10;

export const newest: Contest = {
  what: `the newest 20 with counts, a township’s clerk, ${CONNECTIONS} connections: server and PostgreSQL`,
  rounds: 15,
  on: async ({ bench, spent }) => {
    const served = await bench.serve();
    const shot = {
      url: `${served.url}/graphql`,
      body: JSON.stringify({ query: NEWEST }),
      headers: { authorization: `Bearer ${await bench.token({ role: 'TOWNSHIP_CLERK' })}` },
      connections: CONNECTIONS,
    };
    await shoot({ ...shot, seconds: WARM_SECONDS });
    return {
      turn: async () => {
        const before = spent(served.pid);
        const { rate } = await shoot({ ...shot, seconds: SECONDS });
        return [(spent(served.pid) - before) / (rate * SECONDS)];
      },
      end: () => served.stop(),
    };
  },
};
