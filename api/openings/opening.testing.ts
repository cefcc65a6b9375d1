import { OPENING_MACHINE } from '@lxq/schema/openings/opening-states.ts';
import { parse } from 'graphql';
import { pino } from 'pino';
import { runOperation } from '../platform/operation/operation.ts';
import type { Caller } from '../platform/scope/caller.ts';
import type { Rights } from '../platform/scope/rights.ts';
import { Scope } from '../platform/scope/scope.ts';
import { contract } from '../schema.ts';
import { never, type Rule, type Rules } from '../sight/sight.rules.ts';
import { COUNTY, type Fixture, idOf, rightsOf, submitted, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

/** Clerks of the discipline desk beside the fixture's one: a request needs two others. `involved` also heads the village complained of. */
export const DESK = ['discipline', 'second', 'third', 'fourth', 'involved'] as const;
export type Clerk = (typeof DESK)[number];

export async function staffDesk(fixture: Fixture): Promise<void> {
  for (const clerk of DESK.slice(1)) {
    await fixture.admin.query('insert into person (county_code, id, name) values ($1, $2, $3)', [
      ...[COUNTY, idOf(clerk), `测试·${clerk}`],
    ]);
    await appoint(fixture, clerk, 'DISCIPLINE_CLERK', UNITS.county);
    await fixture.admin.query(
      `insert into session (token_hash, county_code, person_id, post_id, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
      [clerk, COUNTY, idOf(clerk), postOf(clerk, 'DISCIPLINE_CLERK')],
    );
  }
  await appoint(fixture, 'involved', 'VILLAGE_HEAD', UNITS.willow);
}

const postOf = (clerk: string, role: string) => idOf(`post/${role}/${clerk}`);
export const appoint = (fixture: Fixture, clerk: string, role: string, unit: number) =>
  fixture.admin.query(
    `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from) values ($1, $2, $3, $4, $5, $6, $6, '2020-01-01')`,
    [COUNTY, postOf(clerk, role), idOf(clerk), `测试·${clerk}`, role, unit],
  );
/** Of the posts that a test gave beside the desk's. */
export const dismissAll = (fixture: Fixture) =>
  fixture.admin.query(`delete from post where person_id = any($1) and role <> 'DISCIPLINE_CLERK'`, [
    DESK.filter((clerk) => clerk !== 'involved').map(idOf),
  ]);

export const personOf = idOf;
function rightsOfClerk(clerk: Clerk): Rights {
  const rights = rightsOf('discipline');
  if (clerk === 'discipline') return rights;
  const person = { personId: idOf(clerk), personName: `测试·${clerk}`, postId: postOf(clerk, 'DISCIPLINE_CLERK') };
  return { ...rights, ...person, tokenHash: clerk };
}
const caller: Caller = {
  ...{ language: 'zh', address: '127.0.0.1', tokenHash: null, sessionHours: 1 },
  setToken: () => {},
};
export const scopeOf = (fixture: Fixture, clerk: Clerk) => new Scope(fixture.database, rightsOfClerk(clerk), caller);

const log = pino({ level: 'silent' });
/** One operation with these rights, in a transaction of its own; a refusal as its code and what it names. */
export async function by(fixture: Fixture, rights: Rights, document: string, variables = {}): Promise<any> {
  const operation = { schema: contract(), document: parse(document), variables };
  const { data, errors } = await runOperation(operation, new Scope(fixture.database, rights, caller), log);
  return errors ? { message: errors[0]?.message, ...errors[0]?.extensions } : data;
}

/** The same as a clerk of the desk. */
export const as = (fixture: Fixture, clerk: Clerk, document: string, variables = {}) =>
  by(fixture, rightsOfClerk(clerk), document, variables);

export const REASON = '反映内容缺少时间地点，须向报送人当面核实经过';
const SHOWN = `id state expiresAt openedAt refusalReason requesterName reason about { code } report { id no } approvals { approverName }
  viewerCanApprove viewerCanUnapprove viewerCanRefuse viewerCanWithdraw viewerCanOpen timeline { deed actorName note }`;
export const REQUEST = `mutation ($report: ID!, $about: ID!, $reason: String!) { requestIdentity(report: $report, about: $about, reason: $reason) { ${SHOWN} } }`;
export const deed = (name: string) => `mutation ($id: ID!) { ${name}Identity(id: $id) { ${SHOWN} } }`;
export const APPROVE = deed('approve');
export const UNAPPROVE = deed('unapprove');
export const WITHDRAW = deed('withdraw');
export const REFUSE = `mutation ($id: ID!) { refuseIdentity(id: $id, reason: "事实已经清楚，无须知道是谁报送的") { ${SHOWN} } }`;
export const OPEN = `mutation ($id: ID!) { openIdentity(id: $id) { name unitName opening { ${SHOWN} } } }`;
export const LIST = `query ($liveOnly: Boolean! = false) { identityOpenings(liveOnly: $liveOnly) { ${SHOWN} } }`;

export const accusation = (fixture: Fixture, changes = {}) =>
  submitted(fixture, 'officer', { topic: 'CONDUCT', ...changes });
export const asking = (report: string, about: number = UNITS.willow) => ({
  report,
  about: String(about),
  reason: REASON,
});

/** A request of the fixture's clerk for a new accusation of the willow village, approved by so many others. */
export async function requested(fixture: Fixture, ...approvers: Clerk[]): Promise<{ id: string; report: string }> {
  const report = await accusation(fixture);
  const { requestIdentity } = await as(fixture, 'discipline', REQUEST, asking(report));
  for (const approver of approvers) await as(fixture, approver, APPROVE, { id: requestIdentity.id });
  return { id: requestIdentity.id, report };
}

const ITS_REPORT = `select r.state, r.author_id as "authorId" from report r join identity_opening o on o.report_id = r.id where o.id = $1`;
export const walk: Walked = {
  ...{ table: 'identity_opening', machine: OPENING_MACHINE },
  states: ['REQUESTED', 'APPROVED', 'OPENED', 'REFUSED', 'WITHDRAWN'],
  staff: staffDesk,
  make: async (fixture) => {
    const report = await accusation(fixture);
    return (await as(fixture, 'discipline', REQUEST, asking(report))).requestIdentity.id;
  },
  look: 'query ($id: ID!) { __typename }',
  facts: async (fixture, id) => {
    const found = 'select state, requester_id as "requesterId" from identity_opening where id = $1';
    const approvals = 'select approver_id as "approverId" from identity_approval where opening_id = $1';
    const { rows } = await fixture.admin.query(approvals, [id]);
    return {
      ...(await one<object>(fixture, found, [id])),
      approverIds: rows.map(({ approverId }) => approverId),
      report: await one(fixture, ITS_REPORT, [id]),
    };
  },
  // Who asks does not decide: what only the requester may do is asked by the fixture's clerk, the rest by another.
  reset: async ({ admin }, id, deed) => {
    await admin.query('delete from identity_approval where opening_id = $1', [id]);
    const requester = deed === 'withdrawIdentity' ? 'discipline' : 'second';
    await admin.query('update identity_opening set requester_id = $2 where id = $1', [id, idOf(requester)]);
  },
  except: ['openIdentity'], // the database gives the name, to whoever two have approved (opening.test.ts)
  beside: `opened_at = case $2 when 'OPENED' then now() end, expires_at = now() + interval '20 minutes'`,
};

const discipline: Rule = (viewer) => viewer === 'DISCIPLINE';
const inOwnName: Rule = (viewer, row) => viewer === 'DISCIPLINE' && row.mine;
/** But nobody who belongs to what the report complains of: which that is, a row alone does not say (opening.test.ts). */
export const sight: Record<string, Rules> = {
  identity_opening: { see: discipline, add: inOwnName, change: discipline, remove: never },
  identity_approval: { see: discipline, add: inOwnName, change: never, remove: inOwnName },
};
