-- What of schema app is no table and has no file of its own, and who may call what of it and of scope.sql. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Today in the county: posts and places begin and end by its day, and the server's clock may tell another. */
create or replace function app.today() returns date language sql stable parallel safe as $$ select (app.now() at time zone 'Asia/Shanghai')::pg_catalog.date $$;

-- ── before a scope: sessions, by the role at_door; signing in stands in sign-in.sql. What says SECURITY DEFINER is listed in api/sight/sight.definers.ts ──

drop function if exists app.session_find(text[]), app.session_posts(text); -- what they return has grown
/* The rights of sessions as they are now: the chosen post's, or no row when it has ended, the person is disabled, or is a stand-in no longer. */
create or replace function app.session_find(tokens text[])
  returns table (token_hash text, county_code int, person_id uuid, person_name text, acted_by_id uuid, acted_by_name text, post_id uuid, role text, capacity text, unit_code bigint, area_code bigint, token_scopes text[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.token_hash, s.county_code, p.person_id, h.name, case when s.person_id <> p.person_id then n.id end, case when s.person_id <> p.person_id then n.name end,
    p.id, p.role, p.capacity, p.unit_code, p.area_code, s.token_scopes
  from session s
  join person n on n.county_code = s.county_code and n.id = s.person_id and n.is_active
  join post p on p.county_code = s.county_code and p.id = s.post_id
    and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
    and (p.person_id = s.person_id or app.stands_in(p.county_code, p.id, p.person_id, p.role, s.person_id))
  join person h on h.county_code = p.county_code and h.id = p.person_id
  where s.token_hash = any(tokens) and s.expires_at > app.now()
$$;

/* The posts that a session may act under: its person's own, then those that they stand in for today. */
create or replace function app.session_posts(token text)
  returns table (id uuid, role text, capacity text, unit_code bigint, area_code bigint, code text, leader_level text, person_id uuid, person_name text, valid_from date, valid_to date, viewer_stands_in boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, p.role, p.capacity, p.unit_code, p.area_code, p.code, p.leader_level, p.person_id, p.person_name, p.valid_from, p.valid_to, p.person_id <> s.person_id
  from session s join post p on p.county_code = s.county_code and (p.person_id = s.person_id
    or p.id in (select k.post_id from stand_in k where k.county_code = s.county_code and k.person_id = s.person_id)
      and app.stands_in(p.county_code, p.id, p.person_id, p.role, s.person_id))
  where s.token_hash = token and s.expires_at > app.now() and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
  order by p.person_id <> s.person_id, p.valid_from, p.id
$$;

create or replace function app.session_choose(token text, post uuid) returns boolean
  language sql security definer set search_path = public, pg_temp
as $$
  with chosen as (
    update session s set post_id = post where s.token_hash = token and s.token_scopes is null and exists (
      select from post p where p.county_code = s.county_code and p.id = post
        and (p.person_id = s.person_id or app.stands_in(p.county_code, p.id, p.person_id, p.role, s.person_id))
        and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today())
    returning 1)
  select exists (select from chosen)
$$;

create or replace function app.session_close(token text, everywhere boolean) returns int
  language sql security definer set search_path = public, pg_temp
as $$
  with me as (select county_code, person_id from session where token_hash = token and token_scopes is null),
  gone as (delete from session s using me where s.county_code = me.county_code and s.person_id = me.person_id
           and (everywhere or s.token_hash = token) returning 1)
  select count(*)::int from gone
$$;

/* Of whoever's token it is: their sessions that hold, on whatever device, this one first; a program's is none (tokens.sql). At most as many as somebody looks through. */
create or replace function app.session_list(token text)
  returns table (id uuid, device text, since timestamptz, seen_at timestamptz, is_this boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.device, s.created_at, s.seen_at, s.token_hash = token
  from session me join session s on s.county_code = me.county_code and s.person_id = me.person_id and s.expires_at > app.now() and s.token_scopes is null
  where me.token_hash = token and me.expires_at > app.now()
  order by s.token_hash <> token, s.seen_at desc, s.id limit 50
$$;
/* Ends one of them; false when there is none of this name. */
create or replace function app.session_end(token text, ended uuid) returns boolean
  language sql security definer set search_path = public, pg_temp
as $$
  with gone as (
    delete from session s using session me where me.token_hash = token and me.expires_at > app.now()
      and s.county_code = me.county_code and s.person_id = me.person_id and s.id = ended and s.token_scopes is null returning 1)
  select exists (select from gone)
$$;
/* Somebody is here with it; to ten minutes, so that it is seldom written. */
create or replace function app.session_seen(token text) returns void
  language sql security definer set search_path = public, pg_temp
  as $$ update session s set seen_at = app.now() where s.token_hash = token and s.seen_at < app.now() - interval '10 minutes' $$;

-- ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/* Runs at commit, one event after the other: the counter's row lock is held until the commit is done, so numbers have no
   gaps and stand in commit order. */
create or replace function app.number_event() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare taken bigint;
begin
  update event_counter set n = n + 1 where county_code = new.county_code returning n into strict taken;
  update event set n = taken where county_code = new.county_code and id = new.id;
  return null;
end $$;

drop function if exists app.event_heads();
/* Where the log of each county stands: what a listener's cursor is compared with when it comes. */
create function app.event_heads() returns table (county_code int, epoch text, n bigint, folded_to bigint) language sql stable security definer set search_path = public, pg_temp
  as $$ select county_code, epoch, n, folded_to from event_counter $$;

/* What a wake-up asks, once for all counties with listeners: where the log stands, and for whose ears its events after `positions`
   are, at most `most` a county. A county with nothing new is one row with n null. */
create or replace function app.event_news(counties int[], positions bigint[], most int)
  returns table (county_code int, epoch text, head bigint, n bigint, township_code bigint, village_code bigint, author_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.county_code, c.epoch, c.n, e.n, e.township_code, e.village_code, e.author_id
  from unnest(counties, positions) asked (county_code, n)
  join event_counter c on c.county_code = asked.county_code
  left join lateral (select v.n, v.township_code, v.village_code, v.author_id from event v
    where v.county_code = c.county_code and v.n > asked.n and v.n <= c.n order by v.n limit most) e on true
  order by c.county_code, e.n
$$;

/* Events older than `keep` go; a cursor from before them gets RESYNC. Run by the worker, every night. */
create or replace function app.fold_events(keep interval) returns void language sql security definer set search_path = public, pg_temp
as $$
  with gone as (delete from event where at < app.now() - keep and n is not null returning county_code, n),
  upto as (select county_code, max(n) as n from gone group by county_code)
  update event_counter c set folded_to = greatest(c.folded_to, upto.n)
  from upto join (select county_code from event_counter order by county_code for update) held using (county_code) where c.county_code = upto.county_code
$$;

/* Sessions that have run out, and waits that are long over. */
create or replace function app.sweep_sessions() returns void language sql security definer set search_path = public, pg_temp
as $$
  delete from session where expires_at < app.now();
  delete from sign_in_failure where until < app.now() - interval '1 day'
$$;

/* But for one thing: what became an accusation is sealed, and its history with it (sealing.sql). */
create or replace function app.refuse_change() returns trigger language plpgsql
  as $$ begin
    if tg_op = 'UPDATE' and current_user not like 'at\_%' and new.line = 'SEALED'
      and to_jsonb(new) - '{line,township_code,village_code}'::pg_catalog.text[] = to_jsonb(old) - '{line,township_code,village_code}'::pg_catalog.text[] /* the generated ones are made later */ then return new; end if;
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;

/* R33: an issued digest never changes; only its state goes on (instructions follow it, then it is filed). */
create or replace function app.keep_digest() returns trigger language plpgsql
as $$
begin
  if old.frozen is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or new.state not in ('ISSUED', 'FOLLOWED', 'CLOSED')
    or (to_jsonb(new) - '{state,version}'::pg_catalog.text[]) is distinct from (to_jsonb(old) - '{state,version}'::pg_catalog.text[]) then
    raise exception 'an issued digest never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
/* The same for what it was made of: digest_item and digest_item_report. Only the owner of everything may add to an issue, when data are brought over. */
create or replace function app.keep_digest_part() returns trigger language plpgsql
as $$
begin
  if (tg_op <> 'INSERT' or current_user like 'at\_%') and exists (
    select from public.digest d where d.county_code = coalesce(new.county_code, old.county_code) and d.id in (old.digest_id, new.digest_id) and d.frozen is not null) then
    raise exception 'an issued digest never changes' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;

-- ── urgent reports (R36): what a township desk needs to know of posts that it may not read ──
drop function if exists app.leaders_in_charge(text);
/* Whom an urgent report calls first (alerts.sql), by name, for whoever is about to call them. */
create or replace function app.leaders_named(topic text) returns table (id uuid, name text, portfolio text) language sql stable security definer set search_path = public, pg_temp
as $$
  select n.id, n.name, (select f.name from portfolio f join portfolio_topic t on t.county_code = f.county_code and t.portfolio_id = f.id
    where f.county_code = n.county_code and f.leader_id = n.id and t.topic_code = topic)
  from app.called(app.county(), 'LINE', topic, 1) c join person n on n.county_code = app.county() and n.id = c.person_id
  order by n.name, n.id
$$;
/* A report that is urgent no longer calls nobody. A township clerk may add alerts and read none. */
create or replace function app.withdraw_alerts(report uuid) returns int language sql security definer set search_path = public, pg_temp
as $$
  with withdrawn as (
    update alert a set withdrawn_at = app.now()
    where a.county_code = app.county() and a.report_id = withdraw_alerts.report and a.withdrawn_at is null
      and exists (select from report r where r.county_code = a.county_code and r.id = a.report_id and r.urgent_at is null)
    returning 1)
  select count(*)::int from withdrawn
$$;
/* Whether an issue or an instruction rests on a report. A township clerk may read neither. */
create or replace function app.is_built_upon(report uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from digest_item_report l where l.county_code = app.county() and l.report_id = is_built_upon.report)
    or exists (select from instruction i where i.county_code = app.county() and i.report_id = is_built_upon.report)
$$;

/* How many items of issues that are not out yet stand in a portfolio, before whoever keeps portfolios removes it: an administrator reads no issue. */
create or replace function app.open_items_in(portfolio uuid) returns int language sql stable security definer set search_path = public, pg_temp
as $$
  select count(*)::int from digest_item i join digest d on d.county_code = i.county_code and d.id = i.digest_id
  where i.county_code = app.county() and i.portfolio_id = portfolio and d.no is null
$$;
/* The home page's numbers of the county, which all of it reads whoever may read the issues and instructions themselves. */
create or replace function app.office_figures() returns table (digests_issued int, instructions int, instructions_by_city int, instructions_by_county int)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select (select count(*)::int from digest where county_code = app.county() and state in ('ISSUED', 'FOLLOWED', 'CLOSED')),
    count(*)::int, (count(*) filter (where level = 'CITY'))::int, (count(*) filter (where level = 'COUNTY'))::int
  from instruction where county_code = app.county() and state <> 'WITHDRAWN'
$$;

/* Digest files are made off the request path; the deed and its job stand in one transaction. Each key has its queue, so that what a killed process had in hand of it soon goes on (worker.ts). */
create or replace function app.add_job(task text, payload json, job_key text) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if task not in ('digest_file', 'move_deadlines', 'table_export') then raise exception 'no such task: %', task using errcode = 'invalid_parameter_value'; end if;
  perform graphile_worker.add_job(task, payload, queue_name := job_key, job_key := job_key, max_attempts := 3);
end $$;

-- ── growing past one machine: on plain PostgreSQL a table is where it is ─────────────────────────────────────────────
create or replace function app.distribute(rel regclass, kind text) returns void language plpgsql
as $$
begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  if kind = 'reference' then execute format('select create_reference_table(%L)', rel);
  else execute format('select create_distributed_table(%L, %L)', rel, 'county_code'); end if;
end $$;

/* A policy is the only place that says what a level may do with a table: grants follow from it. */
create or replace function app.grant_by_policies() returns void language plpgsql
as $$
declare
  rule record;
begin
  for rule in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
    execute format('revoke all on public.%I from public, lxq_app, at_door, at_county, at_township, at_village, at_officer', rule.relname);
  end loop;
  for rule in
    select p.tablename, lower(p.cmd) as cmd, role from pg_policies p, unnest(p.roles) role
    where p.schemaname = 'public' and role like 'at\_%' and p.cmd <> 'ALL'
  loop
    execute format('grant %s on public.%I to %I', rule.cmd, rule.tablename, rule.role);
  end loop;
  for rule in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' loop
    execute format('grant usage on sequence public.%I to at_county, at_township, at_village, at_officer', rule.relname);
  end loop;
end $$;

revoke all on all functions in schema app from public;
grant usage on schema app to public;
grant usage on schema public to at_county, at_township, at_village, at_officer;
grant execute on function app.levels(), app.level_roles(), app.role_mark(text), app.now(), app.clock(), app.today(), app.level(), app.county(), app.county_at_county(), app.county_at_township(),
  app.county_at_village(), app.county_at_officer(), app.unit(), app.person(), app.acting(), app.matter(), app.sealed(), app.office(), app.leads(), app.reads_issues(), app.hears(text),
  app.level_of(text), app.take_scope(text, boolean), app.open_scope(text, text, int, uuid, text, uuid, text, uuid, text, text, bigint, bigint, uuid),
  app.enter_session(text, text, int, uuid, text, uuid, text, uuid, text, text, bigint, bigint, boolean, uuid) to public;
grant execute on function app.open_job_scope(int, uuid, uuid), app.enter_job(int, uuid, uuid) to lxq_jobs;
grant execute on function app.session_find(text[]), app.session_posts(text), app.session_choose(text, uuid), app.session_close(text, boolean), app.session_list(text), app.session_end(text, uuid), app.session_seen(text),
  app.event_heads(), app.event_news(int[], bigint[], int) to at_door;
grant execute on function app.fold_events(interval), app.sweep_sessions() to lxq_jobs;
grant execute on function app.leaders_named(text), app.withdraw_alerts(uuid), app.is_built_upon(uuid), app.add_job(text, json, text)
  to at_county, at_township, at_village, at_officer;
grant execute on function app.open_items_in(uuid), app.office_figures() to at_county;
