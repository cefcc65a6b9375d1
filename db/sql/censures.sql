-- Censures (api/censures): what of one each may change. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* A censure is born a draft of the county's. Once approved its words stand; the unit that it names appeals or puts right, the county does the rest, and whoever drafted it does not approve it. */
create or replace function app.keep_censure() returns trigger language plpgsql
as $$
declare
  way text;
  -- generated columns are not made yet
  asked pg_catalog.text[] := '{township_code,village_code,state,state_since,version}';
  ways pg_catalog.text[] := '{ISSUED APPEALED,ISSUED RECTIFYING}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() then raise exception 'of another county' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' then raise exception 'a censure is born a draft' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  way := old.state || ' ' || new.state;
  if current_user = 'at_county' then
    asked := asked || '{approved_by_name,approved_at,issued_at,appeal_until,decided_reason,found}'::pg_catalog.text[];
    if old.state = 'DRAFT' then asked := asked || '{unit_code,title,cause,evidence,rule}'::pg_catalog.text[]; end if;
    ways := '{DRAFT WITHDRAWN,APPROVED WITHDRAWN,DRAFT APPROVED,APPROVED ISSUED,APPEALED ISSUED,APPEALED REVOKED,RECTIFYING VERIFIED,VERIFIED LIFTED}';
    if way = 'DRAFT APPROVED' and old.drafted_by_id = app.person() then raise exception 'another approves' using errcode = 'insufficient_privilege'; end if;
  elsif old.unit_code = app.unit() then
    asked := asked || '{appeal,appealed_at,plan}'::pg_catalog.text[];
  else ways := '{}';
  end if;
  if (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked) or new.state <> old.state and not way = any(ways) then
    raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function app.keep_censure() from public;
