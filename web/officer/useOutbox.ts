import { useLiveQuery } from 'dexie-react-hooks';
import { useViewer } from '../session/session.ts';
import { localDb } from './local-db.ts';
import { itemsOf } from './outbox.ts';

/** The signed-in person's items, oldest first; those of others on this phone are not shown. */
export function useOutbox() {
  const { person } = useViewer();
  return useLiveQuery(() => itemsOf(localDb, person.id).catch(() => []), [person.id]);
}

/** Unfinished reports of this person and post, newest first. */
export function useDrafts() {
  const { person, post } = useViewer();
  return useLiveQuery(
    () =>
      localDb.drafts
        .where('[personId+postId]')
        .equals([person.id, post.id])
        .reverse()
        .sortBy('savedAt')
        .catch(() => []),
    [person.id, post.id],
  );
}
