import { WELL_MACHINE, WELL_STATES } from '@lxq/schema/wells/well-states.ts';
import { county, inTownship, never, type Rule, type Rules } from '../sight/sight.rules.ts';
import { one, type Walked } from '../testing/walk.ts';

const ofStation: Rule = (viewer, row) => viewer === 'TOWNSHIP' && inTownship(row);
const seen: Rule = (viewer, row) => county(viewer, row) || ofStation(viewer, row);
export const sight: Record<string, Rules> = { well: { see: seen, add: ofStation, change: seen, remove: never } };

const REPORT = 'mutation { reportWell(name: "村西机井") { id } }';
export const walk: Walked = {
  ...{ table: 'well', machine: WELL_MACHINE, states: WELL_STATES },
  make: async (fixture) => {
    const { data } = await fixture.run<{ reportWell: { id: string } }>('clerk', REPORT);
    return data?.reportWell.id as string;
  },
  look: 'query ($id: ID!) { well(id: $id) { id } }',
  facts: (fixture, id) => one(fixture, 'select state, reporter_id as "reporterId" from well where id = $1', [id]),
};
