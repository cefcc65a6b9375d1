import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOUNS } from '@lxq/schema/nouns.ts';
import { stateAfter, unmetOf } from '@lxq/schema/transitions.ts';
import { type Account, type Fixture, POSTS, startFixture } from './fixture.ts';
import { saidBy } from './said.ts';
import { askSocket, startServer, type TestServer } from './server.ts';
import { mutationOf, one, type Walked, type Way, waysOf } from './walk.ts';

/*
 * Every deed of every machine, from every state, by everybody: what the row says is what happens, over both transports, and
 * once when it is asked for twice. Nothing here is written for one deed.
 */
const walks = (await saidBy<Walked>('walk')).map(([, walk]) => walk);
let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  for (const { staff } of walks) await staff?.(fixture);
  await fixture.admin.query('set session_replication_role = replica'); // states are set by hand, also of what is frozen
  server = await startServer(fixture);
});
afterAll(async () => {
  for (const socket of sockets.values()) await socket.dispose();
  await server.stop();
  await fixture.close();
});

const ACCOUNTS = Object.keys(POSTS) as Account[];
const at = async (noun: Walked, id: string, state: string): Promise<number> => {
  const version = waysOf(noun).some(({ row }) => !row.isUnversioned) ? ', version' : '';
  const row = await one<{ version?: number }>(
    fixture,
    `update ${noun.table} set state = $2${noun.beside ? `, ${noun.beside}` : ''} where id = $1 returning id${version}`,
    [id, state],
  );
  return Number(row.version ?? 0);
};
/** Puts the thing into the state; where a deed is to be taken back, its undoer has just done it. Answers the version. */
async function prepare(
  noun: Walked,
  { deed, row }: Way,
  { state, account, id }: { state: string; account: Account; id: string },
) {
  await noun.reset?.(fixture, id, deed);
  const done = waysOf(noun).find((way) => way.deed === row.undoes && !way.isMany);
  if (done) {
    const given = { id, version: await at(noun, id, done.row.from[0] as string) };
    const { query, variables } = mutationOf(noun, done, given);
    await fixture.run(account, query, variables);
  }
  return at(noun, id, state);
}
const lines = async (id: string): Promise<number> =>
  (await one<{ count: number }>(fixture, 'select count(*)::int as count from audit where subject_id = $1', [id])).count;

/** What a row of the machine lets happen: an error's code with its guards, or the state that it leads to. */
async function foretold(
  noun: Walked,
  { deed, row }: Way,
  { id, account }: { id: string; account: Account },
): Promise<Told> {
  const rights = fixture.rights(account);
  if (!row.by.includes(rights.role)) return { code: 'FORBIDDEN' };
  const facts = (await noun.facts(fixture, id, rights.personId, deed)) as { state: string; authorId?: string };
  const isTheirs = noun.authors?.includes(deed) ? facts.authorId === rights.personId : await isSeen(noun, id, account);
  if (!isTheirs) return { code: 'NOT_FOUND' };
  const unmet = unmetOf(noun.machine, deed, facts, rights).map(({ guard }) => guard);
  return unmet.length ? { code: 'REFUSED', unmet } : { state: stateAfter(noun.machine, deed, facts) };
}
async function isSeen({ look }: Walked, id: string, account: Account): Promise<boolean> {
  if (fixture.rights(account).countyCode !== fixture.rights('county').countyCode) return false;
  const { data, errors } = await fixture.run(account, look, { id });
  return !errors && Object.values(data ?? {})[0] !== null;
}

const told = ({ data, errors }: { data?: Record<string, any> | null; errors?: readonly any[] }): Told => {
  if (errors) return { code: errors[0].extensions.code, unmet: errors[0].extensions.unmet };
  const [answer] = Object.values(data ?? {});
  const [each] = Array.isArray(answer) ? answer : [];
  if (!each) return { state: answer.state };
  return each.ok ? { state: each.report.state } : { code: each.error.code, unmet: each.error.unmet ?? undefined };
};

interface Told {
  code?: string;
  unmet?: string[];
  state?: string;
}
/** Content is asked besides, and a second reading changes nothing: there the walk wants no more than that the row is not overruled. */
function isAsForetold({ checked, again }: Walked, deed: string, expected: Told, answer: Told): boolean {
  const isSame = isDeepStrictEqual({ unmet: undefined, ...expected }, { unmet: undefined, ...answer });
  // What is named beside the thing is foreign to a foreigner too, and looked at first.
  if (expected.code === 'NOT_FOUND' && answer.code === 'BAD_INPUT') return true;
  // Another leader's instruction is told from none as little as a county's.
  if (answer.code === 'NOT_FOUND' && expected.unmet?.includes('author')) return true;
  if (again?.includes(deed) && answer.state) return expected.code !== 'FORBIDDEN';
  if (isSame || !checked?.includes(deed)) return isSame;
  const beyond = answer.unmet?.filter((guard) => !['state', 'role', 'fourEyes'].includes(guard)) ?? [];
  if (expected.state) return answer.code === 'REFUSED' && beyond.length === answer.unmet?.length;
  return answer.unmet?.join() === [...(expected.unmet ?? []), ...beyond].join();
}

test('no noun that has deeds is left out', () => {
  const machines = Object.values(NOUNS).map(({ machine }) => machine);
  expect(new Set(walks.map(({ machine }) => machine))).toEqual(
    new Set(machines.filter((machine) => Object.keys(machine).length > 0)),
  );
});

describe.each(walks)('$table', (noun) => {
  let id: string;
  beforeAll(async () => {
    id = await noun.make(fixture);
  });

  test('every deed, from every state, by everybody, is what its row says', async () => {
    const differ: unknown[] = [];
    let done = 0;
    for (const { way, state, account } of everyStep(noun)) {
      const { deed } = way;
      const { expected, answer, lines } = await step(noun, { way, state, account, id });
      const isOnce = noun.checked?.includes(deed) || noun.again?.includes(deed) || lines === (answer.state ? 1 : 0);
      if (!isOnce || !isAsForetold(noun, deed, expected, answer))
        differ.push([way.mutation, state, account, { expected, answer, lines }]);
      if (answer.state) done++;
    }
    expect(differ).toEqual([]);
    expect(done).toBeGreaterThan(1);
  }, 240_000);

  test('over both transports, whoever the row does not name is refused, and whoever saw another version', async () => {
    const seen: unknown[] = [];
    const wanted: unknown[] = [];
    for (const way of waysOf(noun)) {
      const { deed, row, mutation, isMany } = way;
      const found = await firstThatMay(noun, way, id);
      const stranger = ACCOUNTS.find((account) => !row.by.includes(fixture.rights(account).role)) as Account;
      const ask = async (account: Account, off: number) => {
        const given = { id, version: (await at(noun, id, found?.state ?? (row.from[0] as string))) + off };
        const { query, variables } = mutationOf(noun, way, given);
        const { body } = await server.post({ query, variables }, { authorization: `Bearer ${await tokenOf(account)}` });
        const overSocket = told(await askSocket(await socketOf(account), query, variables));
        seen.push([mutation, account, off, told(body).code, overSocket.code]);
      };
      await ask(stranger, 0);
      wanted.push([mutation, stranger, 0, 'FORBIDDEN', 'FORBIDDEN']);
      if (!found || row.isUnversioned || isMany || noun.again?.includes(deed)) continue;
      for (const off of [-1, 1]) {
        await ask(found.account, off);
        wanted.push([mutation, found.account, off, 'CONFLICT', 'CONFLICT']);
      }
    }
    expect(seen).toEqual(wanted);
  }, 120_000);

  test('over both transports, and asked for twice at once, a deed happens once', async () => {
    const seen: unknown[] = [];
    for (const way of waysOf(noun)) {
      const { deed, mutation } = way;
      const found = await firstThatMay(noun, way, id);
      expect([mutation, found !== undefined]).toEqual([mutation, !noun.checked?.includes(deed)]);
      if (!found) continue;
      const { account, state } = found;
      const token = await tokenOf(account);
      const given = { id, version: await prepare(noun, way, { state, account, id }) };
      const { query, variables } = mutationOf(noun, way, given);
      const before = await lines(id);
      const send = async (patience = 20): Promise<Told> => {
        const { body } = await server.post({ query, variables }, { authorization: `Bearer ${token}` });
        // Whoever waits too long for the other's row is told to come again.
        return told(body).code === 'BUSY' && patience ? send(patience - 1) : told(body);
      };
      const answers = await Promise.all([send(), send()]);
      const isAgain = noun.again?.includes(deed) ?? false;
      seen.push([
        mutation,
        answers.filter(({ state: reached }) => reached).length,
        isAgain || (await lines(id)) - before,
      ]);
      expect(seen.at(-1)).toEqual([mutation, isAgain ? 2 : 1, isAgain || 1]);

      await at(noun, id, 'WITHDRAWN' in noun.states ? 'WITHDRAWN' : (noun.states.at(-1) as string));
      const overSocket = told(await askSocket(await socketOf(account), query, variables));
      const overHttp = await send();
      expect([mutation, overSocket]).toEqual([mutation, overHttp]);
    }
    expect(seen.length).toBeGreaterThan(0);
  }, 120_000);
});

interface Step {
  way: Way;
  state: string;
  account: Account;
}
const everyStep = (noun: Walked): Step[] =>
  waysOf(noun).flatMap((way) => noun.states.flatMap((state) => ACCOUNTS.map((account) => ({ way, state, account }))));

/** Lets somebody try from a state; `lines` is how many more the thing's history has. */
async function step(noun: Walked, { way, state, account, id }: Step & { id: string }) {
  const version = await prepare(noun, way, { state, account, id });
  const expected = await foretold(noun, way, { id, account });
  const before = await lines(id);
  const { query, variables } = mutationOf(noun, way, { id, version });
  const answer = told((await fixture.run(account, query, variables)) as never);
  return { expected, answer, lines: (await lines(id)) - before };
}

/** Somebody whom the row lets do it, and from where. */
async function firstThatMay(noun: Walked, way: Way, id: string) {
  if (noun.checked?.includes(way.deed)) return undefined;
  for (const state of way.row.from)
    for (const account of ACCOUNTS) {
      await prepare(noun, way, { state, account, id });
      if ('state' in (await foretold(noun, way, { id, account }))) return { account, state: state as string };
    }
  return undefined;
}

const tokens = new Map<Account, Promise<string>>();
function tokenOf(account: Account): Promise<string> {
  const token = tokens.get(account) ?? server.signIn(account);
  tokens.set(account, token);
  return token;
}
const sockets = new Map<Account, ReturnType<TestServer['socket']>>();
async function socketOf(account: Account) {
  const socket = sockets.get(account) ?? server.socket(await tokenOf(account));
  sockets.set(account, socket);
  return socket;
}
