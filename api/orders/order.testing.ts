import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { ORDER_MACHINE, ORDER_STATES } from '@lxq/schema/orders/order-states.ts';
import { officeOf, townshipOf } from '@lxq/schema/places.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { inTownship, never, office, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, COUNTY, type Fixture, idOf, rightsOf, UNITS } from '../testing/fixture.ts';
import { one, type Standing, type Tried, type Walked } from '../testing/walk.ts';

/** What whoever drafts an order says of it; to a unit that they guide. */
export const orderText = (changes: Record<string, unknown> = {}) => ({
  ...{ kind: 'GUIDANCE', unit: String(UNITS.water), title: '规范机井维修响应', dueOn: addDays(dayOf(new Date()), 20) },
  ...{
    basis: '近三个月机井类反映集中，平均办理时间偏长。',
    requirement: '建立二十四小时响应制度，逐井登记造册，报送整改情况。',
  },
  ...changes,
});

/** What the viewer's unit is to an order: it gives it, by a draft of the viewer's own or another's, it gets it, or neither. */
const STANDINGS: Partial<Record<Account, readonly Standing[]>> = {
  ...{ county: ['ISSUER', 'OUTSIDER'], director: ['ISSUER', 'DRAFTER', 'OUTSIDER'] },
  ...{ clerk: ['ISSUER', 'UNIT', 'OUTSIDER'], townLeader: ['ISSUER', 'DRAFTER', 'UNIT'], head: ['UNIT', 'OUTSIDER'] },
  ...{ leader: ['OUTSIDER'], officer: ['OUTSIDER'], foreignClerk: ['OUTSIDER'] },
};
const isOfOffice = (unit: number) => unit === officeOf(COUNTY);
/** Whom a unit gives orders to, and who gives it any. */
const guidedBy = (unit: number) => (isOfOffice(unit) ? UNITS.water : UNITS.willow);
const guideOf = (unit: number) => (townshipOf(unit) === unit ? officeOf(COUNTY) : townshipOf(unit));
/** Of those who try it, whom a draft that is written anew may go to. */
let guided: number = UNITS.water;
/** No two drafts say the same, so that a second sending is another version's. */
let drafts = 0;

async function reset({ admin }: Fixture, id: string, _deed: string, { account, standing }: Tried): Promise<void> {
  const own = rightsOf(account).unitCode;
  const elsewhere = isOfOffice(own) ? UNITS.poplar : UNITS.elm;
  const given = { ISSUER: guidedBy(own), DRAFTER: guidedBy(own), UNIT: own }[standing] ?? elsewhere;
  const issuer = standing === 'ISSUER' || standing === 'DRAFTER' ? own : guideOf(given);
  guided = guidedBy(own);
  await admin.query(
    'update guidance_order set unit_code = $2, issuer_unit_code = $3, drafted_by_id = $4, returns = 0 where id = $1',
    [id, given, issuer, idOf(standing === 'DRAFTER' ? account : 'somebody')],
  );
}

export const walk: Walked = {
  ...{ table: 'guidance_order', machine: ORDER_MACHINE, states: ORDER_STATES, reset },
  standings: (account) => STANDINGS[account] ?? [],
  make: async (fixture) => {
    const DRAFT =
      'mutation ($clientId: ID!, $order: OrderText!) { draftOrder(clientId: $clientId, order: $order) { id } }';
    return (await ask(fixture, 'county', DRAFT, { clientId: v7(), order: orderText() })).draftOrder.id;
  },
  look: 'query ($id: ID!) { order(id: $id) { id } }',
  facts: (fixture, id) =>
    one<object>(
      fixture,
      `select state, unit_code::float8 as "unitCode", issuer_unit_code::float8 as "issuerUnitCode", drafted_by_id as "draftedById" from guidance_order where id = $1`,
      [id],
    ),
  more: {
    revise: {
      ...{ declare: '$order: OrderText!', pass: 'order: $order' },
      value: () => orderText({ unit: String(guided), title: `规范机井维修响应（第${++drafts}稿）` }),
    },
    inspect: {
      ...{ declare: '$inspection: OrderInspection!', pass: 'inspection: $inspection' },
      value: () => ({ team: ['县群工办甲'], found: '现场抽查六眼机井，登记与实际一致。' }),
    },
  },
};

/** In the matrix a unit is given orders by whoever guides it: a village by its station, a station by the county office. */
const gives: Rule = (viewer, { place }) =>
  viewer === 'TOWNSHIP' ? place === 'OWN' || place === 'SIBLING' : ['OWN_STATION', 'COUNTY_OFFICE'].includes(place);
const isThere: Rule = (viewer, row) =>
  ['COUNTY', 'LEADER'].includes(viewer) ||
  (viewer === 'TOWNSHIP' && inTownship(row)) ||
  (viewer === 'VILLAGE' && row.place === 'OWN');
const sees: Rule = (viewer, row) =>
  isThere(viewer, row) && (row.of === 'ISSUED' || (viewer !== 'VILLAGE' && gives(viewer, row)));
const acts: Rule = (viewer, row) => viewer !== 'LEADER' && sees(viewer, row);
export const sight: Record<string, Rules> = {
  guidance_order: {
    see: sees,
    add: (viewer, row) =>
      row.of === 'DRAFT' && row.mine && (office(viewer, row) || (viewer === 'TOWNSHIP' && gives(viewer, row))),
    change: acts,
    remove: never,
  },
};
