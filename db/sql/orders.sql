-- Guidance and supervision orders (api/orders): what of one each may change. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* An order is born a draft. Until it is issued, whoever gives it may write it anew; from then on its words stand, and each of the two moves it as far as their own deeds lead. */
create or replace function app.keep_order() returns trigger language plpgsql
as $$
declare
  own pg_catalog.int8;
  way text;
  -- generated columns are not made yet
  asked pg_catalog.text[] := '{township_code,village_code}';
  ways pg_catalog.text[] := '{}';
begin
  if current_user not like 'at\_%' then return new; end if;
  own := app.unit();
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' or new.county_code is distinct from app.county() then raise exception 'an order is born a draft' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  way := old.state || ' ' || new.state;
  if own = old.issuer_unit_code then
    asked := asked || '{state,state_since,team,found,returns,issued_by_name,issued_at,version}'::pg_catalog.text[];
    if old.state = 'DRAFT' then asked := asked || '{kind,unit_code,title,basis,requirement,due_on}'::pg_catalog.text[]; end if;
    ways := '{DRAFT ISSUED,DRAFT WITHDRAWN,REPORTED INSPECTED,REPORTED RETURNED,INSPECTED RETURNED,REPORTED CLOSED,INSPECTED CLOSED}';
  elsif own = old.unit_code then
    asked := asked || '{state,state_since,plan,result,version}'::pg_catalog.text[];
    ways := '{ISSUED SIGNED_FOR,SIGNED_FOR RECTIFYING,RETURNED RECTIFYING,RECTIFYING REPORTED}';
  end if;
  if new.county_code is distinct from app.county() or (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked)
    or new.state <> old.state and not way = any(ways) or new.returns - old.returns <> (way in ('REPORTED RETURNED', 'INSPECTED RETURNED'))::int then
    raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function app.keep_order() from public;
