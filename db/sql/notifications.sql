-- Notifications (api/notifications, docs/decisions/0044): what rings is written in the deed's own transaction, by triggers beside what rings; what goes
-- outside the house is deliveries.sql, by which ways channels.sql. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Who of a unit is told as what, with the unit of the post that they are told at: as remindedAs in api/deadlines/reminders has it. Who answers for a station
   answers for its village rooms too. */
create or replace function app.told_as(county int, unit bigint, addressee text) returns table (person_id uuid, unit_code bigint) language sql stable
as $$
  select distinct p.person_id, p.unit_code from post p
  cross join lateral (select county::bigint * 1000000000 as office, unit / 1000000 * 1000000 as station) u
  where p.county_code = county and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
    and case addressee
      when 'HANDLER' then p.unit_code = unit and p.role in ('COUNTY_CLERK', 'TOWNSHIP_CLERK', 'VILLAGE_HEAD')
      when 'OFFICE_HEAD' then (p.unit_code = unit or p.unit_code = u.station and u.station <> u.office) and p.role in ('COUNTY_DIRECTOR', 'TOWNSHIP_LEADER') and p.capacity is distinct from 'IN_CHARGE'
      when 'LEADER' then p.role = 'LEADER' and unit = u.office and p.unit_code = unit
        or p.role = 'TOWNSHIP_LEADER' and p.capacity is distinct from 'OFFICE_HEAD' and (p.unit_code = unit or p.unit_code = u.station and u.station <> u.office)
      else p.unit_code = u.office and p.role in ('COUNTY_CLERK', 'COUNTY_DIRECTOR') end
$$;

-- ── what rings: each once, however often it is said; and nothing of what is brought over from long ago ──

/* Whether something happened just now, and is not history that somebody brings over. */
create or replace function app.is_news(at timestamptz) returns boolean language sql stable as $$ select at > app.now() - interval '1 day' $$;

/* Whoever reported hears that it was returned, answered, adopted in an issue that is out, instructed on. A return that was taken back or answered rings no more. */
create or replace function app.ring_author() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  rung constant text := '{"return": "REPORT_RETURNED", "reply": "REPORT_ANSWERED", "answer": "REPORT_ANSWERED", "digest": "REPORT_ADOPTED", "instruct": "REPORT_INSTRUCTED"}'::jsonb ->> new.deed;
begin
  if not app.is_news(new.at) then return null; end if;
  if rung is null then
    update notification set acknowledged_at = new.at where county_code = new.county_code and subject_id = new.subject_id and kind = 'REPORT_RETURNED' and acknowledged_at is null;
    return null;
  end if;
  insert into notification (county_code, id, unit_code, person_id, author_id, line, kind, why, subject, subject_id, key, created_at)
  values (new.county_code, gen_random_uuid(), new.unit_code, new.author_id, new.author_id, new.line, rung, 'AUTHOR', 'REPORT', new.subject_id, rung || ':' || new.id, new.at)
  on conflict do nothing;
  return null;
end $$;

/* Whom an urgent report calls (R36), and their secretary, who is told for whom. */
create or replace function app.ring_called() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not app.is_news(new.raised_at) or new.acknowledged_at is not null or new.withdrawn_at is not null then return null; end if;
  insert into notification (county_code, id, unit_code, person_id, line, kind, why, subject, subject_id, key, created_at)
  values (new.county_code, gen_random_uuid(), new.county_code::bigint * 1000000000, new.leader_id, new.line, 'URGENT_REPORT', 'CALLED', 'REPORT', new.report_id, 'URGENT_REPORT:' || new.id, app.now())
  on conflict do nothing;
  insert into notification (county_code, id, unit_code, person_id, line, kind, why, for_name, subject, subject_id, key, created_at)
  select s.county_code, gen_random_uuid(), s.county_code::bigint * 1000000000, s.person_id, new.line, 'URGENT_REPORT', 'SECRETARY', s.leader_name, 'REPORT', new.report_id, 'URGENT_REPORT:' || new.id, app.now()
  from secretary s where s.county_code = new.county_code and s.leader_id = new.leader_id and s.ended_at is null and new.line <> 'SEALED' and app.secretary_holds(s.county_code, s.id)
  on conflict do nothing;
  return null;
end $$;
/* An alert that is known, or was withdrawn, rings no more. */
create or replace function app.settle_called() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update notification set acknowledged_at = app.now() where county_code = new.county_code and subject_id = new.report_id and key = 'URGENT_REPORT:' || new.id and acknowledged_at is null;
  return null;
end $$;
/* … nor for whoever is the leader's secretary no longer. */
create or replace function app.settle_secretary() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update notification n set acknowledged_at = new.ended_at from alert a
  where a.county_code = new.county_code and a.leader_id = new.leader_id and n.county_code = a.county_code and n.person_id = new.person_id
    and n.why = 'SECRETARY' and n.key = 'URGENT_REPORT:' || a.id and n.acknowledged_at is null;
  return null;
end $$;

/* Whoever handles what a unit owes hears that it begins. */
create or replace function app.ring_duty() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.state in ('MET', 'DROPPED') or not app.is_news(new.due_at) then return null; end if;
  insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
  select new.county_code, gen_random_uuid(), t.unit_code, t.person_id, 'DUTY_BEGUN', 'HANDLER', new.subject, new.subject_id, 'DUTY:' || new.id || ':BEGUN:' || new.unit_code, app.now()
  from app.told_as(new.county_code, new.unit_code, 'HANDLER') t
  on conflict do nothing;
  return null;
end $$;
/* Reminders are made once a rung (app.send_reminders); each rings for those whom it is for. */
create or replace function app.ring_reminded() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not app.is_news(new.sent_at) or new.read_at is not null then return null; end if;
  insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
  select d.county_code, gen_random_uuid(), t.unit_code, t.person_id, case when new.rung in ('BEFORE', 'AT') then 'DUTY_NEARS' else 'DUTY_PASSED' end,
    new.addressee, d.subject, d.subject_id, 'DUTY:' || d.id || ':' || new.rung, app.now()
  from deadline d, app.told_as(new.county_code, new.unit_code, new.addressee) t
  where d.county_code = new.county_code and d.id = new.deadline_id
  on conflict do nothing;
  return null;
end $$;
/* A reminder that was read by whomever it is for rings for none of them any more. */
create or replace function app.settle_reminded() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update notification set acknowledged_at = new.read_at
  where county_code = new.county_code and acknowledged_at is null and key = 'DUTY:' || new.deadline_id || ':' || new.rung
    and subject_id = (select d.subject_id from deadline d where d.county_code = new.county_code and d.id = new.deadline_id);
  return null;
end $$;
/* What is done or owed no more rings for nobody. */
create or replace function app.settle_duty() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update notification set acknowledged_at = app.now()
  where county_code = new.county_code and subject_id = new.subject_id and acknowledged_at is null and key like 'DUTY:' || new.id || ':%';
  return null;
end $$;

/* Whom it is for acknowledges it, once; nothing else of it is theirs to change. */
create or replace function app.keep_notification() returns trigger language plpgsql
as $$
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() or old.acknowledged_at is not null or new.acknowledged_at is null
    or (to_jsonb(new) - 'acknowledged_at'::pg_catalog.text) is distinct from (to_jsonb(old) - 'acknowledged_at'::pg_catalog.text) then
    raise exception 'a notification is acknowledged once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* Screens hear that what they show of notifications has changed: whoever may have been told or have acknowledged, and neither what nor which of a unit it was. */
create or replace function app.tell_notified(told uuid[]) returns void language sql volatile
as $$
  insert into public.event (county_code, id, unit_code, kind, at, subject, author_id, line, ears)
  select distinct on (n.county_code, n.unit_code, n.author_id, n.line = 'SEALED') n.county_code, gen_random_uuid(), n.unit_code, 'NOTIFIED', app.now(), 'NOTIFICATION', n.author_id,
    case n.line when 'SEALED' then 'SEALED' else 'LINE' end,
    case when n.author_id is not null or n.unit_code <> n.county_code::bigint * 1000000000 then 'UNIT' when n.line = 'SEALED' then 'EVERYBODY' else 'LEADERS' end
  from public.county k join public.notification n on n.county_code = k.county_code and n.id = any(told)
$$;

/* What rang longer ago than `keep` goes, and channels that somebody took away and did not bring back. Every night. */
create or replace function app.sweep_notifications(keep interval) returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with gone as (delete from notification n using county k where n.county_code = k.county_code and n.created_at < app.now() - keep returning n.county_code, n.id),
  deliveries as (delete from notification_delivery d using gone g where d.county_code = g.county_code and d.notification_id = g.id),
  paces as (delete from notification_pace p using county k where p.county_code = k.county_code and p.next_at < app.now() - interval '1 day'),
  removed as (delete from notification_channel c using county k where c.county_code = k.county_code and c.ended_why = 'REMOVED' and c.ended_at < app.now() - interval '1 hour')
  select count(*)::int from gone
$$;

revoke all on function app.told_as(int, bigint, text), app.is_news(timestamptz), app.ring_author(), app.ring_called(), app.settle_called(), app.settle_secretary(), app.ring_duty(), app.ring_reminded(), app.settle_reminded(), app.settle_duty(), app.keep_notification(),
  app.tell_notified(uuid[]), app.sweep_notifications(interval) from public;
grant execute on function app.tell_notified(uuid[]) to at_county, at_township, at_village, at_officer;
grant execute on function app.sweep_notifications(interval) to lxq_jobs;
