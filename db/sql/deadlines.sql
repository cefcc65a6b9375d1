-- Deadlines (api/deadlines): what the queue does with those of all counties. Reckoning itself is done in schema/deadlines, once for everybody.
-- Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* The calendar's mark: another day, another name, another mark. Deadlines bear that of the calendar that they were reckoned by. */
create or replace function app.calendar_version() returns text language sql stable parallel safe
  as $$ select coalesce(md5(string_agg(day || '=' || is_workday || name, ',' order by day)), '') from public.calendar_day $$;

/* The days for the queue, which enters no level: what everybody may read. */
create or replace function app.known_days() returns table (day date, is_workday boolean, name text, version text) language sql stable security definer set search_path = public, pg_temp
  as $$ select c.day, c.is_workday, c.name, v from calendar_day c, app.calendar_version() v $$;

/* Open deadlines that were reckoned by another calendar, at most `most`, and nobody else's until this transaction ends. Another mark is a
   lesser or a greater one: so an index finds that there are none, which it is nearly every minute. */
create or replace function app.stale_deadlines(mark text, most int)
  returns table (county_code int, id uuid, unit_code bigint, rule text, started_at timestamptz, amount int, due_on date, due_at timestamptz, extended_days int, pauses jsonb, paused_at timestamptz)
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select d.county_code, d.id, d.unit_code, d.rule, d.started_at, d.amount, d.due_on, d.due_at, d.extended_days, d.pauses, d.paused_at
  from county k join deadline d on d.county_code = k.county_code
    and d.state in ('RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED') and (d.calendar < mark or d.calendar > mark)
  where mark = app.calendar_version() -- else two that know two calendars would undo each other's work without end
  order by d.county_code, d.id limit most for update of d skip locked
$$;

/* Writes what they were reckoned to be, and a line for each that has moved; how many have. */
create or replace function app.reckon_deadlines(reckoned jsonb) returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with wanted as (
    select * from jsonb_to_recordset(reckoned) as w (county_code int, id uuid, due_at timestamptz, proof jsonb, calendar text, ladder jsonb, remind_at timestamptz)),
  changed as (
    update deadline d set proof = w.proof, calendar = w.calendar, ladder = w.ladder, due_at = w.due_at,
      remind_at = w.remind_at, -- rungs that were sent are not sent again
      moved_from = case when d.due_at <> w.due_at then d.due_at else d.moved_from end,
      moved_at = case when d.due_at <> w.due_at then app.now() else d.moved_at end,
      told_as = case when d.due_at <> w.due_at then null else d.told_as end,
      version = d.version + (d.due_at <> w.due_at)::int
    from wanted w join deadline o on o.county_code = w.county_code and o.id = w.id
    where d.county_code = w.county_code and d.id = w.id
    returning d.county_code, d.id, d.unit_code, d.subject, d.subject_id, d.about, o.due_at as due_before, d.due_at),
  noted as (
    insert into audit (county_code, id, unit_code, at, subject, subject_id, about, deed, actor_id, actor_name, actor_role, detail, ears)
    select county_code, gen_random_uuid(), unit_code, app.now(), 'DEADLINE', id, about || jsonb_build_object(subject, subject_id), 'move',
      '00000000-0000-0000-0000-000000000000', '', 'ADMIN', jsonb_build_object('before', due_before, 'after', due_at), 'LEADERS'
    from changed where due_at <> due_before
    returning 1)
  select count(*)::int from noted
$$;

/* Once all of them are reckoned by this calendar, lets each unit hear of what has moved: one event a unit, under which the list is found. Of several
   processes one tells. How many units. */
create or replace function app.tell_moved_deadlines(mark text) returns int language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare told int;
begin
  perform pg_advisory_xact_lock(6360912347);
  if exists (select from county k join deadline d on d.county_code = k.county_code
    and d.state in ('RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED') and (d.calendar < mark or d.calendar > mark)) then return 0; end if;
  with units as (
    select d.county_code, d.unit_code, gen_random_uuid() as id from county k join deadline d on d.county_code = k.county_code and d.moved_at is not null and d.told_as is null
    group by d.county_code, d.unit_code),
  marked as (
    update deadline d set told_as = u.id from units u
    where d.county_code = u.county_code and d.unit_code = u.unit_code and d.moved_at is not null and d.told_as is null),
  heard as (
    insert into event (county_code, id, unit_code, kind, at, subject, about, ears)
    select county_code, gen_random_uuid(), unit_code, 'DEADLINES_MOVED', app.now(), 'DEADLINE', jsonb_build_object('CALENDAR', id), 'LEADERS' from units
    returning 1)
  select count(*)::int into told from heard;
  return told;
end $$;

/* Makes the reminders that are due, each once, and sets every deadline to its next; how many were made. Called while people are at work. */
create or replace function app.send_reminders() returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with due as (
    select d.* from county k join deadline d on d.county_code = k.county_code and d.remind_at is not null and d.remind_at <= app.now()
    for update of d skip locked),
  made as (
    insert into reminder (county_code, deadline_id, rung, unit_code, addressee, sent_at)
    select d.county_code, d.id, r.rung, d.unit_code, r.addressee, app.now()
    from due d, jsonb_to_recordset(d.ladder) as r (rung text, addressee text, at timestamptz) where r.at <= app.now()
    on conflict do nothing
    returning county_code, deadline_id, addressee),
  ahead as (
    update deadline d set remind_at = (select min(r.at) from jsonb_to_recordset(due.ladder) as r (at timestamptz) where r.at > app.now())
    from due where d.county_code = due.county_code and d.id = due.id),
  heard as (
    insert into event (county_code, id, unit_code, kind, at, subject, subject_id, about, ears)
    select m.county_code, gen_random_uuid(), case m.addressee when 'COUNTY_OFFICE' then m.county_code::bigint * 1000000000 else d.unit_code end,
      'DEADLINE_REMINDED', app.now(), 'DEADLINE', m.deadline_id, d.about || jsonb_build_object('DEADLINE', m.deadline_id, d.subject, d.subject_id),
      case m.addressee when 'LEADER' then 'LEADERS' else 'OFFICE' end
    from made m join due d on d.county_code = m.county_code and d.id = m.deadline_id
    returning 1)
  select count(*)::int from heard
$$;


/* Whom a deadline has reminded, and whether they read it, stands with it as well: neither lists nor the page of what it is of look up a reminder. */
create or replace function app.follow_reminder() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- Held before its reminders are read: whoever waits here reads what the other has made.
  perform from deadline where county_code = new.county_code and id = new.deadline_id for update;
  update deadline set reminded = (
    select jsonb_agg(jsonb_build_object('rung', r.rung, 'addressee', r.addressee, 'sentAt', r.sent_at, 'readAt', r.read_at) order by r.sent_at, r.rung)
    from reminder r where r.county_code = new.county_code and r.deadline_id = new.deadline_id)
  where county_code = new.county_code and id = new.deadline_id;
  return null;
end $$;
revoke all on function app.follow_reminder() from public;
revoke all on function app.calendar_version(), app.known_days(), app.stale_deadlines(text, int), app.reckon_deadlines(jsonb), app.tell_moved_deadlines(text), app.send_reminders() from public;
grant execute on function app.calendar_version() to at_county, at_township, at_village, at_officer;
grant execute on function app.known_days(), app.stale_deadlines(text, int), app.reckon_deadlines(jsonb), app.tell_moved_deadlines(text), app.send_reminders() to lxq_jobs;
