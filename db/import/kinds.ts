import { calendarKind } from './calendar.kind.ts';
import { divisionsKind } from './divisions.kind.ts';
import type { Kind } from './kind.ts';
import { peopleKind } from './people.kind.ts';
import { portfoliosKind } from './portfolios.kind.ts';
import { postsKind } from './posts.kind.ts';
import { unitsKind } from './units.kind.ts';

/** In the order in which a new county imports them. */
export const KINDS = {
  divisions: divisionsKind,
  people: peopleKind,
  units: unitsKind,
  posts: postsKind,
  portfolios: portfoliosKind,
  calendar: calendarKind,
} as const;
export type KindName = keyof typeof KINDS;

export const kindOf = (name: KindName) => KINDS[name] as unknown as Kind;
