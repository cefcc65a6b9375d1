-- Signing in (docs/decisions/0022). The database never hands a password's hash out: a process asks for the salt, derives the hash and
-- has it compared here, where the try is counted in the same statement. Run by lxq_owner; safe to run again.
set check_function_bodies = off;
drop function if exists app.login_find(text), app.session_open(text, int, uuid, interval), app.sign_in_try(text, int), app.sign_in_spared(text),
  app.sign_in_succeeded(text), app.sign_in_wait(text), app.sign_in_failed(text, int), app.sign_in(text, text, text, text[], text, interval, text);

/* A keyed hash, as HMAC has it. */
create or replace function app.keyed(said text) returns text language sql stable
  as $$ select encode(sha256(k.secret || sha256(k.secret || convert_to(said, 'UTF8'))), 'hex') from app.door_key k $$;

-- ── devices: whoever has signed in carries a mark, day.device.signature, which is good for that account alone ────────────

create or replace function app.device_mark(account text, device text) returns text language sql stable
as $$
  select m.mark || '.' || left(app.keyed('device ' || account || ' ' || m.mark), 32)
  from (select (extract(epoch from app.now()) / 86400)::int || '.' || device as mark) m
$$;
/* The device that one of the marks names, when it is this account's and not older than 400 days, which is what browsers keep. */
create or replace function app.device_of(account text, marks text[]) returns text language sql stable
as $$
  select split_part(mark, '.', 2) from unnest(marks[1:5]) mark
  where substring(mark from '^(\d{1,6})\.[0-9a-f]{16}\.[0-9a-f]{32}$')::int > extract(epoch from app.now()) / 86400 - 400
    and split_part(mark, '.', 3) = left(app.keyed('device ' || account || ' ' || split_part(mark, '.', 1) || '.' || split_part(mark, '.', 2)), 32)
  limit 1
$$;

-- ── failures: what is counted under which key ────────────────────────────────────────────────────────────────────────
--   device ACCOUNT DEVICE   of a device that has signed in to the account before: its own, and nobody else's
--   account ACCOUNT         of all other devices together, wherever they are
--   try ADDRESS ACCOUNT     of the other devices of an address
--   address ADDRESS         of an address, whatever the account: it makes nobody wait, but leaves each account one try instead of five

/* After how long a quiet failures are forgotten. */
create or replace function app.failures_fade(key text) returns interval language sql immutable
  as $$ select case when key like 'account %' then interval '1 day' else interval '1 hour' end $$;
create or replace function app.failures_of(wanted text) returns int language sql stable
  as $$ select coalesce((select f.failures from sign_in_failure f where f.key = wanted and f.until > app.clock() - app.failures_fade(f.key)), 0) $$;

/* The keys that a try is counted under. A device that has failed twenty times has forfeited its mark. */
create or replace function app.sign_in_keys(account text, address text, device text) returns text[] language sql stable
as $$
  select case when device is not null and app.failures_of('device ' || account || ' ' || device) < 20 then array['device ' || account || ' ' || device]
    else array['account ' || account, 'address ' || address, 'try ' || address || ' ' || account] end
$$;
/* The seconds to wait before a try is judged. */
create or replace function app.sign_in_wait(keys text[]) returns int language sql stable
  as $$ select coalesce(max(ceil(extract(epoch from f.until - app.clock()))), 0)::int from sign_in_failure f where f.key = any (keys) and f.until > app.clock() $$;

/*
 * Counts a try as a failure until it has succeeded, so that tries sent at once are counted one after the other. Free are five of a
 * device or of an address, then the wait doubles up to five minutes; and a hundred of an account, then one in a quarter of an hour.
 * Gives the seconds to wait instead, and counts nothing.
 */
create or replace function app.sign_in_count(keys text[]) returns int language plpgsql
as $$
declare
  wait int;
  is_flooded boolean;
begin
  -- Takes the rows, in one order.
  insert into sign_in_failure as f (key, failures, until) select key, 0, 'epoch' from unnest(keys) key order by key
  on conflict (key) do update set failures = f.failures;
  wait := app.sign_in_wait(keys);
  if wait > 0 then return wait; end if;
  -- What is free ended a second ago: a clock that is set back meanwhile makes nobody wait.
  is_flooded := exists (select from unnest(keys) key where key like 'address %' and app.failures_of(key) >= 50);
  update sign_in_failure f set failures = n.failures, until = app.clock() + case
    when f.key like 'address %' then interval '-1 second'
    when f.key like 'account %' then case when n.failures < 100 then interval '-1 second' else interval '15 minutes' end
    when n.failures < n.free then interval '-1 second'
    else least(interval '5 minutes', interval '1 second' * power(2, least(n.failures - n.free + 1, 9))) end
  from (select key, app.failures_of(key) + 1 as failures, case when is_flooded then 1 else 5 end as free from unnest(keys) key) n where f.key = n.key;
  return 0;
end $$;

-- ── the two steps ────────────────────────────────────────────────────────────────────────────────────────────────────

/* What a password of this account is hashed with: the beginning of a PHC string. An account that is not there has a salt like any other, always the same. */
create or replace function app.sign_in_salt(account text, address text, marks text[], out wait int, out salt text, out is_known boolean)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  device text := app.device_of(account, marks);
begin
  is_known := device is not null;
  wait := app.sign_in_wait(app.sign_in_keys(account, address, device));
  select regexp_replace(l.password_hash, '\$[^$]*$', '') into salt from login l join person p on p.county_code = l.county_code and p.id = l.person_id
  where l.account = sign_in_salt.account and p.is_active;
  salt := coalesce(salt, '$argon2id$v=19$m=19456,t=2,p=1$' || rtrim(encode(decode(left(app.keyed('salt ' || account), 32), 'hex'), 'base64'), '='));
end $$;

/* Opens a session when the derived hash is the account's, ends the one that it replaces, and gives the device its mark. No mark: the
   try was wrong, or has to wait. A person without a post in force gets a mark and no session. */
create or replace function app.sign_in(account text, derived text, address text, marks text[], token text, ttl interval, replaced text, kind text, out wait int, out mark text)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  device text := app.device_of(account, marks);
  keys text[] := app.sign_in_keys(account, address, device);
  me record;
begin
  wait := app.sign_in_count(keys);
  if wait > 0 then return; end if;
  select l.county_code, l.person_id into me from login l join person p on p.county_code = l.county_code and p.id = l.person_id
  where l.account = sign_in.account and p.is_active
    and sha256(convert_to(split_part(l.password_hash, '$', 6), 'UTF8')) = sha256(convert_to(derived, 'UTF8')); -- takes as long wherever they differ
  if not found then return; end if;
  delete from sign_in_failure f where f.key = any (keys) and f.key not like 'address %';
  update sign_in_failure f set failures = greatest(f.failures - 1, 0) where f.key = any (keys);
  delete from session s where s.token_hash = replaced;
  insert into session (token_hash, county_code, person_id, post_id, expires_at, device)
  select token, me.county_code, me.person_id, p.id, app.now() + ttl, kind from post p
  where p.county_code = me.county_code and p.person_id = me.person_id and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
  order by p.valid_from, p.id limit 1;
  mark := app.device_mark(account, coalesce(device, left(replace(gen_random_uuid()::text, '-', ''), 16)));
end $$;

revoke all on function app.keyed(text), app.device_mark(text, text), app.device_of(text, text[]), app.failures_fade(text), app.failures_of(text),
  app.sign_in_keys(text, text, text), app.sign_in_wait(text[]), app.sign_in_count(text[]), app.sign_in_salt(text, text, text[]),
  app.sign_in(text, text, text, text[], text, interval, text, text) from public;
grant execute on function app.sign_in_salt(text, text, text[]), app.sign_in(text, text, text, text[], text, interval, text, text) to at_door;
