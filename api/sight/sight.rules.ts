/*
 * The words in which nouns say who may do what with their rows (`sight` in their ….testing.ts): plain, and independent of the policies, which the
 * matrix holds to them.
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
/** A generated row: where it lies as seen from the viewer, on which line, whether it is the viewer's own, whether it is, or is of, what was issued, and for whose ears. */
export interface Row {
  place: 'OWN' | 'OWN_STATION' | 'SIBLING' | 'OTHER_TOWNSHIP' | 'COUNTY_OFFICE' | 'OTHER_COUNTY';
  line: 'LINE' | 'DIRECT' | 'SEALED';
  mine: boolean;
  of: 'NOTHING' | 'DRAFT' | 'ISSUED';
  ears: 'EVERYBODY' | 'READERS' | 'LEADERS' | 'OFFICE' | 'UNIT';
}
export type Rule = (viewer: Viewer, row: Row) => boolean;
export interface Rules {
  see: Rule;
  add: Rule;
  change: Rule;
  remove: Rule;
}

export const never: Rule = () => false;
export const county: Rule = (viewer) => ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN'].includes(viewer);
export const office: Rule = (viewer) => viewer === 'COUNTY';
export const anybody: Rule = () => true;
export const mine: Rule = (_viewer, row) => row.mine;
export const inTownship = ({ place }: Row) => ['OWN', 'OWN_STATION', 'SIBLING'].includes(place);

/** Of the viewer's very unit, and neither of one below it nor of the officers in it. */
export const ownUnit: Rule = (viewer, { place }) =>
  (viewer === 'TOWNSHIP' && place === 'OWN_STATION') || (viewer === 'VILLAGE' && place === 'OWN');

/** Rows of the viewer's level: the county all, a station its township, a room its village, an officer what they wrote. */
export const ofLevel: Rule = (viewer, row) =>
  county(viewer, row) ||
  (viewer === 'TOWNSHIP' && inTownship(row)) ||
  (viewer === 'VILLAGE' && row.place === 'OWN') ||
  (viewer === 'OFFICER' && row.mine);
/** … and on the line: stations and rooms see what is not sent past them, the county all but accusations. */
export const onTheLine: Rule = (viewer, row) =>
  ofLevel(viewer, row) &&
  (row.line === 'LINE' ||
    viewer === 'OFFICER' ||
    viewer === 'DISCIPLINE' ||
    (county(viewer, row) && row.line === 'DIRECT'));

/** Everybody of the county reads it, the county keeps it. */
export const directory: Rules = { see: anybody, add: county, change: county, remove: never };
export const door: Rules = { see: never, add: never, change: never, remove: never };
