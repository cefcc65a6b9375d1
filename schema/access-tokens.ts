import type { Role } from './roles.ts';

/**
 * 访问令牌: what a program reads with in its owner's name. Each scope says where an operation may begin; what it sees from there is what its owner sees.
 */
export const TOKEN_SCOPES = ['REPORTS', 'TABLES', 'PAPERS'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Whose programs may read: those who work with lists and figures. What is sealed leaves by no program, and neither do an administrator's keys. */
export const TOKEN_OWNERS = [
  'TOWNSHIP_CLERK',
  'TOWNSHIP_LEADER',
  'COUNTY_CLERK',
  'COUNTY_DIRECTOR',
  'ANALYST',
] as const satisfies readonly Role[];

/** In force; over by its day; or ended before: taken back, signed out of everywhere, or its post has ended. */
export const TOKEN_STATES = ['IN_FORCE', 'EXPIRED', 'ENDED'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];
