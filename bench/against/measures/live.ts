import type { Contest } from '../against.ts';

type Audiences = typeof import('../../live/audience.ts');
type Contenders = typeof import('../../live/contender.ts');

const SOCKETS = 500;
const EVENTS = 20;
const WARM_ROUNDS = 4;

export const live: Contest = {
  what: `one event to ${SOCKETS} sockets of one audience: server`,
  rounds: 21,
  on: async ({ bench, own }) => {
    const { makeAudience } = await own<Audiences>('live/audience.ts');
    const { contender } = await own<Contenders>('live/contender.ts');
    const audience = await makeAudience(bench.adminUrl, SOCKETS);
    const platform = await contender('platform', bench, audience);
    await platform.open(SOCKETS);
    for (let i = 0; i < WARM_ROUNDS; i++) await platform.round(EVENTS);
    return {
      turn: async () => [(await platform.round(EVENTS)).processor],
      end: async () => {
        await platform.end();
        await audience.end();
      },
    };
  },
};
