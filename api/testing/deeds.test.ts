import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOUNS } from '@lxq/schema/nouns.ts';
import { stateAfter, unmetOf } from '@lxq/schema/transitions.ts';
import { type Account, type Fixture, POSTS, startFixture } from './fixture.ts';
import { saidBy } from './said.ts';
import { askSocket, startServer, type TestServer } from './server.ts';
import { isAsTheRowSays, type Told, type Tried, told } from './told.ts';
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
const versionOf = (noun: Walked): string =>
  waysOf(noun).some(({ row }) => !row.isUnversioned) ? 'version::int' : '0 as version';
const at = async (noun: Walked, id: string, state: string): Promise<number> => {
  const beside = noun.beside ? `, ${noun.beside}` : '';
  const set = `update ${noun.table} set state = $2${beside} where id = $1 returning ${versionOf(noun)}`;
  return (await one<{ version: number }>(fixture, set, [id, state])).version;
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
    for await (const { way, state, account, ...tried } of everyStep(noun, id)) {
      if (!isAsTheRowSays(noun, way.deed, tried)) differ.push([way.mutation, state, account, tried]);
      if (tried.answer.state) done++;
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

/** What the owner sees of the thing. */
interface Standing {
  state: string;
  version: number;
  lines: number;
}
const standing = (noun: Walked, id: string) =>
  one<Standing>(
    fixture,
    `select state, ${versionOf(noun)}, (select count(*)::int from audit where subject_id = $1) as lines from ${noun.table} where id = $1`,
    [id],
  );

async function* everyStep(noun: Walked, id: string) {
  for (const way of waysOf(noun)) for (const state of noun.states) yield* everybodyTries(noun, { way, state, id });
}
/** Each from the state: the thing is put there anew when somebody has changed it, and for whoever may take back what they have done themselves. */
async function* everybodyTries(noun: Walked, { way, state, id }: { way: Way; state: string; id: string }) {
  let before: Standing | undefined;
  for (const account of ACCOUNTS) {
    if (!before || (way.row.undoes && isNamed(way, account))) {
      await prepare(noun, way, { state, account, id });
      before = await standing(noun, id);
    }
    const expected = await foretold(noun, way, { id, account });
    const { query, variables } = mutationOf(noun, way, { id, version: before.version });
    const answer = told((await fixture.run(account, query, variables)) as never);
    const after = await standing(noun, id);
    const isSame = isDeepStrictEqual(after, before);
    const tried: Tried = { expected, answer, lines: after.lines - before.lines, isLeft: isSame || !answer.code };
    yield { way, state, account, ...tried };
    if (answer.state || !isSame) before = undefined;
  }
}
const isNamed = ({ row }: Way, account: Account): boolean => row.by.includes(fixture.rights(account).role);

/** Somebody whom the row lets do it, and from where. */
async function firstThatMay(noun: Walked, way: Way, id: string) {
  if (noun.checked?.includes(way.deed)) return undefined;
  for (const state of way.row.from)
    for (const account of ACCOUNTS.filter((one) => isNamed(way, one))) {
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
