import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN, WRITTEN } from './case-deeds.testing.ts';

/* What nobody should send, for each mutation: refused by the field that it is about, and nothing is written. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await fixture.admin.query('update unit set is_active = false where code = $1', [UNITS.poplar]);
  await fixture.admin.query(`update place set valid_to = '2021-01-01' where code = $1`, [UNITS.poplar]);
});
afterAll(() => fixture.close());

const LONG = '字'.repeat(200_000);
const MANY = Array.from({ length: 10_000 }, (_, n) => String(UNITS.east + n));
const names = (count: number) => Array.from({ length: count }, (_, n) => `某某${n}`);
const TODAY = dayOf(new Date());
/** A character that no text holds is told with the whole path to it. */
const bad = (field: string) => ({ code: 'BAD_INPUT', field: expect.stringMatching(`(^|[.])${field}$`) });

const at: Partial<Record<string, (of: Awaited<ReturnType<typeof caseOf>>) => Promise<unknown>>> = {
  ACCEPTED: ({ deed }) => deed('county', 'decideCase', { decision: ACCEPTED }),
  FILED: async ({ deed }) => {
    await deed('county', 'decideCase', { decision: ACCEPTED });
    return deed('county', 'fileCase', { grade: 'GENERAL' });
  },
  SIGNED: async ({ assigned, deed }) => {
    await assigned();
    return deed('bureau', 'signForCase');
  },
  HANDLING: ({ handling }) => handling(),
  REPORTED: ({ reported }) => reported(),
  CLOSED: ({ closed }) => closed(),
};
const elsewhere = (given: object) => ({
  decision: { ...ACCEPTED, outcome: 'TRANSFERRED', to: '县住建局', reason: '属其职责', ...given },
});
const assignment = (given: Record<string, unknown>) => ({ assignment: assignmentOf(given) });
const plan = (given: object) => ({ plan: { ...PLAN, ...given } });
const result = (given: object) => ({ ...CASE_RESULT, result: { ...CASE_RESULT.result, ...given } });
const written = (given: object) => ({ ...CASE_RESULT, written: { ...WRITTEN, ...given } });
const owner = (given: object) => assignment({ guarantees: { ...assignmentOf().guarantees, ...given } });
const TEXTS = ['', '\u3000', LONG, '按计划\u0000办理下去吧'];

test.each<[state: string | null, by: Account, mutation: string, field: string, given: Record<string, unknown>[]]>([
  [null, 'county', 'decideCase', 'to', TEXTS.map((to) => elsewhere({ to }))],
  [null, 'county', 'decideCase', 'reason', TEXTS.map((reason) => elsewhere({ reason }))],
  [null, 'county', 'decideCase', 'route', [elsewhere({ outcome: 'REDIRECTED' })]],
  [
    'ACCEPTED',
    'county',
    'settleCase',
    'mainUnit',
    ['', 'x', String(UNITS.otherTown), String(UNITS.poplar), LONG].map((unit) => ({ unit })),
  ],
  ['ACCEPTED', 'county', 'settleCase', 'mainUnit', [{ unit: String(UNITS.county) }]],
  [
    'FILED',
    'county',
    'assignCase',
    'mainUnit',
    ['', 'x', '0', String(UNITS.otherTown), String(UNITS.poplar), String(UNITS.county), LONG].map((mainUnit) =>
      assignment({ mainUnit }),
    ),
  ],
  [
    'FILED',
    'county',
    'assignCase',
    'coUnits',
    [['x'], [String(UNITS.otherTown)], [String(UNITS.county)], [String(UNITS.water)]].map((coUnits) =>
      assignment({ coUnits }),
    ),
  ],
  [
    'FILED',
    'county',
    'assignCase',
    'sponsor',
    ['', 'x', v7(), idOf('post/clerk'), idOf('post/foreignClerk'), LONG].map((sponsor) => assignment({ sponsor })),
  ],
  ['FILED', 'county', 'assignCase', 'noticeNo', TEXTS.map((noticeNo) => assignment({ noticeNo }))],
  ['FILED', 'county', 'assignCase', 'handler', TEXTS.map((handler) => assignment({ handler }))],
  ['FILED', 'county', 'assignCase', 'outsiders', [[LONG], names(11)].map((outsiders) => assignment({ outsiders }))],
  ['FILED', 'county', 'assignCase', 'coLeaders', [['某'], names(6)].map((coLeaders) => assignment({ coLeaders }))],
  [
    'FILED',
    'county',
    'assignCase',
    'resolveBy',
    [addDays(TODAY, -1), addDays(TODAY, 91), '9999-12-31'].map((resolveBy) => assignment({ resolveBy })),
  ],
  ['FILED', 'county', 'assignCase', 'consolidation', [-1, 101].map((consolidation) => assignment({ consolidation }))],
  ['FILED', 'county', 'assignCase', 'carryingOut', TEXTS.map((carryingOut) => owner({ carryingOut }))],
  ['SIGNED', 'bureau', 'planCase', 'plan', TEXTS.map((text) => plan({ plan: text }))],
  ['SIGNED', 'bureau', 'planCase', 'lead', TEXTS.map((lead) => plan({ lead }))],
  ['SIGNED', 'bureau', 'planCase', 'members', [[LONG], names(21)].map((members) => plan({ members }))],
  ['SIGNED', 'bureau', 'objectToCase', 'reason', TEXTS.map((reason) => ({ reason }))],
  ['HANDLING', 'bureau', 'logCase', 'entry', TEXTS.map((entry) => ({ entry }))],
  ['HANDLING', 'bureau', 'draftCaseResult', 'body', TEXTS.map((body) => result({ body }))],
  ['HANDLING', 'bureau', 'draftCaseResult', 'answer', TEXTS.map((answer) => result({ answer }))],
  ['HANDLING', 'bureau', 'draftCaseResult', 'opinion', TEXTS.map((opinion) => result({ opinion }))],
  [
    'HANDLING',
    'bureau',
    'draftCaseResult',
    'drawing',
    ['', 'x', 'M1 1', `M1 1L${'2 2L'.repeat(9_000)}3 3`, '<script>'].map((drawing) =>
      result({ opinionForm: 'DRAWN', drawing }),
    ),
  ],
  [
    'HANDLING',
    'bureau',
    'draftCaseResult',
    'opinionForm',
    [result({ finding: 'TRUE_DEFERRED', opinionForm: 'REFUSED' })],
  ],
  ['HANDLING', 'bureau', 'draftCaseResult', 'written', [{ result: CASE_RESULT.result }]],
  ['HANDLING', 'bureau', 'draftCaseResult', 'request', TEXTS.map((request) => written({ request }))],
  ['HANDLING', 'bureau', 'draftCaseResult', 'remedy', TEXTS.map((remedy) => written({ remedy }))],
  ['REPORTED', 'county', 'reworkCase', 'reason', TEXTS.map((reason) => ({ reason }))],
  ['CLOSED', 'county', 'answerCase', 'answer', TEXTS.map((answer) => ({ answer }))],
  ['CLOSED', 'county', 'markCaseUntold', 'reason', TEXTS.map((reason) => ({ reason }))],
  ['CLOSED', 'county', 'reopenCase', 'reason', TEXTS.map((reason) => ({ reason }))],
  ['CLOSED', 'county', 'reviewCase', 'request', TEXTS.map((request) => ({ request }))],
])('in %s, %s is told by %s what is wrong with %s', async (state, by, mutation, field, given) => {
  const of = await caseOf(fixture);
  if (state) await at[state]?.(of);
  const before = (await fixture.admin.query('select * from cases where id = $1', [of.id])).rows;
  const answers: unknown[] = [];
  for (const each of given) answers.push(await of.refused(by, mutation, each));
  expect(answers).toMatchObject(given.map(() => bad(field)));
  expect((await fixture.admin.query('select * from cases where id = $1', [of.id])).rows).toEqual(before);
});

test('ten thousand units, names and members are not looked at', async () => {
  const of = await caseOf(fixture);
  await at.SIGNED?.(of);
  for (const given of [plan({ members: MANY }), plan({ members: [LONG] })])
    expect(await of.refused('bureau', 'planCase', given)).toMatchObject({ code: 'BAD_INPUT' });
  for (const given of [assignment({ coUnits: MANY }), assignment({ outsiders: MANY }), assignment({ coLeaders: MANY })])
    expect(await of.refused('county', 'assignCase', given)).toMatchObject({ code: 'BAD_INPUT' });
});

test('of a revisit the unit, the attempt and what was heard are looked at as well', async () => {
  const of = await caseOf(fixture);
  await of.reported();
  const id = await of.revisit('PRE_CLOSE');
  const told = async (mutation: string, field: string, ...given: object[]) => {
    for (const each of given) expect(await of.refused('county', mutation, { id, ...each })).toMatchObject(bad(field));
  };
  await told(
    'assignRevisit',
    'unit',
    ...['', 'x', String(UNITS.otherTown), String(UNITS.poplar), String(UNITS.water), String(UNITS.east)].map(
      (unit) => ({ unit }),
    ),
  );
  await told('attemptRevisit', 'note', ...TEXTS.map((note) => ({ attempt: { method: 'PHONE', note } })));
  await told('completeRevisit', 'opinion', ...TEXTS.map((opinion) => ({ outcome: { ...HEARD, opinion } })));
  await told('completeRevisit', 'isSolved', { outcome: { ...HEARD, isSolved: null } });
  for (const change of [{ isSolved: false }, { rating: 'DISSATISFIED' }])
    await told(
      'completeRevisit',
      'reason',
      ...['', ' ', LONG].map((reason) => ({ outcome: { ...HEARD, ...change, reason } })),
    );
  expect(await of.refused('county', 'giveUpRevisit', { id })).toMatchObject({ unmet: ['state', 'threeDays'] });
  for (const strange of [v7(), 'x', ''])
    expect(
      await refusal(fixture, 'county', `mutation ($id: ID!) { giveUpRevisit(id: $id, version: 1) { id } }`, {
        id: strange,
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
});

test('nobody takes a case whose post has ended, who is disabled, or whose unit it is about; and no number is given twice', async () => {
  const of = await caseOf(fixture, 'county', { concerns: [String(UNITS.west)] });
  await at.FILED?.(of);
  const sponsor = { sponsor: idOf('post/townLeader') };
  const tried = (given: Record<string, unknown> = sponsor) => of.refused('county', 'assignCase', assignment(given));
  await fixture.admin.query(`update post set valid_to = '2021-01-01' where id = $1`, [sponsor.sponsor]);
  expect(await tried()).toMatchObject(bad('sponsor'));
  await fixture.admin.query(`update post set valid_to = null where id = $1`, [sponsor.sponsor]);
  await fixture.admin.query('update person set is_active = false where id = $1', [idOf('townLeader')]);
  expect(await tried()).toMatchObject(bad('sponsor'));
  await fixture.admin.query('update person set is_active = true where id = $1', [idOf('townLeader')]);
  await fixture.admin.query('update post set unit_code = $2 where id = $1', [sponsor.sponsor, UNITS.west]);
  expect(await tried()).toMatchObject(bad('sponsor'));
  await fixture.admin.query('update post set unit_code = $2 where id = $1', [sponsor.sponsor, UNITS.east]);
  expect(await tried({ mainUnit: String(UNITS.west), coUnits: [] })).toMatchObject(bad('mainUnit'));
  expect(await tried({ coUnits: [String(UNITS.west)] })).toMatchObject(bad('coUnits'));
  const given = assignment(sponsor);
  await of.deed('county', 'assignCase', given);
  const other = await caseOf(fixture);
  await at.FILED?.(other);
  expect(await other.refused('county', 'assignCase', given)).toMatchObject(bad('noticeNo'));
});
