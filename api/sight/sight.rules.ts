/*
 * Who may do what with a row, in plain words and independent of the policies: the answer that the matrix holds them to. A
 * table without an entry fails the matrix, so nobody adds one without saying who sees it.
 */
export type Viewer =
  | 'OWNER'
  | 'COUNTY'
  | 'DISCIPLINE'
  | 'LEADER'
  | 'ANALYST'
  | 'ADMIN'
  | 'TOWNSHIP'
  | 'VILLAGE'
  | 'OFFICER';
/** A generated row: where it lies as seen from the viewer, on which line, whether it is the viewer's own, what it is of, and for whose ears. */
export interface Row {
  place: 'OWN' | 'OWN_STATION' | 'SIBLING' | 'OTHER_TOWNSHIP' | 'OTHER_COUNTY';
  line: 'LINE' | 'DIRECT' | 'SEALED';
  mine: boolean;
  of: 'NOTHING' | 'OPEN_ISSUE' | 'ISSUE';
  ears: 'EVERYBODY' | 'READERS' | 'LEADERS' | 'OFFICE';
}
type Rule = (viewer: Viewer, row: Row) => boolean;
export interface Rules {
  see: Rule;
  add: Rule;
  change: Rule;
  remove: Rule;
}

const never: Rule = () => false;
const county: Rule = (viewer) => ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN'].includes(viewer);
const office: Rule = (viewer) => viewer === 'COUNTY';
const discipline: Rule = (viewer) => viewer === 'DISCIPLINE';
const disciplineInOwnName: Rule = (viewer, row) => viewer === 'DISCIPLINE' && row.mine;
const anybody: Rule = () => true;
const mine: Rule = (_viewer, row) => row.mine;
const inTownship = ({ place }: Row) => ['OWN', 'OWN_STATION', 'SIBLING'].includes(place);

/** Rows of the viewer's level: the county all, a station its township, a room its village, an officer what they wrote. */
const ofLevel: Rule = (viewer, row) =>
  county(viewer, row) ||
  (viewer === 'TOWNSHIP' && inTownship(row)) ||
  (viewer === 'VILLAGE' && row.place === 'OWN') ||
  (viewer === 'OFFICER' && row.mine);
/** … and on the line: stations and rooms see what is not sent past them, the county all but accusations. */
const onTheLine: Rule = (viewer, row) =>
  ofLevel(viewer, row) &&
  (row.line === 'LINE' ||
    viewer === 'OFFICER' ||
    viewer === 'DISCIPLINE' ||
    (county(viewer, row) && row.line === 'DIRECT'));
const talliedOnTheLine: Rule = (viewer, row) => viewer !== 'OFFICER' && onTheLine(viewer, row);

const directory: Rules = { see: anybody, add: county, change: county, remove: never };
/** The office's as long as an issue is in the making; leaders and analysts read what was issued. */
const issueSeen: Rule = (viewer, row) =>
  office(viewer, row) || ((viewer === 'LEADER' || viewer === 'ANALYST') && row.of === 'ISSUE');
/** Of what is told of issues and instructions each of the county hears its own; below it nobody is kept out by ears, but by place and line. */
const HEARD: Record<Row['ears'], readonly Viewer[]> = {
  EVERYBODY: ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN'],
  READERS: ['COUNTY', 'LEADER', 'ANALYST'],
  LEADERS: ['COUNTY', 'LEADER'],
  OFFICE: ['COUNTY'],
};
const heard: Rule = (viewer, row) =>
  onTheLine(viewer, row) && (!county(viewer, row) || HEARD[row.ears].includes(viewer));
const given: Rule = (viewer, row) => viewer === 'LEADER' && row.mine;
const own: Rule = (viewer, row) => office(viewer, row) || (county(viewer, row) && row.mine);
const door: Rules = { see: never, add: never, change: never, remove: never };
const withinUnit: Rule = (viewer, row) =>
  county(viewer, row) || (viewer === 'TOWNSHIP' && inTownship(row)) || (viewer !== 'TOWNSHIP' && row.place === 'OWN');

export const RULES: Record<string, Rules> = {
  county: { ...directory, add: never },
  place: directory,
  unit: directory,
  area: directory,
  portfolio: directory,
  portfolio_topic: { ...directory, remove: county },
  term: directory,
  calendar_day: { ...directory, add: never, change: never },
  event_counter: { ...directory, add: never, change: never },
  person: { see: (viewer, row) => county(viewer, row) || row.mine, add: county, change: county, remove: never },
  post: { see: ofLevel, add: county, change: county, remove: never },
  login: door,
  session: door,
  sign_in_failure: door,
  report_search: door,
  search_frequency: door,
  report: {
    see: onTheLine,
    add: (viewer, row) => row.mine && withinUnit(viewer, row),
    change: (viewer, row) => onTheLine(viewer, row) && (viewer !== 'VILLAGE' || row.mine),
    remove: never,
  },
  // As the report itself, but an officer, whom no tally knows. A year is kept by township.
  unit_tally: { ...door, see: talliedOnTheLine },
  tally_delta: { ...door, see: talliedOnTheLine },
  year_tally: { ...door, see: (viewer, row) => viewer !== 'VILLAGE' && talliedOnTheLine(viewer, row) },
  audit: { see: heard, add: mine, change: never, remove: never },
  event: { see: heard, add: anybody, change: never, remove: never },
  alert: {
    see: (viewer, row) => county(viewer, row) && onTheLine(viewer, row),
    add: never,
    change: (viewer, row) => county(viewer, row) && onTheLine(viewer, row) && row.mine,
    remove: never,
  },
  // But nobody who belongs to what the report complains of: which that is, a row alone does not say (opening.test.ts).
  identity_opening: { see: discipline, add: disciplineInOwnName, change: discipline, remove: never },
  identity_approval: { see: discipline, add: disciplineInOwnName, change: never, remove: disciplineInOwnName },
  digest: { see: issueSeen, add: office, change: issueSeen, remove: never },
  digest_item: { see: issueSeen, add: office, change: office, remove: office },
  digest_item_report: { see: issueSeen, add: office, change: never, remove: office },
  digest_version: { see: office, add: office, change: (viewer, row) => office(viewer, row) && row.mine, remove: never },
  digest_receipt: { see: own, add: own, change: own, remove: never },
  digest_file: { see: issueSeen, add: issueSeen, change: issueSeen, remove: never },
  instruction: {
    see: (viewer, row) =>
      county(viewer, row)
        ? viewer === 'LEADER' || office(viewer, row)
        : row.place === (viewer === 'TOWNSHIP' ? 'OWN_STATION' : 'OWN'),
    add: given,
    change: (viewer, row) => office(viewer, row) || given(viewer, row),
    remove: never,
  },
};

/** Tables without a county: everybody's calendar, and what happens before a scope. */
export const COUNTYLESS = ['calendar_day', 'login', 'session', 'sign_in_failure'];

/** No level reaches another county; the owner, whom nobody can be, reaches everything. */
export function may(table: string, deed: keyof Rules, viewer: Viewer, row: Row): boolean {
  if (viewer === 'OWNER') return true;
  if (row.place === 'OTHER_COUNTY' && !COUNTYLESS.includes(table)) return false;
  const rules = RULES[table];
  if (!rules) throw new Error(`who may see table ${table}? Say it in sight.rules.ts`);
  return rules[deed](viewer, row);
}
