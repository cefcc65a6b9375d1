/**
 * Results that are written and wait for the signature of the viewer's unit, as the guards of `reportResult` have it: of what it acts on as the main unit. $1 is the county; $2, whose
 * eyes the viewer's are, decides nothing here. The rows are id, title and since.
 */
export const RESULTS_TO_SIGN = `select i.id, i.text as title, r.written_at as since
  from participation p join instruction i on i.county_code = p.county_code and i.id = p.subject_id and i.state = 'HANDLING'
  join result_report r on r.county_code = i.county_code and r.subject_id = i.id and r.round = i.returns + 1 and r.signed_at is null
  where p.county_code = $1 and p.part = 'MAIN' and p.state = 'HANDLING' and $2::uuid[] is not null`;
