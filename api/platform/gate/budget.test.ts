import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { getIntrospectionQuery, parse } from 'graphql';
import { contract } from '../../schema.ts';
import { type Account, draft, type Fixture, startFixture } from '../../testing/fixture.ts';
import { askSocket, startServer, type TestServer } from '../../testing/server.ts';
import { runOperation } from '../operation/operation.ts';
import { Scope } from '../scope/scope.ts';
import { Budget } from './budget.ts';
import { Pace } from './pace.ts';

const { budget: limit } = SERVER_LIMITS;
const LIGHT = parse('{ cursor }');
/** Costs more than a light one may. */
const HEAVY = parse(`{ ${Array.from({ length: 8 }, (_, i) => `a${i}: trayCounts { todo }`).join(' ')} }`);

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

/** Operations that end when they are told to, and the order in which they began. */
class Work {
  readonly budget = new Budget(new Pace(1_000_000));
  readonly begun: string[] = [];
  private readonly ends: (() => void)[] = [];
  begin(account: Account, document = LIGHT): Promise<any> {
    const operation = { schema: contract(), document };
    return this.budget.take(operation, fixture.scope(account), () => {
      this.begun.push(account);
      return new Promise((resolve) => this.ends.push(() => resolve({ data: {} })));
    });
  }
  async end(count = 1): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.ends.shift()?.();
      await new Promise(setImmediate);
    }
  }
}

describe('operations of one person', () => {
  test('run a few at once, wait in a queue that has an end, and are BUSY beyond it', async () => {
    const work = new Work();
    const all = Array.from({ length: limit.perPerson + limit.waiting + 3 }, () => work.begin('clerk'));
    expect(work.begun).toHaveLength(limit.perPerson);
    const refused = await Promise.all(all.slice(-3));
    for (const { errors } of refused) expect(errors[0].extensions).toEqual({ code: 'BUSY', retryAfter: 2 });
    await work.end(limit.perPerson + limit.waiting);
    expect(work.begun).toHaveLength(limit.perPerson + limit.waiting);
    expect((await Promise.all(all)).filter(({ errors }) => errors)).toHaveLength(3);
  });
  test('delay nobody else: another person begins at once', async () => {
    const work = new Work();
    for (let i = 0; i < 30; i++) void work.begin('clerk');
    void work.begin('officer');
    expect(work.begun.at(-1)).toBe('officer');
    await work.end(31);
  });
  test('that are heavy run one at a time, few in all, and go round among those who wait', async () => {
    const work = new Work();
    for (const account of ['clerk', 'clerk', 'clerk', 'county', 'county', 'director', 'analyst'] as const)
      void work.begin(account, HEAVY);
    expect(work.begun).toEqual(['clerk', 'county']);
    void work.begin('clerk');
    expect(work.begun.at(-1)).toBe('clerk'); // what is light waits for nothing heavy
    work.begun.pop();
    await work.end(2);
    await work.end(6);
    expect(work.begun).toEqual(['clerk', 'county', 'clerk', 'county', 'director', 'analyst', 'clerk']);
  });
  test('that waited too long are BUSY as soon as it is their turn', async () => {
    const work = new Work();
    const all = Array.from({ length: limit.perPerson + 10 }, () => work.begin('clerk'));
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + limit.waitMs + 1_000);
    const late = work.begin('clerk');
    await work.end();
    clock.mockRestore();
    for (const one of all.slice(limit.perPerson)) expect((await one).errors[0].extensions.code).toBe('BUSY');
    expect(work.begun).toHaveLength(limit.perPerson + 1); // the one that came after them
    await work.end(limit.perPerson);
    expect((await late).data).toEqual({});
  });
  test('that never end lose their place after a minute, once', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    const work = new Work();
    const many = (count: number) => {
      for (let i = 0; i < count; i++) void work.begin('clerk');
    };
    many(limit.perPerson);
    jest.advanceTimersByTime(limit.placeMs - 1);
    many(1);
    expect(work.begun).toHaveLength(limit.perPerson);
    jest.advanceTimersByTime(1);
    await new Promise(setImmediate);
    many(limit.perPerson);
    expect(work.begun).toHaveLength(2 * limit.perPerson);
    jest.useRealTimers();
    await work.end(limit.perPerson); // what comes to its end after all has no place to give
    expect(work.begun).toHaveLength(2 * limit.perPerson);
    await work.end(limit.perPerson + 1);
  });
  test('leave their place when they fail', async () => {
    const budget = new Budget(new Pace(1_000_000));
    for (let i = 0; i < 3 * limit.perPerson; i++)
      await expect(
        budget.take({ schema: contract(), document: LIGHT }, fixture.scope('clerk'), () =>
          Promise.reject(new Error('gone')),
        ),
      ).rejects.toThrow('gone');
  });
});

describe('over HTTP and WebSocket alike', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(fixture);
  });
  afterAll(() => server.stop());

  test('a person who floods is told to wait, and another person’s report goes in meanwhile', async () => {
    const [flooder, officer] = [await server.signIn('clerk'), await server.signIn('officer')];
    const ask = (token: string, query: string, variables?: object) =>
      server.post({ query, variables }, { authorization: `Bearer ${token}` });
    const client = server.socket(flooder);
    await askSocket(client, '{ viewer { level } }'); // connected before the clock of the locks begins
    await fixture.admin.query('begin');
    await fixture.admin.query('lock table unit_tally, tally_delta in access exclusive mode'); // what the flooder asks stands still
    const flood = Array.from({ length: limit.perPerson + limit.waiting + 5 }, (_, i) =>
      ask(flooder, `query Flood${i} { trayCounts { todo } }`),
    );
    const late = await new Promise<Awaited<(typeof flood)[number]>[]>((full) => {
      const first: Awaited<(typeof flood)[number]>[] = []; // whichever come when the queue is full
      for (const one of flood) void one.then((answer) => first.push(answer) === 5 && full([...first]));
    });
    const overSocket = await askSocket(client, '{ trayCounts { todo } }');
    const viewer = await ask(officer, '{ viewer { level } }');
    await fixture.admin.query('rollback');
    expect(late.map(({ status, body }) => [status, body.errors[0].extensions.code])).toEqual(
      Array(5).fill([503, 'BUSY']),
    );
    expect(overSocket.errors[0].extensions).toEqual({ code: 'BUSY', retryAfter: 2 });
    expect(viewer.body.data).toEqual({ viewer: { level: 'OFFICER' } });
    const sent = await ask(officer, 'mutation ($d: ReportDraft!) { submitReport(draft: $d) { isNew } }', {
      d: draft('officer'),
    });
    expect(sent.body.data).toEqual({ submitReport: { isNew: true } });
    await Promise.all(flood);
    expect((await ask(flooder, '{ trayCounts { todo } }')).body.errors).toBeUndefined();
    await client.dispose();
  });

  test('nobody learns the contract without signing in; whoever has gets it, made once', async () => {
    const query = getIntrospectionQuery();
    const [token, client] = [await server.signIn('officer'), server.socket(null)];
    for (const asked of [query, '{ viewer { level } ...A } fragment A on Query { __type(name: "Report") { name } }']) {
      expect((await server.post({ query: asked })).body.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' });
      expect((await askSocket(client, asked)).errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' });
    }
    await client.dispose();
    const { body } = await server.post({ query }, { authorization: `Bearer ${token}` });
    expect(body.data.__schema.types.length).toBeGreaterThan(80);
    const [document, log] = [parse(query), { error: () => {} } as never];
    const once = () => runOperation({ schema: contract(), document }, fixture.scope('clerk'), log);
    expect(await once()).toBe(await once());
  });

  test('a stranger may see who is signed in, sign in and sign out, and nothing else', async () => {
    const types = [contract().getQueryType(), contract().getMutationType()] as const;
    const open: string[] = [];
    for (const type of types)
      for (const field of Object.values(type?.getFields() ?? {})) {
        const asked = Promise.resolve().then(() =>
          field.resolve?.({}, {}, new Scope(fixture.database, null, fixture.scope('clerk').caller), {
            fieldNodes: [],
            fragments: {},
            operation: { selectionSet: { selections: [] } },
          } as never),
        );
        const error = await asked.then(
          () => null,
          (error) => error,
        );
        if (error?.code !== 'UNAUTHENTICATED') open.push(field.name);
      }
    expect(open).toEqual(['viewer', 'signIn', 'signOut', 'signOutEverywhere']);
  });
});
