import { useQuery } from '@apollo/client/react';
import { ORDER_MACHINE } from '@lxq/schema/orders/order-states.ts';
import { startsFrom } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { runningClocks } from '../../../nouns/deadlines/runningClocks.tsx';
import { OrderWholeDocument, type OrderWholeFragment } from '../../../nouns/orders/order.generated.ts';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { Papers } from '../../../nouns/papers/Papers.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { MatterDue } from '../MatterDue.tsx';
import type { Panel } from '../MatterPage.tsx';
import { MatterPanel } from '../MatterPanel.tsx';
import { OrderStateTag } from '../MatterStateTag.tsx';
import { TextSection } from '../TextSection.tsx';
import { OrderDeeds } from './OrderDeeds.tsx';

/** One order: to whom and by when, what it rests on and asks, what the unit did, and what was seen there. */
export function OrderPanel({ id, onClose }: Panel) {
  const { t } = useTranslation(['orders', 'words']);
  const { data, error, refetch } = useQuery(OrderWholeDocument, { variables: { id } });
  useRefetchOnChanges((change) => change.orderId === id, refetch);
  return (
    <MatterPanel
      thing={data?.order}
      asked={{ error, refetch }}
      address={`/matters/orders/${id}`}
      gone={{ name: t('name'), text: t('gone') }}
      of="orderState"
      tags={({ kind, state }) => (
        <>
          <b>{t(`words:orderKind.${kind}`)}</b> <OrderStateTag state={state} />
        </>
      )}
      deeds={(order) => <OrderDeeds order={order} onChanged={refetch} />}
      onClose={onClose}
    >
      {(order) => (
        <>
          <h3 className="matter-title">{order.title}</h3>
          <Told order={order} />
          <TextSection title={t('fact.basis')} text={order.basis} />
          <TextSection title={t('fact.requirement')} text={order.requirement} />
          <TextSection title={t('fact.plan')} text={order.plan} />
          <TextSection title={t('fact.result')} text={order.result} />
          <TextSection title={t('fact.found')} text={order.found} />
          {order.team.length > 0 && <p>{t('seenBy', { names: order.team.join('、') })}</p>}
          <Papers of="order" id={id}>
            {startsFrom(ORDER_MACHINE.issue, order.state) && <PaperPreview of="order" id={id} />}
          </Papers>
        </>
      )}
    </MatterPanel>
  );
}

function Told({ order }: { order: OrderWholeFragment }) {
  const { t } = useTranslation(['orders', 'matters']);
  const { unit, issuer, draftedByName, draftedAt, issuedByName, issuedAt, returns } = order;
  return (
    <Facts
      className="report-facts"
      facts={[
        [t('fact.unit'), unit.name],
        [t('fact.issuer'), issuer.name],
        [t('fact.due'), <MatterDue key="due" of={order} />],
        [t('matters:fact.clocks'), runningClocks(order.deadlines)],
        [t('matters:fact.since'), shanghaiTime(order.stateSince)],
        [t('fact.drafted'), `${draftedByName} ${shanghaiTime(draftedAt)}`],
        [t('fact.issued'), issuedAt && `${issuedByName} ${shanghaiTime(issuedAt)}`],
        [t('fact.returns'), returns > 0 && t('matters:times', { count: returns })],
        [
          t('fact.case'),
          order.case && (
            <Link key="case" to={`/matters/cases/${order.case.id}`}>
              {order.case.no}
            </Link>
          ),
        ],
      ]}
    />
  );
}
