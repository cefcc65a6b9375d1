import type { CountyPlan } from './counties.ts';
import { draftWriter, type Wish } from './draft-writer.ts';
import type { Facts } from './frames.ts';
import type { Matter } from './matters/matter.ts';
import type { Network } from './network.ts';
import type { Post } from './people.ts';
import { pinnedWishes } from './pins.ts';
import type { Places, Village } from './places.ts';
import { between, chance, randomFrom } from './random.ts';
import type { Telling } from './telling.ts';
import { isProblem } from './terms.ts';

export type Line = 'LINE' | 'DIRECT' | 'SEALED';

/** A report before it has a time: who tells what of where. The same whenever the demo county is made. */
export interface Draft {
  matter: Matter;
  telling: Telling;
  facts: Facts;
  post: Post;
  placeCode: number;
  village: Village | null;
  outsideAreaReason: string | null;
  line: Line;
  channel: 'OFFICER' | 'HOTLINE' | 'MAILBOX';
  source: string;
  isUrgent: boolean;
  households: number | null;
  people: number | null;
  /** The draft that told the same matter first. */
  twin: Draft | null;
  pin: Pin | null;
}

/** For the demo accounts: how long ago it came in, and what has become of it where that must not be left to chance. */
export interface Pin {
  minutesAgo: number;
  outcome?: 'SUBMITTED' | 'RETURNED' | 'RESUBMITTED' | 'WITHDRAWN' | 'TRIAGED' | 'URGENT';
  /** An item of the digest rests on it; `STAYS` until it is answered, which it is not yet. */
  digested?: 'ANSWERED' | 'STAYS';
}

const TOLD_AGAIN = 0.04;

/** Exactly as many reports and problems as planned, and the accusations, which only the discipline desk counts. */
export function makeDrafts(plan: CountyPlan, places: Places, network: Network): Draft[] {
  const random = randomFrom(`${plan.countyCode} drafts`);
  const write = draftWriter(plan, places, network, random);
  const drafts: Draft[] = [];
  const add = (wish: Wish, twin: Draft | null = null) => {
    const draft = write(wish, twin);
    drafts.push(draft);
    return draft;
  };
  for (const [first, again] of pinnedWishes(places, network)) {
    const draft = add(first);
    if (again) add(again, draft);
  }
  const countOf = (line: Line) => drafts.filter((draft) => draft.line === line).length;
  while (countOf('SEALED') < plan.sealed) add({ isProblem: true, line: 'SEALED' });
  let problems = drafts.filter(({ matter, line }) => isProblem(matter.topic) && line !== 'SEALED').length;
  while (problems < plan.problems) {
    const draft = add({ isProblem: true });
    const again = chance(random, TOLD_AGAIN) && draft.village ? between(random, 1, 3) : 0;
    const members = Math.min(again, plan.problems - problems - 1);
    for (let i = 0; i < members; i++) add({ isProblem: true }, draft);
    problems += 1 + members;
  }
  while (drafts.length < plan.reports + plan.sealed) add({ isProblem: false });
  return drafts;
}
