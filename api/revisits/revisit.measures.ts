import { MATTER_READERS } from '@lxq/schema/roles.ts';
import { onTime, owedOf } from '../deadlines/deadline.measures.ts';
import { code, type Measuring, measuresOf, type Subject, word } from '../platform/measuring/measure.ts';
import type { Revisit } from './revisit.entity.ts';

const pathOf = (_role: unknown, id: string) => `/matters/revisits/${id}`;

/** By the unit that asks. */
const revisits: Subject = {
  ...{ name: 'REVISIT', names: ['回访', 'revisits'], from: 'revisit r', readers: MATTER_READERS, at: 'r.scheduled_at' },
  dimensions: {
    ...{ TOWNSHIP: code('r.township_code'), VILLAGE: code('r.village_code') },
    ...{ UNIT: code('r.unit_code'), STATE: word('r.state') },
  },
  lines: {
    columns: 'r.kind, r.state, unit.name as place',
    join: 'left join unit on unit.county_code = r.county_code and unit.code = r.unit_code',
    line: ({ id, kind, state, place }: Revisit & { place: string | null }, { rights }) => ({
      ...{ no: '', title: kind, place, state, path: pathOf(rights.role, id) },
    }),
  },
};
const owed = owedOf({ name: 'REVISIT_DEADLINE', names: ['回访时限', 'revisits due'], of: 'REVISIT', pathOf });

export const revisitMeasuring: Measuring = {
  subjects: [revisits, owed],
  measures: [
    measuresOf(revisits).count({
      ...{ name: 'revisits', label: ['回访数', 'Revisits'], source: ['R62', 'R62'], of: `r.state <> 'DROPPED'` },
      formula: ['安排的回访件数，不含取消的', 'revisits to be made, but for those dropped'],
    }),
    onTime(owed, ['REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_POST_CLOSE', 'REVISIT_VERIFY'], {
      ...{
        name: 'revisitsOnTime',
        label: ['回访及时率', 'Revisits on time'],
        source: ['R62；3.2 回访及时率', 'R62, rules 3.2'],
      },
    }),
  ],
};
