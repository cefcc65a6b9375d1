import { county, never, onTheLine, type Rules } from '../sight/sight.rules.ts';

export const sight: Record<string, Rules> = {
  alert: {
    see: (viewer, row) => county(viewer, row) && onTheLine(viewer, row),
    add: never,
    change: (viewer, row) => county(viewer, row) && onTheLine(viewer, row) && row.mine,
    remove: never,
  },
  secretary: {
    see: (viewer, row) => county(viewer, row) && row.mine,
    add: (viewer, row) => viewer === 'LEADER' && row.mine,
    change: (viewer, row) => viewer === 'LEADER' && row.mine,
    remove: never,
  },
};
