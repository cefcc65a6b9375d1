import type { RevisitState } from '@lxq/schema/revisits/revisit-states.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RevisitRowFragment } from '../../../nouns/revisits/revisit.generated.ts';

const COLOURS: Record<RevisitState, string> = {
  SCHEDULED: 'gold',
  ASSIGNED: 'gold',
  ATTEMPTED: 'orange',
  COMPLETED: 'green',
  FOLLOW_UP: 'red',
  UNREACHABLE: 'purple',
  CONFIRMED: 'purple',
  COUNTED: 'green',
  CLOSED: 'green',
  DROPPED: 'default',
};

/** Of what kind it is, and how it stands. */
export function RevisitTags({ revisit: { kind, state } }: { revisit: Pick<RevisitRowFragment, 'kind' | 'state'> }) {
  const { t } = useTranslation('words');
  return (
    <>
      <b>{t(`revisitKind.${kind}`)}</b> <Tag color={COLOURS[state]}>{t(`revisitState.${state}`)}</Tag>
    </>
  );
}
