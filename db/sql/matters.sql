-- Matters that units act on: what those who take part see of them, and what of them never changes. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* The rows of those who take part follow their matter, whoever changes it: a unit that signs may not touch another unit's row. */
create or replace function app.follow_matter() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update participation set state = new.state, due_on = new.due_on where county_code = new.county_code and subject_id = new.id;
  return null;
end $$;

/* What a matter is called by stands with whoever takes part in it, as it never changes (app.keep_case, app.keep_instruction): their lists open no matter for it. */
create or replace function app.name_participation() returns trigger language plpgsql
as $$
begin
  if new.subject = 'CASE' then
    select c.serial, c.title into new.serial, new.title from cases c where c.county_code = new.county_code and c.id = new.subject_id;
  elsif new.subject = 'INSTRUCTION' then
    select i.serial, left(i.text, 201) into new.serial, new.title from instruction i where i.county_code = new.county_code and i.id = new.subject_id;
  end if;
  return new;
end $$;

/* A leader's words, what they are on, what they follow from and what was asked are nobody's to change; whoever acts moves the instruction as far as their own deeds lead. */
create or replace function app.keep_instruction() returns trigger language plpgsql
as $$
declare
  way text := old.state || ' ' || new.state;
  asked pg_catalog.text[];
  strays boolean;
begin
  if current_user not like 'at\_%' then return new; end if;
  asked := case when current_user <> 'at_county' then case when new.responsible_unit_code = app.unit()
      then '{state,state_since,signed_for_at,object_until,drafted_at,objections,version}' else '{version}' end
    when app.leads() then '{state,state_since,version}' end;
  strays := case when new.state = old.state then false
    when current_user <> 'at_county' then way not in ('DISPATCHED SIGNED_FOR', 'SIGNED_FOR OBJECTED', 'SIGNED_FOR HANDLING', 'RETURNED HANDLING', 'HANDLING REPORTED')
    when app.leads() then way not in ('INSTRUCTED WITHDRAWN', 'RESULT_TO_LEADER CLOSED')
    else new.state in ('WITHDRAWN', 'CLOSED', 'HANDLING', 'REPORTED') end;
  if new.county_code is distinct from app.county() or (new.id, new.serial, new.client_id, new.level, new.leader_id, new.leader_name, new.text, new.instructed_at, new.digest_id, new.item_id, new.report_id, new.parent_id, new.given_unit_code, new.given_due_on)
    is distinct from (old.id, old.serial, old.client_id, old.level, old.leader_id, old.leader_name, old.text, old.instructed_at, old.digest_id, old.item_id, old.report_id, old.parent_id, old.given_unit_code, old.given_due_on) then
    raise exception 'a leader''s words are kept' using errcode = 'insufficient_privilege';
  end if;
  if asked is not null and (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked)
    or strays
    or current_user <> 'at_county' and (new.objections - old.objections <> (way = 'SIGNED_FOR OBJECTED')::int
      or new.object_until is distinct from old.object_until and way <> 'DISPATCHED SIGNED_FOR') then
    raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* A unit signs for its part, once; which matter and which part it is, is the office's. */
create or replace function app.keep_participation() returns trigger language plpgsql
as $$
begin
  if current_user in ('at_township', 'at_village') and (old.signed_at is not null
    or (to_jsonb(new) - '{signed_at,signed_by_name}'::pg_catalog.text[]) is distinct from (to_jsonb(old) - '{signed_at,signed_by_name}'::pg_catalog.text[])) then
    raise exception 'a unit signs for its part only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* What was signed is what was signed (R51), by whoever leads the unit, and nothing is born signed. */
create or replace function app.keep_result() returns trigger language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if current_user like 'at\_%' and new.signed_at is not null then raise exception 'a result is signed after it is written' using errcode = 'insufficient_privilege'; end if;
  elsif old.signed_at is not null then raise exception 'a signed result never changes' using errcode = 'insufficient_privilege';
  elsif current_user like 'at\_%' and new.signed_at is not null and (new.county_code is distinct from app.county() or new.signed_by_id is distinct from app.person()
    or not exists (select from post p where p.county_code = new.county_code and p.person_id = new.signed_by_id and p.unit_code = new.unit_code and p.capacity in ('PRINCIPAL', 'IN_CHARGE')
      and p.valid_from <= app.today() and coalesce(p.valid_to, app.today()) >= app.today())) then
    raise exception 'a result is signed by whoever leads its unit' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* Whoever reported what a matter rests on sees in their report's history that it goes on (R48): what its units and revisitors do too, who may not read the report. Not who does it, nor in what
   words: the line is nobody's, the deed's own stands in the matter's history. What the office writes there itself (`noteOnReports`) is not told twice. */
create or replace function app.tell_reporters() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  told constant pg_catalog.text := '{
    "INSTRUCTION register": "registerInstruction", "INSTRUCTION signFor": "signForInstruction", "INSTRUCTION reportResult": "reportInstruction",
    "INSTRUCTION returnResult": "returnInstruction", "INSTRUCTION confirm": "confirmInstruction", "INSTRUCTION acceptResult": "acceptInstructionResult",
    "CASE signFor": "signForCase", "CASE plan": "planCase", "CASE submitResult": "submitCaseResult", "CASE visit": "visitCase", "CASE visitedInVain": "visitCaseInVain",
    "CASE rework": "reworkCase", "CASE sign": "signCase", "CASE reopen": "reopenCase", "CASE relapse": "reopenCase", "REVISIT complete": "revisitAfterClosing"}'::jsonb ->> (new.subject || ' ' || new.deed);
  matter pg_catalog.uuid := new.subject_id;
begin
  if told is null then return null; end if;
  if new.subject = 'REVISIT' then
    select v.subject_id into matter from revisit v where v.county_code = new.county_code and v.id = new.subject_id and v.kind = 'POST_CLOSE';
  end if;
  with rests_on as (
    select i.item_id, i.report_id from instruction i where i.county_code = new.county_code and i.id = matter
    union all
    select i.item_id, coalesce(c.report_id, i.report_id) from cases c left join instruction i on i.county_code = c.county_code and i.id = c.instruction_id
    where c.county_code = new.county_code and c.id = matter),
  source as (
    select d.report_id as id from rests_on o join digest_item_report d on d.county_code = new.county_code and d.item_id = o.item_id
    union select o.report_id from rests_on o),
  reported as (
    select r.id, r.unit_code, r.author_id, r.line from source s join report r on r.county_code = new.county_code and (r.id = s.id or r.master_id = s.id and r.state = 'MERGED')),
  noted as (
    insert into audit (county_code, id, unit_code, at, subject, subject_id, about, deed, actor_id, actor_name, actor_role, author_id, line)
    select new.county_code, gen_random_uuid(), r.unit_code, new.at, 'REPORT', r.id, case when new.subject = 'INSTRUCTION' then jsonb_build_object('INSTRUCTION', matter) else jsonb_build_object('CASE', matter) end,
      told, '00000000-0000-0000-0000-000000000000', '', 'ADMIN', r.author_id, r.line
    from reported r)
  insert into event (county_code, id, unit_code, kind, at, subject, subject_id, about, author_id, line)
  select new.county_code, gen_random_uuid(), r.unit_code, 'REPORT_ACTED_ON', new.at, 'REPORT', r.id, jsonb_build_object('REPORT', r.id), r.author_id, r.line from reported r;
  return null;
end $$;

revoke all on function app.follow_matter(), app.name_participation(), app.tell_reporters(), app.keep_instruction(), app.keep_participation(), app.keep_result() from public;
