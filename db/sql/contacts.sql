-- How villagers are reached, and when that is forgotten (docs/decisions/0035). Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Since when nothing is done any more about a report, or about the one that it was merged into; null while something is, or may be. */
create or replace function app.report_closed_at(county int, report uuid) returns timestamptz language sql stable
as $$
  select case when m.state in ('REPLIED', 'ARCHIVED', 'WITHDRAWN') then coalesce(
    (select max(a.at) from audit a where a.county_code = m.county_code and a.subject_id = m.id and a.to_state = m.state and a.from_state is distinct from a.to_state),
    m.answered_at, m.handled_at, m.submitted_at) end
  from report r join report m on m.county_code = r.county_code and m.id = case when r.state = 'MERGED' then r.master_id else r.id end
  where r.county_code = report_closed_at.county and r.id = report_closed_at.report
$$;

/* The same of whatever a contact belongs to: a noun whose things have contacts says so here. */
create or replace function app.contact_closed_at(county int, subject text, subject_id uuid) returns timestamptz language sql stable
as $$
  select case subject when 'REPORT' then app.report_closed_at(county, subject_id)
    when 'CASE' then (select coalesce(c.finally_reviewed_at, c.reviewed_at, c.closed_at, c.decided_at) from cases c
      where c.county_code = contact_closed_at.county and c.id = contact_closed_at.subject_id and c.state in ('TERMINATED', 'ARCHIVED', 'NOT_ACCEPTED', 'REDIRECTED', 'TRANSFERRED')) end
$$;

/* Forgets contacts whose matter has been closed for longer than their county keeps them, so many at a time; how many. That there was one, and who has looked at it, stays.
   Nobody does it, so its line in the audit is the system's own. */
create or replace function app.forget_contacts(most int) returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with due as (
    select c.county_code, c.id from contact c join county k on k.county_code = c.county_code
    where c.sealed is not null and app.contact_closed_at(c.county_code, c.subject, c.subject_id) < app.now() - k.contact_days * interval '1 day'
    limit most for update of c skip locked),
  gone as (
    update contact c set sealed = null, nonce = null, key_id = null, forgotten_at = app.now(), version = c.version + 1
    from due d where c.county_code = d.county_code and c.id = d.id
    returning c.county_code, c.unit_code, c.id, c.subject, c.subject_id, c.line),
  noted as (
    insert into audit (county_code, id, unit_code, at, subject, subject_id, about, deed, from_state, to_state, actor_id, actor_name, actor_role, line, ears)
    select g.county_code, gen_random_uuid(), g.unit_code, app.clock(), 'CONTACT', g.id, jsonb_build_object(g.subject, g.subject_id), 'forgetContact', 'KEPT', 'FORGOTTEN',
      '00000000-0000-0000-0000-000000000000', '系统', 'ADMIN', g.line, case g.line when 'SEALED' then 'EVERYBODY' else 'OFFICE' end
    from gone g)
  select count(*)::int from gone
$$;

revoke all on function app.report_closed_at(int, uuid), app.contact_closed_at(int, text, uuid), app.forget_contacts(int) from public;
grant execute on function app.forget_contacts(int) to lxq_jobs;
