-- Who wrote a sealed report (R4, Art. 30; docs/decisions/0027). Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Whether somebody belongs to what a report complains of: holds a post or stands in at one, or has since the matter happened, at the unit that `about`, an
   earlier request, or the report's place names, below it, or at the station above a village. What is said of the whole county concerns everybody
   in it. Who was named once stays named, though those whom it keeps out do not see by whom. */
create or replace function app.is_complained_of(report uuid, about bigint, whom uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select app.sealed() and exists (
    select from report r
    join post p on p.county_code = r.county_code and p.id in (select own.id from post own where own.county_code = r.county_code and own.person_id = whom
        union all select k.post_id from stand_in k where k.county_code = r.county_code and k.person_id = whom and k.valid_to >= (r.occurred_at at time zone 'Asia/Shanghai')::date)
      and coalesce(p.valid_to, 'infinity') >= (r.occurred_at at time zone 'Asia/Shanghai')::date
    cross join lateral (select about as code union select r.place_code union
      select o.about_unit_code from identity_opening o where o.county_code = r.county_code and o.report_id = r.id and o.state <> 'WITHDRAWN') c
    cross join lateral (select case when c.code % 1000000000 = 0 then 1000000000 when c.code % 1000000 = 0 then 1000000 else 1000 end as size) below
    where r.county_code = app.county() and r.id = is_complained_of.report
      and (p.unit_code / below.size = c.code / below.size or p.unit_code = c.code / 1000000 * 1000000))
$$;

/* Whether the caller may not approve of it, whatever the desk thinks: who asked, who wrote the report, who belongs to what it complains of. */
create or replace function app.is_barred_from(opening uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from identity_opening o join report r on r.county_code = o.county_code and r.id = o.report_id
    where o.county_code = app.county() and o.id = is_barred_from.opening
      and (app.person() in (o.requester_id, r.author_id) or app.is_complained_of(o.report_id, o.about_unit_code, app.person())))
$$;

/* How many others of the discipline desk could approve a request of the caller's. */
create or replace function app.identity_approvers(report uuid, about bigint) returns int language sql stable
as $$
  select count(distinct p.person_id)::int from post p join report r on r.county_code = p.county_code and r.id = identity_approvers.report
  where p.county_code = app.county() and p.role = 'DISCIPLINE_CLERK' and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
    and p.person_id not in (app.person(), r.author_id) and not app.is_complained_of(r.id, about, p.person_id)
$$;

/* The name, for whoever asked and while it is shown: approved by as many as it needs, none of them barred. No name leaves without its line in the audit. */
create or replace function app.open_identity(opening uuid) returns table (name text, code text, unit_name text)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  shown record;
begin
  select r.county_code, r.id as report_id, r.post_id, r.unit_code into shown
  from identity_opening o join report r on r.county_code = o.county_code and r.id = o.report_id
  where app.sealed() and o.county_code = app.county() and o.id = open_identity.opening and o.requester_id = app.person()
    and o.state = 'OPENED' and o.expires_at > app.now() and r.line = 'SEALED' and r.state <> 'WITHDRAWN' and r.author_id <> o.requester_id
    and not app.is_complained_of(r.id, o.about_unit_code, o.requester_id)
    and 2 <= (select count(*) /* as LIMITS.opening has it */ from identity_approval a where a.county_code = o.county_code and a.opening_id = o.id
      and a.approver_id not in (o.requester_id, r.author_id) and not app.is_complained_of(r.id, o.about_unit_code, a.approver_id));
  if not found then raise exception 'this identity is not open' using errcode = 'insufficient_privilege'; end if;
  insert into audit (county_code, id, unit_code, at, subject, subject_id, about, deed, to_state, actor_id, actor_name, actor_role, line)
  select shown.county_code, gen_random_uuid(), shown.county_code::bigint * 1000000000, app.clock(), 'IDENTITY', open_identity.opening, jsonb_build_object('REPORT', shown.report_id),
    'openIdentity', 'OPENED', n.id, n.name, 'DISCIPLINE_CLERK', 'SEALED'
  from person n where n.county_code = shown.county_code and n.id = app.person();
  return query select p.person_name, p.code, u.name from post p join unit u on u.county_code = p.county_code and u.code = shown.unit_code
    where p.county_code = shown.county_code and p.id = shown.post_id;
end $$;

revoke all on function app.is_complained_of(uuid, bigint, uuid), app.is_barred_from(uuid), app.identity_approvers(uuid, bigint), app.open_identity(uuid) from public;
grant execute on function app.is_complained_of(uuid, bigint, uuid), app.is_barred_from(uuid), app.identity_approvers(uuid, bigint), app.open_identity(uuid) to at_county;
