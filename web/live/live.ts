import { client, disconnect, whenSocket } from '../apollo.ts';
import { ChangesDocument } from './changes.generated.ts';
import { makeStream } from './stream.ts';

/** The page's one stream of changes; what they carry of a report goes into the cache on the way. */
export const stream = makeStream({
  subscribe(after, on) {
    const running = client.subscribe({ query: ChangesDocument, variables: { after } }).subscribe({
      next: ({ data, error }) => (data ? on.change(data.changes) : error && on.ended()),
      error: on.ended,
      complete: on.ended,
    });
    return () => running.unsubscribe();
  },
  disconnect,
  watch: whenSocket,
});

addEventListener('online', stream.hurry);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && stream.hurry());
