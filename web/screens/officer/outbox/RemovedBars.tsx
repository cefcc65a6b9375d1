import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { localDb, type Removed } from '../../../device/local-db.ts';
import { bringBack, dropRemoved } from '../../../device/removed.ts';
import { useViewer } from '../../../session/session.ts';
import { UndoBar } from '../../../ui/UndoBar.tsx';
import { useTermName } from '../../../ui/useTermName.ts';

/** What its author has just deleted, and may still bring back. */
export function RemovedBars() {
  const { t } = useTranslation('officer');
  const { person } = useViewer();
  const nameOf = useTermName();
  const removed = useLiveQuery(
    () =>
      localDb.removed
        .where('personId')
        .equals(person.id)
        .toArray()
        .catch(() => []),
    [person.id],
    [] as Removed[],
  );
  const nameIn = ({ draft, item }: Removed) => {
    const whole = draft ?? (item?.promised.kind === 'report' ? item.promised.draft : undefined);
    return whole?.fields.topic ? nameOf(whole.fields.topic) : t('outbox.untitled');
  };
  return removed.map((one) => (
    <UndoBar
      key={one.clientId}
      words={t('outbox.removed', { name: nameIn(one) })}
      onUndo={() => void bringBack(localDb, one.clientId)}
      onOver={() => void dropRemoved(localDb)}
    />
  ));
}
