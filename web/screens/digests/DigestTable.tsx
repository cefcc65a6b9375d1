import { Progress, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DigestStateTag } from '../../nouns/digests/DigestStateTag.tsx';
import type { DigestRowFragment } from '../../nouns/digests/digest.generated.ts';
import { useIssueNumber, usePeriodText } from '../../nouns/digests/useIssueName.ts';
import { shanghaiDay } from '../../ui/time.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import css from './lists.module.css';

/** A phone shows which issue, how far it is and who has read it. */
export function DigestTable({ rows }: { rows: readonly DigestRowFragment[] }) {
  return (
    <Table
      className={css.table}
      rowKey="id"
      size="middle"
      pagination={false}
      columns={useColumns()}
      dataSource={rows}
    />
  );
}

function useColumns(): TableColumnsType<DigestRowFragment> {
  const { t } = useTranslation('digests');
  const isNarrow = useIsNarrow();
  const issueNumber = useIssueNumber();
  const period = usePeriodText();
  return [
    {
      title: t('column.issue'),
      render: (_, row) => (
        <>
          <Link to={`/digests/${row.id}`} className={css.issueLink}>
            {issueNumber(row)}
          </Link>
          <span className={css.periodBelow}>{period(row)}</span>
        </>
      ),
    },
    { title: t('column.period'), hidden: isNarrow, render: (_, row) => period(row) },
    { title: t('column.state'), render: (_, row) => <DigestStateTag state={row.state} /> },
    { title: t('column.items'), hidden: isNarrow, dataIndex: 'itemCount', align: 'right', className: css.items },
    { title: t('column.editor'), hidden: isNarrow, render: (_, row) => row.editor?.name ?? '—' },
    { title: t('column.signer'), hidden: isNarrow, render: (_, row) => row.signer?.name ?? '—' },
    { title: t('column.signedOn'), hidden: isNarrow, render: (_, row) => row.signedOn ?? '—' },
    {
      title: t('column.issuedAt'),
      hidden: isNarrow,
      render: (_, row) => (row.issuedAt ? shanghaiDay(row.issuedAt) : '—'),
    },
    { title: t('column.read'), render: (_, row) => <ReadShare receipts={row.receipts} /> },
  ];
}

function ReadShare({ receipts }: { receipts: DigestRowFragment['receipts'] }) {
  const { t } = useTranslation('digests');
  if (receipts.length === 0) return '—';
  const read = receipts.filter(({ readAt }) => readAt !== null).length;
  return (
    <div className={css.readShare}>
      <Progress
        percent={(100 * read) / receipts.length}
        size="small"
        showInfo={false}
        strokeColor="#1c7a3d"
        aria-hidden
      />
      <span>{t('readShare', { read, all: receipts.length })}</span>
    </div>
  );
}
