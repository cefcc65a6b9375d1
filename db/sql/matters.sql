-- Matters that units act on: what those who take part see of them, and what of them never changes. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* The rows of those who take part follow their matter, whoever changes it: a unit that signs may not touch another unit's row. */
create or replace function app.follow_matter() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update participation set state = new.state, due_on = new.due_on where county_code = new.county_code and subject_id = new.id;
  return null;
end $$;

/* A leader's words, what they are on and what they follow from are nobody's to change; a unit that acts moves the instruction as far as its own deeds lead. */
create or replace function app.keep_instruction() returns trigger language plpgsql
as $$
begin
  if current_user not like 'at\_%' then return new; end if;
  if (new.id, new.serial, new.client_id, new.level, new.leader_id, new.leader_name, new.text, new.instructed_at, new.digest_id, new.item_id, new.report_id, new.parent_id)
    is distinct from (old.id, old.serial, old.client_id, old.level, old.leader_id, old.leader_name, old.text, old.instructed_at, old.digest_id, old.item_id, old.report_id, old.parent_id) then
    raise exception 'a leader''s words are kept' using errcode = 'insufficient_privilege';
  end if;
  if current_user <> 'at_county' and (new.state not in ('DISPATCHED', 'SIGNED_FOR', 'OBJECTED', 'HANDLING', 'REPORTED', 'RETURNED')
    or (to_jsonb(new) - '{state,state_since,signed_for_at,object_until,drafted_at,objections,version}'::pg_catalog.text[])
      is distinct from (to_jsonb(old) - '{state,state_since,signed_for_at,object_until,drafted_at,objections,version}'::pg_catalog.text[])) then
    raise exception 'a unit does its own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* What was signed is what was signed (R51). */
create or replace function app.keep_result() returns trigger language plpgsql
as $$
begin
  if old.signed_at is not null then raise exception 'a signed result never changes' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

revoke all on function app.follow_matter(), app.keep_instruction(), app.keep_result() from public;
