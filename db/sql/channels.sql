-- Channels (api/notifications/channels, docs/decisions/0044, 0050): whose they are, how a mailbox is verified, and the keys of push services. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Whose mailbox it is, is found out by a code that is read there, and said by nobody's word. Of a channel that is there nothing changes but its quiet hours and whether it has ended. */
create or replace function app.keep_channel() returns trigger language plpgsql
as $$
declare said constant pg_catalog.text[] := '{quiet_from,quiet_to,ended_at,ended_why}';
begin
  if current_user not like 'at\_%' then return new; end if;
  if new.county_code is distinct from app.county()
    or tg_op = 'INSERT' and (new.code_hash is not null or new.code_at is not null or new.kind = 'EMAIL' and new.verified_at is not null)
    or tg_op = 'UPDATE' and (to_jsonb(new) - said) is distinct from (to_jsonb(old) - said) then
    raise exception 'a mailbox is verified by a code' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* Whether whoever a channel is of comes in no more; a unit's robot is nobody's. */
create or replace function app.has_left(county int, person uuid) returns boolean language sql stable
as $$ select exists (select from person p where p.county_code = county and p.id = person and not p.is_active) $$;

/* Whether what waits until `next_at` waits no more: nothing is made to wait for longer than `longest` (an hour, where a service asks for it), so that a moment further off is of a clock that was set back. */
create or replace function app.is_free(next_at timestamptz, longest interval) returns boolean language sql volatile
as $$ select next_at <= app.clock() or next_at > app.clock() + longest $$;

/* What a person does once in so long, whatever they do it to; false when it is too soon. */
create or replace function app.keep_pace(what text, apart interval) returns boolean language plpgsql volatile
as $$
begin
  insert into notification_pace as p (county_code, mark, next_at) values (app.county(), what || ' ' || app.person(), app.clock() + apart)
  on conflict (county_code, mark) do update set next_at = excluded.next_at where app.is_free(p.next_at, apart);
  return found;
end $$;

/* A message to try one of the caller's channels, once in so long; false when one was tried just now. It stands in the ledger as any other. */
create or replace function app.try_channel(channel uuid, apart interval) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  c record;
  id uuid := gen_random_uuid();
begin
  select * into c from notification_channel h where h.county_code = app.county() and h.id = try_channel.channel and h.ended_at is null and h.verified_at is not null and app.acting() is null
    and (h.person_id = app.person() or h.person_id is null and h.unit_code = app.unit());
  if not found or not app.keep_pace('trial', apart) then return false; end if;
  insert into notification (county_code, id, unit_code, person_id, author_id, kind, why, subject, key, created_at, spread_at)
  values (c.county_code, id, app.unit(), app.person(), case app.level() when 'OFFICER' then app.person() end, 'TRIAL', 'ASKED', 'CHANNEL', 'TRIAL:' || id, app.now(), app.now());
  insert into notification_delivery (county_code, notification_id, channel_id, unit_code, person_id, author_id, kind, channel, key, not_before, queued_at)
  values (c.county_code, id, c.id, app.unit(), app.person(), case app.level() when 'OFFICER' then app.person() end, 'TRIAL', c.kind, 'TRIAL:' || id, app.now(), app.now());
  perform app.queue_channel(c.county_code, c.id, app.now());
  return true;
end $$;

/* Asks for a code to be sent to a mailbox of the caller's that is not verified yet, once in so long; false when it is too soon. Which code is the queue's to say: no level makes one of its own. */
drop function if exists app.ask_code(uuid, timestamptz, text, interval);
create or replace function app.ask_code(channel uuid, apart interval) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from notification_channel c where c.county_code = app.county() and c.id = ask_code.channel and c.person_id = app.person() and app.acting() is null
    and c.kind = 'EMAIL' and c.verified_at is null and c.ended_at is null for update;
  if not found or not app.keep_pace('code', apart) then return false; end if;
  update notification_channel c set code_at = app.now(), code_hash = null, code_tries = 0 where c.county_code = app.county() and c.id = ask_code.channel;
  perform graphile_worker.add_job('send_code', json_build_object('county', app.county(), 'channel', channel), queue_name := 'channel:' || channel, job_key := 'code:' || channel, max_attempts := 4);
  return true;
end $$;
/* What the queue sends: the mailbox and when its code was asked for; null where there is none, or it is good no longer. */
create or replace function app.code_to_send(county int, channel uuid, lasts interval) returns jsonb language sql stable security definer set search_path = public, pg_temp
as $$
  select jsonb_build_object('kind', c.kind, 'language', c.language, 'codeAt', c.code_at, 'sealed', encode(c.sealed, 'base64'), 'nonce', encode(c.nonce, 'base64'), 'keyId', c.key_id)
  from notification_channel c where c.county_code = code_to_send.county and c.id = code_to_send.channel and c.verified_at is null and c.ended_at is null and c.code_at > app.now() - lasts
$$;
/* What is kept of the code that is about to be sent; false where another was asked for meanwhile. */
create or replace function app.keep_code(county int, channel uuid, at timestamptz, hash text) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  update notification_channel c set code_hash = hash where c.county_code = keep_code.county and c.id = keep_code.channel and c.code_at = keep_code.at and c.verified_at is null and c.ended_at is null;
  return found;
end $$;
/* Why a channel is none any more: its service says so, or a mailbox that takes no letters. */
create or replace function app.end_channel(county int, channel uuid, why text) returns void language sql volatile security definer set search_path = public, pg_temp
as $$ update notification_channel c set ended_at = app.now(), ended_why = why where c.county_code = end_channel.county and c.id = end_channel.channel and c.ended_at is null $$;
/* What became of a code that the caller has read in a mailbox of theirs. Each try counts, so that nobody guesses; null where there is no such mailbox. */
create or replace function app.try_code(channel uuid, hash text, lasts interval, most int) returns text language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare c record;
begin
  update notification_channel h set code_tries = h.code_tries + 1
  where h.county_code = app.county() and h.id = try_code.channel and h.person_id = app.person() and app.acting() is null and h.kind = 'EMAIL' and h.verified_at is null and h.ended_at is null returning * into c;
  if not found then return null; end if;
  if c.code_at is null or c.code_at <= app.now() - lasts then return 'EXPIRED'; end if;
  if c.code_tries > most then return 'SPENT'; end if;
  if hash is null or c.code_hash is distinct from hash then return 'WRONG'; end if;
  update notification_channel h set verified_at = app.now(), code_at = null, code_hash = null, code_tries = 0 where h.county_code = c.county_code and h.id = c.id;
  return 'VERIFIED';
end $$;

/* A county's key for its push services, where it has none yet. */
create or replace function app.keep_push_key(county int, public_key text, sealed bytea, nonce bytea, key_id text) returns void language sql volatile security definer set search_path = public, pg_temp
as $$ insert into push_key (county_code, public_key, sealed, nonce, key_id, made_at) values (county, public_key, sealed, nonce, key_id, app.now()) on conflict do nothing $$;
/* Counties that have none. */
create or replace function app.without_push_key() returns table (county_code int) language sql stable security definer set search_path = public, pg_temp
as $$ select k.county_code from county k where not exists (select from push_key p where p.county_code = k.county_code) $$;
/* What a browser of the caller's county subscribes with. */
create or replace function app.push_key() returns text language sql stable security definer set search_path = public, pg_temp
as $$ select p.public_key from push_key p where p.county_code = app.county() $$;
create or replace function app.push_key_of(county int) returns table (public_key text, sealed bytea, nonce bytea, key_id text) language sql stable security definer set search_path = public, pg_temp
as $$ select p.public_key, p.sealed, p.nonce, p.key_id from push_key p where p.county_code = county $$;

revoke all on function app.keep_channel(), app.is_free(timestamptz, interval), app.has_left(int, uuid), app.keep_pace(text, interval), app.try_channel(uuid, interval), app.ask_code(uuid, interval), app.code_to_send(int, uuid, interval), app.keep_code(int, uuid, timestamptz, text),
  app.end_channel(int, uuid, text), app.try_code(uuid, text, interval, int), app.keep_push_key(int, text, bytea, bytea, text), app.without_push_key(), app.push_key(), app.push_key_of(int) from public;
grant execute on function app.try_channel(uuid, interval), app.ask_code(uuid, interval), app.try_code(uuid, text, interval, int), app.push_key() to at_county, at_township, at_village, at_officer;
grant execute on function app.code_to_send(int, uuid, interval), app.keep_code(int, uuid, timestamptz, text), app.end_channel(int, uuid, text), app.keep_push_key(int, text, bytea, bytea, text), app.without_push_key(), app.push_key_of(int) to lxq_jobs;
