import { dayOf } from '@lxq/schema/calendar.ts';
import { INSTRUCTION_MACHINE, INSTRUCTION_STATES } from '@lxq/schema/instructions/instruction-states.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { county, never, office, ownUnit, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, COUNTY, type Fixture, idOf, POSTS, rightsOf, submitted, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

const DUE = dayOf(new Date(Date.now() + 10 * 86_400_000));
const INSTRUCT = 'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }';
export const FIELDS =
  'id no state level text dueOn workDaysLeft isOverdue readAt viewerCanWithdraw leader { name } responsibleUnit { name } item { number digest { no state } } report { id }';

/** A leader's instruction on an item or a report that they read. */
export async function instructed(
  fixture: Fixture,
  on: { item: string } | { report: string } | { parent: string },
  leader: 'leader' | 'leader2' = 'leader',
): Promise<string> {
  const given = {
    clientId: v7(),
    text: '请水利局尽快查清原因并解决',
    dueOn: DUE,
    responsibleUnit: String(UNITS.water),
  };
  return (await ask(fixture, leader, INSTRUCT, { draft: { ...given, ...on } })).instruct.id;
}

const BRIEF = '柳林村机井抽不上水，四十多户村民到邻村挑水。';
export const REGISTRATION = {
  ...{ mainUnit: String(UNITS.water), coUnits: [String(UNITS.east)], brief: BRIEF, dueOn: DUE },
};
export const RESULT = {
  ...{ finding: 'TRUE_RESOLVED', opinionForm: 'SIGNED', opinion: '水来了，满意', kept: '水利局档案室' },
  ...{ body: '更换水泵并清洗机井，已恢复供水。', answer: '机井已修好，全村恢复供水。' },
};

/** Both units take part, neither has signed, and nothing has happened that would stand in a deed's way. */
async function reset({ admin }: Fixture, id: string, deed: string): Promise<void> {
  await admin.query(
    `update instruction set objections = 0, returns = 0, is_designated = false, object_until = null, answered_at = null,
       responsible_unit_code = $2, co_unit_codes = $3 where id = $1`,
    [id, UNITS.water, JSON.stringify([UNITS.east])],
  );
  await admin.query('delete from participation where subject_id = $1', [id]);
  await admin.query('delete from result_report where subject_id = $1', [id]);
  for (const [unit, part] of [
    [UNITS.water, 'MAIN'],
    [UNITS.east, 'CO'],
  ])
    await admin.query(
      `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state) values ($1, $2, $3, 'INSTRUCTION', $4, now(), now(), 'X')`,
      [COUNTY, id, unit, part],
    );
  if (deed !== 'reportResult' && deed !== 'verify') return;
  await admin.query(
    `insert into result_report (county_code, id, unit_code, subject, subject_id, round, finding, body, answer, opinion_form, opinion, kept, written_by_name, written_at, signed_at)
     values ($1, gen_random_uuid(), $2, 'INSTRUCTION', $3, 1, 'NOT_TRUE', '', '', 'UNKNOWN', '', '', '', now(), $4)`,
    [COUNTY, UNITS.water, id, deed === 'verify' ? new Date() : null],
  );
}

/** What the guards look at; a co-unit has not signed in the walk, and the result is as `reset` made it. */
async function facts(fixture: Fixture, id: string, viewer: string, deed: string): Promise<object> {
  const row = await one<{ state: string }>(
    fixture,
    `select state, leader_id as "leaderId", read_at as "readAt", responsible_unit_code::float8 as "responsibleUnitCode", objections,
       is_designated as "isDesignated", object_until as "objectUntil", answered_at as "answeredAt" from instruction where id = $1`,
    [id],
  );
  const unit = (Object.keys(POSTS) as Account[]).find((account) => idOf(account) === viewer);
  const isLookedAt = (INSTRUCTION_MACHINE as Walked['machine'])[deed]?.from.includes(row.state);
  const hasCoSigned = unit && rightsOf(unit).unitCode === UNITS.east ? false : null;
  const result = { reportResult: { isSigned: false }, verify: { isSigned: true } }[deed];
  return { ...row, now: new Date(), ...(isLookedAt && { hasCoSigned, result }) };
}

export const walk: Walked = {
  ...{ table: 'instruction', machine: INSTRUCTION_MACHINE, states: INSTRUCTION_STATES, facts, reset },
  make: async (fixture) => instructed(fixture, { report: await submitted(fixture, 'officer') }),
  look: 'query ($id: ID!) { instruction(id: $id) { id } }',
  more: {
    register: {
      ...{ declare: '$registration: InstructionRegistration!', pass: 'registration: $registration' },
      value: () => REGISTRATION,
    },
    redispatch: {
      ...{ declare: '$units: ActingUnits!', pass: 'units: $units' },
      value: () => ({ mainUnit: String(UNITS.west), coUnits: [] }),
    },
    draftResult: { declare: '$result: ResultDraft!', pass: 'result: $result', value: () => RESULT },
  },
  again: ['read'],
  beside: 'read_at = null',
};

const given: Rule = (viewer, row) => viewer === 'LEADER' && row.mine;
const acts = ownUnit;
export const sight: Record<string, Rules> = {
  instruction: {
    see: (viewer, row) => (county(viewer, row) ? viewer === 'LEADER' || office(viewer, row) : acts(viewer, row)),
    add: given,
    change: (viewer, row) => office(viewer, row) || given(viewer, row) || acts(viewer, row),
    remove: never,
  },
  result_report: {
    see: (viewer, row) => (county(viewer, row) ? viewer === 'LEADER' || office(viewer, row) : acts(viewer, row)),
    add: acts,
    change: acts,
    remove: never,
  },
};
