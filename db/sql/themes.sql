-- Themes (api/themes): what of one may change. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* A theme is born open; which desk opened it and when stays, and it goes the way of its deeds. */
create or replace function app.keep_theme() returns trigger language plpgsql
as $$
declare
  way text;
  asked constant pg_catalog.text[] := '{township_code,village_code,state,state_since,owner,plan,answer,answered_at,gathered_at,version}';
  ways constant pg_catalog.text[] := '{OPEN PLANNED,PLANNED ANSWERED,ANSWERED CLOSED,OPEN DISSOLVED,PLANNED DISSOLVED,DISSOLVED OPEN}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county() then raise exception 'of another county' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'OPEN' then raise exception 'a theme is born open' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  way := old.state || ' ' || new.state;
  if (to_jsonb(new) - asked) is distinct from (to_jsonb(old) - asked) or new.state <> old.state and not way = any(ways) then
    raise exception 'each does their own deeds only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function app.keep_theme() from public;
