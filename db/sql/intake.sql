-- The intake: reports that several people send at the same moment are stored in one transaction (docs/decisions/0019). Run by lxq_owner;
-- safe to run again.
set check_function_bodies = off;

drop function if exists app.act_as(int, bigint, uuid), app.act_as(text, int, uuid, text, uuid, text, bigint, bigint), app.index_new_reports(json), app.tell_submitted(int[], uuid[]),
  app.submit_reports(json, json, date, date, text), app.tell_submitted(json);
/*
 * Stores new reports whose checks all hold, with words for the search, audit line and event, and gives their ids, serials and lines: an
 * accusation is sealed by its topic (docs/decisions/0025). A
 * report's county, unit, author and post are those of the session that its draft names by its token's hash, and of nobody else. What
 * is left out, because it was sent before, or its session, place, topic or source is not what the sender took it for, is for the
 * caller to look at one by one. `special` are the days that differ from the week's habit after `today` up to `due`, as `day=isWorkday`,
 * by which the caller has reckoned due_at. The serial stands at the haystack's end, with its keys: the caller has not seen it yet.
 * One transaction of its own; drafts stand in the order of author and client id, so that two of these never wait for each other in
 * a circle. Whatever is looked up, is looked up for one draft after the other, by its key.
 */
create or replace function app.submit_reports(drafts json, today date, due date, special text, out ids uuid[], out serials bigint[], out lines text[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  counties int[];
  told_of int;
begin
  with draft as materialized (
    select * from json_to_recordset(drafts) as d (
      county_code int, id uuid, unit_code bigint, client_id uuid, content_hash text, author_id uuid, post_id uuid, line text, channel text,
      topic_code text, source_code text, urgency text, place_code bigint, outside_area_reason text, households int, people int,
      occurred_at timestamptz, submitted_at timestamptz, due_at timestamptz, content text,
      author_name text, author_role text, area_code bigint, token_hash text, place_words text, unit_words text, haystack text, keys int[])),
  stored as (
    insert into report as r (county_code, id, unit_code, client_id, content_hash, author_id, post_id, line, channel, topic_code, source_code, urgency,
      place_code, outside_area_reason, households, people, occurred_at, submitted_at, due_at, content)
    select s.county_code, d.id, s.unit_code, d.client_id, d.content_hash, s.person_id, s.post_id, case when t.is_accusation then 'SEALED' else d.line end, d.channel, d.topic_code, d.source_code, d.urgency,
      d.place_code, d.outside_area_reason, d.households, d.people, d.occurred_at, d.submitted_at, d.due_at, d.content
    from draft d
    cross join lateral (
      select s.county_code, s.person_id, s.post_id, p.unit_code from session s
      join person n on n.county_code = s.county_code and n.id = s.person_id and n.is_active and n.name = d.author_name
      join post p on p.county_code = s.county_code and p.id = s.post_id and p.person_id = s.person_id
        and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()
      where s.token_hash = d.token_hash and s.county_code = d.county_code and s.person_id = d.author_id and s.post_id = d.post_id and s.expires_at > app.now() and s.token_scopes is null
        and p.role = d.author_role and p.unit_code = d.unit_code and p.area_code = d.area_code
      limit 1) s
    cross join lateral (select t.is_accusation from term t where t.county_code = d.county_code and t.kind = 'TOPIC' and t.code = d.topic_code and t.is_active limit 1) t
    where special = (select coalesce(string_agg(c.day || '=' || c.is_workday, ',' order by c.day), '') from calendar_day c where c.day > today and c.day <= due)
      and (select concat_ws(' ', p.full_name, p.pinyin, p.initials) from place p where p.county_code = d.county_code and p.code = d.place_code and p.valid_to is null) = d.place_words
      and (d.unit_words is null or (select concat_ws(' ', p.full_name, p.pinyin, p.initials) from place p where p.county_code = d.county_code and p.code = d.unit_code) = d.unit_words)
      and (d.source_code is null or (select true from term t where t.county_code = d.county_code and t.kind = 'SOURCE' and t.code = d.source_code))
    on conflict (county_code, author_id, client_id) do nothing
    returning r.county_code, r.id, r.serial, r.unit_code, r.author_id, r.line, r.submitted_at),
  indexed as (
    insert into report_search (county_code, report_id, unit_code, author_id, line, submitted_at, haystack, keys)
    select r.county_code, r.id, r.unit_code, r.author_id, r.line, r.submitted_at, d.haystack || n.digits,
      d.keys || array(
        select app.pair_key(r.county_code, substr(n.digits, i, 2)) from generate_series(1, length(n.digits) - 1) i
        where strpos(n.digits, substr(n.digits, i, 2)) = i and app.pair_key(r.county_code, substr(n.digits, i, 2)) <> all (d.keys))
    from stored r join draft d on d.id = r.id,
    lateral (select lpad(r.serial::text, greatest(length(r.serial::text), 6), '0') as digits) n),
  noted as (
    insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, to_state, actor_id, actor_name, actor_role, actor_unit_code, author_id, line)
    select r.county_code, r.id, r.unit_code, r.submitted_at, 'REPORT', r.id, 'submit', 'SUBMITTED', r.author_id, d.author_name, d.author_role, r.unit_code, r.author_id, r.line
    from stored r join draft d on d.id = r.id)
  select array_agg(r.county_code), array_agg(r.id), array_agg(r.serial), array_agg(r.line) into counties, ids, serials, lines from stored r;
  if ids is null then return; end if;
  -- An event for each, with the report's id. The counters' rows are held from here to the commit, which comes at once, and several are taken in the counties' order.
  if counties[1] <> any (counties) then perform from event_counter c where c.county_code = any (counties) order by c.county_code for update; end if;
  with taken as (
    update event_counter c set n = c.n + of_county.count from (select county, count(*) from unnest(counties) county group by county) of_county
    where c.county_code = of_county.county returning c.county_code, c.n - of_county.count as before)
  insert into event (county_code, id, unit_code, n, kind, at, subject, subject_id, about, author_id, line)
  select r.county_code, r.id, r.unit_code, t.before + row_number() over (partition by r.county_code order by r.serial), 'REPORT_SUBMITTED', r.submitted_at, 'REPORT', r.id, jsonb_build_object('REPORT', r.id), r.author_id, r.line
  from unnest(counties, ids) stored (county, id) join report r on r.county_code = stored.county and r.id = stored.id
  join taken t on t.county_code = r.county_code;
  get diagnostics told_of = row_count;
  if told_of <> cardinality(ids) then raise exception 'not every report could be told of'; end if;
end $$;

/* The key of two ASCII characters in a county, as schema/search/search-tokens.ts has it: FNV-1a, as a signed number of 32 bits. One
   expression, so that it becomes part of the statement. */
create or replace function app.pair_key(county int, pair text) returns int language sql immutable parallel safe
as $$
  select (((((((((2166136261 # county) * 16777619 & 4294967295) # ascii(pair)) * 16777619) & 4294967295) # ascii(substr(pair, 2))) * 16777619 & 4294967295) # 2147483648) - 2147483648)::int
$$;

revoke all on function app.submit_reports(json, date, date, text), app.pair_key(int, text) from public;
revoke execute on function app.session_find(text[]) from at_officer; -- was needed here once
grant execute on function app.submit_reports(json, date, date, text) to public;
