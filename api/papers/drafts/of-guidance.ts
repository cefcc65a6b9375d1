import { officeOf } from '@lxq/schema/places.ts';
import type { Capacity } from '@lxq/schema/roles.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import type { Censure } from '../../censures/censure.entity.ts';
import { censureNoun } from '../../censures/censure.noun.ts';
import { hashOf as censureHash } from '../../censures/censure.service.ts';
import type { Order } from '../../orders/order.entity.ts';
import { orderNoun } from '../../orders/order.noun.ts';
import { orderNumber } from '../../orders/order.number.ts';
import { hashOf as orderHash } from '../../orders/order.service.ts';
import { refused } from '../../platform/contract/errors.ts';
import { manyBy } from '../../platform/lists/loaders.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { type Draft, issuerNameOf } from '../paper.service.ts';
import { PAPER_WORDS_OF_ISSUING } from '../paper.words.ts';
import { censureNotice, censureTitle } from './censure-notice.ts';
import { ORDER_PAPERS, orderPaper, orderTitle } from './order-paper.ts';
import type { Hand } from './signed.ts';

/* Papers of orders and censures: handled once, by whoever they name. */
const ofOne = (subject: string, id: string) => ({ subject, subjectId: id, sourceId: id, round: 1 });

/** 下单子 or 督办单, signed by whoever heads the unit that gives it. */
export async function orderDraft(scope: Scope, order: Order): Promise<Draft> {
  const told = {
    ...{ ...order, no: orderNumber(order.draftedAt, order.serial), unit: await issuerNameOf(scope, order.unitCode) },
    hand: await handUnder(scope, { id: order.id, deed: 'issue', hash: orderHash(order) }),
  };
  return {
    ...{ kind: ORDER_PAPERS[order.kind], of: ofOne(orderNoun.subject, order.id), unitCode: order.issuerUnitCode },
    ...{ title: orderTitle(order), blocks: (of) => orderPaper(of, told) },
  };
}

/** 通报, signed by whoever approved it. */
export async function censureDraft(scope: Scope, censure: Censure): Promise<Draft> {
  const it = {
    ...{ ...censure, unit: await issuerNameOf(scope, censure.unitCode) },
    hand: await handUnder(scope, { id: censure.id, deed: 'approve', hash: censureHash(censure) }),
  };
  return {
    ...{ kind: 'CENSURE_NOTICE', of: ofOne(censureNoun.subject, censure.id), unitCode: officeOf(scope.county) },
    ...{ title: censureTitle(censure), blocks: (of) => censureNotice(of, it) },
  };
}

interface Line {
  subjectId: string;
  deed: string;
  actorName: string;
  actedByName: string | null;
  actorCapacity: Capacity | null;
  at: Date;
  /** Of lines from before there were any, null: the words have stood since (app.keep_order, app.keep_censure). */
  signedHash: string | null;
}
const linesOfHands = manyBy<Line>(
  'hands under orders and censures',
  `select subject_id, deed, actor_name, acted_by_name, actor_capacity, at, detail ->> 'signedHash' as signed_hash from audit
   where county_code = $1 and subject_id = any($2::uuid[]) and deed in ('issue', 'approve') order by at desc, id desc`,
  'subjectId',
);

/** Who signed, by the line of their deed in the history. Under another text it is no signature, and nothing is issued. */
async function handUnder(
  scope: Scope,
  { id, deed, hash }: { id: string; deed: string; hash: string },
): Promise<Hand | null> {
  const line = (await linesOfHands(scope).load(id))?.find((each) => each.deed === deed);
  if (!line) return null;
  const { actorName: name, actedByName, actorCapacity: capacity, at, signedHash } = line;
  if (signedHash && signedHash !== hash) throw refused([unmet('signedText', ...PAPER_WORDS_OF_ISSUING.otherText)]);
  return { name, actedByName, capacity, at, hash };
}
