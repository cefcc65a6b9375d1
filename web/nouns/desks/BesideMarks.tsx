import { BellOutlined, UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.ts';
import type { MarkerWordFragment } from './desks.generated.ts';
import { MarkerTag } from './MarkerTag.tsx';
import './desks.css';

export interface Beside {
  assignment?: { personName: string; isGone: boolean; isMine: boolean } | null;
  urge?: { readAt?: string | null } | null;
  markers?: readonly MarkerWordFragment[];
}

/** Who of the desk takes it, and that somebody waits: whoever urges sees whether it was read. */
export function BesideMarks({
  beside: { assignment, urge, markers = [] },
  isAwaited,
}: {
  beside: Beside;
  isAwaited: boolean;
}) {
  const { t } = useTranslation('reports');
  return (
    <>
      {assignment && (
        <span className={`beside-mark ${assignment.isGone ? 'beside-mark-warns' : ''}`}>
          <UserOutlined aria-hidden /> {takerIn(assignment, t)}
        </span>
      )}
      {urge && isAwaited && <UrgeMark readAt={urge.readAt} />}
      {markers.map((marker) => (
        <MarkerTag key={marker.id} marker={marker} />
      ))}
    </>
  );
}

function takerIn({ personName: name, isGone, isMine }: NonNullable<Beside['assignment']>, t: Words): string {
  if (isGone) return t('beside.takenByGone', { name });
  return isMine ? t('beside.takenByMe') : t('beside.takenBy', { name });
}
type Words = ReturnType<typeof useTranslation<'reports'>>['t'];

function UrgeMark({ readAt }: { readAt: string | null | undefined }) {
  const { t } = useTranslation('reports');
  const isUrged = useViewer().level === 'TOWNSHIP';
  const words = readAt ? t('beside.urgedRead') : t('beside.urgedUnread');
  return (
    <span className={`beside-mark ${isUrged || !readAt ? 'beside-mark-warns' : ''}`}>
      <BellOutlined aria-hidden /> {isUrged ? t('beside.urged') : words}
    </span>
  );
}
