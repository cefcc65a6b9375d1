import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import { PortfoliosDocument } from '../../nouns/network/network.generated.ts';
import { PortfolioTopics, Unheld } from '../../nouns/network/PortfolioTopics.tsx';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Portfolio, PortfolioDrawer } from './PortfolioDrawer.tsx';
import { RemovePortfolioDocument } from './portfolios.generated.ts';

/** 领导分工 as the county keeps it: the digest's sections, and whom an urgent report of a topic alerts (R31, R36). */
export function PortfolioList() {
  const { t } = useTranslation(['admin', 'network']);
  const { data, error, refetch } = useQuery(PortfoliosDocument);
  const [edited, setEdited] = useState<Portfolio | 'new'>();
  return (
    <section className="admin-list">
      <p className="admin-note">{t('portfolio.note')}</p>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
        {t('portfolio.add')}
      </Button>
      <Loaded data={data?.portfolios} asked={{ error, refetch }} empty={<Empty text={t('network:noPortfolios')} />}>
        {(portfolios) => (
          <>
            <Table portfolios={portfolios} onEdit={setEdited} />
            <Unheld portfolios={portfolios} />
          </>
        )}
      </Loaded>
      {edited && (
        <PortfolioDrawer
          portfolio={edited === 'new' ? undefined : edited}
          portfolios={data?.portfolios ?? []}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function Table({ portfolios, onEdit }: { portfolios: Portfolio[]; onEdit: (portfolio: Portfolio) => void }) {
  const { t } = useTranslation(['admin', 'network']);
  return (
    <table className="network-table">
      <caption className="sr-only">{t('view.portfolios')}</caption>
      <thead>
        <tr>
          <th>{t('network:column.portfolio')}</th>
          <th>{t('network:column.leader')}</th>
          <th>{t('network:column.topics')}</th>
          <th className="network-number">{t('portfolio.position')}</th>
          <th>
            <span className="sr-only">{t('network:term.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {portfolios.map((portfolio) => (
          <tr key={portfolio.id}>
            <th scope="row">{portfolio.name}</th>
            <td data-label={t('network:column.leader')} className="admin-leader">
              {portfolio.leader.name}
            </td>
            <td>
              <PortfolioTopics codes={portfolio.topicCodes} />
            </td>
            <td data-label={t('portfolio.position')} className="network-number">
              {portfolio.position}
            </td>
            <td className="admin-deeds">
              <RowDeed deed={t('network:term.edit')} of={portfolio.name} onClick={() => onEdit(portfolio)} />
              <Remove portfolio={portfolio} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remove({ portfolio: { id, name } }: { portfolio: Portfolio }) {
  const { t } = useTranslation('admin');
  const { said } = useMessages();
  const { isBusy, send } = useSend();
  const remove = async () => {
    const outcome = await send(RemovePortfolioDocument, { id }, { refetchQueries: [PortfoliosDocument] });
    said(outcome, t('portfolio.removed', { name }));
  };
  return (
    <Popconfirm
      title={t('portfolio.removeAsk', { name })}
      description={t('portfolio.removeHint')}
      okText={t('portfolio.remove')}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove()}
    >
      <Button type="link" size="small" danger loading={isBusy} aria-label={`${t('portfolio.remove')} ${name}`}>
        {t('portfolio.remove')}
      </Button>
    </Popconfirm>
  );
}
