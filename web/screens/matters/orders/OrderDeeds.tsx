import { ORDER_MACHINE, type OrderDeed } from '@lxq/schema/orders/order-states.ts';
import { useTranslation } from 'react-i18next';
import * as documents from '../../../nouns/orders/deeds.derived.generated.ts';
import type { OrderWholeFragment } from '../../../nouns/orders/order.generated.ts';
import { MatterDeeds } from '../MatterDeeds.tsx';
import { InspectDialog } from './InspectDialog.tsx';
import { ReviseOrderDialog } from './OrderDialogs.tsx';

const FORWARD: readonly OrderDeed[] = ['revise', 'issue', 'signFor', 'rectify', 'report', 'inspect', 'close'];
/** What is reported is looked at before it is closed, as a rule. */
const REPORTED: readonly OrderDeed[] = ['inspect'];
const DIALOGS = { revise: ReviseOrderDialog, inspect: InspectDialog };

/** What may be done with an order now. What the unit reports begins with what it reported before. */
export function OrderDeeds({ order, onChanged }: { order: OrderWholeFragment; onChanged: () => unknown }) {
  const { t } = useTranslation(['orders', 'words']);
  return (
    <MatterDeeds<OrderDeed, OrderWholeFragment>
      noun="order"
      machine={ORDER_MACHINE}
      documents={documents}
      thing={order}
      forward={order.state === 'REPORTED' ? REPORTED : FORWARD}
      dialogs={DIALOGS}
      nameOf={(deed) => t(`words:orderDeed.${deed}`)}
      wordsOf={(deed) => ({
        about: t(`dialog.about.${deed as 'report'}`),
        label: t(`dialog.label.${deed as 'report'}`),
        proposed: (deed === 'rectify' && order.plan) || (deed === 'report' && order.result) || '',
        isDangerous: deed === 'return',
      })}
      graveOf={() => t('dialog.grave', { unit: order.unit.name })}
      onChanged={onChanged}
    />
  );
}
