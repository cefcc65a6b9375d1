import { county, directory, never, ofLevel, type Rule, type Rules } from '../sight/sight.rules.ts';

/** Whoever holds the post says who stands in for them, at their own level; an administrator for everybody. */
const lent: Rule = (viewer, row) => viewer === 'ADMIN' || (viewer !== 'OFFICER' && row.mine && ofLevel(viewer, row));

export const sight: Record<string, Rules> = {
  county: { ...directory, add: never },
  place: directory,
  unit: directory,
  area: directory,
  portfolio: directory,
  charge: { ...directory, remove: county },
  portfolio_topic: { ...directory, remove: county },
  term: directory,
  person: { see: (viewer, row) => county(viewer, row) || row.mine, add: county, change: county, remove: never },
  stand_in: {
    see: (viewer, row) => viewer !== 'OFFICER' && ofLevel(viewer, row),
    add: lent,
    change: lent,
    remove: never,
  },
  post: { see: ofLevel, add: county, change: county, remove: never },
};
