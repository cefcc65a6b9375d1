import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTermName } from '../../ui/useTermName.ts';
import { type Charge, ChargeDialog } from './ChargeDialog.tsx';
import { ChargesDocument, RemoveChargeDocument } from './charges.generated.ts';

/** 主管单位: which unit each topic belongs to; whoever assigns a matter is shown it first (R64). */
export function Charges() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(ChargesDocument);
  const [edited, setEdited] = useState<Charge | 'new'>();
  return (
    <section className="admin-list">
      <p className="admin-note">{t('charge.note')}</p>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
        {t('charge.add')}
      </Button>
      <Loaded data={data?.charges} asked={{ error, refetch }} empty={<Empty text={t('charge.none')} />}>
        {(charges) => <Table charges={charges} onEdit={setEdited} />}
      </Loaded>
      {edited && <ChargeDialog charge={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </section>
  );
}

function Table({ charges, onEdit }: { charges: Charge[]; onEdit: (charge: Charge) => void }) {
  const { t } = useTranslation('admin');
  const nameOf = useTermName();
  return (
    <table className="network-table">
      <caption className="sr-only">{t('view.charges')}</caption>
      <thead>
        <tr>
          <th>{t('charge.topic')}</th>
          <th>{t('charge.place')}</th>
          <th>{t('charge.unit')}</th>
          <th>
            <span className="sr-only">{t('charge.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {charges.map((charge) => (
          <tr key={charge.id}>
            <th scope="row">{nameOf(charge.topic)}</th>
            <td data-label={t('charge.place')}>{charge.place?.fullName ?? t('charge.everywhere')}</td>
            <td data-label={t('charge.unit')}>{charge.unit.name}</td>
            <td className="admin-deeds">
              <RowDeed deed={t('charge.edit')} of={nameOf(charge.topic)} onClick={() => onEdit(charge)} />
              <Remove charge={charge} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remove({ charge: { id, topic } }: { charge: Charge }) {
  const { t } = useTranslation('admin');
  const { said } = useMessages();
  const { isBusy, send } = useSend();
  const name = useTermName()(topic);
  const remove = async () =>
    said(
      await send(RemoveChargeDocument, { id }, { refetchQueries: [ChargesDocument] }),
      t('charge.removed', { name }),
    );
  return (
    <Popconfirm
      title={t('charge.removeAsk', { name })}
      okText={t('charge.remove')}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove()}
    >
      <Button type="link" size="small" danger loading={isBusy} aria-label={`${t('charge.remove')} ${name}`}>
        {t('charge.remove')}
      </Button>
    </Popconfirm>
  );
}
