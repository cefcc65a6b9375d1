import { parse } from 'graphql';
import { pino } from 'pino';
import { contract } from '../../schema.ts';
import type { Account, Fixture } from '../../testing/fixture.ts';
import { Hub } from './hub.ts';

export const CHANGES =
  'subscription ($after: Cursor, $kinds: [ChangeKind!]) { changes(after: $after, kinds: $kinds) { cursor kind reportId } }';
export const here = async (fixture: Fixture, account: Account): Promise<string> =>
  (await fixture.run<any>(account, '{ cursor }')).data?.cursor;
export async function until(met: () => boolean, ms = 5_000): Promise<void> {
  for (const end = Date.now() + ms; !met(); ) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const asked = (
  fixture: Fixture,
  account: Account,
  query: string,
  variableValues: Record<string, unknown>,
  operationName?: string,
) => ({
  schema: contract(),
  document: parse(query),
  variableValues,
  operationName,
  contextValue: fixture.scope(account),
});

/** A listener without a socket: what it is sent, and why it fell out. */
export function ear(id = '1') {
  const seen: any[] = [];
  const frames: Buffer[] = [];
  const outlet = {
    isFull: false,
    fell: '',
    deliver: (run: Buffer) => {
      frames.push(run);
      seen.push(...messagesIn(run));
    },
    fallOut: (reason: string) => {
      outlet.fell = reason;
    },
  };
  return { id, outlet, seen, frames, n: 0, session: null, audience: null, isGone: false };
}
/** The messages in a run of whole frames, as a socket would cut them apart. */
function* messagesIn(frames: Buffer): Iterable<any> {
  for (let at = 0; at < frames.length; ) {
    const short = frames[at + 1] as number;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    const length =
      short < 126 ? short : short === 126 ? frames.readUInt16BE(at + 2) : Number(frames.readBigUInt64BE(at + 2));
    yield JSON.parse(String(frames.subarray(start, start + length)));
    at = start + length;
  }
}
export const newHub = (fixture: Fixture) => new Hub(fixture.database, pino({ level: 'silent' }));
