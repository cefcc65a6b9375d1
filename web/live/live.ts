import { session$, whenLeaving } from '../session/session-store.ts';
import { client, disconnect, whenSocket } from './apollo.ts';
import { ChangesDocument } from './changes.generated.ts';
import { type Change, makeStream } from './stream.ts';

/** The page's one stream of changes; what they carry of a report goes into the cache on the way. */
export const stream = makeStream({
  subscribe(after, on) {
    const running = client
      .subscribe({ query: ChangesDocument, variables: { after }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data, error }) => (data ? on.change(data.changes) : error && on.ended()),
        error: on.ended,
        complete: on.ended,
      });
    return () => running.unsubscribe();
  },
  disconnect,
  keep: keepReports,
  watch: whenSocket,
});

/** In one step, and only of reports that some screen has asked for: every write makes all open queries look again. */
function keepReports(changes: readonly Change[]) {
  const newest = new Map(changes.flatMap(({ report }) => (report ? [[report.id, report]] : [])));
  client.cache.batch({
    update: (cache) => {
      for (const report of newest.values()) {
        const { id, ...fields } = report;
        const now = Object.entries(fields).map(([field, value]) => [field, () => value]);
        cache.modify({ id: `Report:${id}`, fields: Object.fromEntries(now) });
      }
    },
  });
}

/** Every arrival of a viewer begins the stream anew, from the place in the log that came with it. */
function begin() {
  const session = session$.get();
  if (session.status === 'signedIn' && !session.isRemembered) stream.startFrom(session.cursor);
}
begin();
session$.listen(begin);
whenLeaving(stream.stop);

addEventListener('online', stream.hurry);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && stream.hurry());
