import { useLiveQuery } from 'dexie-react-hooks';
import { useViewer } from '../session/session.ts';
import type { OutboxItem } from './local-db.ts';
import { localDb } from './local-db.ts';
import { itemsOf } from './outbox.ts';
import type { Promised } from './promised.ts';

export type ItemOf<Kind extends Promised['kind']> = OutboxItem & { promised: Extract<Promised, { kind: Kind }> };

/** The signed-in person's items of a kind, oldest first; those of others on this phone are not shown. */
export function useOutbox<Kind extends Promised['kind']>(kind: Kind): ItemOf<Kind>[] | undefined {
  const { person } = useViewer();
  return useLiveQuery(
    () =>
      itemsOf(localDb, person.id).then(
        (items) => items.filter((item): item is ItemOf<Kind> => item.promised.kind === kind),
        () => [],
      ),
    [person.id, kind],
  );
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
