-- Cases (api/cases): what closes one, what of one each may change, and the hands under a closing. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* 三不结案 (R56), for whoever writes, the table's owner too: no case is closed without the villager's opinion in a signed report, a revisit that counts, and the signatures of whoever is
   responsible and of the unit's main leader under that very report, made after the revisit. Nothing is born further than registered, and nothing but a closing leads to what follows one. */
create or replace function app.keep_case_gate() returns trigger language plpgsql
as $$
declare
  past constant pg_catalog.text[] := '{CLOSED,REVIEW,FINAL_REVIEW,TERMINATED,ARCHIVED}';
  elsewhere constant pg_catalog.text[] := '{TRANSFERRED,REDIRECTED,NOT_ACCEPTED}';
  report record;
  begun int;
  heard timestamptz;
  missing pg_catalog.text[] := '{}';
begin
  if tg_op = 'INSERT' then
    if new.state <> 'REGISTERED' then raise exception 'a case begins by being registered' using errcode = 'check_violation'; end if;
    return new;
  end if;
  begun := (new.state in ('REWORK', 'REOPENED') and new.state <> old.state)::int;
  if new.round - old.round <> begun then
    raise exception 'a case that is handled again begins another round, and no other does' using errcode = 'check_violation';
  end if;
  if not new.state = any(past) or old.state = any(past) then return new; end if;
  if new.state = 'ARCHIVED' and old.state = any(elsewhere) then return new; end if;
  if new.state <> 'CLOSED' or old.state <> 'PRE_CLOSE_VISITED' then
    raise exception 'a case is closed after its revisit' using errcode = 'check_violation';
  end if;
  select r.opinion, r.signed_at, r.signed_hash into report from result_report r
    where r.county_code = new.county_code and r.subject_id = new.id and r.round = new.round;
  if report.signed_at is null or coalesce(btrim(report.opinion), '') = '' then missing := missing || 'opinion'::pg_catalog.text; end if;
  select max(v.done_at) into heard from revisit v
    where v.county_code = new.county_code and v.subject_id = new.id and v.round = new.round and v.kind = 'PRE_CLOSE' and v.state in ('COMPLETED', 'COUNTED');
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

/* What a case is about, how it came and who opened it never change; whoever acts moves it as far as their own deeds lead, and whoever was asked to revisit by what they heard. */
create or replace function app.keep_case() returns trigger language plpgsql
as $$
declare
  way text := old.state || ' ' || new.state;
  own pg_catalog.int8;
  asked pg_catalog.text[] := '{version}';
  ways pg_catalog.text[] := '{}';
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
    asked := '{state,state_since,signed_for_at,object_until,transfers,team_lead,team,plan,planned_at,drafted_at,version}';
    ways := '{ASSIGNED OBJECTED,ASSIGNED HANDLING,REWORK HANDLING,REOPENED HANDLING,HANDLING REPORTED}';
  elsif exists (select from revisit v where v.county_code = old.county_code and v.subject_id = old.id and v.round = old.round and v.unit_code = own and v.state in ('COMPLETED', 'FOLLOW_UP')) then
    asked := '{state,state_since,round,reworks,reopenings,due_on,answered_at,answer,untold_reason,version}';
    ways := '{REPORTED PRE_CLOSE_VISITED,REPORTED REWORK,CLOSED REOPENED}';
  end if;
  if (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked) or new.state <> old.state and not way = any(ways)
    or new.transfers - old.transfers <> (way = 'ASSIGNED OBJECTED')::int or new.reworks - old.reworks <> (way = 'REPORTED REWORK')::int
    or new.reopenings - old.reopenings <> (way = 'CLOSED REOPENED')::int or new.round - old.round <> (way in ('REPORTED REWORK', 'CLOSED REOPENED'))::int
    or way = 'ASSIGNED HANDLING' and old.signed_for_at is null then
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

/* A revisit begins unmade; what was heard stays as it was heard, and of whom and what it is never changes. Who acts on the matter does not make it. */
create or replace function app.keep_revisit() returns trigger language plpgsql
as $$
begin
  if current_user not like 'at\_%' then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'SCHEDULED' or new.done_at is not null then raise exception 'a revisit begins unmade' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if (new.county_code, new.id, new.subject, new.subject_id, new.round, new.kind, new.scheduled_at) is distinct from (old.county_code, old.id, old.subject, old.subject_id, old.round, old.kind, old.scheduled_at)
    or current_user <> 'at_county' and (new.unit_code, new.barred_unit_codes) is distinct from (old.unit_code, old.barred_unit_codes)
    or old.done_at is not null and (to_jsonb(new) - '{state,version,township_code,village_code}'::pg_catalog.text[]) is distinct from (to_jsonb(old) - '{state,version,township_code,village_code}'::pg_catalog.text[]) /* the generated ones are made later */
    or old.state in ('COMPLETED', 'COUNTED', 'CLOSED', 'DROPPED') and new.state <> old.state
    or old.state = 'FOLLOW_UP' and new.state not in ('FOLLOW_UP', 'CLOSED') then
    raise exception 'what was heard is kept' using errcode = 'insufficient_privilege';
  end if;
  if new.done_at is not null and old.done_at is null and old.barred_unit_codes @> to_jsonb(new.unit_code) then
    raise exception 'whoever acts on it does not revisit' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* A hand under a closing is put once, for the report as it was signed, and never taken away. */
create or replace function app.keep_signature() returns trigger language plpgsql
as $$
begin
  if tg_op <> 'INSERT' then raise exception 'a signature stays' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from result_report r where r.county_code = new.county_code and r.subject_id = new.subject_id and r.round = new.round and r.signed_hash = new.hash) then
    raise exception 'a signature is put under a signed report' using errcode = 'check_violation';
  end if;
  return new;
end $$;

revoke all on function app.keep_case_gate(), app.keep_case(), app.engage_receiver(), app.keep_revisit(), app.keep_signature() from public;
