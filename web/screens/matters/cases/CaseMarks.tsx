import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseRowFragment } from '../../../nouns/cases/case.generated.ts';
import './cases.css';

type Marked = Pick<CaseRowFragment, 'isFirst' | 'grade' | 'reworks' | 'reopenings'>;

/** 初信初访, its grade where it is a hard one, and how often it has come back. */
export function CaseMarks({ of: { isFirst, grade, reworks, reopenings } }: { of: Marked }) {
  const { t } = useTranslation(['cases', 'words']);
  return (
    <span className="as-wrap case-marks">
      {isFirst && <Tag color="blue">{t('first')}</Tag>}
      {grade === 'MAJOR' && <Tag color="orange">{t('words:caseGrade.MAJOR')}</Tag>}
      {reworks > 0 && <Tag color="red">{t('reworked', { count: reworks })}</Tag>}
      {reopenings > 0 && <Tag color="red">{t('reopened', { count: reopenings })}</Tag>}
    </span>
  );
}
