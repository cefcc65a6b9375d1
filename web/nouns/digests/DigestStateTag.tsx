import type { DigestState } from '@lxq/schema/digests/digest-states.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const COLOURS: Record<DigestState, string> = {
  COLLECTING: 'default',
  EDITING: 'blue',
  REVIEWING: 'gold',
  APPROVED: 'geekblue',
  ISSUED: 'green',
  FOLLOWED: 'purple',
  CLOSED: 'default',
  VOIDED: 'default',
};

export function DigestStateTag({ state }: { state: DigestState }) {
  const { t } = useTranslation('words');
  return <Tag color={COLOURS[state]}>{t(`digestState.${state}`)}</Tag>;
}
