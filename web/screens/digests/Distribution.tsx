import { useQuery } from '@apollo/client/react';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { DigestReceiptsDocument } from './desk.generated.ts';
import css from './digests.module.css';
import lists from './lists.module.css';

/** Who the issue went to and who has opened it. */
export function Distribution({ id }: { id: string }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(DigestReceiptsDocument, { variables: { id } });
  useRefetchOnChanges(['DIGEST_READ', 'DIGEST_ISSUED'], () => refetch());
  return (
    <section className={css.panel}>
      <Loaded data={data?.digest.receipts} asked={{ error, refetch }} empty={<Empty text={t('distribution.none')} />}>
        {(receipts) => (
          <>
            <p className={css.panelLead}>
              {t('distribution.lead', { read: receipts.filter(({ readAt }) => readAt).length, all: receipts.length })}
            </p>
            <Table
              className={lists.table}
              rowKey={({ person }) => person.id}
              size="middle"
              pagination={false}
              dataSource={receipts}
              columns={[
                { title: t('distribution.person'), render: (_, { person }) => person.name },
                {
                  title: t('distribution.role'),
                  render: (_, { roleName }) => t(`receiptRole.${roleName as '县领导'}`, { defaultValue: roleName }),
                },
                {
                  title: t('distribution.state'),
                  render: (_, { readAt }) =>
                    readAt ? <Tag color="green">{t('distribution.read')}</Tag> : <Tag>{t('distribution.unread')}</Tag>,
                },
                { title: t('distribution.readAt'), render: (_, { readAt }) => (readAt ? shanghaiTime(readAt) : '—') },
              ]}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
