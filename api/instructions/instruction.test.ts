import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { v7 as uuid } from 'uuid';
import { ask, edited, issued, look, refusal, triaged } from '../digests/digest.testing.ts';
import { eventsAfter } from '../platform/live/event.read.ts';
import { type Account, type Fixture, idOf, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { FIELDS } from './instruction.testing.ts';

let fixture: Fixture;
let item: string;
let digest: string;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  await fixture.admin.query(`update report set state = 'ARCHIVED'`);
  const made = await issued(fixture, 2);
  digest = made.id;
  item = (await look(fixture, digest)).items[0]?.id as string;
});

const INSTRUCT = `mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { ${FIELDS} } }`;
const READ = `mutation ($id: ID!) { markInstructionRead(id: $id) { ${FIELDS} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawInstruction(id: $id) { ${FIELDS} } }`;
const today = () => dayOf(new Date());
const draft = (changes: Record<string, unknown> = {}) => ({
  clientId: uuid(),
  item,
  text: '请水利局核实，限期解决群众吃水问题。',
  responsibleUnit: String(UNITS.water),
  dueOn: addDays(today(), 10),
  ...changes,
});
const instruct = async (changes: Record<string, unknown> = {}, account: 'leader' | 'leader2' = 'leader') =>
  (await ask(fixture, account, INSTRUCT, { draft: draft(changes) })).instruct;

test('an instruction is kept whole, and its issue is followed from then on', async () => {
  expect(await instruct()).toMatchObject({
    no: expect.stringMatching(/^\d{4}-\d{4}$/),
    state: 'INSTRUCTED',
    level: 'COUNTY',
    text: '请水利局核实，限期解决群众吃水问题。',
    isOverdue: false,
    readAt: null,
    viewerCanWithdraw: true,
    leader: { name: '测试·leader' },
    responsibleUnit: { name: '水利局' },
    item: { number: 1, digest: { no: 1, state: 'FOLLOWED' } },
    report: null,
  });
  await instruct();
  const { timeline } = (
    await ask(fixture, 'county', 'query ($id: ID!) { digest(id: $id) { timeline { deed } } }', { id: digest })
  ).digest;
  expect(timeline.filter((step: { deed: string }) => step.deed === 'follow')).toHaveLength(1);
});

test('the same draft sent twice, even at once, is one instruction', async () => {
  const same = draft();
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => fixture.run('leader', INSTRUCT, { draft: same })));
  expect(all.map(({ errors }) => errors)).toEqual([1, 2, 3, 4, 5].map(() => undefined));
  await ask(fixture, 'leader', INSTRUCT, { draft: same });
  const { rows } = await fixture.admin.query('select 1 from instruction');
  expect(rows).toHaveLength(1);
  const { rows: events } = await fixture.admin.query(
    `select 1 from event where kind = 'INSTRUCTED' and about->>'DIGEST' = $1`,
    [digest],
  );
  expect(events).toHaveLength(1);
});

/** What an account hears of the issue and of what is written on it; the same several times in a row once. */
async function heardBy(account: Account): Promise<string[]> {
  const scope = fixture.scope(account);
  const { events } = await eventsAfter(scope, 0);
  await scope.end('commit');
  const kinds = events.filter(({ about }) => about.DIGEST === digest).map(({ kind }) => kind);
  return kinds.filter((kind, at) => kind !== kinds[at - 1]);
}
const MAKING = ['DIGEST_OPENED', 'DIGEST_EDITED', 'DIGEST_MOVED'];
const OUT = ['REPORT_DIGESTED', 'DIGEST_ISSUED', 'DIGEST_MOVED'];
test.each<[Account, string[]]>([
  ['county', [...MAKING, ...OUT, 'INSTRUCTED']],
  ['leader2', [...OUT, 'INSTRUCTED']],
  ['analyst', OUT],
  ['discipline', []],
  ['admin', []],
  ['clerk', ['REPORT_DIGESTED']],
  ['officer', ['REPORT_DIGESTED']],
])('of an issue and what is instructed on it %s hears what is for their ears', async (account, kinds) => {
  const { id } = await instruct();
  expect(await heardBy(account)).toEqual(kinds);
  const scope = fixture.scope(account);
  const history = await scope.rows<{ subject: string }>(
    'select distinct subject from audit where subject_id = any($1) order by subject',
    [[id, digest]],
  );
  await scope.end('commit');
  const read = { county: ['DIGEST', 'INSTRUCTION'], leader2: ['INSTRUCTION'] }[account as 'county'];
  expect(history.map((row) => row.subject)).toEqual(read ?? []);
});

test.each([
  ['text', { text: '另一份批示' }],
  ['dueOn', { dueOn: addDays(dayOf(new Date()), 11) }],
  ['unit', { responsibleUnit: String(UNITS.east) }],
])('another %s under the same id is a conflict and changes nothing', async (_what, changes) => {
  const first = draft();
  const { instruct: stored } = await ask(fixture, 'leader', INSTRUCT, { draft: first });
  expect(await refusal(fixture, 'leader', INSTRUCT, { draft: { ...first, ...changes } })).toMatchObject({
    code: 'CONFLICT',
    instructionId: stored.id,
  });
});

test('another leader’s id behaves like an unused one', async () => {
  const first = draft();
  await ask(fixture, 'leader', INSTRUCT, { draft: first });
  expect(
    (await ask(fixture, 'leader2', INSTRUCT, { draft: { ...first, text: '我也同意，请抓紧。' } })).instruct.leader.name,
  ).toBe('测试·leader2');
});

test('the rank of an instruction is that of its leader’s post', async () => {
  await fixture.admin.query(`update post set leader_level = 'CITY' where person_id = $1`, [idOf('leader2')]);
  expect((await instruct({}, 'leader2')).level).toBe('CITY');
  expect((await instruct()).level).toBe('COUNTY');
});

test.each([
  ['text', { text: '阅' }],
  ['text', { text: '字'.repeat(1_001) }],
  ['dueOn', { dueOn: addDays(dayOf(new Date()), -1) }],
  ['dueOn', { dueOn: addDays(dayOf(new Date()), 367) }],
  ['responsibleUnit', { responsibleUnit: '990101998000000' }],
  ['responsibleUnit', { responsibleUnit: 'x' }],
  ['item', { item: null }],
  ['clientId', { clientId: '1' }],
])('%s that does not fit is refused by name', async (field, changes) => {
  expect(await refusal(fixture, 'leader', INSTRUCT, { draft: draft(changes) })).toMatchObject({
    code: 'BAD_INPUT',
    field,
  });
});

test('a unit that was dissolved answers for nothing', async () => {
  await fixture.admin.query('update unit set is_active = false where code = $1', [UNITS.west]);
  expect(
    await refusal(fixture, 'leader', INSTRUCT, { draft: draft({ responsibleUnit: String(UNITS.west) }) }),
  ).toMatchObject({ code: 'BAD_INPUT', field: 'responsibleUnit' });
});

test('only leaders instruct, and only on what was issued', async () => {
  for (const account of ['county', 'director', 'analyst', 'officer'] as const)
    expect(await refusal(fixture, account, INSTRUCT, { draft: draft() })).toMatchObject({ code: 'FORBIDDEN' });
  await fixture.admin.query('alter table digest disable trigger digest_kept');
  await fixture.admin.query('update digest set period_from = period_from - 60, period_to = period_to - 60');
  await fixture.admin.query('alter table digest enable trigger digest_kept');
  const open = await edited(fixture, 1);
  expect(await refusal(fixture, 'leader', INSTRUCT, { draft: draft({ item: open.items[0]?.id }) })).toMatchObject({
    code: 'NOT_FOUND',
  });
  await fixture.admin.query(`update digest set state = 'CLOSED' where id = $1`, [digest]);
  expect(await refusal(fixture, 'leader', INSTRUCT, { draft: draft() })).toMatchObject({
    code: 'REFUSED',
    unmet: ['state'],
  });
});

test('a leader instructs on a report they may see, not on an accusation', async () => {
  const report = await submitted(fixture, 'officer');
  expect(await instruct({ item: null, report })).toMatchObject({ report: { id: report }, item: null });
  const sealed = await submitted(fixture, 'officer', { line: 'SEALED' });
  expect(await refusal(fixture, 'leader', INSTRUCT, { draft: draft({ item: null, report: sealed }) })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('the officers whose reports it rests on see that it was instructed on, not what', async () => {
  const { rows } = await fixture.admin.query('select report_id from digest_item_report where item_id = $1', [item]);
  const member = await triaged(fixture);
  await fixture.admin.query(`update report set state = 'MERGED', master_id = $2 where id = $1`, [
    member,
    rows[0].report_id,
  ]);
  await instruct();
  for (const id of [rows[0].report_id, member]) {
    const { timeline } = (
      await ask(fixture, 'officer', 'query ($id: ID!) { report(id: $id) { timeline { deed note actorRole } } }', { id })
    ).report;
    expect(timeline.at(-1)).toEqual({ deed: 'instruct', note: null, actorRole: 'LEADER' });
  }
});

test('until the office has read it a leader may take it back', async () => {
  const { id } = await instruct();
  expect(await refusal(fixture, 'leader2', WITHDRAW, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await ask(fixture, 'leader', WITHDRAW, { id })).withdrawInstruction).toMatchObject({
    state: 'WITHDRAWN',
    workDaysLeft: null,
    viewerCanWithdraw: false,
  });
  expect((await ask(fixture, 'county', READ, { id })).markInstructionRead.readAt).toBeNull();
});

test('once read it stays, and the first reading counts', async () => {
  const { id } = await instruct();
  const { readAt } = (await ask(fixture, 'county', READ, { id })).markInstructionRead;
  expect(readAt).not.toBeNull();
  expect((await ask(fixture, 'county2', READ, { id })).markInstructionRead.readAt).toEqual(readAt);
  expect(await refusal(fixture, 'leader', WITHDRAW, { id })).toMatchObject({ code: 'REFUSED', unmet: ['unread'] });
  expect(await refusal(fixture, 'leader', READ, { id })).toMatchObject({ code: 'FORBIDDEN' });
});

test('reading and taking back at once: one of them wins', async () => {
  for (let i = 0; i < 5; i++) {
    const { id } = await instruct();
    await Promise.all([fixture.run('county', READ, { id }), fixture.run('leader', WITHDRAW, { id })]);
    const { rows } = await fixture.admin.query('select state, read_at from instruction where id = $1', [id]);
    expect(rows[0].state === 'WITHDRAWN').toBe(rows[0].read_at === null);
  }
});
