import { ORDER_TRAYS, type OrderTray } from '@lxq/schema/orders/order-states.ts';
import { useTranslation } from 'react-i18next';
import { countIn, MatterTrays } from '../MatterTrays.tsx';
import type { OrderCountsQuery } from './orders.generated.ts';

/** Where orders lie, in the order of their way; what is late of all open ones stands apart. */
export const SHOWN_ORDERS = [...(Object.keys(ORDER_TRAYS) as OrderTray[]), 'OVERDUE', 'ALL'] as const;
export type ShownOrders = (typeof SHOWN_ORDERS)[number];

interface Props {
  shown: ShownOrders;
  counts: OrderCountsQuery['orderCounts'] | undefined;
}

/** 待签发 / 待签收 / 整改中 / 待检查 / 办结 / 超期, with what each holds. */
export function OrderTrays({ shown, counts }: Props) {
  const { t } = useTranslation(['matters', 'words']);
  return (
    <MatterTrays
      base="/matters/orders"
      trays={SHOWN_ORDERS}
      shown={shown}
      nameOf={(tray) => (tray === 'ALL' || tray === 'OVERDUE' ? t(`tray.${tray}`) : t(`words:orderTray.${tray}`))}
      countOf={(tray) => (tray === 'OVERDUE' ? counts?.overdue : countIn(counts?.trays, tray))}
      isLate={(tray) => tray === 'OVERDUE'}
    />
  );
}
