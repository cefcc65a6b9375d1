import { useTranslation } from 'react-i18next';
import { InstructionStateTag } from '../../nouns/instructions/InstructionStateTag.tsx';
import type { InstructionRowFragment } from '../../nouns/instructions/instruction.generated.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { DueDay } from './DueDay.tsx';
import { MatterTable, type Rows } from './MatterTable.tsx';

/** Instructions, each with the leader's words. */
export function InstructionTable(props: Rows<InstructionRowFragment>) {
  const { t } = useTranslation(['matters', 'words']);
  return (
    <MatterTable
      {...props}
      at={({ id }) => `/matters/${id}`}
      columnsOf={(isShort, linkTo) => [
        {
          title: t('column.text'),
          className: 'matter-words',
          render: (_, row) => (
            <>
              <div className="matter-who">
                {linkTo(row)} <strong>{row.leader.name}</strong> {t(`words:leaderLevel.${row.level}`)}{' '}
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
      ]}
    />
  );
}
