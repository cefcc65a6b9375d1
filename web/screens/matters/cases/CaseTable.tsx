import { useTranslation } from 'react-i18next';
import { CaseStateTag } from '../../../nouns/cases/CaseStateTag.tsx';
import type { CaseRowFragment } from '../../../nouns/cases/case.generated.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { MatterDue } from '../MatterDue.tsx';
import { MatterRows } from '../MatterRows.tsx';
import type { Rows } from '../MatterTable.tsx';
import { CaseMarks } from './CaseMarks.tsx';

/** Cases, each with what it is called, where it is and how it came. */
export function CaseTable(props: Rows<CaseRowFragment>) {
  const { t } = useTranslation(['cases', 'words']);
  const nameOf = useTermName();
  return (
    <MatterRows
      {...props}
      base="/matters/cases"
      name={t('column.case')}
      about={(row) => (
        <>
          {t(`words:caseChannel.${row.channel}`)} · {nameOf(row.topic)} · {row.place.fullName} <CaseMarks of={row} />
        </>
      )}
      words={({ title }) => title}
      state={({ state }) => <CaseStateTag state={state} />}
      unit={{ name: t('column.unit'), of: ({ responsibleUnit }) => responsibleUnit?.name }}
      due={(row) => <MatterDue of={row} />}
    />
  );
}
