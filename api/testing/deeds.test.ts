import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayOf } from '@lxq/schema/calendar.ts';
import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { INSTRUCTION_MACHINE, INSTRUCTION_STATES } from '@lxq/schema/instructions/instruction-states.ts';
import { OPENING_MACHINE } from '@lxq/schema/openings/opening-states.ts';
import { REPORT_MACHINE, REPORT_STATES } from '@lxq/schema/reports/report-states.ts';
import { stateAfter, unmetOf } from '@lxq/schema/transitions.ts';
import { v7 } from 'uuid';
import { open } from '../digests/digest.testing.ts';
import { accusation, asking, by, REQUEST, staffDesk } from '../openings/opening.testing.ts';
import { type Account, draft, type Fixture, POSTS, startFixture, submitted, UNITS } from './fixture.ts';
import { askSocket, startServer, type TestServer } from './server.ts';
import { mutationOf, type Row, type Walked, walkedDeeds } from './walk.ts';

/*
 * Every deed of every machine, from every state, by everybody: what the row says is what happens, over both transports, and
 * once when it is asked for twice. Nothing here is written for one deed.
 */
let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  await staffDesk(fixture);
  await fixture.admin.query('set session_replication_role = replica'); // states are set by hand, also of what is frozen
  server = await startServer(fixture);
});
afterAll(async () => {
  for (const socket of sockets.values()) await socket.dispose();
  await server.stop();
  await fixture.close();
});

const one = async <T>(text: string, values: unknown[]): Promise<T> => (await fixture.admin.query(text, values)).rows[0];
const lastStep = async (id: string) =>
  (await one<{ deed: string; actorId: string }>(
    'select deed, actor_id as "actorId" from audit where subject_id = $1 order by at desc, id desc limit 1',
    [id],
  )) ?? null;

const DUE = dayOf(new Date(Date.now() + 10 * 86_400_000));
const NOUNS: Walked[] = [
  {
    ...{ name: 'report', machine: REPORT_MACHINE, states: REPORT_STATES, table: 'report' },
    make: () => submitted(fixture, 'officer'),
    look: 'query ($id: ID!) { report(id: $id) { id } }',
    facts: async (id) => ({
      ...(await one<object>(
        'select state, line, author_id as "authorId", unit_code::bigint as "unitCode", handled_at as "handledAt", urgent_at as "urgentAt" from report where id = $1',
        [id],
      )),
      lastStep: await lastStep(id),
      isBuiltUpon: false,
    }),
    more: {
      resubmit: { declare: '$draft: ReportDraft!', pass: 'draft: $draft', value: () => draft('officer') },
      triage: { declare: '$topic: ID', pass: 'topic: $topic', value: () => null },
      planUrgent: {
        ...{ declare: '$plan: UrgentPlanInput!', pass: 'plan: $plan' },
        value: () => ({ text: '已派人到现场处置', unit: String(UNITS.east), dueAt: `${DUE}T00:00:00Z` }),
      },
    },
    authors: ['withdraw', 'resubmit'],
  },
  {
    ...{ name: 'digest', machine: DIGEST_MACHINE, table: 'digest' },
    states: ['COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED', 'ISSUED', 'FOLLOWED', 'CLOSED', 'VOIDED'],
    make: async () => (await open(fixture)).id,
    look: 'query ($id: ID!) { digest(id: $id) { id } }',
    facts: async (id, viewer) => {
      const { state, editorId } = await one<{ state: string; editorId: string }>(
        'select state, editor_id as "editorId" from digest where id = $1',
        [id],
      );
      return { state, isViewers: editorId === viewer };
    },
    more: {
      issue: { declare: '$early: String', pass: 'earlyReason: $early', value: () => null },
      edit: {
        ...{ declare: '$recipients: RecipientsInput!', pass: 'title: "摘报", mark: "内部", recipients: $recipients' },
        value: () => ({ report: [], send: [], issue: [] }),
      },
    },
    checked: ['submitForReview', 'approve', 'issue'],
  },
  {
    ...{ name: 'instruction', machine: INSTRUCTION_MACHINE, states: INSTRUCTION_STATES, table: 'instruction' },
    make: async () => {
      const report = await submitted(fixture, 'officer');
      const given = {
        clientId: v7(),
        text: '请水利局尽快查清原因并解决',
        report,
        responsibleUnit: String(UNITS.water),
        dueOn: DUE,
      };
      const { data, errors } = await fixture.run<{ instruct: { id: string } }>(
        'leader',
        'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }',
        { draft: given },
      );
      if (!data) throw new Error(errors?.[0]?.message);
      return data.instruct.id;
    },
    look: 'query ($id: ID!) { __typename }',
    facts: (id) =>
      one('select state, leader_id as "leaderId", read_at as "readAt" from instruction where id = $1', [id]),
    again: ['read'],
    beside: 'read_at = null',
  },
  {
    ...{ name: 'opening', machine: OPENING_MACHINE, table: 'identity_opening' },
    states: ['REQUESTED', 'APPROVED', 'OPENED', 'REFUSED', 'WITHDRAWN'],
    make: async () => {
      const report = await accusation(fixture);
      const asked = await by(fixture, fixture.rights('discipline'), REQUEST, asking(report));
      return asked.requestIdentity.id;
    },
    look: 'query ($id: ID!) { __typename }',
    facts: async (id) => ({
      ...(await one<object>('select state, requester_id as "requesterId" from identity_opening where id = $1', [id])),
      approverIds: (
        await fixture.admin.query('select approver_id from identity_approval where opening_id = $1', [id])
      ).rows.map((row) => row.approver_id),
      report: await one(
        'select r.state, r.author_id as "authorId" from report r join identity_opening o on o.report_id = r.id where o.id = $1',
        [id],
      ),
    }),
    except: ['openIdentity'], // the database gives the name, to whoever two have approved (opening.test.ts)
    beside: `opened_at = case $2 when 'OPENED' then now() end, expires_at = now() + interval '20 minutes'`,
  },
];

const ACCOUNTS = Object.keys(POSTS) as Account[];
const at = async (noun: Walked, id: string, state: string): Promise<number> => {
  const version = noun.table === 'report' || noun.table === 'digest' ? ', version' : '';
  const row = await one<{ version?: number }>(
    `update ${noun.table} set state = $2${noun.beside ? `, ${noun.beside}` : ''} where id = $1 returning id${version}`,
    [id, state],
  );
  return Number(row.version ?? 0);
};
const lines = async (id: string): Promise<number> =>
  (await one<{ count: number }>('select count(*)::int as count from audit where subject_id = $1', [id])).count;

/** What a row of the machine lets happen: an error's code with its guards, or the state that it leads to. */
async function foretold(
  noun: Walked,
  deed: string,
  row: Row,
  { id, account }: { id: string; account: Account },
): Promise<Told> {
  const rights = fixture.rights(account);
  if (!row.by.includes(rights.role)) return { code: 'FORBIDDEN' };
  const facts = (await noun.facts(id, rights.personId)) as { state: string; authorId?: string };
  const isTheirs = noun.authors?.includes(deed) ? facts.authorId === rights.personId : await isSeen(noun, id, account);
  if (!isTheirs) return { code: 'NOT_FOUND' };
  const unmet = unmetOf(noun.machine, deed, facts, rights).map(({ guard }) => guard);
  return unmet.length ? { code: 'REFUSED', unmet } : { state: stateAfter(noun.machine, deed, facts) };
}
const isSeen = async ({ look }: Walked, id: string, account: Account) =>
  fixture.rights(account).countyCode === fixture.rights('county').countyCode &&
  !(await fixture.run(account, look, { id })).errors;

const told = ({ data, errors }: { data?: Record<string, any> | null; errors?: readonly any[] }): Told => {
  if (errors) return { code: errors[0].extensions.code, unmet: errors[0].extensions.unmet };
  return { state: Object.values(data ?? {})[0].state };
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

describe.each(NOUNS)('$name', (noun) => {
  let id: string;
  beforeAll(async () => {
    id = await noun.make();
  });

  test('every deed, from every state, by everybody, is what its row says', async () => {
    const differ: unknown[] = [];
    let done = 0;
    for (const { deed, row, state, account } of everyStep(noun)) {
      const { expected, answer, lines } = await step(noun, { deed, row, state, account, id });
      const isOnce = noun.checked?.includes(deed) || noun.again?.includes(deed) || lines === (answer.state ? 1 : 0);
      if (!isOnce || !isAsForetold(noun, deed, expected, answer))
        differ.push([deed, state, account, { expected, answer, lines }]);
      if (answer.state) done++;
    }
    expect(differ).toEqual([]);
    expect(done).toBeGreaterThan(1);
  }, 240_000);

  test('over both transports, and asked for twice at once, a deed happens once', async () => {
    const seen: unknown[] = [];
    for (const [deed, row] of walkedDeeds(noun)) {
      const found = await firstThatMay(noun, deed, row, id);
      if (!found) continue;
      const { account, state } = found;
      const token = await tokenOf(account);
      const given = { id, version: await at(noun, id, state) };
      const { query, variables } = mutationOf(noun, deed, row, given);
      const before = await lines(id);
      const send = async () => {
        const { body } = await server.post({ query, variables }, { authorization: `Bearer ${token}` });
        return told(body);
      };
      const answers = await Promise.all([send(), send()]);
      const isAgain = noun.again?.includes(deed) ?? false;
      seen.push([deed, answers.filter(({ state: reached }) => reached).length, isAgain || (await lines(id)) - before]);
      expect(seen.at(-1)).toEqual([deed, isAgain ? 2 : 1, isAgain || 1]);

      await at(noun, id, 'WITHDRAWN' in noun.states ? 'WITHDRAWN' : (noun.states.at(-1) as string));
      const overSocket = told(await askSocket(await socketOf(account), query, variables));
      const overHttp = await send();
      expect([deed, overSocket]).toEqual([deed, overHttp]);
    }
    expect(seen.length).toBeGreaterThan(0);
  }, 120_000);
});

interface Step {
  deed: string;
  row: Row;
  state: string;
  account: Account;
}
const everyStep = (noun: Walked): Step[] =>
  walkedDeeds(noun).flatMap(([deed, row]) =>
    noun.states.flatMap((state) => ACCOUNTS.map((account) => ({ deed, row, state, account }))),
  );

/** Puts the thing into the state and lets somebody try; `lines` is how many more its history has. */
async function step(noun: Walked, { deed, row, state, account, id }: Step & { id: string }) {
  const version = await at(noun, id, state);
  const expected = await foretold(noun, deed, row, { id, account });
  const before = await lines(id);
  const { query, variables } = mutationOf(noun, deed, row, { id, version });
  const answer = told((await fixture.run(account, query, variables)) as never);
  return { expected, answer, lines: (await lines(id)) - before };
}

/** Somebody whom the row lets do it, and from where. */
async function firstThatMay(noun: Walked, deed: string, row: Row, id: string) {
  if (noun.checked?.includes(deed)) return undefined;
  for (const state of row.from)
    for (const account of ACCOUNTS) {
      await at(noun, id, state);
      if ('state' in (await foretold(noun, deed, row, { id, account }))) return { account, state: state as string };
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
