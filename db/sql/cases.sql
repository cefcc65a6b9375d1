-- Cases (api/cases): what closes one, what of one each may change, and the hands under a closing. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* 三不结案 (R56), for whoever writes, the table's owner too: no case is closed without the villager's opinion in a signed report, a revisit that counts, and the signatures of whoever is
   responsible and of the unit's main leader under that very report, made after the revisit. Nothing is born further than registered; what follows a closing leads on from one, and what goes
   elsewhere was never accepted. */
create or replace function app.keep_case_gate() returns trigger language plpgsql
as $$
declare
  bounds constant pg_catalog.text[] := '{CLOSED,REVIEW,FINAL_REVIEW,TERMINATED,ARCHIVED,TRANSFERRED,REDIRECTED,NOT_ACCEPTED}';
  ways constant pg_catalog.text[] := '{CLOSED REVIEW,REVIEW CLOSED,CLOSED FINAL_REVIEW,FINAL_REVIEW TERMINATED,CLOSED REOPENED,REVIEW REOPENED,FINAL_REVIEW REOPENED,CLOSED ARCHIVED,TERMINATED ARCHIVED,
    REGISTERED TRANSFERRED,REGISTERED REDIRECTED,REGISTERED NOT_ACCEPTED,TRANSFERRED ARCHIVED,REDIRECTED ARCHIVED,NOT_ACCEPTED ARCHIVED}';
  way text;
  report record;
  begun int;
  heard timestamptz;
  missing pg_catalog.text[] := '{}';
begin
  if tg_op = 'INSERT' then
    if new.state <> 'REGISTERED' or new.round <> 1 then raise exception 'a case begins by being registered' using errcode = 'check_violation'; end if;
    return new;
  end if;
  begun := (new.state in ('REWORK', 'REOPENED') and new.state <> old.state)::int;
  if new.round - old.round <> begun then
    raise exception 'a case that is handled again begins another round, and no other does' using errcode = 'check_violation';
  end if;
  if new.state = old.state then return new; end if;
  way := old.state || ' ' || new.state;
  if way <> 'PRE_CLOSE_VISITED CLOSED' then
    if (new.state = any(bounds) or old.state = any(bounds) or new.state = 'REOPENED') and not way = any(ways) then
      raise exception 'a case is closed after its revisit, and goes no way around: %', way using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select r.opinion, r.signed_at, r.signed_hash into report from result_report r
    where r.county_code = new.county_code and r.subject_id = new.id and r.round = new.round;
  if report.signed_at is null or coalesce(report.opinion, '') !~ '[^\s\u00a0\u2000-\u200f\u3000\ufeff]' then missing := missing || 'opinion'::pg_catalog.text; end if;
  select max(v.done_at) into heard from revisit v
    where v.county_code = new.county_code and v.subject_id = new.id and v.round = new.round and v.kind = 'PRE_CLOSE'
      and (v.state = 'COUNTED' or v.state = 'COMPLETED' and v.is_solved and v.rating is distinct from 'DISSATISFIED');
  if heard is null then missing := missing || 'revisitSheet'::pg_catalog.text; end if;
  select missing || coalesce(array_agg('signed' || w.signs_as order by w.signs_as desc), '{}') into missing
    from unnest('{RESPONSIBLE,PRINCIPAL}'::pg_catalog.text[]) as w (signs_as)
    where not exists (select from signature s where s.county_code = new.county_code and s.subject_id = new.id and s.round = new.round
      and s.signs_as = w.signs_as and s.hash = report.signed_hash and s.at >= heard);
  if cardinality(missing) > 0 then
    raise exception 'a case is not closed without: %', array_to_string(missing, ', ') using errcode = 'check_violation';
  end if;
  return new;
end $$;

/* What a case is about, how it came and who opened it never change; whoever acts moves it as far as their own deeds lead and writes what those ask, and whoever was asked to revisit by what they heard. */
create or replace function app.keep_case() returns trigger language plpgsql
as $$
declare
  way text := old.state || ' ' || new.state;
  own pg_catalog.int8;
  asked pg_catalog.text[] := '{version}';
  holds boolean := true;
begin
  if current_user not like 'at\_%' then return new; end if;
  own := app.unit();
  if new.county_code is distinct from app.county() or (new.id, new.serial, new.client_id, new.channel, new.purpose, new.title, new.brief, new.topic_code, new.place_code, new.is_first, new.received_on, new.receiver_unit_code, new.opened_by_id, new.opened_by_name, new.opened_at, new.concerns_unit_codes, new.instruction_id, new.report_id)
    is distinct from (old.id, old.serial, old.client_id, old.channel, old.purpose, old.title, old.brief, old.topic_code, old.place_code, old.is_first, old.received_on, old.receiver_unit_code, old.opened_by_id, old.opened_by_name, old.opened_at, old.concerns_unit_codes, old.instruction_id, old.report_id) then
    raise exception 'what a case is about is kept' using errcode = 'insufficient_privilege';
  end if;
  if old.concerns_unit_codes @> to_jsonb(own) then
    raise exception 'whom it is about recuses itself' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'at_county' then
    if new.state <> old.state and (new.state in ('REPORTED', 'OBJECTED') or new.state = 'HANDLING' and old.state <> 'ACCEPTED') then
      raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.responsible_unit_code = own then
    asked := asked || (case
      when way = 'ASSIGNED ASSIGNED' and old.signed_for_at is null then '{signed_for_at,object_until}'
      when way = 'ASSIGNED OBJECTED' then '{state,state_since,transfers}'
      when way in ('ASSIGNED HANDLING', 'REWORK HANDLING', 'REOPENED HANDLING') then '{state,state_since,team_lead,team,plan,planned_at}'
      when way = 'HANDLING HANDLING' then '{drafted_at}'
      when way = 'HANDLING REPORTED' then '{state,state_since}' else '{}' end)::pg_catalog.text[];
    holds := case way
      when 'ASSIGNED OBJECTED' then old.signed_for_at is not null and not old.is_designated and new.transfers = old.transfers + 1 and app.now() <= old.object_until
      when 'ASSIGNED HANDLING' then old.signed_for_at is not null
      when 'HANDLING REPORTED' then exists (select from result_report r
        where r.county_code = old.county_code and r.subject_id = old.id and r.round = old.round and r.signed_at is not null)
      else true end;
  else
    asked := (case way
      when 'REPORTED PRE_CLOSE_VISITED' then '{version,state,state_since}'
      when 'REPORTED REWORK' then '{version,state,state_since,round,reworks,due_on}'
      when 'CLOSED REOPENED' then '{version,state,state_since,round,reopenings,due_on,answered_at,answer,untold_reason}' else '{}' end)::pg_catalog.text[];
    holds := new.state = old.state or exists (select from revisit v
      where v.county_code = old.county_code and v.subject_id = old.id and v.round = old.round and v.unit_code = own
        and v.kind = (case old.state when 'CLOSED' then 'POST_CLOSE' else 'PRE_CLOSE' end)
        and v.state = (case new.state when 'PRE_CLOSE_VISITED' then 'COMPLETED' else 'FOLLOW_UP' end))
      and new.reworks - old.reworks = (way = 'REPORTED REWORK')::int and new.reopenings - old.reopenings = (way = 'CLOSED REOPENED')::int
      and (way <> 'CLOSED REOPENED' or new.answered_at is null and new.answer is null and new.untold_reason is null);
  end if;
  if (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked) or holds is not true then
    raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* Whoever received a case sees it through (R60): the station that opened it takes part from its first moment, though it may give nobody a part. */
create or replace function app.engage_receiver() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if new.receiver_unit_code <> new.county_code::bigint * 1000000000 then
    insert into participation (county_code, subject_id, unit_code, subject, part, since, state, due_on, at)
    values (new.county_code, new.id, new.receiver_unit_code, 'CASE', 'RECEIVER', new.opened_at, new.state, new.due_on, new.opened_at);
  end if;
  return null;
end $$;

/* Whoever's revisit has it handled again does not see what the office owed after the closing: that is owed no more. */
create or replace function app.drop_closing() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update deadline set state = 'DROPPED', dropped_at = app.now(), remind_at = null, version = version + 1
    where county_code = new.county_code and subject_id = new.id and rule in ('CASE_ANSWER', 'REVIEW_REQUEST') and met_at is null and dropped_at is null;
  return null;
end $$;

/* Whoever revisited in a round takes part no longer when another begins, and by their own revisit it may; they may take nobody's part away, and until they are done they still have theirs. */
create or replace function app.leave_revisitors() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from participation p where p.county_code = new.county_code and p.subject_id = new.id and p.part = 'REVISITOR'
    and not exists (select from revisit v where v.county_code = p.county_code and v.subject_id = p.subject_id and v.unit_code = p.unit_code and v.state in ('SCHEDULED', 'ASSIGNED', 'ATTEMPTED', 'UNREACHABLE'));
  return null;
end $$;

/* A revisit begins unmade; what was heard is written by whoever heard it and stays so, and of whom and what it is never changes. Who acts on the matter does not make it; a unit neither counts nor drops one. */
create or replace function app.keep_revisit() returns trigger language plpgsql
as $$
declare
  open constant pg_catalog.text[] := '{SCHEDULED,ASSIGNED,ATTEMPTED,UNREACHABLE}';
  isOffice constant boolean := current_user = 'at_county';
  asked pg_catalog.text[] := '{version,township_code,village_code}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() then raise exception 'a revisit is of its county' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'SCHEDULED' or new.done_at is not null or new.attempts <> '[]' or not isOffice and (new.kind <> 'PRE_CLOSE'
      or not exists (select from cases c where c.county_code = new.county_code and c.id = new.subject_id and c.round = new.round and c.state = 'REPORTED' and c.responsible_unit_code = app.unit()
        and new.barred_unit_codes @> (c.concerns_unit_codes || c.co_unit_codes || to_jsonb(c.responsible_unit_code)))) then
      raise exception 'a revisit begins unmade' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if isOffice and old.done_at is null then asked := asked || '{unit_code,barred_unit_codes}'::pg_catalog.text[]; end if;
  asked := asked || (case
    when new.state = 'ATTEMPTED' and old.state = any(open) then '{state,attempts}'
    when new.state in ('COMPLETED', 'FOLLOW_UP') and old.state = any(open) then '{state,method,told,opinion,is_solved,rating,reason,done_by_name,done_by_id,done_at}'
    when new.state = 'UNREACHABLE' and old.state = 'ATTEMPTED' then '{state,gave_up_by_id}'
    when not isOffice then '{}'
    when new.state = 'ASSIGNED' and old.state in ('SCHEDULED', 'ATTEMPTED') then '{state}'
    when new.state = 'CONFIRMED' and old.state = 'UNREACHABLE' then '{state,confirmed_by_id}'
    when new.state = 'COUNTED' and old.state = 'CONFIRMED' then '{state,reason,done_by_name,done_by_id,done_at}'
    when new.state = 'CLOSED' and old.state = 'FOLLOW_UP' or new.state = 'DROPPED' and (old.state = any(open) or old.state = 'CONFIRMED') then '{state}'
    else '{}' end)::pg_catalog.text[];
  if (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked)
    or jsonb_array_length(new.attempts) - jsonb_array_length(old.attempts) not in (0, 1)
    or new.state = 'COMPLETED' and old.state <> 'COMPLETED' and (new.is_solved is not true and new.kind <> 'FILING' or new.rating = 'DISSATISFIED')
    or new.done_at is distinct from old.done_at and new.done_by_id is distinct from app.person()
    or new.state in ('COMPLETED', 'FOLLOW_UP', 'COUNTED') and new.done_at is null then
    raise exception 'what was heard is kept' using errcode = 'insufficient_privilege';
  end if;
  if new.done_at is not null and old.done_at is null and old.barred_unit_codes @> to_jsonb(new.unit_code) then
    raise exception 'whoever acts on it does not revisit' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* A hand under a closing is put once, for the report as it was signed, never by somebody whose hand stands there already, and never taken away. In the process's own scope also while the closing waits
   for it, in the name of whoever acts, and the main leader's by that post alone. */
create or replace function app.keep_signature() returns trigger language plpgsql
as $$
begin
  if tg_op <> 'INSERT' then raise exception 'a signature stays' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from result_report r where r.county_code = new.county_code and r.subject_id = new.subject_id and r.round = new.round and r.signed_hash = new.hash) then
    raise exception 'a signature is put under a signed report' using errcode = 'check_violation';
  end if;
  if exists (select from signature s where s.county_code = new.county_code and s.subject_id = new.subject_id and s.round = new.round
    and array[s.signer_id, s.acted_by_id] && array[new.signer_id, new.acted_by_id]) then
    raise exception 'each hand is another person''s' using errcode = 'check_violation';
  end if;
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() or new.signer_id is distinct from app.person() or new.acted_by_id is distinct from app.acting() or new.at > app.clock() + interval '1 minute'
    or not exists (select from cases c where c.county_code = new.county_code and c.id = new.subject_id and c.round = new.round and c.state = 'PRE_CLOSE_VISITED')
    or new.signs_as = 'PRINCIPAL' and not exists (select from post p where p.county_code = new.county_code and p.person_id = new.signer_id and p.unit_code = new.unit_code
      and p.capacity = 'PRINCIPAL' and p.valid_from <= app.today() and coalesce(p.valid_to, app.today()) >= app.today()) then
    raise exception 'a hand is put by whoever it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function app.keep_case_gate(), app.keep_case(), app.engage_receiver(), app.drop_closing(), app.leave_revisitors(), app.keep_revisit(), app.keep_signature() from public;
