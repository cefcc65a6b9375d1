import { county, never, office, ownUnit, type Rules } from '../sight/sight.rules.ts';

/** Whoever takes part reads the papers of their matter; whose deed it is issues, under their own unit's number. Rows of the matrix are of cases: who reads those of orders and censures stands in guidance-papers.test.ts. */
export const sight: Record<string, Rules> = {
  paper: {
    see: (viewer, row) => (county(viewer, row) ? viewer === 'LEADER' || office(viewer, row) : ownUnit(viewer, row)),
    add: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    change: never,
    remove: never,
  },
  paper_series: {
    see: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    add: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    change: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    remove: never,
  },
};
