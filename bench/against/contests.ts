import pg from 'pg';
import { cpuOf, cpuOfPostgres } from '../cpu.ts';
import type { Level } from '../levels.ts';
import { askingOurs, CONNECTIONS, shotAt } from '../measures/newest.ts';
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
  on(side: Side): Promise<Runner>;
}

const newest: Contest = {
  what: `the newest 20 with counts, a township’s clerk, ${CONNECTIONS} connections: server and PostgreSQL`,
  rounds: 15,
  on: async ({ bench, postmaster }) => {
    const served = await bench.serve();
    const asked = askingOurs(served, await bench.token({ role: 'TOWNSHIP_CLERK' }));
    await shotAt(asked, 10, postmaster); // until hardly anything is compiled any more
    return {
      turn: async () => {
        const { server, postgres } = await shotAt(asked, 2, postmaster);
        return [server + postgres];
      },
      end: () => served.stop(),
    };
  },
};

/** Of each statement in a turn: short turns, and many, so that what else the machine does meets both alike. */
const TIMES = 15;
const DEEP = 500;
/** What lists show: with `r.*` a table that has become wider looked like rights that have become dearer. */
const COLUMNS = ['id', 'state', 'line', 'urgency', 'submitted_at', 'content', 'unit_code', 'township_code', 'post_id'];
const SHOWN = COLUMNS.map((name) => `r.${name}`).join(', ');

/** Lists and counts under row security at each of the four levels, each statement in a transaction that has entered its scope. */
const rights: Contest = {
  what: 'sixteen lists and counts under row security, the median of them: PostgreSQL',
  rounds: 61,
  on: async ({ bench, own }) => {
    const { as, levelsOf } = await own<typeof import('../levels.ts')>('levels.ts');
    const { countsOf, keyBefore, pageOf } = await own<typeof import('../lists.ts')>('lists.ts');
    const client = new pg.Client(planned(bench.adminUrl));
    await client.connect();
    const statements: { level: Level; query: pg.QueryConfig }[] = [];
    for (const level of await levelsOf(client)) {
      const county = level.scope[1];
      const { key } = await as(client, level, () => keyBefore(client, county, DEEP));
      const returned = { condition: 'r.state = $2', values: () => ['RETURNED'] };
      const lists = [pageOf({}, county), pageOf(returned, county), pageOf({}, county, key), countsOf(level, false)];
      for (const [i, { text, values }] of lists.entries())
        statements.push({ level, query: { name: `${level.name} ${i}`, text: text.replaceAll('r.*', SHOWN), values } });
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
  on: async ({ bench, own, postmaster, tree }) => {
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
        const spent = () => cpuOf(served.pid) + cpuOfPostgres(postmaster);
        const before = spent();
        await send(REPORTS);
        return [(spent() - before) / REPORTS];
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
