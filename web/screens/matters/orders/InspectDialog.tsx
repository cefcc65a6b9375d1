import { LIMITS } from '@lxq/schema/limits.ts';
import { inspectionProblems } from '@lxq/schema/orders/order-draft.ts';
import { useTranslation } from 'react-i18next';
import type { OrderWholeFragment } from '../../../nouns/orders/order.generated.ts';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { MatterDialog } from '../MatterDialog.tsx';
import { NamesField } from '../NameFields.tsx';
import type { AskedDeed } from '../useAskedDeed.ts';
import { useMatterForm } from '../useMatterForm.ts';
import { InspectOrderDocument } from './orders.generated.ts';

/** 检查: who went to see, and what they found. */
export function InspectDialog(props: AskedDeed<OrderWholeFragment>) {
  const { t } = useTranslation(['orders', 'words']);
  const form = useMatterForm<{ team: string[]; found: string }>(props, 'order.inspect', { team: [], found: '' });
  const { team, found } = form.value;
  return (
    <MatterDialog
      asked={props}
      form={form}
      about={t('inspect.about')}
      overtaken={t(`words:orderState.${props.thing.state}`)}
      isReady={inspectionProblems({ team, found }).length === 0}
      send={() => form.carry(InspectOrderDocument, { inspection: { team, found } })}
    >
      <NamesField
        id="order-team"
        label={t('inspect.team')}
        isRequired
        most={LIMITS.order.team}
        value={team}
        onChange={(names) => form.set({ team: names })}
      />
      <ReasonField
        id="order-found"
        label={t('fact.found')}
        length={LIMITS.order.found}
        value={found}
        onChange={(text) => form.set({ found: text })}
      />
    </MatterDialog>
  );
}
