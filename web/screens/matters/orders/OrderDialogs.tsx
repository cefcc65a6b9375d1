import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { orderProblems } from '@lxq/schema/orders/order-draft.ts';
import { ORDER_KINDS, type OrderKind } from '@lxq/schema/orders/order-states.ts';
import { DatePicker, Form, Radio } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { useNewThing } from '../../../deeds/desk/useNewThing.ts';
import type { OrderWholeFragment } from '../../../nouns/orders/order.generated.ts';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { TitleField } from '../../../ui/desk/TitleField.tsx';
import { MatterDialog } from '../MatterDialog.tsx';
import { UnitField } from '../UnitsFields.tsx';
import type { AskedDeed } from '../useAskedDeed.ts';
import { useMatterForm } from '../useMatterForm.ts';
import { DraftOrderDocument, ReviseOrderDocument } from './orders.generated.ts';

interface Fields {
  kind: OrderKind | null;
  unit: string | null;
  title: string;
  basis: string;
  requirement: string;
  dueOn: string | null;
}
const EMPTY: Fields = { kind: null, unit: null, title: '', basis: '', requirement: '', dueOn: null };
const WIDTH = 720;

/** What is sent, once nothing is missing. */
function whole({ kind, unit, title, basis, requirement, dueOn }: Fields) {
  if (!kind || !unit || !dueOn) return null;
  const order = { kind, unit, title, basis, requirement, dueOn };
  return orderProblems(order, new Date()).length === 0 ? order : null;
}

/** 拟单: an order is written; whoever heads the unit issues it. */
export function DraftOrderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('orders');
  const form = useNewThing<Fields>({ deed: 'order.draft', at: '/matters/orders', onClose }, EMPTY);
  const { clientId } = form.value;
  const order = whole(form.value);
  return (
    <DeedDialog
      title={t('draft.title')}
      okText={t('draft.ok')}
      isReady={order !== null}
      isBusy={form.isBusy}
      kept={form.kept}
      send={async () =>
        order ? form.make(DraftOrderDocument, { clientId, order }, ({ no }) => t('draft.done', { no })) : undefined
      }
      onClose={onClose}
      width={WIDTH}
    >
      <p className="deed-dialog-about">{t('draft.about')}</p>
      <OrderFields value={form.value} onChange={form.set} />
    </DeedDialog>
  );
}

/** Until it is issued it may be written anew. */
export function ReviseOrderDialog(props: AskedDeed<OrderWholeFragment>) {
  const { t } = useTranslation('orders');
  const { kind, unit, title, basis, requirement, dueOn } = props.thing;
  const stored = { kind, unit: unit.code, title, basis, requirement, dueOn };
  const form = useMatterForm<Fields>(props, 'order.revise', stored);
  const order = whole(form.value);
  return (
    <MatterDialog
      asked={props}
      form={form}
      about={t('draft.about')}
      overtaken={[title, `${unit.name} · ${dueOn}`, basis, requirement].join('\n')}
      isReady={order !== null}
      send={() => form.carry(ReviseOrderDocument, { order: order as NonNullable<typeof order> })}
      width={WIDTH}
    >
      <OrderFields value={form.value} onChange={form.set} />
    </MatterDialog>
  );
}

function OrderFields({ value, onChange }: { value: Fields; onChange: (changes: Partial<Fields>) => void }) {
  const { t } = useTranslation(['orders', 'words']);
  const { order: ORDER } = LIMITS;
  const today = dayOf(new Date());
  return (
    <>
      <Form.Item label={t('fact.kind')} required>
        <Radio.Group
          value={value.kind}
          onChange={(event) => onChange({ kind: event.target.value })}
          options={ORDER_KINDS.map((kind) => ({ value: kind, label: t(`words:orderKind.${kind}`) }))}
        />
      </Form.Item>
      <UnitField id="order-unit" label={t('fact.unit')} value={value.unit} onChange={(unit) => onChange({ unit })} />
      <TitleField
        id="order-title"
        label={t('fact.title')}
        length={ORDER.title}
        value={value.title}
        onChange={(title) => onChange({ title })}
      />
      <ReasonField
        id="order-basis"
        label={t('fact.basis')}
        length={ORDER.basis}
        value={value.basis}
        onChange={(basis) => onChange({ basis })}
      />
      <ReasonField
        id="order-requirement"
        label={t('fact.requirement')}
        length={ORDER.requirement}
        value={value.requirement}
        onChange={(requirement) => onChange({ requirement })}
      />
      <Form.Item label={t('fact.due')} htmlFor="order-due" required>
        <DatePicker
          id="order-due"
          allowClear={false}
          value={value.dueOn ? dayjs(value.dueOn) : null}
          minDate={dayjs(today)}
          maxDate={dayjs(addDays(today, ORDER.dueDays))}
          onChange={(day) => day && onChange({ dueOn: day.format('YYYY-MM-DD') })}
        />
      </Form.Item>
    </>
  );
}
