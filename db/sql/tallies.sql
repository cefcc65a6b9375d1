-- Tallies: how many reports there are of each kind, kept so that a count need not read them. A trigger on report appends what
-- each change adds and takes away (tally_delta), a timer folds that into unit_tally, year_tally and day_tally, and whoever reads adds what
-- is not folded yet. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Only what waits to be judged can be overdue; the rest share one instant that never passes, so that a tally's rows stay few. */
create or replace function app.tally_due(state text, due_at timestamptz) returns timestamptz language sql immutable parallel safe
  as $$ select case when state in ('SUBMITTED', 'URGENT') then due_at else 'infinity' end $$;
/* The day on which something happened, in Asia/Shanghai. */
create or replace function app.tally_day(at timestamptz) returns date language sql immutable parallel safe
  as $$ select (at at time zone 'Asia/Shanghai')::date $$;
/* What the digest made of a report; one that was withdrawn is no candidate. */
create or replace function app.tally_use(state text, digested_at timestamptz) returns text language sql immutable parallel safe
  as $$ select case when state = 'WITHDRAWN' then state when digested_at is not null then 'DIGEST' else '' end $$;
/* After how many days a report was answered; '' while it is not. */
create or replace function app.tally_answer(submitted_at timestamptz, answered_at timestamptz) returns text language sql immutable parallel safe
  as $$ select coalesce((app.tally_day(answered_at) - app.tally_day(submitted_at))::text, '') $$;
/* The units that a report of a village counts for: its own, its township's, its county's. */
create or replace function app.tally_units(county int, village bigint) returns setof bigint language sql immutable
  as $$ select village union select village / 1000000 * 1000000 union select county::bigint * 1000000000 $$;

/* On every report that changes or goes: what it counted as goes, what it counts as comes. Columns that no tally has do not pass the trigger's WHEN. */
create or replace function app.tally_report() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally_delta (county_code, unit_code, line, state, due_at, topic_code, source_code, urgency, use, answer, day, n)
    values (old.county_code, old.unit_code, old.line, old.state, app.tally_due(old.state, old.due_at), old.topic_code, old.source_code, old.urgency, app.tally_use(old.state, old.digested_at), app.tally_answer(old.submitted_at, old.answered_at), app.tally_day(old.submitted_at), -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into tally_delta (county_code, unit_code, line, state, due_at, topic_code, source_code, urgency, use, answer, day, n)
    values (new.county_code, new.unit_code, new.line, new.state, app.tally_due(new.state, new.due_at), new.topic_code, new.source_code, new.urgency, app.tally_use(new.state, new.digested_at), app.tally_answer(new.submitted_at, new.answered_at), app.tally_day(new.submitted_at), 1);
  end if;
  return null;
end $$;

/* On reports that come: all of one statement at once, as they come in many together. */
create or replace function app.tally_added() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into tally_delta (county_code, unit_code, line, state, due_at, topic_code, source_code, urgency, use, answer, day, n)
  select a.county_code, a.unit_code, a.line, a.state, app.tally_due(a.state, a.due_at), a.topic_code, a.source_code, a.urgency, app.tally_use(a.state, a.digested_at), app.tally_answer(a.submitted_at, a.answered_at), app.tally_day(a.submitted_at), 1 from added a;
  return null;
end $$;

/* As many numbers as `size`, from the places that have one. */
create or replace function app.tally_places(size int, places int[], ns int[]) returns int[] language sql immutable
as $$
  select array_agg(coalesce(told.n, 0) order by p) from generate_series(1, size) p left join unnest(places, ns) told (place, n) on told.place = p
$$;
create or replace function app.tally_sum(one int[], other int[]) returns int[] language sql immutable
  as $$ select array_agg(a + b order by m) from unnest(one, other) with ordinality u (a, b, m) $$;

drop function if exists app.tally_add(int, text, bigint, text, text, timestamptz, int, int[]);
/* Adds `more` to one row of a tally: one number is unit_tally's, where `code` is the state; twelve are year_tally's, of the year that begins on `first`; thirty-one are
   day_tally's, of the month. A row of nothing goes. Values and not a SELECT, which a distributed server turns into COPY. */
create or replace function app.tally_add(county int, of_kind text, at_unit bigint, on_line text, of_code text, due timestamptz, first date, more int[])
  returns void language plpgsql
as $$
declare now_n int[];
begin
  if cardinality(more) = 1 then
    insert into unit_tally as t (county_code, unit_code, line, state, due_at, n) values (county, at_unit, on_line, of_code, due, more[1])
    on conflict (county_code, unit_code, line, state, due_at) do update set n = t.n + excluded.n returning array[n] into now_n;
    if 0 = all (now_n) then
      delete from unit_tally t where t.county_code = county and t.unit_code = at_unit and t.line = on_line and t.state = of_code and t.due_at = due;
    end if;
  elsif cardinality(more) = 12 then
    insert into year_tally as t (county_code, kind, township_code, year, line, code, n) values (county, of_kind, at_unit, extract(year from first)::int, on_line, of_code, more)
    on conflict (county_code, kind, township_code, year, line, code) do update set n = app.tally_sum(t.n, excluded.n) returning n into now_n;
    if 0 = all (now_n) then
      delete from year_tally t
      where t.county_code = county and t.kind = of_kind and t.township_code = at_unit and t.year = extract(year from first)::int and t.line = on_line and t.code = of_code;
    end if;
  else
    insert into day_tally as t (county_code, kind, township_code, month, line, code, n) values (county, of_kind, at_unit, first, on_line, of_code, more)
    on conflict (county_code, kind, township_code, month, line, code) do update set n = app.tally_sum(t.n, excluded.n) returning n into now_n;
    if 0 = all (now_n) then
      delete from day_tally t
      where t.county_code = county and t.kind = of_kind and t.township_code = at_unit and t.month = first and t.line = on_line and t.code = of_code;
    end if;
  end if;
end $$;

/* Where a day stands: in the row of its month, and of its year where the kind is kept by years too. */
create or replace function app.tally_spans(kind text, day date) returns table (first date, size int, place int) language sql immutable
as $$
  select date_trunc('month', day::timestamp)::date, 31, extract(day from day)::int
  union all
  select date_trunc('year', day::timestamp)::date, 12, extract(month from day)::int where kind in ('TOPIC', 'SOURCE', 'STATE')
$$;

/* Whoever moves a county's numbers, one at a time; let go when the transaction ends. */
create or replace function app.tally_key() returns int language sql immutable as $$ select 636091 $$;

/*
 * Folds the oldest deltas of every county into the tallies, at most some 50,000, and says how many. A county that somebody else
 * folds or rebuilds is left to them. Killed half-way, nothing has happened.
 */
create or replace function app.fold_tallies() returns int language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  county int;
  oldest bigint;
  folded int := 0;
begin
  for county in select distinct d.county_code from tally_delta d loop
    continue when not pg_try_advisory_xact_lock(app.tally_key(), county);
    select min(d.id) into oldest from tally_delta d where d.county_code = county;
    folded := folded + app.fold_county(county, oldest + 50000);
  end loop;
  return folded;
end $$;

create or replace function app.fold_county(county int, before bigint) returns int language plpgsql
as $$
declare
  c record;
  folded int := 0;
begin
  for c in
    with gone as (delete from tally_delta d where d.county_code = county and d.id < before returning d.*),
    day as (
      select k.kind, g.township_code, g.line, k.code, g.day, sum(g.n)::int as n
      from gone g, lateral (values ('TOPIC', g.topic_code), ('SOURCE', coalesce(g.source_code, '')), ('STATE', g.state), ('URGENCY', g.urgency),
        ('VILLAGE', g.village_code::text), ('USE', g.use), ('ANSWER', g.answer)) k (kind, code)
      group by k.kind, g.township_code, g.line, k.code, g.day),
    cell as (
      select 'UNIT' as kind, u as unit, g.line, g.state as code, g.due_at, null::date as first, 1 as size, 1 as place, g.n
      from gone g, app.tally_units(county, g.village_code) u
      union all select x.kind, x.township_code, x.line, x.code, null, p.first, p.size, p.place, x.n from day x, app.tally_spans(x.kind, x.day) p),
    summed as (
      select x.kind, x.unit, x.line, x.code, x.due_at, x.first, x.size, x.place, sum(x.n)::int as n from cell x
      group by x.kind, x.unit, x.line, x.code, x.due_at, x.first, x.size, x.place having sum(x.n) <> 0)
    select x.kind, x.unit, x.line, x.code, x.due_at, x.first, app.tally_places(x.size, array_agg(x.place), array_agg(x.n)) as n
    from summed x group by x.kind, x.unit, x.line, x.code, x.due_at, x.first, x.size
    union all
    select null, null, null, null, null, null, array[count(*)::int] from gone
  loop
    if c.kind is null then folded := c.n[1];
    else perform app.tally_add(county, c.kind, c.unit, c.line, c.code, c.due_at, c.first, c.n);
    end if;
  end loop;
  return folded;
end $$;

/*
 * Compares tallies and deltas with the reports in one snapshot and puts right what differs, county by county: for nightly checks,
 * and after reports were loaded without the trigger. Writers need not wait: what they change meanwhile is in neither side of the
 * snapshot, and a difference is added, not written over. Per county: how many rows were wrong, and by how much in all.
 */
create or replace function app.rebuild_tallies(only_county int default null) returns table (county_code int, rows_wrong int, off_by bigint)
  language plpgsql security definer set search_path = public, pg_temp
  set work_mem = '64MB' set enable_sort = off -- one pass over the reports: their few groups are hashed, though the planner expects many
as $$
declare c record;
begin
  -- An older snapshot than the lock would miss what another rebuild has just put right, and add it again.
  if current_setting('transaction_isolation') <> 'read committed' then raise exception 'tallies are rebuilt at read committed' using errcode = 'invalid_transaction_state'; end if;
  if to_regclass('public.day_tally') is null then return; end if; -- an earlier migration asks; the one that makes the table asks again
  for county_code in select k.county_code from county k where only_county is null or k.county_code = only_county order by 1 loop
    perform pg_advisory_xact_lock(app.tally_key(), county_code);
    rows_wrong := 0;
    off_by := 0;
    for c in select * from app.tally_differences(county_code) loop
      perform app.tally_add(county_code, c.kind, c.unit, c.line, c.code, c.due_at, c.first, c.n);
      rows_wrong := rows_wrong + 1;
      off_by := off_by + (select sum(abs(n)) from unnest(c.n) n);
    end loop;
    return next;
  end loop;
end $$;

drop function if exists app.tally_differences(int);
/* What the reports say and tallies and deltas together do not, in the shape that tally_add takes. */
create function app.tally_differences(county int)
  returns table (kind text, unit bigint, line text, code text, due_at timestamptz, first date, n int[]) language sql
as $$
  with report_kept as (
    select r.village_code, r.township_code, r.line, r.state, app.tally_due(r.state, r.due_at) as due_at, app.tally_day(r.submitted_at) as day, r.topic_code,
      coalesce(r.source_code, '') as source_code, r.urgency, app.tally_use(r.state, r.digested_at) as use, app.tally_answer(r.submitted_at, r.answered_at) as answer
    from report r where r.county_code = county offset 0),
  told as (
    select k.*, count(*)::int as n from report_kept k
    group by grouping sets ((village_code, line, state, due_at), (township_code, day, line, topic_code), (township_code, day, line, source_code), (township_code, day, line, state),
      (township_code, day, line, urgency), (township_code, day, line, village_code), (township_code, day, line, use), (township_code, day, line, answer))),
  on_day as (
    select case when t.topic_code is not null then 'TOPIC' when t.source_code is not null then 'SOURCE' when t.state is not null then 'STATE' when t.urgency is not null then 'URGENCY'
        when t.village_code is not null then 'VILLAGE' when t.use is not null then 'USE' else 'ANSWER' end as kind,
      t.township_code, t.line, coalesce(t.topic_code, t.source_code, t.state, t.urgency, t.village_code::text, t.use, t.answer) as code, t.day, t.n
    from told t where t.day is not null
    union all
    select k.kind, d.township_code, d.line, k.code, d.day, -d.n from tally_delta d,
      lateral (values ('TOPIC', d.topic_code), ('SOURCE', coalesce(d.source_code, '')), ('STATE', d.state), ('URGENCY', d.urgency), ('VILLAGE', d.village_code::text), ('USE', d.use), ('ANSWER', d.answer)) k (kind, code)
    where d.county_code = county),
  said as (
    select 'UNIT' as kind, u as unit, t.line, t.state as code, t.due_at, null::date as first, 1 as size, 1 as place, t.n from told t, app.tally_units(county, t.village_code) u where t.day is null
    union all select 'UNIT', t.unit_code, t.line, t.state, t.due_at, null, 1, 1, -t.n from unit_tally t where t.county_code = county
    union all select 'UNIT', u, d.line, d.state, d.due_at, null, 1, 1, -d.n from tally_delta d, app.tally_units(county, d.village_code) u where d.county_code = county
    union all select x.kind, x.township_code, x.line, x.code, null, p.first, p.size, p.place, x.n from on_day x, app.tally_spans(x.kind, x.day) p
    union all select t.kind, t.township_code, t.line, t.code, null, make_date(t.year, 1, 1), 12, m.month::int, -m.n
      from year_tally t, unnest(t.n) with ordinality m (n, month) where t.county_code = county and m.n <> 0
    union all select t.kind, t.township_code, t.line, t.code, null, t.month, 31, m.day::int, -m.n
      from day_tally t, unnest(t.n) with ordinality m (n, day) where t.county_code = county and m.n <> 0),
  differing as (
    select s.kind, s.unit, s.line, s.code, s.due_at, s.first, s.size, s.place, sum(s.n)::int as n from said s
    group by s.kind, s.unit, s.line, s.code, s.due_at, s.first, s.size, s.place having sum(s.n) <> 0)
  select x.kind, x.unit, x.line, x.code, x.due_at, x.first, app.tally_places(x.size, array_agg(x.place), array_agg(x.n))
  from differing x group by x.kind, x.unit, x.line, x.code, x.due_at, x.first, x.size order by 1, 2, 6, 3, 4, 5
$$;

revoke all on function app.tally_due(text, timestamptz), app.tally_day(timestamptz), app.tally_use(text, timestamptz), app.tally_answer(timestamptz, timestamptz),
  app.tally_units(int, bigint), app.tally_report(), app.tally_added(), app.tally_key(), app.tally_spans(text, date), app.tally_places(int, int[], int[]), app.tally_sum(int[], int[]),
  app.tally_add(int, text, bigint, text, text, timestamptz, date, int[]), app.fold_county(int, bigint), app.fold_tallies(), app.rebuild_tallies(int), app.tally_differences(int) from public;
grant execute on function app.fold_tallies(), app.rebuild_tallies(int), app.event_heads() to lxq_jobs;
drop function if exists app.tally_month(timestamptz);
drop function if exists app.tally_months(int[], int[]);
