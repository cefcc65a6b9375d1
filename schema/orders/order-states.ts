import { CLERKS_OF_UNITS, OF_UNITS } from '../roles.ts';
import { type Guard, isOneOf, type Machine, unmet } from '../transitions.ts';

/** 下单子: guidance on how to do better; 督办单: what was not done is to be done. */
export const ORDER_KINDS = ['GUIDANCE', 'SUPERVISION'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATES = [
  'DRAFT',
  'WITHDRAWN',
  'ISSUED',
  'SIGNED_FOR',
  'RECTIFYING',
  'REPORTED',
  'INSPECTED',
  'RETURNED',
  'CLOSED',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** 待签发 / 待签收 / 整改中 / 待检查 / 办结: where an order lies. */
export const ORDER_TRAYS = {
  DRAFTING: ['DRAFT'],
  SIGNING: ['ISSUED'],
  RECTIFYING: ['SIGNED_FOR', 'RECTIFYING', 'RETURNED'],
  INSPECTING: ['REPORTED', 'INSPECTED'],
  CLOSED: ['CLOSED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly OrderState[]>;
export type OrderTray = keyof typeof ORDER_TRAYS;
export const OPEN_ORDERS: readonly OrderState[] = ORDER_STATES.filter(
  (state) => state !== 'CLOSED' && state !== 'WITHDRAWN',
);
/** Whom it is given to sees it from its issue on. */
export const ISSUED_ORDERS: readonly OrderState[] = ORDER_STATES.filter(
  (state) => state !== 'DRAFT' && state !== 'WITHDRAWN',
);

/** What the guards look at. */
export interface OrderFacts {
  state: OrderState;
  /** The unit that it is given to, and the one that gives it. */
  unitCode: number;
  issuerUnitCode: number;
  draftedById: string;
}
type By = Guard<OrderFacts>;

const byItsIssuer: By = ({ issuerUnitCode }, { unitCode }) =>
  issuerUnitCode === unitCode ? null : unmet('issuer', '由下单单位办理', 'The unit that gives it does this');
const byItsUnit: By = ({ unitCode }, actor) =>
  unitCode === actor.unitCode ? null : unmet('toUnit', '由承接单位办理', 'The unit that it is given to does this');
const byAnother: By = ({ draftedById }, actor) =>
  isOneOf(actor, draftedById)
    ? unmet('fourEyes', '拟稿人不能签发自己拟的单子', 'Whoever drafted it does not issue it')
    : null;

/** Along the lines of guidance (R23): the county to townships and departments, a township to its villages. */
export const ORDER_DRAFTERS = ['COUNTY_CLERK', 'TOWNSHIP_CLERK'] as const;
const ISSUERS = ['COUNTY_DIRECTOR', 'TOWNSHIP_LEADER'] as const;

/** The machine of a guidance or supervision order (R23, R67–R69): drafted, issued by another, signed for, put right, reported, inspected, closed. */
export const ORDER_MACHINE = {
  revise: {
    ...{ from: ['DRAFT'], to: 'DRAFT', by: ORDER_DRAFTERS, guards: [byItsIssuer] },
    ...{ mutation: 'reviseOrder', asksMore: true, tells: 'ORDER_REVISED' },
    says: 'Until it is issued it may be written anew.',
  },
  withdraw: {
    ...{ from: ['DRAFT'], to: 'WITHDRAWN', by: ORDER_DRAFTERS, guards: [byItsIssuer] },
    ...{ mutation: 'withdrawOrder', tells: 'ORDER_WITHDRAWN' },
  },
  issue: {
    ...{ from: ['DRAFT'], to: 'ISSUED', by: ISSUERS, guards: [byItsIssuer, byAnother] },
    ...{ mutation: 'issueOrder', isGrave: true, tells: 'ORDER_ISSUED' },
    says: 'The head of the unit that gives it signs it, and it goes to its unit.',
  },
  signFor: {
    ...{ from: ['ISSUED'], to: 'SIGNED_FOR', by: CLERKS_OF_UNITS, guards: [byItsUnit] },
    ...{ mutation: 'signForOrder', tells: 'ORDER_SIGNED_FOR' },
  },
  rectify: {
    ...{ from: ['SIGNED_FOR', 'RETURNED'], to: 'RECTIFYING', by: OF_UNITS, guards: [byItsUnit] },
    ...{ mutation: 'rectifyOrder', asks: 'plan', tells: 'ORDER_RECTIFYING' },
    says: 'The unit says how it puts it right.',
  },
  report: {
    ...{ from: ['RECTIFYING'], to: 'REPORTED', by: OF_UNITS, guards: [byItsUnit] },
    ...{ mutation: 'reportOrder', asks: 'result', words: { min: 10, max: 2_000 }, tells: 'ORDER_REPORTED' },
    says: 'In writing, what was done (Art. 40).',
  },
  inspect: {
    ...{ from: ['REPORTED'], to: 'INSPECTED', by: ORDER_DRAFTERS, guards: [byItsIssuer] },
    ...{ mutation: 'inspectOrder', asksMore: true, tells: 'ORDER_INSPECTED' },
    says: 'A team went to see (R69, R143): who, and what it found.',
  },
  return: {
    ...{ from: ['REPORTED', 'INSPECTED'], to: 'RETURNED', by: ORDER_DRAFTERS, guards: [byItsIssuer] },
    ...{ mutation: 'returnOrder', asks: 'reason', tells: 'ORDER_RETURNED' },
  },
  close: {
    ...{ from: ['REPORTED', 'INSPECTED'], to: 'CLOSED', by: ORDER_DRAFTERS, guards: [byItsIssuer] },
    ...{ mutation: 'closeOrder', tells: 'ORDER_CLOSED' },
  },
} as const satisfies Machine<string, OrderState, OrderFacts>;
export type OrderDeed = keyof typeof ORDER_MACHINE;
