import { type Breakpoint, Progress, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shanghaiDay } from '../ui/time.ts';
import { DigestStateTag } from './DigestStateTag.tsx';
import type { DigestRowFragment } from './digest.generated.ts';
import css from './digests.module.css';
import { useIssueNumber, usePeriodText } from './useIssueName.ts';

/** A phone shows which issue, how far it is and who has read it. */
const AT_DESK: Breakpoint[] = ['lg'];

export function DigestTable({ rows }: { rows: DigestRowFragment[] }) {
  return <Table rowKey="id" size="middle" pagination={false} columns={useColumns()} dataSource={rows} />;
}

function useColumns(): TableColumnsType<DigestRowFragment> {
  const { t } = useTranslation('digests');
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
    { title: t('column.period'), responsive: AT_DESK, render: (_, row) => period(row) },
    { title: t('column.state'), render: (_, row) => <DigestStateTag state={row.state} /> },
    { title: t('column.items'), responsive: AT_DESK, dataIndex: 'itemCount', align: 'right' },
    { title: t('column.editor'), responsive: AT_DESK, render: (_, row) => row.editor?.name ?? '—' },
    { title: t('column.signer'), responsive: AT_DESK, render: (_, row) => row.signer?.name ?? '—' },
    { title: t('column.signedOn'), responsive: AT_DESK, render: (_, row) => row.signedOn ?? '—' },
    {
      title: t('column.issuedAt'),
      responsive: AT_DESK,
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
