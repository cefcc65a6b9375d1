/** The ten roles, the level whose rows each sees, and the screens each opens. A post gives a role at a unit. */
export const ROLES = [
  'OFFICER',
  'VILLAGE_HEAD',
  'TOWNSHIP_CLERK',
  'TOWNSHIP_LEADER',
  'COUNTY_CLERK',
  'COUNTY_DIRECTOR',
  'LEADER',
  'ANALYST',
  'DISCIPLINE_CLERK',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a post is in its unit beyond its role (R16, R17, R29, R158): the unit's principal, of whom there is one at a time; the leader in charge of mass work; the head of
 * its mass-work office; among the county's leaders those who head the leading group, and the main leaders, to whom hotline and mailbox go first.
 */
export const CAPACITIES = ['PRINCIPAL', 'IN_CHARGE', 'OFFICE_HEAD', 'GROUP_HEAD', 'MAIN_LEADER'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** Which a role may be, so that nobody is made a principal who signs in as a clerk. */
export const CAPACITIES_OF: Partial<Record<Role, readonly Capacity[]>> = {
  VILLAGE_HEAD: ['PRINCIPAL'],
  TOWNSHIP_LEADER: ['PRINCIPAL', 'IN_CHARGE', 'OFFICE_HEAD', 'GROUP_HEAD'],
  COUNTY_DIRECTOR: ['PRINCIPAL', 'OFFICE_HEAD'],
  LEADER: ['IN_CHARGE', 'GROUP_HEAD', 'MAIN_LEADER'],
};

/**
 * Whose posts somebody else may stand in for (docs/decisions/0038). An officer's code, the discipline desk's eyes and the administrator's keys are lent to nobody: another is
 * appointed instead.
 */
export const STOOD_IN_FOR: readonly Role[] = [
  'VILLAGE_HEAD',
  'TOWNSHIP_CLERK',
  'TOWNSHIP_LEADER',
  'COUNTY_CLERK',
  'COUNTY_DIRECTOR',
  'LEADER',
  'ANALYST',
];

/** Everybody but the administrator, who keeps the network and reads no villager's matter. */
export const REPORT_READERS = ROLES.filter((role) => role !== 'ADMIN');

/** Who reads the issues of the digest. */
export const DIGEST_READERS = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST'] as const;

export const LEVELS = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'OFFICER'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_OF: Record<Role, Level> = {
  OFFICER: 'OFFICER',
  VILLAGE_HEAD: 'VILLAGE',
  TOWNSHIP_CLERK: 'TOWNSHIP',
  TOWNSHIP_LEADER: 'TOWNSHIP',
  COUNTY_CLERK: 'COUNTY',
  COUNTY_DIRECTOR: 'COUNTY',
  LEADER: 'COUNTY',
  ANALYST: 'COUNTY',
  DISCIPLINE_CLERK: 'COUNTY',
  ADMIN: 'COUNTY',
};

/** Route families of the web app; the first is where a role lands after signing in. */
export const SCREENS: Record<Role, readonly Screen[]> = {
  OFFICER: ['officer'],
  VILLAGE_HEAD: ['officer', 'village', 'matters'],
  TOWNSHIP_CLERK: ['desk', 'matters', 'home', 'officer', 'search', 'network'],
  TOWNSHIP_LEADER: ['home', 'matters', 'desk', 'search', 'network'],
  COUNTY_CLERK: ['desk', 'matters', 'home', 'digests', 'search', 'analyst', 'network'],
  COUNTY_DIRECTOR: ['home', 'matters', 'digests', 'desk', 'search', 'analyst', 'network'],
  LEADER: ['leader', 'search'],
  ANALYST: ['home', 'analyst', 'search', 'network'],
  DISCIPLINE_CLERK: ['desk'],
  ADMIN: ['home', 'admin', 'network'],
};
/** Whoever handles what lies at a desk. */
export const CLERKS = ['TOWNSHIP_CLERK', 'COUNTY_CLERK', 'DISCIPLINE_CLERK'] as const satisfies readonly Role[];
/** Whoever works or looks on at a desk. */
export const AT_DESKS = ROLES.filter((role) => SCREENS[role].includes('desk'));

/** At units that act on matters: whoever signs for what comes, whoever handles it, and whoever answers for it. */
export const CLERKS_OF_UNITS = ['TOWNSHIP_CLERK', 'VILLAGE_HEAD'] as const satisfies readonly Role[];
export const OF_UNITS = ['TOWNSHIP_CLERK', 'TOWNSHIP_LEADER', 'VILLAGE_HEAD'] as const satisfies readonly Role[];
export const HEADS_OF_UNITS = ['TOWNSHIP_LEADER', 'VILLAGE_HEAD'] as const satisfies readonly Role[];
/** Who reads what units act on; row security says which. */
export const MATTER_READERS = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', ...OF_UNITS] as const;

export type Screen =
  | 'home'
  | 'officer'
  | 'village'
  | 'desk'
  | 'matters'
  | 'digests'
  | 'leader'
  | 'analyst'
  | 'search'
  | 'network'
  | 'admin';
