import { useLiveQuery } from 'dexie-react-hooks';
import type { Attached } from './draft.ts';
import { localDb, type Part } from './local-db.ts';
import { type Progress, progressOf } from './progress.ts';

/** How the attachments of a promise fare, changing as they go. */
export function useParts(attached: readonly Attached[]): { parts: readonly Part[]; progress: Progress } {
  const ids = attached.map(({ clientId }) => clientId);
  const parts = useLiveQuery(
    () =>
      localDb.parts
        .bulkGet(ids)
        .then((all) => all.filter((part) => part !== undefined))
        .catch(() => []),
    [ids.join()],
    [],
  );
  return { parts, progress: progressOf(attached, parts) };
}
