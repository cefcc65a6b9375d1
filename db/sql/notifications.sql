-- Notifications (api/notifications, docs/decisions/0044): what rings is written in the deed's own transaction, by triggers beside what rings; what goes
-- outside the house is spread and sent by the queue. Run by lxq_owner; safe to run again.
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

/* Whose mailbox it is, is found out by a code that is read there, and said by nobody's word. Of a channel that is there nothing changes but its quiet hours and whether it has ended. */
create or replace function app.keep_channel() returns trigger language plpgsql
as $$
declare said constant pg_catalog.text[] := '{quiet_from,quiet_to,ended_at,ended_why}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county()
    or tg_op = 'INSERT' and (new.code_hash is not null or new.code_at is not null or new.kind = 'EMAIL' and new.verified_at is not null)
    or tg_op = 'UPDATE' and (to_jsonb(new) - said) is distinct from (to_jsonb(old) - said) then
    raise exception 'a mailbox is verified by a code' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- ── outside the house ──

/* The first moment from then on that is not within quiet hours, which are minutes of the county's day and may go past midnight. */
create or replace function app.after_quiet(at timestamptz, quiet_from int, quiet_to int) returns timestamptz language sql stable
as $$
  select case when quiet_from is null or not (case when quiet_from < quiet_to then m.n >= quiet_from and m.n < quiet_to else m.n >= quiet_from or m.n < quiet_to end) then at
    else date_trunc('minute', at) + (quiet_to - m.n + case when quiet_to <= m.n then 1440 else 0 end) * interval '1 minute' end
  from (select (extract(hour from l) * 60 + extract(minute from l))::int as n from (select at at time zone 'Asia/Shanghai' as l) local) m
$$;

/* Whether what waits until `next_at` waits no more: nothing is made to wait for longer than `longest` (an hour, where a service asks for it), so that a moment further off is of a clock that was set back. */
create or replace function app.is_free(next_at timestamptz, longest interval) returns boolean language sql volatile
as $$ select next_at <= app.clock() or next_at > app.clock() + longest $$;

/* Asks the queue to look at a channel as soon as something of it may go. One job a channel, and one at a time. */
create or replace function app.queue_channel(county int, channel uuid, at timestamptz) returns void language sql volatile
as $$
  select graphile_worker.add_job('deliver', json_build_object('county', county, 'channel', channel), queue_name := 'channel:' || channel, job_key := 'channel:' || channel,
    run_at := case when at > app.now() then at end, max_attempts := 5)
$$;

/* Who stands in today for somebody at a unit: they are told at the post what its holder is told there, and nothing that is told the holder in person. */
create or replace function app.standing_in(county int, holder uuid, unit bigint) returns table (person_id uuid) language sql stable
as $$
  select distinct k.person_id from stand_in k join post p on p.county_code = k.county_code and p.id = k.post_id
  where k.county_code = county and k.holder_id = holder and p.unit_code = unit and p.person_id = holder
    and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today() and app.stands_in(county, p.id, holder, p.role, k.person_id)
$$;

/* Screens hear that what they show of notifications has changed: whoever may have been told or have acknowledged, and neither what nor which of a unit it was. */
create or replace function app.tell_notified(told uuid[]) returns void language sql volatile
as $$
  insert into public.event (county_code, id, unit_code, kind, at, subject, author_id, line, ears)
  select distinct on (n.county_code, n.unit_code, n.author_id, n.line = 'SEALED') n.county_code, gen_random_uuid(), n.unit_code, 'NOTIFIED', app.now(), 'NOTIFICATION', n.author_id,
    case n.line when 'SEALED' then 'SEALED' else 'LINE' end,
    case when n.author_id is not null or n.unit_code <> n.county_code::bigint * 1000000000 then 'UNIT' when n.line = 'SEALED' then 'EVERYBODY' else 'LEADERS' end
  from public.county k join public.notification n on n.county_code = k.county_code and n.id = any(told)
$$;

/* Whether whoever a channel is of comes in no more; a unit's robot is nobody's. */
create or replace function app.has_left(county int, person uuid) returns boolean language sql stable
as $$ select exists (select from person p where p.county_code = county and p.id = person and not p.is_active) $$;

/* Spreads what was rung and not spread yet: onto the channels of whom it is for, of who stands in for them today and of their unit, and to screens, which hear that there is something and not what. Of several processes
   each row is one's; how many rows. */
create or replace function app.spread_notifications(most int) returns int language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  taken uuid[];
  due record;
begin
  with fresh as (
    select n.county_code, n.id from county k join notification n on n.county_code = k.county_code and n.spread_at is null limit most for update of n skip locked),
  marked as (update notification n set spread_at = app.now() from fresh f where n.county_code = f.county_code and n.id = f.id returning n.id)
  select array_agg(id) into taken from marked;
  if taken is null then return 0; end if;

  insert into notification_delivery (county_code, notification_id, channel_id, unit_code, person_id, author_id, line, kind, channel, key, is_for_stand_in, not_before, queued_at)
  select n.county_code, n.id, c.id, n.unit_code, n.person_id, n.author_id, n.line, n.kind, c.kind, n.key, w.stands_in,
    case n.kind when 'URGENT_REPORT' then app.now() else app.after_quiet(app.now(), c.quiet_from, c.quiet_to) end, app.now()
  from county k join notification n on n.county_code = k.county_code and n.id = any(taken) and n.acknowledged_at is null
  cross join lateral (
    select n.person_id, null::bigint as unit_code, false as stands_in
    union all select null, n.unit_code, false where n.author_id is null and n.line <> 'SEALED'
    union all select s.person_id, null, true from app.standing_in(n.county_code, n.person_id, n.unit_code) s where n.author_id is null and n.line <> 'SEALED' and n.why <> 'SECRETARY') w
  join notification_channel c on c.county_code = n.county_code and c.ended_at is null and c.verified_at is not null and not app.has_left(c.county_code, c.person_id)
    and (c.person_id = w.person_id or c.person_id is null and c.unit_code = w.unit_code)
  order by w.stands_in
  on conflict do nothing;

  for due in
    select d.county_code, d.channel_id, min(d.not_before) as at from county k join notification_delivery d on d.county_code = k.county_code and d.state = 'QUEUED'
    where d.channel_id in (select x.channel_id from county k join notification_delivery x on x.county_code = k.county_code and x.notification_id = any(taken))
    group by d.county_code, d.channel_id order by d.channel_id
  loop
    perform app.queue_channel(due.county_code, due.channel_id, due.at);
  end loop;

  perform app.tell_notified(taken);
  return cardinality(taken);
end $$;

/* Takes a turn at a channel: everything of it that may go now, as one message, but for what was acknowledged or sealed while it waited. `wait` says when to come back where nothing may go yet; null where nothing is left. A robot's address is called once in
   `gaps` (milliseconds, by kind) by whoever, because its row here is taken by one statement. What a turn has taken comes back after two minutes, should nobody say how it ended. */
create or replace function app.take_turn(county int, channel uuid, gaps jsonb, tried interval) returns jsonb language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  c record;
  is_over boolean;
  free timestamptz;
  soonest timestamptz;
  my_turn uuid := gen_random_uuid();
  counts jsonb;
begin
  select * into c from notification_channel h where h.county_code = take_turn.county and h.id = take_turn.channel for update;
  is_over := c.id is null or c.ended_at is not null or app.has_left(c.county_code, c.person_id);
  update notification_delivery d set state = 'FAILED', failure = case when is_over then 'CHANNEL_ENDED' else coalesce(d.failure, 'GIVEN_UP') end, turn = null
  where d.county_code = take_turn.county and d.channel_id = take_turn.channel and d.state = 'QUEUED' and (is_over or d.queued_at < app.now() - tried);
  -- what has waited is said to nobody who knows it, nor in a unit's room or to a stand-in where it was sealed meanwhile
  update notification_delivery d set state = 'FAILED', failure = 'SETTLED', turn = null from notification n
  where d.county_code = take_turn.county and d.channel_id = take_turn.channel and d.state = 'QUEUED' and n.county_code = d.county_code and n.id = d.notification_id
    and ((c.person_id is null or d.is_for_stand_in) and n.line = 'SEALED'
      or n.acknowledged_at is not null and (c.person_id is not null or not exists (
        select from notification m where m.county_code = n.county_code and m.subject_id = n.subject_id and m.key = n.key and m.unit_code = n.unit_code and m.acknowledged_at is null)));
  -- … nor to whoever stood in for them and does so no longer
  update notification_delivery d set state = 'FAILED', failure = 'STAND_IN_ENDED', turn = null
  where d.county_code = take_turn.county and d.channel_id = take_turn.channel and d.state = 'QUEUED' and d.is_for_stand_in
    and c.person_id not in (select s.person_id from app.standing_in(d.county_code, d.person_id, d.unit_code) s);
  select min(d.not_before) into soonest from notification_delivery d where d.county_code = take_turn.county and d.channel_id = take_turn.channel and d.state = 'QUEUED';
  if soonest is null then return null; end if;
  if soonest > app.now() then return jsonb_build_object('wait', soonest); end if;

  insert into notification_pace as p (county_code, mark, next_at) values (take_turn.county, c.mark, app.clock() + (gaps ->> c.kind)::int * interval '1 millisecond')
  on conflict (county_code, mark) do update set next_at = excluded.next_at where app.is_free(p.next_at, interval '1 hour')
  returning next_at into free;
  if free is null then
    select p.next_at into free from notification_pace p where p.county_code = take_turn.county and p.mark = c.mark;
    return jsonb_build_object('wait', free);
  end if;

  with taken as (
    update notification_delivery d set attempts = d.attempts + 1, turn = my_turn, not_before = app.now() + interval '2 minutes'
    where d.county_code = take_turn.county and d.channel_id = take_turn.channel and d.state = 'QUEUED' and d.not_before <= app.now()
    returning d.kind, d.attempts, d.is_for_stand_in)
  select jsonb_build_object('kinds', jsonb_object_agg(kind, n), 'attempts', max(most), 'asStandIn', sum(lent)) into counts
  from (select kind, count(*) as n, max(attempts) as most, count(*) filter (where is_for_stand_in) as lent from taken group by kind) k;
  return counts || jsonb_build_object('turn', my_turn, 'kind', c.kind, 'language', c.language, 'sealed', encode(c.sealed, 'base64'), 'nonce', encode(c.nonce, 'base64'), 'keyId', c.key_id);
end $$;

/* How a turn ended: SENT or DELIVERED, FAILED for good, or QUEUED to be tried `again`; `pause` leaves the address alone for so long, whoever else calls it; `ends` why the channel is no channel any more.
   When to come back, null where nothing is left. */
create or replace function app.end_turn(county int, channel uuid, turn uuid, became text, why text, again interval, pause interval, ends text) returns timestamptz language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare soonest timestamptz;
begin
  update notification_delivery d set state = became, turn = null, failure = why,
    sent_at = case when became in ('SENT', 'DELIVERED') then app.now() end,
    not_before = case became when 'QUEUED' then app.now() + again else d.not_before end
  where d.county_code = end_turn.county and d.channel_id = end_turn.channel and d.turn = end_turn.turn and d.state = 'QUEUED';
  if pause is not null then
    update notification_pace p set next_at = greatest(p.next_at, app.clock() + pause) from notification_channel c
    where c.county_code = end_turn.county and c.id = end_turn.channel and p.county_code = c.county_code and p.mark = c.mark;
  end if;
  if ends is not null then
    update notification_channel c set ended_at = app.now(), ended_why = ends where c.county_code = end_turn.county and c.id = end_turn.channel and c.ended_at is null;
    update notification_delivery d set state = 'FAILED', failure = 'CHANNEL_ENDED' where d.county_code = end_turn.county and d.channel_id = end_turn.channel and d.state = 'QUEUED';
  end if;
  select min(d.not_before) into soonest from notification_delivery d where d.county_code = end_turn.county and d.channel_id = end_turn.channel and d.state = 'QUEUED';
  return soonest;
end $$;

/* What a person does once in so long, whatever they do it to; false when it is too soon. */
create or replace function app.keep_pace(what text, apart interval) returns boolean language plpgsql volatile
as $$
begin
  insert into notification_pace as p (county_code, mark, next_at) values (app.county(), what || ' ' || app.person(), app.clock() + apart)
  on conflict (county_code, mark) do update set next_at = excluded.next_at where app.is_free(p.next_at, apart);
  return found;
end $$;

/* A message to try one of the caller's channels, once in so long; false when one was tried just now. It stands in the ledger as any other. */
create or replace function app.try_channel(channel uuid, apart interval) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  c record;
  id uuid := gen_random_uuid();
begin
  select * into c from notification_channel h where h.county_code = app.county() and h.id = try_channel.channel and h.ended_at is null and h.verified_at is not null and app.acting() is null
    and (h.person_id = app.person() or h.person_id is null and h.unit_code = app.unit());
  if not found or not app.keep_pace('trial', apart) then return false; end if;
  insert into notification (county_code, id, unit_code, person_id, author_id, kind, why, subject, key, created_at, spread_at)
  values (c.county_code, id, app.unit(), app.person(), case app.level() when 'OFFICER' then app.person() end, 'TRIAL', 'ASKED', 'CHANNEL', 'TRIAL:' || id, app.now(), app.now());
  insert into notification_delivery (county_code, notification_id, channel_id, unit_code, person_id, author_id, kind, channel, key, not_before, queued_at)
  values (c.county_code, id, c.id, app.unit(), app.person(), case app.level() when 'OFFICER' then app.person() end, 'TRIAL', c.kind, 'TRIAL:' || id, app.now(), app.now());
  perform app.queue_channel(c.county_code, c.id, app.now());
  return true;
end $$;

/* Asks for a code to be sent to a mailbox of the caller's that is not verified yet, once in so long; false when it is too soon. Which code is the queue's to say: no level makes one of its own. */
drop function if exists app.ask_code(uuid, timestamptz, text, interval);
create or replace function app.ask_code(channel uuid, apart interval) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from notification_channel c where c.county_code = app.county() and c.id = ask_code.channel and c.person_id = app.person() and app.acting() is null
    and c.kind = 'EMAIL' and c.verified_at is null and c.ended_at is null for update;
  if not found or not app.keep_pace('code', apart) then return false; end if;
  update notification_channel c set code_at = app.now(), code_hash = null, code_tries = 0 where c.county_code = app.county() and c.id = ask_code.channel;
  perform graphile_worker.add_job('send_code', json_build_object('county', app.county(), 'channel', channel), queue_name := 'channel:' || channel, job_key := 'code:' || channel, max_attempts := 4);
  return true;
end $$;
/* What the queue sends: the mailbox and when its code was asked for; null where there is none, or it is good no longer. */
create or replace function app.code_to_send(county int, channel uuid, lasts interval) returns jsonb language sql stable security definer set search_path = public, pg_temp
as $$
  select jsonb_build_object('kind', c.kind, 'language', c.language, 'codeAt', c.code_at, 'sealed', encode(c.sealed, 'base64'), 'nonce', encode(c.nonce, 'base64'), 'keyId', c.key_id)
  from notification_channel c where c.county_code = code_to_send.county and c.id = code_to_send.channel and c.verified_at is null and c.ended_at is null and c.code_at > app.now() - lasts
$$;
/* What is kept of the code that is about to be sent; false where another was asked for meanwhile. */
create or replace function app.keep_code(county int, channel uuid, at timestamptz, hash text) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update notification_channel c set code_hash = hash where c.county_code = keep_code.county and c.id = keep_code.channel and c.code_at = keep_code.at and c.verified_at is null and c.ended_at is null;
  return found;
end $$;
/* A mailbox that takes no letters is none. */
create or replace function app.end_channel(county int, channel uuid, why text) returns void language sql volatile security definer set search_path = public, pg_temp
as $$ update notification_channel c set ended_at = app.now(), ended_why = why where c.county_code = end_channel.county and c.id = end_channel.channel and c.ended_at is null $$;
/* What became of a code that the caller has read in a mailbox of theirs. Each try counts, so that nobody guesses; null where there is no such mailbox. */
create or replace function app.try_code(channel uuid, hash text, lasts interval, most int) returns text language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare c record;
begin
  update notification_channel h set code_tries = h.code_tries + 1
  where h.county_code = app.county() and h.id = try_code.channel and h.person_id = app.person() and app.acting() is null and h.kind = 'EMAIL' and h.verified_at is null and h.ended_at is null returning * into c;
  if not found then return null; end if;
  if c.code_at is null or c.code_at <= app.now() - lasts then return 'EXPIRED'; end if;
  if c.code_tries > most then return 'SPENT'; end if;
  if hash is null or c.code_hash is distinct from hash then return 'WRONG'; end if;
  update notification_channel h set verified_at = app.now(), code_at = null, code_hash = null, code_tries = 0 where h.county_code = c.county_code and h.id = c.id;
  return 'VERIFIED';
end $$;

/* A county's key for its push services, where it has none yet. */
create or replace function app.keep_push_key(county int, public_key text, sealed bytea, nonce bytea, key_id text) returns void language sql volatile security definer set search_path = public, pg_temp
as $$ insert into push_key (county_code, public_key, sealed, nonce, key_id, made_at) values (county, public_key, sealed, nonce, key_id, app.now()) on conflict do nothing $$;
/* Counties that have none. */
create or replace function app.without_push_key() returns table (county_code int) language sql stable security definer set search_path = public, pg_temp
as $$ select k.county_code from county k where not exists (select from push_key p where p.county_code = k.county_code) $$;
/* What a browser of the caller's county subscribes with. */
create or replace function app.push_key() returns text language sql stable security definer set search_path = public, pg_temp
as $$ select p.public_key from push_key p where p.county_code = app.county() $$;
create or replace function app.push_key_of(county int) returns table (public_key text, sealed bytea, nonce bytea, key_id text) language sql stable security definer set search_path = public, pg_temp
as $$ select p.public_key, p.sealed, p.nonce, p.key_id from push_key p where p.county_code = county $$;

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
  app.after_quiet(timestamptz, int, int), app.is_free(timestamptz, interval), app.queue_channel(int, uuid, timestamptz), app.tell_notified(uuid[]), app.spread_notifications(int), app.take_turn(int, uuid, jsonb, interval),
  app.end_turn(int, uuid, uuid, text, text, interval, interval, text), app.try_channel(uuid, interval), app.keep_push_key(int, text, bytea, bytea, text), app.without_push_key(), app.push_key(), app.push_key_of(int),
  app.keep_channel(), app.standing_in(int, uuid, bigint), app.has_left(int, uuid), app.keep_pace(text, interval), app.ask_code(uuid, interval), app.code_to_send(int, uuid, interval), app.keep_code(int, uuid, timestamptz, text), app.end_channel(int, uuid, text), app.try_code(uuid, text, interval, int),
  app.sweep_notifications(interval) from public;
grant execute on function app.tell_notified(uuid[]), app.try_channel(uuid, interval), app.ask_code(uuid, interval), app.try_code(uuid, text, interval, int), app.push_key() to at_county, at_township, at_village, at_officer;
grant execute on function app.queue_channel(int, uuid, timestamptz), app.spread_notifications(int), app.take_turn(int, uuid, jsonb, interval), app.end_turn(int, uuid, uuid, text, text, interval, interval, text),
  app.keep_push_key(int, text, bytea, bytea, text), app.without_push_key(), app.push_key_of(int), app.sweep_notifications(interval), app.code_to_send(int, uuid, interval), app.keep_code(int, uuid, timestamptz, text), app.end_channel(int, uuid, text) to lxq_jobs;
