import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { InstructionStateTag } from '../../nouns/instructions/InstructionStateTag.tsx';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { DueDay } from './DueDay.tsx';

interface Props {
  rows: readonly InstructionRowFragment[];
  current: string | undefined;
  isStale: boolean;
}

/** On a phone and beside an open one the words stand with their state; the rest around them. */
export function InstructionTable({ rows, current, isStale }: Props) {
  const isNarrow = useIsNarrow();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const query = params.size ? `?${params}` : '';
  return (
    <Table
      className={isStale ? 'matter-table matter-table-stale' : 'matter-table'}
      rowKey="id"
      size="middle"
      pagination={false}
      columns={useColumns(isNarrow || Boolean(current), query)}
      dataSource={rows}
      rowClassName={(row) => (row.id === current ? 'matter-current' : '')}
      onRow={(row) => ({ onClick: () => navigate(`/matters/${row.id}${query}`) })}
    />
  );
}

function useColumns(isShort: boolean, query: string): TableColumnsType<InstructionRowFragment> {
  const { t } = useTranslation(['matters', 'words']);
  return [
    {
      title: t('column.text'),
      className: 'matter-words',
      render: (_, row) => (
        <>
          <div className="matter-who">
            <Link to={`/matters/${row.id}${query}`} onClick={(event) => event.stopPropagation()}>
              {row.no}
            </Link>{' '}
            <strong>{row.leader.name}</strong> {t(`words:leaderLevel.${row.level}`)}{' '}
            <span>{shanghaiTime(row.instructedAt)}</span>
          </div>
          <span className="as-verbatim">{row.text}</span>
          {isShort && (
            <div className="as-wrap matter-short">
              <InstructionStateTag state={row.state} /> {row.responsibleUnit.name} <DueDay instruction={row} />
            </div>
          )}
        </>
      ),
    },
    { title: t('column.unit'), hidden: isShort, width: 150, render: (_, row) => row.responsibleUnit.name },
    { title: t('column.due'), hidden: isShort, width: 150, render: (_, row) => <DueDay instruction={row} /> },
    {
      title: t('column.state'),
      hidden: isShort,
      width: 190,
      render: (_, row) => (
        <>
          <InstructionStateTag state={row.state} />
          <div className="matter-since">{t('since', { time: shanghaiTime(row.stateSince) })}</div>
        </>
      ),
    },
  ];
}
