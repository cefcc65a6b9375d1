import { never, type Row, type Rule, type Rules } from '../sight/sight.rules.ts';

/** A desk's own rows: a station's, the county office's, and of what is sealed the discipline desk's. */
const ofDesk: Rule = (viewer, row: Row) => {
  if (viewer === 'TOWNSHIP') return row.place === 'OWN_STATION' && row.line !== 'SEALED';
  const atOffice = row.place === 'COUNTY_OFFICE';
  return atOffice && (viewer === 'COUNTY' ? row.line !== 'SEALED' : viewer === 'DISCIPLINE' && row.line === 'SEALED');
};
const byMe: Rule = (viewer, row) => row.mine && ofDesk(viewer, row);
const urged: Rule = (viewer, row) => viewer === 'TOWNSHIP' && row.place === 'OWN_STATION';

export const sight: Record<string, Rules> = {
  assignment: { see: ofDesk, add: byMe, change: ofDesk, remove: ofDesk },
  marker: { see: ofDesk, add: ofDesk, change: never, remove: ofDesk },
  marked: { see: ofDesk, add: byMe, change: never, remove: ofDesk },
  urge: {
    see: (viewer, row) => viewer === 'COUNTY' || urged(viewer, row),
    add: (viewer, row) => viewer === 'COUNTY' && row.mine,
    change: urged,
    remove: never,
  },
};
