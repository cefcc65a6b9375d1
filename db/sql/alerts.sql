-- Alerts of urgent reports (R36): whom they call first, whom when nobody has made a plan in half an hour, and who acknowledges them for whom. Whoever submits or flags may
-- not read the posts of those who are called. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Whom a report of this line and topic calls at a step: 1 the leaders in charge, 2 the county office's directors and the county's other
   leaders, 3 the city's leaders. An accusation calls the discipline desk and nobody else, at every step. */
create or replace function app.called(county int, on_line text, topic text, at_step int) returns table (person_id uuid) language sql stable
as $$
  with post_now as (
    select p.person_id, p.role, p.leader_level from post p
    where p.county_code = county and p.role in ('DISCIPLINE_CLERK', 'LEADER', 'COUNTY_DIRECTOR')
      and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()),
  in_charge as (
    select f.leader_id from portfolio f join portfolio_topic t on t.county_code = f.county_code and t.portfolio_id = f.id
    where f.county_code = county and t.topic_code = topic)
  select distinct n.person_id from post_now n
  where case
    when on_line = 'SEALED' then n.role = 'DISCIPLINE_CLERK'
    when at_step = 1 then n.role = 'LEADER' and (n.person_id in (select leader_id from in_charge)
      or not exists (select from in_charge) and n.leader_level is distinct from 'CITY') -- a clock may not run unheard
    when at_step = 2 then n.role = 'COUNTY_DIRECTOR' or n.role = 'LEADER' and n.leader_level is distinct from 'CITY'
    else n.role = 'LEADER' and n.leader_level = 'CITY' end
$$;

/* The first alerts of a report that is urgent now; none twice. */
create or replace function app.raise_alerts(report uuid) returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with raised as (
    insert into alert (county_code, id, report_id, leader_id, line, step, raised_at, due_at)
    select r.county_code, gen_random_uuid(), r.id, c.person_id, r.line, 1, r.urgent_at, r.urgent_due_at
    from report r, app.called(r.county_code, r.line, r.topic_code, 1) c
    where r.county_code = app.county() and r.id = raise_alerts.report and r.state = 'URGENT'
      and not exists (select from alert a where a.county_code = r.county_code and a.report_id = r.id and a.leader_id = c.person_id and a.withdrawn_at is null)
    returning 1)
  select count(*)::int from raised
$$;

drop function if exists app.climb_alerts();
/* Alerts climb a step when their half hour has passed without a plan, and when nobody has acknowledged any of a report's for as long as `unknown_for`: whoever is called
   there and was not called before hears of it, and the county's screens. What climbed unacknowledged says so. Every minute, for all counties; how many were raised. */
create or replace function app.climb_alerts(unknown_for interval) returns int language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  late record;
  raised int;
  total int := 0;
begin
  for late in
    select r.county_code, r.id, r.line, r.topic_code, s.step + 1 as next from county k
    join report r on r.county_code = k.county_code and r.state = 'URGENT' and r.urgent_due_at <= app.now() + interval '30 minutes' - unknown_for
    cross join lateral (select coalesce(max(a.step), 0) as step, max(a.due_at) as due_at, max(a.raised_at) as raised_at, coalesce(bool_or(a.acknowledged_at is not null), false) as is_known from alert a
      where a.county_code = r.county_code and a.report_id = r.id and a.withdrawn_at is null) s
    where s.step < 3 and r.line <> 'SEALED' and (r.urgent_due_at <= app.now() and coalesce(s.due_at, r.urgent_due_at) <= app.now()
        or s.step > 0 and not s.is_known and s.raised_at <= app.now() - unknown_for)
      or s.step = 0 and r.urgent_due_at <= app.now()
    for update of r skip locked
  loop
    insert into alert (county_code, id, report_id, leader_id, line, step, raised_at, due_at)
    select late.county_code, gen_random_uuid(), late.id, c.person_id, late.line, late.next, app.now(), app.now() + interval '30 minutes'
    from app.called(late.county_code, late.line, late.topic_code, late.next) c
    where not exists (select from alert a where a.county_code = late.county_code and a.report_id = late.id and a.leader_id = c.person_id and a.withdrawn_at is null);
    get diagnostics raised = row_count;
    continue when raised = 0;
    with climbed as (
      update notification set climbed_at = app.now() where county_code = late.county_code and subject_id = late.id and kind = 'URGENT_REPORT'
        and acknowledged_at is null and climbed_at is null and created_at < app.now() returning county_code, id)
    update notification_delivery d set state = 'CLIMBED' from climbed c where d.county_code = c.county_code and d.notification_id = c.id and d.state in ('SENT', 'DELIVERED');
    insert into event (county_code, id, unit_code, kind, at, subject, subject_id, about, line)
    values (late.county_code, gen_random_uuid(), late.county_code::bigint * 1000000000, 'ALERT_RAISED', app.now(), 'REPORT', late.id,
      jsonb_build_object('REPORT', late.id), late.line);
    total := total + raised;
  end loop;
  return total;
end $$;

/* Whether a leader's secretary is that today: both still hold the posts that it was said at, one of a leader, one of the county office. Tables are named with
   their schema: by its bare name a caller's own temporary table would be found first. */
create or replace function app.secretary_holds(county int, secretary uuid) returns boolean language sql stable
as $$
  select exists (select from public.secretary s
    join public.post l on l.county_code = s.county_code and l.id = s.leader_post_id and l.person_id = s.leader_id and l.role = 'LEADER'
      and l.valid_from <= app.today() and coalesce(l.valid_to, 'infinity') >= app.today()
    join public.post p on p.county_code = s.county_code and p.id = s.post_id and p.person_id = s.person_id and p.role in ('COUNTY_CLERK', 'COUNTY_DIRECTOR')
      and p.unit_code = s.county_code::bigint * 1000000000 and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
    where s.county_code = county and s.id = secretary and s.ended_at is null
      and 2 = (select count(*) from public.person n where n.county_code = county and n.id in (s.leader_id, s.person_id) and n.is_active))
$$;
/* Whether the caller acknowledges alerts for a leader: at the office, in person. */
create or replace function app.is_secretary_of(leader uuid) returns boolean language sql stable
as $$
  select app.county() is not null and app.office() and app.acting() is null
    and exists (select from public.secretary s where s.county_code = app.county() and s.leader_id = leader and s.person_id = app.person()
      and s.ended_at is null and app.secretary_holds(s.county_code, s.id))
$$;

/* An alert is acknowledged once, and says who did it for the leader; nothing else of it is anybody's to change. */
create or replace function app.keep_alert() returns trigger language plpgsql
as $$
declare
  said constant pg_catalog.text[] := '{acknowledged_at,acted_by_id,acted_by_name}';
  acts uuid;
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() then raise exception 'of another county' using errcode = 'insufficient_privilege'; end if;
  acts := case when new.leader_id = app.person() then app.acting() else app.person() end;
  if old.acknowledged_at is not null or new.acknowledged_at is null or new.acted_by_id is distinct from acts
    or new.acted_by_name is distinct from (select n.name from public.person n where n.county_code = new.county_code and n.id = acts)
    or (to_jsonb(new) - said) is distinct from (to_jsonb(old) - said) then
    raise exception 'an alert is acknowledged once, by whoever does it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* Whom a leader names has a post at the office, and is not the leader; what was said stays, and ends once. */
create or replace function app.keep_secretary() returns trigger language plpgsql
as $$
begin
  if current_user not like 'at\_%' then return null; end if;
  if new.county_code is distinct from app.county() then raise exception 'of another county' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' and (new.person_id = new.leader_id or not app.secretary_holds(new.county_code, new.id)
      or new.leader_name is distinct from (select n.name from public.person n where n.county_code = new.county_code and n.id = new.leader_id)
      or new.person_name is distinct from (select p.person_name from public.post p where p.county_code = new.county_code and p.id = new.post_id))
    or tg_op = 'UPDATE' and (old.ended_at is not null or new.ended_at is null or (to_jsonb(new) - 'ended_at'::pg_catalog.text) is distinct from (to_jsonb(old) - 'ended_at'::pg_catalog.text)) then
    raise exception 'a secretary is named at the office, and ends once' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

/* Tells each county whose next issue of the digest is late (R32): expected on the day after the period that follows the last one issued,
   or after the one in which the first report came. Once a morning, as long as it is late; how many counties. */
create or replace function app.tell_late_digests(today date) returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with last as (
    select k.county_code, k.digest_cycle, coalesce(
      (select max(d.period_to) + 1 from digest d where d.county_code = k.county_code and d.no is not null),
      (select (min(r.submitted_at) at time zone 'Asia/Shanghai')::date from report r where r.county_code = k.county_code)) as next
    from county k),
  expected as (
    select county_code, 1 + case when digest_cycle = 'WEEK' then next + 6
      when extract(day from next) > 20 then (date_trunc('month', next) + interval '1 month - 1 day')::date
      else date_trunc('month', next)::date + case when extract(day from next) > 10 then 19 else 9 end end as on_day from last),
  told as (
    insert into event (county_code, id, unit_code, kind, at, subject)
    select county_code, gen_random_uuid(), county_code::bigint * 1000000000, 'DIGEST_OVERDUE', app.now(), 'DIGEST' from expected where on_day < today
    returning 1)
  select count(*)::int from told
$$;

revoke all on function app.secretary_holds(int, uuid), app.is_secretary_of(uuid), app.keep_alert(), app.keep_secretary(), app.called(int, text, text, int), app.raise_alerts(uuid), app.climb_alerts(interval), app.tell_late_digests(date) from public;
grant execute on function app.secretary_holds(int, uuid), app.is_secretary_of(uuid) to at_county;
grant execute on function app.raise_alerts(uuid) to at_county, at_township, at_village, at_officer;
grant execute on function app.climb_alerts(interval), app.tell_late_digests(date) to lxq_jobs;
