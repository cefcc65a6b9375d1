-- Files of tables, made by the queue under the rights of whoever asked (api/tables/exports, docs/decisions/0059). Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* The rights that an export is made under: those of the post it was asked for under, as that is today. No row when post, person or stand-in has ended, or nothing is to be made any more. */
create or replace function app.export_rights(county int, export uuid)
  returns table (county_code int, person_id uuid, person_name text, acted_by_id uuid, acted_by_name text, post_id uuid, role text, capacity text, unit_code bigint, area_code bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.county_code, p.person_id, h.name, n.id, n.name, p.id, p.role, p.capacity, p.unit_code, p.area_code
  from table_export e
  join post p on p.county_code = e.county_code and p.id = e.post_id and p.person_id = e.person_id and p.unit_code = e.unit_code and app.level_of(p.role) = e.scope_level
    and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
  join person h on h.county_code = e.county_code and h.id = e.person_id and h.is_active
  left join person n on n.county_code = e.county_code and n.id = e.acted_by_id
  where e.county_code = county and e.id = export and e.state in ('QUEUED', 'RUNNING')
    and (e.acted_by_id is null or app.stands_in(e.county_code, e.post_id, e.person_id, p.role, e.acted_by_id))
$$;

/* Sets the scope of those rights, and says of which level it is; null where there are none. */
create or replace function app.open_export_scope(county int, export uuid) returns text language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  given record;
begin
  select r.*, app.level_of(r.role) as level into given from app.export_rights(county, export) r;
  if not found or app.set_scope(given.level, given.unit_code, given.person_id, given.acted_by_id) is not true then return null; end if;
  return given.level;
end $$;
create or replace function app.enter_export(county int, export uuid, reading boolean) returns void language plpgsql
as $$
declare
  level text := app.open_export_scope(county, export);
begin
  if level is null then raise exception 'no such export is being made' using errcode = 'insufficient_privilege'; end if;
  perform app.take_scope(level, reading);
end $$;

/* What cannot be made any more says why; what is done or was cancelled stays as it is. */
create or replace function app.end_export(county int, export uuid, why text) returns void language sql volatile security definer set search_path = public, pg_temp
as $$
  update table_export e set state = 'FAILED', progress = 0, error = why where e.county_code = county and e.id = export and e.state in ('QUEUED', 'RUNNING')
$$;

/* Every night: rows that were kept long enough, over all counties; how many. Their bytes go as what no row knows (attachments.sql). */
create or replace function app.sweep_exports() returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with gone as (delete from table_export e where e.expires_at <= app.clock() returning 1) select count(*)::int from gone
$$;

revoke all on function app.export_rights(int, uuid), app.open_export_scope(int, uuid), app.enter_export(int, uuid, boolean), app.end_export(int, uuid, text), app.sweep_exports() from public;
grant execute on function app.export_rights(int, uuid), app.open_export_scope(int, uuid), app.enter_export(int, uuid, boolean), app.end_export(int, uuid, text), app.sweep_exports() to lxq_jobs;
