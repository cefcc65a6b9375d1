import { LEVEL_OF, type Level, type Role } from '../roles.ts';

export const UNIT_KINDS = [
  'COUNTY_OFFICE',
  'TOWNSHIP_STATION',
  'VILLAGE_ROOM',
  'DEPARTMENT',
  'KEY_ENTERPRISE',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What whoever answers for a unit of that kind is by role. */
export const headOf = (kind: UnitKind): Role =>
  kind === 'VILLAGE_ROOM' ? 'VILLAGE_HEAD' : kind === 'COUNTY_OFFICE' ? 'COUNTY_DIRECTOR' : 'TOWNSHIP_LEADER';

const KINDS_OF_LEVEL: Record<Level, readonly UnitKind[]> = {
  COUNTY: ['COUNTY_OFFICE'],
  TOWNSHIP: ['TOWNSHIP_STATION', 'DEPARTMENT', 'KEY_ENTERPRISE'],
  VILLAGE: ['VILLAGE_ROOM', 'DEPARTMENT', 'KEY_ENTERPRISE'],
  OFFICER: ['VILLAGE_ROOM', 'DEPARTMENT', 'KEY_ENTERPRISE', 'TOWNSHIP_STATION', 'COUNTY_OFFICE'],
};
/** A role sees the rows of its level, so its unit must be of that level; departments and enterprises have the codes of both a township and a village. */
export const kindsOf = (role: Role): readonly UnitKind[] => KINDS_OF_LEVEL[LEVEL_OF[role]];
