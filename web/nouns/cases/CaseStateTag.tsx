import type { CaseState } from '@lxq/schema/cases/case-states.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const COLOURS: Record<CaseState, string> = {
  REGISTERED: 'gold',
  ACCEPTED: 'blue',
  TRANSFERRED: 'default',
  REDIRECTED: 'default',
  NOT_ACCEPTED: 'default',
  FILED: 'blue',
  ASSIGNED: 'orange',
  OBJECTED: 'red',
  HANDLING: 'geekblue',
  REPORTED: 'cyan',
  PRE_CLOSE_VISITED: 'cyan',
  REWORK: 'red',
  CLOSED: 'green',
  REOPENED: 'red',
  REVIEW: 'purple',
  FINAL_REVIEW: 'purple',
  TERMINATED: 'default',
  ARCHIVED: 'default',
};

export function CaseStateTag({ state }: { state: CaseState }) {
  const { t } = useTranslation('words');
  return <Tag color={COLOURS[state]}>{t(`caseState.${state}`)}</Tag>;
}
