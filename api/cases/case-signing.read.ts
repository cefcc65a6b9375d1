import type { SignsAs } from '@lxq/schema/results/signs-as.ts';

/** Results of cases that are written and wait for the signature of the viewer's unit, as the main unit, as the guards of `submitResult` have it. $1 is the county; $2 decides nothing here. */
export const CASE_RESULTS_TO_SIGN = `select c.id, c.title, r.written_at as since
  from participation p join cases c on c.county_code = p.county_code and c.id = p.subject_id and c.state = 'HANDLING'
  join result_report r on r.county_code = c.county_code and r.subject_id = c.id and r.round = c.round and r.signed_at is null
  where p.county_code = $1 and p.unit_code = app.unit() and p.subject = 'CASE' and p.part = 'MAIN' and p.state = 'HANDLING' and $2::uuid[] is not null`;

/** Closings that the viewer may still put a hand under: none of theirs stands there, nor one as what they would sign. */
export const closingsToSign = (as: SignsAs): string => `select c.id, c.title, c.state_since as since
  from participation p join cases c on c.county_code = p.county_code and c.id = p.subject_id and c.state = 'PRE_CLOSE_VISITED'
  where p.county_code = $1 and p.unit_code = app.unit() and p.subject = 'CASE' and p.part = 'MAIN' and p.state = 'PRE_CLOSE_VISITED'
    and not exists (select from signature s where s.county_code = c.county_code and s.subject_id = c.id and s.round = c.round
      and (s.signer_id = any($2::uuid[]) or s.acted_by_id = any($2::uuid[]) or s.signs_as = '${as}'))`;
