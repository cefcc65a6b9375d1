import { CENSURE_MACHINE, CENSURE_STATES } from '@lxq/schema/censures/censure-states.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { never, office, ownUnit, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, type Fixture, idOf, rightsOf, UNITS } from '../testing/fixture.ts';
import { one, type Standing, type Tried, type Walked } from '../testing/walk.ts';

export const CENSURE_TEXT = {
  ...{ unit: String(UNITS.water), title: '关于机井维修推诿的通报', rule: '《信访工作条例》第四十五条' },
  ...{ cause: '两次退回重办后仍未按期报结，群众到县反映。', evidence: '回访单两份、超期台账一份。' },
};

/** What a censure is to the viewer's unit: its own draft or another's at the county office, it names it, or neither. */
const STANDINGS: Partial<Record<Account, readonly Standing[]>> = {
  ...{ county: ['OFFICE'], director: ['OFFICE', 'DRAFTER'], clerk: ['NAMED', 'OUTSIDER'] },
  ...{ townLeader: ['NAMED', 'OUTSIDER'], head: ['NAMED'], leader: ['OUTSIDER'] },
  ...{ officer: ['OUTSIDER'], foreignClerk: ['OUTSIDER'] },
};
/** Its unit may still appeal, and has not. */
async function reset({ admin }: Fixture, id: string, _deed: string, { account, standing }: Tried): Promise<void> {
  await admin.query(
    `update censure set unit_code = $2, drafted_by_id = $3, appeal_until = now() + interval '1 day', appealed_at = null where id = $1`,
    [
      ...[id, standing === 'NAMED' ? rightsOf(account).unitCode : UNITS.elm],
      idOf(standing === 'DRAFTER' ? account : 'somebody'),
    ],
  );
}

export const walk: Walked = {
  ...{ table: 'censure', machine: CENSURE_MACHINE, states: CENSURE_STATES, reset },
  standings: (account) => STANDINGS[account] ?? [],
  make: async (fixture) => {
    const DRAFT =
      'mutation ($clientId: ID!, $censure: CensureText!) { draftCensure(clientId: $clientId, censure: $censure) { id } }';
    return (await ask(fixture, 'county', DRAFT, { clientId: v7(), censure: CENSURE_TEXT })).draftCensure.id;
  },
  look: 'query ($id: ID!) { censure(id: $id) { id } }',
  facts: async (fixture, id) => ({
    ...(await one<object>(
      fixture,
      `select state, unit_code::float8 as "unitCode", drafted_by_id as "draftedById", appeal_until as "appealUntil", appealed_at as "appealedAt" from censure where id = $1`,
      [id],
    )),
    now: new Date(),
  }),
  more: {
    revise: { declare: '$censure: CensureText!', pass: 'censure: $censure', value: () => CENSURE_TEXT },
  },
};

/** The office's until it is issued; from then on also leaders read it, and the unit that it names. */
const sees: Rule = (viewer, row) =>
  office(viewer, row) || (row.of === 'ISSUED' && (viewer === 'LEADER' || ownUnit(viewer, row)));
export const sight: Record<string, Rules> = {
  censure: {
    see: sees,
    add: (viewer, row) => office(viewer, row) && row.of === 'DRAFT' && row.mine,
    change: (viewer, row) => viewer !== 'LEADER' && sees(viewer, row),
    remove: never,
  },
};
