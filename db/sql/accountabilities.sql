-- What organs outside decided (api/accountabilities): what of it may change. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* What was written down stays as it was; it is taken back, once, with a reason. */
create or replace function app.keep_accountability() returns trigger language plpgsql
as $$
declare
  -- generated columns are not made yet
  asked constant pg_catalog.text[] := '{township_code,village_code,state,withdrawn_reason,version}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() or (new.withdrawn_reason is not null) <> (new.state = 'WITHDRAWN')
    or tg_op = 'UPDATE' and ((to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked) or old.state = 'WITHDRAWN') then
    raise exception 'it is taken back with a reason, and else stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function app.keep_accountability() from public;
