import type { Role } from '../roles.ts';

/** At the county office: who may be a leader's secretary, to acknowledge alerts for them (as app.secretary_holds has it). */
export const SECRETARIES = ['COUNTY_CLERK', 'COUNTY_DIRECTOR'] as const satisfies readonly Role[];
