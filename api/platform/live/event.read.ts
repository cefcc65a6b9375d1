import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { badInput } from '../contract/errors.ts';
import type { Scope } from '../scope/scope.ts';
import type { Change } from './change.type.ts';
import type { Event } from './event.entity.ts';
import type { Frame, Stretch } from './frames.ts';

/** A place in one county's log. */
export interface Position {
  epoch: string;
  n: number;
}

export const encode = ({ epoch, n }: Position) => `${epoch}.${n}`;
export function decode(cursor: string | null | undefined): Position | null {
  if (cursor == null) return null;
  const match = /^([\w-]{1,64})\.(\d{1,15})$/.exec(cursor);
  if (!match) throw badInput('after', '同步位置无效', 'This cursor is not one of ours');
  return { epoch: match[1] as string, n: Number(match[2]) };
}

export interface Counter extends Position {
  foldedTo: number;
}
async function counterOf(scope: Scope): Promise<Counter> {
  const row = await scope.row<Counter>('select epoch, n, folded_to from event_counter where county_code = $1', [
    scope.county,
  ]);
  return row ?? { epoch: 'none', n: 0, foldedTo: 0 };
}
export const cursorNow = async (scope: Scope) => encode(await counterOf(scope));

/** Whether the log still holds everything after `position`. */
export const isReplayable = (position: Position, counter: Counter) =>
  position.epoch === counter.epoch && position.n >= counter.foldedTo && position.n <= counter.n;

export const PAGE = 500;

export type Numbered = Event & { n: number };
/** What a scope may see of a county's log after a number, as far as one page goes. */
export interface LogPage {
  epoch: string;
  events: Numbered[];
  /** The last number that was looked at. */
  reached: number;
  hasMore: boolean;
}

/** Events after `n` in order, and how far the log goes, in one statement. */
export async function eventsAfter(scope: Scope, n: number): Promise<LogPage> {
  const rows = await scope.rows<Numbered & { epoch: string; head: number }>(
    `select c.epoch, c.n as head, e.* from event_counter c left join lateral (
       select e.* from event e where e.county_code = c.county_code and e.n > $2 and e.n <= c.n order by e.n limit ${PAGE}) e on true
     where c.county_code = $1 order by e.n`,
    [scope.county, n],
  );
  const events = rows.filter((row) => row.n !== null);
  const [counter] = rows;
  const hasMore = events.length === PAGE;
  const reached = hasMore ? (events.at(-1) as Numbered).n : Math.max(n, counter?.head ?? 0);
  return { epoch: counter?.epoch ?? '', events, reached, hasMore };
}

/** Reads what those events show in the same breath, so that executing finds it there. */
export const foresee = (scope: Scope, n: number, frames: readonly Frame[]) =>
  Promise.all(frames.map((frame) => frame.foresee(scope, stretchAfter(scope, n))));
const stretchAfter = (scope: Scope, n: number): Stretch => ({
  concerned: (word) =>
    `select (e.about->>'${word}')::uuid from event e where e.county_code = $1 and e.n > $2 order by e.n limit ${PAGE}`,
  values: [scope.county, n],
});

export const changeOf = ({ n, kind, at, about }: Numbered, epoch: string): Change => ({
  cursor: encode({ epoch, n }),
  ...{ kind: kind as ChangeKind, at, about },
});
