-- The scope: who is asking, for the length of one transaction (docs/decisions/0023). Run by lxq_owner; safe to run again. functions.sql says who may
-- call what, in the same transaction.
set check_function_bodies = off;

/*
 * A scope stands where a connection keeps the last values of sequences that only the owner may set, and nothing but memory has to be read
 * for: the unit with the number of the level, both halves of the person and of who acts for them, the moment with the role that it is good for, and
 * where one matter is opened both halves of that, with the same moment.
 * (Unlogged, so that setting them writes nothing to disk.)
 * Types are named with their schema: by its bare name a caller's own temporary type would be found first, with a cast that says anything.
 */
create or replace function app.levels() returns text[] language sql immutable as $$ select '{COUNTY,DISCIPLINE,TOWNSHIP,VILLAGE,OFFICER,LEADER,ANALYST,ADMIN}'::pg_catalog.text[] $$;
create or replace function app.level_roles() returns text[] language sql immutable as $$ select '{at_county,at_county,at_township,at_village,at_officer,at_county,at_county,at_county}'::pg_catalog.text[] $$;
/* What a moment is marked with for the role that it is good for: moments themselves, in microseconds since 2000, stay below for 36,000 years. */
create or replace function app.role_mark(role text) returns bigint language sql immutable as $$ select array_position(app.level_roles(), role)::bigint << 60 $$;
/* Null outside the transaction and the role that the scope was taken for: then no policy admits a row. Every policy begins with its own role's, and so
   it looks at that for all; unit, person and what else of the level is asked for are of who was entered last and count beside it only. Each is one call,
   because what an expression consists of is prepared with every statement. */
do $do$
declare
  role text;
begin
  foreach role in array app.level_roles() loop
    execute format($f$create or replace function app.county_%1$s() returns bigint language plpgsql stable parallel restricted cost 1
      as $$ begin return case when int8send(currval('app.scope_moment') - app.role_mark(%1$L)) = timestamptz_send(now()) then currval('app.scope_place') / 16000000000 end; end $$$f$, role);
  end loop;
end $do$;
/* The same for whatever role it is. */
create or replace function app.county() returns int language plpgsql stable parallel restricted cost 1
as $$
begin
  return case when int8send(currval('app.scope_moment') - app.role_mark(current_setting('role'))) = timestamptz_send(now()) then currval('app.scope_place') / 16000000000 end;
end $$;
create or replace function app.unit() returns bigint language plpgsql stable parallel restricted cost 1 as $$ begin return currval('app.scope_place') / 16; end $$;
create or replace function app.level() returns text language plpgsql stable parallel restricted cost 1 as $$ begin return case when app.county() is not null then (app.levels())[currval('app.scope_place') % 16 + 1] end; end $$;
-- True for the discipline desk, which alone sees accusations (Art. 30). Asked at each of them.
create or replace function app.sealed() returns boolean language plpgsql stable parallel restricted cost 1 as $$ begin return currval('app.scope_place') % 16 = 1; end $$;
-- True for the county office's clerks and director: what is internal to it is theirs alone.
create or replace function app.office() returns boolean language plpgsql stable parallel restricted cost 1 as $$ begin return currval('app.scope_place') % 16 = 0; end $$;
-- True for leaders, who instruct.
create or replace function app.leads() returns boolean language plpgsql stable parallel restricted cost 1 as $$ begin return currval('app.scope_place') % 16 = 5; end $$;
-- True for leaders and analysts, who read what was issued (R33).
create or replace function app.reads_issues() returns boolean language plpgsql stable parallel restricted cost 1 as $$ begin return currval('app.scope_place') % 16 in (5, 6); end $$;
-- True where a line of the audit or an event is for the ears of whoever asks: leaders are told of instructions, they and analysts of issues, the office of all but what a station says to itself.
create or replace function app.hears(ears text) returns boolean language plpgsql stable parallel restricted cost 1
as $$ begin return case currval('app.scope_place') % 16 when 0 then ears <> 'UNIT' when 5 then ears in ('READERS', 'LEADERS') when 6 then ears = 'READERS' else false end; end $$;
create or replace function app.person() returns uuid language plpgsql stable parallel restricted cost 1
as $$
begin
  return encode(int8send(currval('app.scope_person_high')) || int8send(currval('app.scope_person_low')), 'hex')::pg_catalog.uuid;
end $$;

/* Who acts, where it is not the holder of the post but a stand-in for them; null otherwise. */
create or replace function app.acting() returns uuid language plpgsql stable parallel restricted cost 1
as $$
begin
  return nullif(encode(int8send(currval('app.scope_acting_high')) || int8send(currval('app.scope_acting_low')), 'hex'), repeat('0', 32))::pg_catalog.uuid;
end $$;

/* The matter that a reading scope was opened on, of which the unit takes part: what belongs to it is the unit's to read, and is not asked for row by row. Null where there is none,
   and wherever something may be written, whoever opened the scope: who takes part may change meanwhile. */
create or replace function app.matter() returns uuid language plpgsql stable parallel restricted cost 1
as $$
begin
  return case when currval('app.scope_matter_moment') = currval('app.scope_moment') and current_setting('transaction_read_only') = 'on'
    then encode(int8send(currval('app.scope_matter_high')) || int8send(currval('app.scope_matter_low')), 'hex')::pg_catalog.uuid end;
end $$;

/* As schema/roles.ts has it. */
create or replace function app.may_be_stood_in_for(role text) returns boolean language sql immutable
as $$ select role in ('VILLAGE_HEAD', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER', 'COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST') $$;
/* Whether somebody stands in today for the holder of a post. The holder is named beside the post, so that nobody lends what is not theirs. */
create or replace function app.stands_in(county int, post uuid, holder uuid, as_role text, somebody uuid) returns boolean language sql stable
as $$
  select app.may_be_stood_in_for(as_role)
    and 2 = (select count(*) from person n where n.county_code = county and n.id in (holder, somebody) and n.is_active)
    and exists (select from stand_in k where k.county_code = county and k.post_id = post and k.holder_id = holder and k.person_id = somebody
      and k.ended_at is null and k.valid_from <= app.today() and k.valid_to >= app.today())
$$;

/* As schema/roles.ts has it. */
create or replace function app.level_of(role text) returns text language sql immutable
as $$
  select case when role = 'OFFICER' then 'OFFICER' when role = 'VILLAGE_HEAD' then 'VILLAGE' when role in ('TOWNSHIP_CLERK', 'TOWNSHIP_LEADER') then 'TOWNSHIP'
    when role = 'DISCIPLINE_CLERK' then 'DISCIPLINE' when role in ('COUNTY_CLERK', 'COUNTY_DIRECTOR') then 'COUNTY' when role in ('LEADER', 'ANALYST', 'ADMIN') then role end
$$;

drop function if exists app.enter(text, int, bigint, uuid), app.enter(text, int, bigint, uuid, boolean), app.session_holds(text, int, uuid, text, uuid, text, bigint, bigint), app.take_scope(text, text, boolean),
  app.seal_scope(text, int, bigint, uuid), app.admit(text, text, int, uuid, text, uuid, text, bigint, bigint), app.admit_job(int, uuid, uuid),
  app.scope_part(int), app.seal_of(text, text), app.role_of(text), app.scope_place(), app.moment(),
  app.enter_session(text, text, int, uuid, text, uuid, text, bigint, bigint, boolean), app.open_scope(text, text, int, uuid, text, uuid, text, bigint, bigint),
  app.set_scope(text, bigint, uuid), app.enter_session(text, text, int, uuid, text, uuid, text, text, bigint, bigint, boolean),
  app.open_scope(text, text, int, uuid, text, uuid, text, text, bigint, bigint),
  app.enter_session(text, text, int, uuid, text, uuid, text, uuid, text, text, bigint, bigint, boolean),
  app.open_scope(text, text, int, uuid, text, uuid, text, uuid, text, text, bigint, bigint);
/* Sets the scope of this transaction. The owner's alone: whoever may call it may be anybody. Good for nothing until all of it stands: what is set does
   not go back when the statement fails, and one scope's role with another's place would be a third. */
create or replace function app.set_scope(level text, unit bigint, person uuid, acting uuid default null) returns boolean language sql
as $$
  select setval('app.scope_moment', 0) is not null
    and setval('app.scope_matter_moment', -1) is not null
    and setval('app.scope_place', unit * 16 + array_position(app.levels(), level) - 1) is not null
    and setval('app.scope_person_high', ('x' || translate(left(person::text, 18), '-', ''))::bit(64)::bigint) is not null
    and setval('app.scope_person_low', ('x' || translate(right(person::text, 17), '-', ''))::bit(64)::bigint) is not null
    and setval('app.scope_acting_high', coalesce(('x' || translate(left(acting::text, 18), '-', ''))::bit(64)::bigint, 0)) is not null
    and setval('app.scope_acting_low', coalesce(('x' || translate(right(acting::text, 17), '-', ''))::bit(64)::bigint, 0)) is not null
    and setval('app.scope_moment', ('x' || encode(timestamptz_send(now()), 'hex'))::bit(64)::bigint + app.role_mark((app.level_roles())[array_position(app.levels(), level)])) is not null
$$;

/* Opens the scope that was set on a matter of which its unit takes part, by the same look at participation's key that a policy takes (docs/decisions/0042). */
create or replace function app.set_matter(matter uuid, county int, unit bigint) returns void language plpgsql
as $$
begin
  if exists (select from participation p where p.county_code = county and p.subject_id = matter and p.unit_code = unit) then
    perform setval('app.scope_matter_high', ('x' || translate(left(matter::text, 18), '-', ''))::bit(64)::bigint),
      setval('app.scope_matter_low', ('x' || translate(right(matter::text, 17), '-', ''))::bit(64)::bigint),
      setval('app.scope_matter_moment', currval('app.scope_moment'));
  end if;
end $$;

/* Takes the scope that was set until the transaction ends: once, at top level, before any savepoint. One expression, so that it becomes
   part of the caller's: every operation begins with it. */
create or replace function app.take_scope(level text, reading boolean) returns text language sql
as $$
  select set_config('role', (app.level_roles())[array_position(app.levels(), level)], true)
    || case when reading then set_config('transaction_read_only', 'on', true) else '' end
$$;

/* Enters any scope: an administrator's, for preparing and measuring. Granted to nobody. */
create or replace function app.enter(level text, county int, unit bigint, person uuid, reading boolean default false, matter uuid default null) returns void language plpgsql
as $$
begin
  if unit / 1000000000 is distinct from county or app.set_scope(level, unit, person) is not true then
    raise exception 'a scope needs a level, county, unit and person' using errcode = 'invalid_parameter_value';
  end if;
  if matter is not null and level in ('TOWNSHIP', 'VILLAGE') then perform app.set_matter(matter, county, unit); end if;
  perform app.take_scope(level, reading);
end $$;

/* Sets a session's scope when the session still gives exactly these rights: what a process remembers of it is only a guess at where to
   ask. `person` holds the post; `acting` is whose session it is, where that is a stand-in of today. At the level OFFICER everybody is the author
   of what they wrote themselves: a stand-in too, and never of what the holder wrote (docs/decisions/0038). */
create or replace function app.open_scope(level text, token text, county int, person uuid, named text, acting uuid, acting_named text, post uuid, as_role text, as_capacity text, unit bigint, area bigint, matter uuid default null)
  returns boolean language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  holds boolean;
  is_set boolean;
  is_program boolean;
begin
  select app.set_scope(level, unit, case when level = 'OFFICER' then s.person_id else open_scope.person end, case when level <> 'OFFICER' then acting end), s.token_scopes is not null
  into is_set, is_program from session s
  join person n on n.county_code = s.county_code and n.id = s.person_id and n.is_active and n.name = coalesce(acting_named, named)
  join post p on p.county_code = s.county_code and p.id = s.post_id and p.person_id = open_scope.person
    and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
  where s.token_hash = token and s.county_code = county and s.person_id = coalesce(acting, open_scope.person) and s.post_id = post and s.expires_at > app.now()
    and p.role = as_role and p.capacity is not distinct from as_capacity and p.unit_code = unit and p.area_code = area and unit / 1000000000 = county and level in ('OFFICER', app.level_of(as_role))
    and (acting is null and acting_named is null or acting <> open_scope.person and app.stands_in(county, p.id, p.person_id, p.role, acting)
      and exists (select from person h where h.county_code = county and h.id = p.person_id and h.name = named));
  holds := found;
  if holds and matter is not null and level in ('TOWNSHIP', 'VILLAGE') then perform app.set_matter(matter, county, unit); end if;
  if holds and is_program then perform set_config('transaction_read_only', 'on', true); end if; -- a program reads, whatever it is asked as
  return holds;
end $$;

/* Enters a scope for a session, or fails with LX001 when its rights are others by now: nothing after it in the transaction is answered. A matter opens for
   reading only: where something is written, who takes part may change meanwhile. */
create or replace function app.enter_session(level text, token text, county int, person uuid, named text, acting uuid, acting_named text, post uuid, as_role text, as_capacity text, unit bigint, area bigint, reading boolean, matter uuid default null)
  returns void language plpgsql
as $$
begin
  if not app.open_scope(level, token, county, person, named, acting, acting_named, post, as_role, as_capacity, unit, area, case when reading then matter end) then
    raise exception 'the rights of this session have changed' using errcode = 'LX001';
  end if;
  perform app.take_scope(level, reading);
end $$;

/* Sets the county office's scope for a job that makes a digest's file, for as long as the file is not made. */
create or replace function app.open_job_scope(county int, file uuid, person uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  return exists (select from digest_file f where f.county_code = county and f.id = file and f.state <> 'READY')
    and app.set_scope('COUNTY', county::bigint * 1000000000, person);
end $$;
create or replace function app.enter_job(county int, file uuid, person uuid) returns void language plpgsql
as $$
begin
  if not app.open_job_scope(county, file, person) then raise exception 'no such file is being made' using errcode = 'insufficient_privilege'; end if;
  perform app.take_scope('COUNTY', false);
end $$;
