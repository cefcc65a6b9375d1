import { byKey, manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Case } from './case.entity.ts';
import type { CaseSponsor } from './case.type.ts';
import type { CaseLinkage } from './case-linkage.entity.ts';

export const caseById = byKey<Case, string>('case', 'cases', 'id', 'uuid', 'id');
export const casesOfInstruction = manyBy<Case>(
  'cases of instruction',
  'select * from cases where county_code = $1 and instruction_id = any($2::uuid[]) order by opened_at, id',
  'instructionId',
);
export const casesOfReport = manyBy<Case>(
  'cases of report',
  'select * from cases where county_code = $1 and report_id = any($2::uuid[]) order by opened_at, id',
  'reportId',
);

export const linkagesOf = manyBy<CaseLinkage>(
  'linkages of case',
  'select * from case_linkage where county_code = $1 and case_id = any($2::uuid[]) order by at, id',
  'caseId',
);

/** Who may take a case, whoever is in charge of its topic first (R161): the county's leaders, and those of the unit that is to act. */
export const sponsors = (scope: Scope, topic: string, unit: number | null): Promise<CaseSponsor[]> =>
  scope.rows<CaseSponsor>(
    `select p.id as post_id, p.person_name as name, p.unit_code,
       exists (select from portfolio f join portfolio_topic t on t.county_code = f.county_code and t.portfolio_id = f.id
         where f.county_code = $1 and f.leader_id = p.person_id and t.topic_code = $2) as is_in_charge
     from post p where p.county_code = $1 and (p.role = 'LEADER' or p.role = 'TOWNSHIP_LEADER' and p.unit_code = $3)
       and p.valid_from <= app.today() and coalesce(p.valid_to, app.today()) >= app.today()
     order by is_in_charge desc, p.role, p.person_name, p.id limit 100`,
    [scope.county, topic, unit],
  );
