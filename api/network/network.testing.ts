import { county, directory, never, ofLevel, type Rules } from '../sight/sight.rules.ts';

export const sight: Record<string, Rules> = {
  county: { ...directory, add: never },
  place: directory,
  unit: directory,
  area: directory,
  portfolio: directory,
  portfolio_topic: { ...directory, remove: county },
  term: directory,
  person: { see: (viewer, row) => county(viewer, row) || row.mine, add: county, change: county, remove: never },
  post: { see: ofLevel, add: county, change: county, remove: never },
};
