import { isProblem } from '../terms.ts';
import type { CountyPlan } from './counties.ts';
import type { Draft, Line, Wish } from './draft.ts';
import { draftWriter } from './draft-writer.ts';
import type { Network } from './network.ts';
import { pinnedWishes } from './pins.ts';
import type { Places } from './places.ts';
import { between, chance, randomFrom } from './random.ts';

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
