import { useTranslation } from 'react-i18next';
import { CaseStateTag } from '../../../nouns/cases/CaseStateTag.tsx';
import type { CaseRowFragment } from '../../../nouns/cases/case.generated.ts';
import { shanghaiTime } from '../../../ui/time.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { MatterTable, type Rows } from '../MatterTable.tsx';
import { CaseDue } from './CaseDue.tsx';
import { CaseMarks } from './CaseMarks.tsx';

/** Cases, each with what it is called, where it is and how it came. */
export function CaseTable(props: Rows<CaseRowFragment>) {
  const { t } = useTranslation(['cases', 'words']);
  const nameOf = useTermName();
  return (
    <MatterTable
      {...props}
      at={({ id }) => `/matters/cases/${id}`}
      columnsOf={(isShort, linkTo) => [
        {
          title: t('column.case'),
          className: 'matter-words',
          render: (_, row) => (
            <>
              <div className="matter-who">
                {linkTo(row)} {t(`words:caseChannel.${row.channel}`)} · {nameOf(row.topic)} · {row.place.fullName}{' '}
                <CaseMarks of={row} />
              </div>
              <span className="as-verbatim">{row.title}</span>
              {isShort && (
                <div className="as-wrap matter-short">
                  <CaseStateTag state={row.state} /> {row.responsibleUnit?.name} <CaseDue of={row} />
                </div>
              )}
            </>
          ),
        },
        { title: t('column.unit'), hidden: isShort, width: 150, render: (_, row) => row.responsibleUnit?.name ?? '–' },
        { title: t('column.due'), hidden: isShort, width: 150, render: (_, row) => <CaseDue of={row} /> },
        {
          title: t('column.state'),
          hidden: isShort,
          width: 190,
          render: (_, row) => (
            <>
              <CaseStateTag state={row.state} />
              <div className="matter-since">{t('since', { time: shanghaiTime(row.stateSince) })}</div>
            </>
          ),
        },
      ]}
    />
  );
}
