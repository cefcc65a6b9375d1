import { useMutation } from '@apollo/client/react';
import { INSTRUCTION_TRANSITIONS } from '@lxq/schema/instruction-states.ts';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InstructionRowFragment } from '../leader/leader.generated.ts';
import { useViewer } from '../session/session.ts';
import { shanghaiTime } from '../ui/time.ts';
import css from './digests.module.css';
import { MarkInstructionReadDocument } from './inbox.generated.ts';
import { useIssueName } from './useIssueName.ts';
import { useTell } from './useTell.ts';

export function InstructionTable({ rows }: { rows: InstructionRowFragment[] }) {
  const columns = useColumns();
  return (
    <Table rowKey="id" size="middle" pagination={false} columns={columns} dataSource={rows} scroll={{ x: 1000 }} />
  );
}

function useColumns(): TableColumnsType<InstructionRowFragment> {
  const { t } = useTranslation(['digests', 'words']);
  return [
    { title: t('inbox.no'), render: (_, { no }) => <span className={css.nowrap}>{no}</span> },
    {
      title: t('inbox.leader'),
      render: (_, { leader, level, instructedAt }) => (
        <>
          <strong>{leader.name}</strong> {t(`words:leaderLevel.${level}`)}
          <div className={`${css.faint} ${css.nowrap}`}>{shanghaiTime(instructedAt)}</div>
        </>
      ),
    },
    { title: t('inbox.text'), width: '34%', render: (_, { text }) => <span className={css.verbatim}>{text}</span> },
    { title: t('inbox.about'), render: (_, row) => <About row={row} /> },
    { title: t('inbox.unit'), render: (_, { responsibleUnit }) => responsibleUnit.name },
    { title: t('inbox.due'), render: (_, row) => <Due row={row} /> },
    { title: t('column.state'), render: (_, row) => <Received row={row} /> },
  ];
}

function About({ row: { item, report } }: { row: InstructionRowFragment }) {
  const issueName = useIssueName();
  if (item)
    return (
      <Link to={`/digests/${item.digest.id}?item=${item.id}`}>
        {issueName(item.digest)} {item.number}. {item.title}
      </Link>
    );
  return report ? <Link to={`/desk/reports/${report.id}`}>{report.no}</Link> : '—';
}

function Due({ row: { dueOn, isOverdue, workDaysLeft } }: { row: InstructionRowFragment }) {
  const { t } = useTranslation('digests');
  return (
    <>
      <span className={css.nowrap}>{dueOn}</span>
      {workDaysLeft !== null && (
        <div className={isOverdue ? css.overdue : css.faint}>
          {isOverdue
            ? t('inbox.overdue', { count: Math.max(1, -workDaysLeft) })
            : t('inbox.left', { count: workDaysLeft })}
        </div>
      )}
    </>
  );
}

function Received({ row }: { row: InstructionRowFragment }) {
  const { t } = useTranslation(['digests', 'words']);
  const { post } = useViewer();
  const { done, failed } = useTell();
  const [mark, { loading }] = useMutation(MarkInstructionReadDocument);
  const canReceive = INSTRUCTION_TRANSITIONS.read.by.includes(post.role);
  if (row.state !== 'INSTRUCTED') return <Tag>{t(`words:instructionState.${row.state}`)}</Tag>;
  if (row.readAt) return <Tag color="green">{t('inbox.received')}</Tag>;
  if (!canReceive) return <Tag color="gold">{t('inbox.waiting')}</Tag>;
  const receive = () =>
    mark({ variables: { id: row.id } }).then(() => done(t('inbox.receivedNow', { no: row.no })), failed);
  return (
    <Button size="small" type="primary" loading={loading} onClick={() => void receive()}>
      {t('inbox.receive')}
    </Button>
  );
}
