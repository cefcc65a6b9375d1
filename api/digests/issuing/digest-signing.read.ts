import { WROTE } from '../digest.loaders.ts';

/**
 * Issues under review that neither the viewer nor whoever they stand in for ($2) had a hand in, since they were submitted: as the guard of `approve` has it. $1 is the county; the rows are
 * id, title and since.
 */
export const DIGESTS_TO_SIGN = `select d.id, d.title || '（' || d.period_from || ' — ' || d.period_to || '）' as title,
    (select max(a.at) from audit a where a.county_code = d.county_code and a.subject_id = d.id and a.deed = 'submitForReview') as since
  from digest d where d.county_code = $1 and d.state = 'REVIEWING' and not coalesce(d.editor_id = any($2::uuid[]), false)
    and not exists (select from audit a where a.county_code = d.county_code and a.subject_id = d.id and (a.actor_id = any($2::uuid[]) or a.acted_by_id = any($2::uuid[])) and ${WROTE})`;
