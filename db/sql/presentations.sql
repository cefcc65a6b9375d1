-- What is put before leaders (api/presentations): what of it may change. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* What was put before whom, by whom and when stays. The leader reads it and instructs on it, and nobody says so for them; the office takes it back while they have not. */
create or replace function app.keep_presentation() returns trigger language plpgsql
as $$
declare
  way text;
  asked constant pg_catalog.text[] := '{state,state_since,instruction_id}';
  ways pg_catalog.text[] := '{PRESENTED WITHDRAWN}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() then raise exception 'of another county' using errcode = 'insufficient_privilege'; end if;
  if (new.instruction_id is not null) <> (new.state = 'INSTRUCTED') then raise exception 'an instruction answers it' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then return new; end if;
  if app.leads() then ways := '{PRESENTED READ,PRESENTED INSTRUCTED,READ INSTRUCTED,INSTRUCTED READ}'; end if;
  way := old.state || ' ' || new.state;
  if (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked) or to_jsonb(new) is distinct from to_jsonb(old) and not way = any(ways) then
    raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function app.keep_presentation() from public;
