-- What goes outside the house (api/notifications/delivering, docs/decisions/0044, 0049): spread onto channels and said in turns, by the queue. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* The first moment from then on that is not within quiet hours, which are minutes of the county's day and may go past midnight. */
create or replace function app.after_quiet(at timestamptz, quiet_from int, quiet_to int) returns timestamptz language sql stable
as $$
  select case when quiet_from is null or not (case when quiet_from < quiet_to then m.n >= quiet_from and m.n < quiet_to else m.n >= quiet_from or m.n < quiet_to end) then at
    else date_trunc('minute', at) + (quiet_to - m.n + case when quiet_to <= m.n then 1440 else 0 end) * interval '1 minute' end
  from (select (extract(hour from l) * 60 + extract(minute from l))::int as n from (select at at time zone 'Asia/Shanghai' as l) local) m
$$;

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
    perform app.end_channel(county, channel, ends);
    update notification_delivery d set state = 'FAILED', failure = 'CHANNEL_ENDED' where d.county_code = end_turn.county and d.channel_id = end_turn.channel and d.state = 'QUEUED';
  end if;
  select min(d.not_before) into soonest from notification_delivery d where d.county_code = end_turn.county and d.channel_id = end_turn.channel and d.state = 'QUEUED';
  return soonest;
end $$;

revoke all on function app.after_quiet(timestamptz, int, int), app.queue_channel(int, uuid, timestamptz), app.standing_in(int, uuid, bigint), app.spread_notifications(int), app.take_turn(int, uuid, jsonb, interval),
  app.end_turn(int, uuid, uuid, text, text, interval, interval, text) from public;
grant execute on function app.queue_channel(int, uuid, timestamptz), app.spread_notifications(int), app.take_turn(int, uuid, jsonb, interval), app.end_turn(int, uuid, uuid, text, text, interval, interval, text) to lxq_jobs;
