-- What programs read with (api/auth/tokens, docs/decisions/0057). Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* A session of its own for a program, under the caller's own post: it gives that post's rights of each day, begins where `scopes` say, and changes nothing (app.open_scope).
   Nobody makes one in another's name. False where the post is not the caller's, or they have as many as they may. */
create or replace function app.create_token(id uuid, post uuid, hash text, named text, begins text, scopes text[], until timestamptz, most int) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if app.acting() is not null or until > app.now() + interval '367 days' then return false; end if;
  perform from person n where n.county_code = app.county() and n.id = app.person() and n.is_active for update; -- who counts and adds is alone with it
  if not found or most <= (select count(*) from access_token t join session s on s.token_hash = t.token_hash and s.expires_at > app.now()
    where t.county_code = app.county() and t.person_id = app.person()) then return false; end if;
  insert into session (token_hash, county_code, person_id, post_id, expires_at, token_scopes)
  select hash, p.county_code, p.person_id, p.id, until, create_token.scopes from post p
  where p.county_code = app.county() and p.id = post and p.person_id = app.person() and p.unit_code = app.unit() and app.level_of(p.role) = app.level()
    and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today();
  if not found then return false; end if;
  insert into access_token (county_code, id, person_id, post_id, token_hash, name, prefix, scopes, expires_at)
  values (app.county(), create_token.id, app.person(), post, hash, named, begins, create_token.scopes, until);
  return true;
end $$;

/* The caller's own, of all their posts, the newest first. Whoever stands in for somebody sees none of theirs. */
create or replace function app.tokens_of() returns table (id uuid, name text, prefix text, scopes text[], post_id uuid, created_at timestamptz, expires_at timestamptz, used_on text, state text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select t.id, t.name, t.prefix, t.scopes, t.post_id, t.created_at, t.expires_at, t.used_on::text,
    case when t.expires_at <= app.now() then 'EXPIRED' when s.token_hash is null then 'ENDED' else 'IN_FORCE' end
  from access_token t
  left join (session s join post p on p.county_code = s.county_code and p.id = s.post_id and coalesce(p.valid_to, 'infinity') >= app.today()) on s.token_hash = t.token_hash
  where t.county_code = app.county() and t.person_id = app.person() and app.acting() is null
  order by t.created_at desc, t.id desc limit 50
$$;

/* Ends one of the caller's own at once; false where there is none of this name in force. */
create or replace function app.revoke_token(id uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  delete from session s using access_token t
  where t.county_code = app.county() and t.id = revoke_token.id and t.person_id = app.person() and app.acting() is null and s.token_hash = t.token_hash;
  return found;
end $$;

/* The first use of a day is a line of the audit, by the holder of the post and as what they are that day. */
create or replace function app.token_used(token text) returns void language sql volatile security definer set search_path = public, pg_temp
as $$
  with used as (
    update access_token t set used_on = app.today() from session s
    where s.token_hash = token and t.county_code = s.county_code and t.token_hash = s.token_hash and t.used_on is distinct from app.today() returning t.*)
  insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, note, actor_id, actor_name, actor_role, actor_capacity, actor_unit_code, ears)
  select u.county_code, gen_random_uuid(), p.unit_code, app.clock(), 'TOKEN', u.id, 'useToken', u.name, p.person_id, p.person_name, p.role, p.capacity, p.unit_code, 'UNIT'
  from used u join post p on p.county_code = u.county_code and p.id = u.post_id
$$;

revoke all on function app.create_token(uuid, uuid, text, text, text, text[], timestamptz, int), app.tokens_of(), app.revoke_token(uuid), app.token_used(text) from public;
grant execute on function app.create_token(uuid, uuid, text, text, text, text[], timestamptz, int), app.tokens_of(), app.revoke_token(uuid) to at_county, at_township, at_village, at_officer;
grant execute on function app.token_used(text) to at_door;
