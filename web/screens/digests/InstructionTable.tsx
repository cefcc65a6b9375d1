import { INSTRUCTION_MACHINE, type InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import * as documents from '../../nouns/instructions/deeds.derived.generated.ts';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import digests from './digests.module.css';
import css from './lists.module.css';

/** A phone shows the words and whether they were received; the rest stands around the words. */
export function InstructionTable({ rows }: { rows: readonly InstructionRowFragment[] }) {
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

function useColumns(): TableColumnsType<InstructionRowFragment> {
  const { t } = useTranslation(['digests', 'words']);
  const isNarrow = useIsNarrow();
  return [
    { title: t('inbox.no'), hidden: isNarrow, render: (_, { no }) => <span className={css.nowrap}>{no}</span> },
    { title: t('inbox.leader'), hidden: isNarrow, render: (_, row) => <Leader row={row} /> },
    { title: t('inbox.text'), className: css.words, render: (_, row) => <Words row={row} /> },
    { title: t('inbox.about'), hidden: isNarrow, render: (_, row) => <About row={row} /> },
    { title: t('inbox.unit'), hidden: isNarrow, render: (_, { responsibleUnit }) => responsibleUnit.name },
    { title: t('inbox.due'), hidden: isNarrow, render: (_, row) => <Due row={row} /> },
    { title: t('column.state'), render: (_, row) => <Received row={row} /> },
  ];
}

function Leader({ row: { leader, level, instructedAt } }: { row: InstructionRowFragment }) {
  const { t } = useTranslation('words');
  return (
    <>
      <strong>{leader.name}</strong> {t(`leaderLevel.${level}`)}
      <div className={`${digests.faint} ${css.nowrap}`}>{shanghaiTime(instructedAt)}</div>
    </>
  );
}

function Words({ row }: { row: InstructionRowFragment }) {
  const { t } = useTranslation('digests');
  return (
    <>
      <div className={css.atPhone}>
        <Leader row={row} />
      </div>
      <span className={digests.verbatim}>{row.text}</span>
      <div className={css.atPhone}>
        <About row={row} />
        <div>
          {row.responsibleUnit.name} <span className={digests.faint}>{row.no}</span>
        </div>
        <span className={digests.faint}>{t('inbox.due')}</span> <Due row={row} />
      </div>
    </>
  );
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

function Due({ row: { dueOn, isOverdue, workDaysLeft, isDueProvisional } }: { row: InstructionRowFragment }) {
  const { t } = useTranslation(['digests', 'words']);
  return (
    <>
      <span className={css.nowrap}>{dueOn}</span>
      {workDaysLeft !== null && (
        <div className={`${isOverdue ? css.overdue : digests.faint} ${css.nowrap}`}>
          {isOverdue
            ? t('inbox.overdue', { count: Math.max(1, -workDaysLeft) })
            : t('inbox.left', { count: workDaysLeft })}
          {isDueProvisional && !isOverdue && ` ${t('words:provisional')}`}
        </div>
      )}
    </>
  );
}

function Received({ row }: { row: InstructionRowFragment }) {
  const { t } = useTranslation(['digests', 'words']);
  const { said } = useMessages();
  const { isBusy, one } = useDeeds<InstructionDeed, InstructionRowFragment>(INSTRUCTION_MACHINE, documents);
  if (row.state !== 'INSTRUCTED') return <Tag>{t(`words:instructionState.${row.state}`)}</Tag>;
  if (row.readAt) return <Tag color="green">{t('inbox.received')}</Tag>;
  if (!may(INSTRUCTION_MACHINE, 'read', row)) return <Tag color="gold">{t('inbox.waiting')}</Tag>;
  const receive = async () => said(await one('read', row), t('inbox.receivedNow', { no: row.no }));
  return (
    <Button size="small" type="primary" className={css.receive} loading={isBusy} onClick={() => void receive()}>
      {t('inbox.receive')}
    </Button>
  );
}
