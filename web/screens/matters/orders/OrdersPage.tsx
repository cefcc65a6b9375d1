import { useQuery } from '@apollo/client/react';
import { ORDER_DRAFTERS } from '@lxq/schema/orders/order-states.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OrderFilter } from '../../../contract.generated.ts';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import { useViewer } from '../../../session/session.ts';
import { usePages } from '../../../ui/usePages.ts';
import { MatterPage } from '../MatterPage.tsx';
import { trayIn } from '../MatterTrays.tsx';
import { NewMatter } from '../NewMatter.tsx';
import { DraftOrderDialog } from './OrderDialogs.tsx';
import { OrderPanel } from './OrderPanel.tsx';
import { OrderTable } from './OrderTable.tsx';
import { OrderTrays, SHOWN_ORDERS, type ShownOrders } from './OrderTrays.tsx';
import { OrderCountsDocument, OrderListDocument } from './orders.generated.ts';

const PAGE = 50;
/** Those along whose lines orders are given; a department or an enterprise has no unit below it. */
const GIVING = ['COUNTY_OFFICE', 'TOWNSHIP_STATION'];

/** 单子: the county's, and at a unit those that it gives or gets, by where they lie; one of them open beside the list. */
export function OrdersPage() {
  const { t } = useTranslation('orders');
  const { post } = useViewer();
  const [params] = useSearchParams();
  const shown = trayIn(SHOWN_ORDERS, params);
  const counts = useQuery(OrderCountsDocument);
  const asked = useQuery(OrderListDocument, { variables: { filter: filterOf(shown), first: PAGE } });
  const pages = usePages(asked.data?.orders, asked, asked.previousData?.orders);
  useRefetchOnChanges(
    ({ orderId }) => Boolean(orderId),
    () => Promise.all([pages.refetch(), counts.refetch()]),
  );
  const held = counts.data?.orderCounts;
  useTabTitle(t('title'), held?.overdue);
  const mayDraft = (ORDER_DRAFTERS as readonly string[]).includes(post.role) && GIVING.includes(post.unit.kind);
  return (
    <MatterPage
      title={t('title')}
      base="/matters/orders"
      pages={pages}
      none={t('none')}
      table={(rows) => <OrderTable {...rows} />}
      panel={(panel) => <OrderPanel key={panel.id} {...panel} />}
    >
      <OrderTrays shown={shown} counts={held} />
      {mayDraft && <NewMatter name={t('draft.title')} dialog={DraftOrderDialog} />}
    </MatterPage>
  );
}

function filterOf(shown: ShownOrders): OrderFilter {
  if (shown === 'ALL') return {};
  return shown === 'OVERDUE' ? { overdue: true } : { tray: shown };
}
