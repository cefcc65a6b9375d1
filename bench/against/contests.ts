import pg from 'pg';
import type { Level } from '../levels.ts';
import { shoot } from '../load.ts';
import { NEWEST } from '../measures/newest.ts';
import { planned, spent as spentOn } from '../plans.ts';
import { startSender } from '../submit/sending.ts';
import { benchIn, type Side } from './side.ts';

/** Takes turns with the other version; `turn` answers milliseconds of processor an operation, of each kind of operation. */
export interface Runner {
  turn(): Promise<number[]>;
  end(): Promise<void>;
}
export interface Contest {
  what: string;
  rounds: number;
  /** `other` tells what both have. */
  on(side: Side, other: Side): Promise<Runner>;
}
const CONNECTIONS = 16;

const newest: Contest = {
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
    await shoot({ ...shot, seconds: 10 }); // until hardly anything is compiled any more
    return {
      turn: async () => {
        const before = spent(served.pid);
        const { rate } = await shoot({ ...shot, seconds: 2 });
        return [(spent(served.pid) - before) / (rate * 2)];
      },
      end: () => served.stop(),
    };
  },
};

/** Of each statement in a turn: short turns, and many, so that what else the machine does meets both alike. */
const TIMES = 15;
const DEEP = 500;

/**
 * Lists and counts under row security at each of the four levels, each statement in a transaction that has entered its scope. Lists read the
 * columns that a report has in both versions: with `r.*` a table that has become wider looked like rights that have become dearer.
 */
const rights: Contest = {
  what: 'sixteen lists and counts under row security, of the columns that both have, the median of them: PostgreSQL',
  rounds: 61,
  on: async (side, other) => {
    const { as, levelsOf } = await side.own<typeof import('../levels.ts')>('levels.ts');
    const { countsOf, keyBefore, pageOf } = await side.own<typeof import('../lists.ts')>('lists.ts');
    const client = new pg.Client(planned(side.bench.adminUrl));
    await client.connect();
    const theirs = await other.columnsOf('report');
    const columns = (await side.columnsOf('report')).filter((name) => theirs.includes(name));
    const statements: { level: Level; query: pg.QueryConfig }[] = [];
    for (const level of await levelsOf(client)) {
      const county = level.scope[1];
      const { key } = await as(client, level, () => keyBefore(client, county, DEEP));
      const returned = { condition: 'r.state = $2', values: () => ['RETURNED'] };
      const lists = [pageOf({}, county), pageOf(returned, county), pageOf({}, county, key), countsOf(level, false)];
      for (const [i, { text, values }] of lists.entries()) {
        const own = text.replaceAll('r.*', columns.map((name) => `r.${name}`).join());
        statements.push({ level, query: { name: `${level.name} ${i}`, text: own, values } });
      }
    }
    return {
      turn: async () => {
        const took: number[] = [];
        for (const { level, query } of statements)
          took.push(await as(client, level, () => spentOn(client, query, TIMES)));
        return took;
      },
      end: () => client.end(),
    };
  },
};

const REPORTS = 4_000;

const submit: Contest = {
  what: `submitReport, ${CONNECTIONS} connections: server and PostgreSQL`,
  rounds: 9,
  on: async ({ bench, own, spent, tree }) => {
    const { clear, groundOf } = await own<typeof import('../submit/ground.ts')>('submit/ground.ts');
    const { BIG_COUNTY } = await own<typeof import('../data/shapes.ts')>('data/shapes.ts');
    const since = new Date();
    const served = await bench.serve();
    const ground = await groundOf(bench.adminUrl, [BIG_COUNTY]);
    const sender = startSender(`${benchIn(tree)}/submit/sender.ts`);
    const target = new URL(served.url).port;
    const send = (least: number) =>
      sender.send({ ...ground, to: 'platform', target, connections: CONNECTIONS, seconds: 0, least });
    await send(15_000);
    return {
      turn: async () => {
        const before = spent(served.pid);
        await send(REPORTS);
        return [(spent(served.pid) - before) / REPORTS];
      },
      end: async () => {
        await sender.end();
        await served.stop();
        await clear(bench.adminUrl, since);
      },
    };
  },
};

const SOCKETS = 500;
const EVENTS = 20;

const live: Contest = {
  what: `one event to ${SOCKETS} sockets of one audience: server`,
  rounds: 21,
  on: async ({ bench, own }) => {
    const { makeAudience } = await own<typeof import('../live/audience.ts')>('live/audience.ts');
    const { contender } = await own<typeof import('../live/contender.ts')>('live/contender.ts');
    const audience = await makeAudience(bench.adminUrl, SOCKETS);
    const platform = await contender('platform', bench, audience);
    await platform.open(SOCKETS);
    for (let i = 0; i < 4; i++) await platform.round(EVENTS); // warm
    return {
      turn: async () => [(await platform.round(EVENTS)).processor],
      end: async () => {
        await platform.end();
        await audience.end();
      },
    };
  },
};

export const CONTESTS: Record<string, Contest> = { newest, rights, submit, live };
