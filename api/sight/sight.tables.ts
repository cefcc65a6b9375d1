import { saidBy } from '../testing/said.ts';
import {
  anybody,
  county,
  directory,
  mine,
  never,
  office,
  onTheLine,
  ownUnit,
  type Row,
  type Rule,
  type Rules,
  type Viewer,
} from './sight.rules.ts';

/** Of what is told of issues and instructions each of the county hears its own; below it nobody is kept out by ears, but by place and line. */
const HEARD: Record<Row['ears'], readonly Viewer[]> = {
  EVERYBODY: ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN'],
  READERS: ['COUNTY', 'LEADER', 'ANALYST'],
  LEADERS: ['COUNTY', 'LEADER'],
  OFFICE: ['COUNTY'],
  UNIT: [],
};
const read: Rule = (viewer, row) =>
  onTheLine(viewer, row) && (!county(viewer, row) || HEARD[row.ears].includes(viewer));
/** A unit's own copy is that unit's, not its station's; of what it wrote itself an author hears. */
const heard: Rule = (viewer, row) =>
  read(viewer, row) && (row.ears !== 'UNIT' || viewer === 'OFFICER' || ownUnit(viewer, row));

/** The platform's own tables and every noun's: one without an entry fails the matrix, so nobody adds one without saying who sees it. */
export const RULES: Record<string, Rules> = {
  audit: { see: read, add: mine, change: never, remove: never },
  event: { see: heard, add: anybody, change: never, remove: never },
  event_counter: { ...directory, add: never, change: never },
  participation: {
    see: (viewer, row) => (county(viewer, row) ? viewer === 'LEADER' || office(viewer, row) : ownUnit(viewer, row)),
    add: office,
    change: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    remove: office,
  },
};
for (const [, rules] of await saidBy<Record<string, Rules>>('sight')) Object.assign(RULES, rules);

/** Tables without a county: everybody's calendar, and what happens before a scope. */
export const COUNTYLESS = ['calendar_day', 'login', 'session', 'sign_in_failure'];

/** No level reaches another county; the owner, whom nobody can be, reaches everything. */
export function may(table: string, deed: keyof Rules, viewer: Viewer, row: Row): boolean {
  if (viewer === 'OWNER') return true;
  if (row.place === 'OTHER_COUNTY' && !COUNTYLESS.includes(table)) return false;
  const rules = RULES[table];
  if (!rules) throw new Error(`who may see table ${table}? Say it as \`sight\` in its noun's ….testing.ts`);
  return rules[deed](viewer, row);
}
