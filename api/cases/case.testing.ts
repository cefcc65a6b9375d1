import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { CASE_STATES } from '@lxq/schema/cases/case-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { county, never, office, ownUnit, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, COUNTY, type Fixture, idOf, POSTS, rightsOf, UNITS } from '../testing/fixture.ts';
import { one, type Standing, type Tried, type Walked } from '../testing/walk.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, PLAN, WRITTEN } from './case-deeds.testing.ts';

const unitOf = (account: Account) => rightsOf(account).unitCode;
const isOfUnit = (account: Account) => ['TOWNSHIP', 'VILLAGE'].includes(LEVEL_OF[rightsOf(account).role]);
/** One of each role, and of the leaders of units a principal and one in charge. */
const WALKERS: readonly Account[] = [
  ...(['officer', 'head', 'clerk', 'townLeader', 'bureauHead', 'county', 'director', 'leader'] as const),
  ...(['analyst', 'discipline', 'admin', 'foreignClerk'] as const),
];
/** What the viewer's unit is to a case: it takes some part, none, or it is the one that the case is about, though it should act. */
export function standings(account: Account): readonly Standing[] {
  if (!WALKERS.includes(account)) return [];
  if (isOfUnit(account)) return ['MAIN', 'CO', 'SPONSOR', 'REVISITOR', 'RECEIVER', 'OUTSIDER', 'RECUSED'];
  return unitOf(account) === officeOf(COUNTY) ? ['OFFICE', 'RECUSED'] : ['OUTSIDER'];
}

/** Who acts where the viewer's unit does not. */
const ELSEWHERE = UNITS.poplar;
const DAY = 86_400_000;
const HASH = 'as it stands';

/** A case on which nothing stands in the deed's way but what its viewer's unit is to it. */
async function reset(fixture: Fixture, id: string, deed: string, { account, standing }: Tried): Promise<void> {
  const own = unitOf(account);
  const isUnit = isOfUnit(account);
  const main = isUnit && (standing === 'MAIN' || standing === 'RECUSED') ? own : ELSEWHERE;
  const now = new Date();
  await fixture.admin.query(
    `update cases set round = 1, reworks = 0, reopenings = 0, transfers = 0, is_designated = false, decision = 'ACCEPTED', review_outcome = null,
       responsible_unit_code = $2, co_unit_codes = $3, concerns_unit_codes = $4, sponsor_unit_code = null, notice_no = null,
       signed_for_at = $5, object_until = $6, closed_at = $7, reviewed_at = $8, finally_reviewed_at = null, answered_at = $9, untold_reason = null where id = $1`,
    [
      ...[
        id,
        main,
        JSON.stringify(standing === 'CO' ? [own] : []),
        JSON.stringify(standing === 'RECUSED' ? [own] : []),
      ],
      ...[deed === 'signFor' ? null : now, new Date(+now + DAY)],
      ...[new Date(+now - (deed === 'archive' ? 40 : 1) * DAY), deed === 'finalReview' ? now : null],
      deed === 'archive' ? now : null,
    ],
  );
  for (const table of ['participation', 'result_report', 'revisit', 'signature'])
    await fixture.admin.query(`delete from ${table} where subject_id = $1`, [id]);
  const parts: [number, string][] = [[main, 'MAIN']];
  if (isUnit && main !== own && standing !== 'OUTSIDER') parts.push([own, standing]);
  await fixture.admin.query(
    `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state)
     select $1, $2, u.code, 'CASE', u.part, now(), now(), 'X' from unnest($3::bigint[], $4::text[]) u (code, part)`,
    [COUNTY, id, parts.map(([unit]) => unit), parts.map(([, part]) => part)],
  );
  await papers(fixture, id, { deed, main });
}

/** Its report, which is signed for a closing; the villager was heard; and for the last deed both hands. */
async function papers(fixture: Fixture, id: string, { deed, main }: { deed: string; main: number }): Promise<void> {
  const isSigned = deed === 'sign' || deed === 'close';
  await fixture.admin.query(
    `insert into result_report (county_code, id, unit_code, subject, subject_id, round, finding, body, answer, opinion_form, opinion, kept, written_by_name, written_at, signed_at, signed_hash)
     values ($1, gen_random_uuid(), $2, 'CASE', $3, 1, 'NOT_TRUE', '', '', 'UNKNOWN', '本人认可', '', '', now(), $4, $5)`,
    [COUNTY, main, id, isSigned ? new Date() : null, HASH],
  );
  await fixture.admin.query(
    `insert into revisit (county_code, id, unit_code, subject, subject_id, round, kind, state, scheduled_at, is_solved, done_at)
     select $1, gen_random_uuid(), $2, 'CASE', $3, 1, k, 'COMPLETED', now(), true, now() from unnest('{PRE_CLOSE,POST_CLOSE}'::text[]) k`,
    [COUNTY, UNITS.county, id],
  );
  if (deed !== 'close') return;
  await fixture.admin.query(
    `insert into signature (county_code, id, unit_code, subject, subject_id, round, signs_as, signer_id, signer_name, hash, at)
     select $1, gen_random_uuid(), $2, 'CASE', $3, 1, k, gen_random_uuid(), '', $4, now() from unnest('{RESPONSIBLE,PRINCIPAL}'::text[]) k`,
    [COUNTY, main, id, HASH],
  );
}

const FACTS = `select state, purpose, concerns_unit_codes as "concernsUnitCodes", responsible_unit_code::float8 as "responsibleUnitCode", co_unit_codes as "coUnitCodes",
  decision, transfers, is_designated as "isDesignated", signed_for_at as "signedForAt", object_until as "objectUntil", closed_at as "closedAt", reviewed_at as "reviewedAt",
  answered_at as "answeredAt", untold_reason as "untoldReason", finally_reviewed_at as "finallyReviewedAt", review_outcome as "reviewOutcome" from cases where id = $1`;
/** What only some deeds look at, as `reset` made it. */
async function facts(fixture: Fixture, id: string, viewer: string, deed: string): Promise<object> {
  const row = await one<{ state: string; coUnitCodes: number[] }>(fixture, FACTS, [id]);
  const now = new Date();
  if (!(CASE_MACHINE as Walked['machine'])[deed]?.from.includes(row.state)) return { ...row, now };
  const account = (Object.keys(POSTS) as Account[]).find((each) => idOf(each) === viewer) as Account;
  if (deed === 'coSign') return { ...row, now, hasCoSigned: row.coUnitCodes.includes(unitOf(account)) ? false : null };
  if (deed === 'recall') return { ...row, now, isSignedFor: false };
  const signatures = (deed === 'close' ? ['RESPONSIBLE', 'PRINCIPAL'] : []).map((signsAs) => ({
    signsAs,
    signerId: '',
  }));
  const heard = { isRevisited: true, isRevisitedAfter: true };
  return { ...row, now, ...heard, signatures, result: { isSigned: true, hasOpinion: true } };
}

export const walk: Walked = {
  ...{ table: 'cases', machine: CASE_MACHINE, states: CASE_STATES, facts, reset, standings, recused: 'recusal' },
  again: ['log'],
  make: async (fixture) => {
    // Thousands of updates leave thousands of dead rows, which nobody should read through.
    await fixture.admin.query('create index on cases (id); create index on audit (subject_id)');
    return (await caseOf(fixture)).id;
  },
  look: 'query ($id: ID!) { case(id: $id) { id } }',
  more: {
    decide: { declare: '$decision: CaseDecision!', pass: 'decision: $decision', value: () => ACCEPTED },
    settle: { declare: '$unit: ID!', pass: 'unit: $unit', value: () => String(UNITS.water) },
    file: { declare: '$grade: CaseGrade!', pass: 'grade: $grade', value: () => 'MAJOR' },
    assign: {
      ...{ declare: '$assignment: CaseAssignment!', pass: 'assignment: $assignment' },
      value: () => assignmentOf({ sponsor: idOf('post/townLeader') }),
    },
    reassign: {
      ...{ declare: '$assignment: CaseAssignment!', pass: 'assignment: $assignment' },
      value: () => assignmentOf({ sponsor: idOf('post/townLeader') }),
    },
    link: {
      ...{ declare: '$linkage: CaseLink!', pass: 'linkage: $linkage' },
      value: () => ({ kind: 'SUPERVISION', reference: '督〔2026〕7号', mayTell: '已转有关部门督办' }),
    },
    plan: { declare: '$plan: CasePlan!', pass: 'plan: $plan', value: () => PLAN },
    draftResult: {
      declare: '$given: ResultDraft!',
      pass: `result: $given, written: { request: "${WRITTEN.request}", basis: "${WRITTEN.basis}", remedy: "${WRITTEN.remedy}" }`,
      value: () => CASE_RESULT.result,
    },
    answerReview: {
      ...{ declare: '$outcome: ReviewOutcome!', pass: 'outcome: $outcome, reason: "经复查，原处理意见应当维持"' },
      value: () => 'UPHELD',
    },
    answerFinalReview: {
      ...{ declare: '$outcome: ReviewOutcome!', pass: 'outcome: $outcome, reason: "经复核，原处理意见应当维持"' },
      value: () => 'UPHELD',
    },
  },
};

const reads: Rule = (viewer, row) =>
  county(viewer, row) ? viewer === 'LEADER' || office(viewer, row) : ownUnit(viewer, row);
export const sight: Record<string, Rules> = {
  cases: {
    see: reads,
    add: (viewer, row) => row.mine && (office(viewer, row) || (viewer === 'TOWNSHIP' && ownUnit(viewer, row))),
    change: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    remove: never,
  },
  case_linkage: {
    see: (viewer, row) => viewer === 'LEADER' || office(viewer, row),
    add: office,
    change: never,
    remove: never,
  },
  signature: { see: reads, add: (viewer, row) => row.mine && ownUnit(viewer, row), change: never, remove: never },
};
