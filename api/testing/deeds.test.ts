import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOUNS } from '@lxq/schema/nouns.ts';
import { stateAfter, unmetOf } from '@lxq/schema/transitions.ts';
import { type Account, type Fixture, startFixture } from './fixture.ts';
import { saidBy } from './said.ts';
import { startServer, type TestServer } from './server.ts';
import { callersOf } from './walk.callers.ts';
import { isAsTheRowSays, type Outcome, type Told, told } from './walk.told.ts';
import {
  ACCOUNTS,
  type Attempt,
  isNamed,
  mutationOf,
  named,
  one,
  outside,
  type Tried,
  triedBy,
  type Walked,
  type Way,
  waysOf,
} from './walk.ts';

/*
 * Every deed of every machine, from every state, by everybody: what the row says is what happens, over both transports, and
 * once when it is asked for twice. Nothing here is written for one deed.
 */
const walks = (await saidBy<Walked>('walk')).map(([, walk]) => walk);
let fixture: Fixture;
let server: TestServer;
let callers: ReturnType<typeof callersOf>;
beforeAll(async () => {
  fixture = await startFixture();
  for (const { staff } of walks) await staff?.(fixture);
  await fixture.admin.query('set session_replication_role = replica'); // states are set by hand, also of what is frozen
  server = await startServer(fixture);
  callers = callersOf(server);
});
afterAll(async () => {
  await callers.leave();
  await server.stop();
  await fixture.close();
});

const versionOf = (noun: Walked): string =>
  waysOf(noun).some(({ row }) => !row.isUnversioned) ? 'version::int' : '0 as version';
const at = async (noun: Walked, id: string, state: string): Promise<number> => {
  const beside = noun.beside ? `, ${noun.beside}` : '';
  const set = `update ${noun.table} set state = $2${beside} where id = $1 returning ${versionOf(noun)}`;
  return (await one<{ version: number }>(fixture, set, [id, state])).version;
};
/** Which thing, and the state that it is in before. */
interface From {
  state: string;
  id: string;
}
/** Puts the thing into the state; where a deed is to be taken back, its undoer has just done it. Answers the version. */
async function prepare(noun: Walked, { deed, row }: Way, { state, account, standing, id }: Tried & From) {
  await noun.reset?.(fixture, id, deed, { account, standing });
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
async function foretold(noun: Walked, { deed }: Way, { id, account }: { id: string; account: Account }): Promise<Told> {
  const rights = fixture.rights(account);
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

  test('every deed, from every state, by whomever its row names, in every part, is what the row says', async () => {
    const differ: unknown[] = [];
    const steps = named(noun).flatMap((tried) => noun.states.map((state) => ({ ...tried, state })));
    const begun = performance.now();
    let done = 0;
    for (const { way, state, account, standing } of steps) {
      const outcome = await step(noun, { way, state, account, standing, id });
      if (!isAsTheRowSays(noun, { deed: way.deed, standing }, outcome))
        differ.push([way.mutation, state, account, standing, outcome]);
      if (outcome.answer.state) done++;
    }
    print(noun, steps.length, begun);
    expect(differ).toEqual([]);
    expect(done).toBeGreaterThan(1);
  }, 240_000);

  test('… and whomever it does not name is refused, in every part and from every state, and changes nothing', async () => {
    const differ: unknown[] = [];
    const begun = performance.now();
    let count = 0;
    for (const { account, standing } of triedBy(noun)) {
      const ways = waysOf(noun).filter(({ row }) => !isNamed(row, account));
      if (!ways[0]) continue;
      await noun.reset?.(fixture, id, ways[0].deed, { account, standing });
      const before = await stands(noun, id);
      for (const state of noun.states) {
        const given = { id, version: await at(noun, id, state) };
        const ask = async (way: Way) => {
          const { query, variables } = mutationOf(noun, way, given);
          const { code } = told((await fixture.run(account, query, variables)) as never);
          if (code !== 'FORBIDDEN') differ.push([way.mutation, state, account, standing, code]);
        };
        await Promise.all(ways.map(ask)); // nothing changes, so they need not wait for each other
        count += ways.length;
      }
      const after = { ...(await stands(noun, id)), state: before.state };
      if (!isDeepStrictEqual(after, before)) differ.push([account, standing, before, after]);
    }
    print(noun, count, begun);
    expect(differ).toEqual([]);
  }, 240_000);

  test('over both transports, whoever the row does not name is refused, and whoever saw another version', async () => {
    const seen: unknown[] = [];
    const wanted: unknown[] = [];
    for (const way of waysOf(noun)) {
      const { deed, row, mutation, isMany } = way;
      const found = await firstThatMay(noun, way, id);
      const stranger = ACCOUNTS.find((account) => !isNamed(row, account)) as Account;
      const ask = async (account: Account, off: number) => {
        const given = { id, version: (await at(noun, id, found?.state ?? (row.from[0] as string))) + off };
        const operation = mutationOf(noun, way, given);
        const { code } = await callers.overHttp(account, operation);
        seen.push([mutation, account, off, code, (await callers.overSocket(account, operation)).code]);
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

  test('over both transports, whoever takes no part and whom it is about are refused each deed', async () => {
    const seen: unknown[] = [];
    const wanted: unknown[] = [];
    for (const { way, account, standing } of outside(noun)) {
      const version = await prepare(noun, way, { state: way.row.from[0] as string, account, standing, id });
      const { code } = await foretold(noun, way, { id, account });
      const operation = mutationOf(noun, way, { id, version });
      const overHttp = (await callers.overHttp(account, operation)).code;
      seen.push([way.mutation, account, standing, overHttp, (await callers.overSocket(account, operation)).code]);
      wanted.push([way.mutation, account, standing, code ?? 'REFUSED', code ?? 'REFUSED']);
    }
    expect(seen).toEqual(wanted);
    expect(seen.length > 0).toBe(noun.standings !== undefined);
  }, 120_000);

  test('over both transports, and asked for twice at once, a deed happens once', async () => {
    const seen: unknown[] = [];
    for (const way of waysOf(noun)) {
      const { deed, mutation } = way;
      const found = await firstThatMay(noun, way, id);
      expect([mutation, found !== undefined]).toEqual([mutation, !noun.checked?.includes(deed)]);
      if (!found) continue;
      const { account } = found;
      const given = { id, version: await prepare(noun, way, { ...found, id }) };
      const operation = mutationOf(noun, way, given);
      const before = await lines(id);
      const send = async (patience = 20): Promise<Told> => {
        const answer = await callers.overHttp(account, operation);
        // Whoever waits too long for the other's row is told to come again.
        return answer.code === 'BUSY' && patience ? send(patience - 1) : answer;
      };
      const answers = await Promise.all([send(), send()]);
      const isAgain = noun.again?.includes(deed) ?? false;
      seen.push([mutation, answers.filter(({ state }) => state).length, isAgain || (await lines(id)) - before]);
      expect(seen.at(-1)).toEqual([mutation, isAgain ? 2 : 1, isAgain || 1]);

      await at(noun, id, noun.states.includes('WITHDRAWN') ? 'WITHDRAWN' : (noun.states.at(-1) as string));
      const overSocket = await callers.overSocket(account, operation);
      expect([mutation, overSocket]).toEqual([mutation, await send()]);
    }
    expect(seen.length).toBeGreaterThan(0);
  }, 120_000);
});

const print = ({ table }: Walked, count: number, begun: number): unknown =>
  process.stdout.write(
    `${table}: ${count} combinations of deed, state, role and part in ${((performance.now() - begun) / 1_000).toFixed(1)} s\n`,
  );

/** What the owner sees of the thing. */
const stands = (noun: Walked, id: string) =>
  one<{ state: string; version: number; lines: number }>(
    fixture,
    `select state, ${versionOf(noun)}, (select count(*)::int from audit where subject_id = $1) as lines from ${noun.table} where id = $1`,
    [id],
  );
/** Lets somebody try from a state. */
async function step(noun: Walked, { way, state, account, standing, id }: Attempt & From): Promise<Outcome> {
  // What was refused has changed nothing: from the next state it stands as it was prepared.
  const key = [way.mutation, account, standing, id].join();
  const isPrepared = key === prepared && !way.row.undoes;
  await (isPrepared ? at(noun, id, state) : prepare(noun, way, { state, account, standing, id }));
  const expected = await foretold(noun, way, { id, account });
  const before = await stands(noun, id);
  const { query, variables } = mutationOf(noun, way, { id, version: before.version });
  const answer = told((await fixture.run(account, query, variables)) as never);
  const after = await stands(noun, id);
  const isSame = isDeepStrictEqual(after, before);
  prepared = answer.state || !isSame ? '' : key;
  return { expected, answer, lines: after.lines - before.lines, isLeft: isSame || !answer.code };
}
let prepared = '';

/** Somebody whom the row lets do it, and from where. */
async function firstThatMay(noun: Walked, way: Way, id: string) {
  if (noun.checked?.includes(way.deed)) return undefined;
  for (const state of way.row.from)
    for (const tried of triedBy(noun)) {
      await prepare(noun, way, { state, ...tried, id });
      if ('state' in (await foretold(noun, way, { id, account: tried.account })))
        return { ...tried, state: state as string };
    }
  return undefined;
}
