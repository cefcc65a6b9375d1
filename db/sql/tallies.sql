-- Tallies: how many reports there are of each kind, kept so that a count need not read them. A trigger on report appends what
-- each change adds and takes away (tally_delta), a timer folds that into unit_tally and year_tally, and whoever reads adds what
-- is not folded yet. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* Only what waits to be judged can be overdue; the rest share one instant that never passes, so that a tally's rows stay few. */
create or replace function app.tally_due(state text, due_at timestamptz) returns timestamptz language sql immutable parallel safe
  as $$ select case when state in ('SUBMITTED', 'URGENT') then due_at else 'infinity' end $$;
/* The first day of the month in which something happened, in Asia/Shanghai. */
create or replace function app.tally_month(at timestamptz) returns date language sql immutable parallel safe
  as $$ select date_trunc('month', at at time zone 'Asia/Shanghai')::date $$;
/* The units that a report of a village counts for: its own, its township's, its county's. */
create or replace function app.tally_units(county int, village bigint) returns setof bigint language sql immutable
  as $$ select village union select village / 1000000 * 1000000 union select county::bigint * 1000000000 $$;

/* On every report that changes or goes: what it counted as goes, what it counts as comes. Columns that no tally has do not pass the trigger's WHEN. */
create or replace function app.tally_report() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally_delta (county_code, unit_code, line, state, due_at, topic_code, source_code, month, n)
    values (old.county_code, old.unit_code, old.line, old.state, app.tally_due(old.state, old.due_at), old.topic_code, old.source_code, app.tally_month(old.submitted_at), -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into tally_delta (county_code, unit_code, line, state, due_at, topic_code, source_code, month, n)
    values (new.county_code, new.unit_code, new.line, new.state, app.tally_due(new.state, new.due_at), new.topic_code, new.source_code, app.tally_month(new.submitted_at), 1);
  end if;
  return null;
end $$;

/* On reports that come: all of one statement at once, as they come in many together. */
create or replace function app.tally_added() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into tally_delta (county_code, unit_code, line, state, due_at, topic_code, source_code, month, n)
  select a.county_code, a.unit_code, a.line, a.state, app.tally_due(a.state, a.due_at), a.topic_code, a.source_code, app.tally_month(a.submitted_at), 1 from added a;
  return null;
end $$;

/* A number for each month of a year, from the months that have one. */
create or replace function app.tally_months(months int[], ns int[]) returns int[] language sql immutable
as $$
  select array_agg(coalesce(told.n, 0) order by m) from generate_series(1, 12) m left join unnest(months, ns) told (month, n) on told.month = m
$$;
create or replace function app.tally_sum(one int[], other int[]) returns int[] language sql immutable
  as $$ select array_agg(a + b order by m) from unnest(one, other) with ordinality u (a, b, m) $$;

/* Adds `more` to one row of a tally: kind UNIT is unit_tally, where `code` is the state and only `more[1]` counts; the others are
   year_tally's. A row of nothing goes. Values and not a SELECT, which a distributed server turns into COPY. */
create or replace function app.tally_add(county int, of_kind text, at_unit bigint, on_line text, of_code text, due timestamptz, in_year int, more int[])
  returns void language plpgsql
as $$
declare now_n int[];
begin
  if of_kind = 'UNIT' then
    insert into unit_tally as t (county_code, unit_code, line, state, due_at, n) values (county, at_unit, on_line, of_code, due, more[1])
    on conflict (county_code, unit_code, line, state, due_at) do update set n = t.n + excluded.n returning array[n] into now_n;
    if 0 = all (now_n) then
      delete from unit_tally t where t.county_code = county and t.unit_code = at_unit and t.line = on_line and t.state = of_code and t.due_at = due;
    end if;
  else
    insert into year_tally as t (county_code, kind, township_code, year, line, code, n) values (county, of_kind, at_unit, in_year, on_line, of_code, more)
    on conflict (county_code, kind, township_code, year, line, code) do update set n = app.tally_sum(t.n, excluded.n) returning n into now_n;
    if 0 = all (now_n) then
      delete from year_tally t
      where t.county_code = county and t.kind = of_kind and t.township_code = at_unit and t.year = in_year and t.line = on_line and t.code = of_code;
    end if;
  end if;
end $$;

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
    cell as (
      select 'UNIT' as kind, u as unit, g.line, g.state as code, g.due_at, null::date as month, sum(g.n)::int as n
      from gone g, app.tally_units(county, g.village_code) u group by u, g.line, g.state, g.due_at
      union all
      select k.kind, g.township_code, g.line, k.code, null, g.month, sum(g.n)::int
      from gone g, lateral (values ('TOPIC', g.topic_code), ('SOURCE', coalesce(g.source_code, '')), ('STATE', g.state)) k (kind, code)
      group by k.kind, g.township_code, g.line, k.code, g.month)
    select x.kind, x.unit, x.line, x.code, x.due_at, extract(year from x.month)::int as year,
      app.tally_months(array_agg(coalesce(extract(month from x.month), 1)::int), array_agg(x.n)) as n
    from cell x where x.n <> 0 group by x.kind, x.unit, x.line, x.code, x.due_at, extract(year from x.month)
    union all
    select null, null, null, null, null, null, array[count(*)::int] from gone
  loop
    if c.kind is null then folded := c.n[1];
    else perform app.tally_add(county, c.kind, c.unit, c.line, c.code, c.due_at, c.year, c.n);
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
  if to_regclass('public.year_tally') is null then return; end if; -- an earlier migration asks; the one that makes the table asks again
  for county_code in select k.county_code from county k where only_county is null or k.county_code = only_county order by 1 loop
    perform pg_advisory_xact_lock(app.tally_key(), county_code);
    rows_wrong := 0;
    off_by := 0;
    for c in select * from app.tally_differences(county_code) loop
      perform app.tally_add(county_code, c.kind, c.unit, c.line, c.code, c.due_at, c.year, c.n);
      rows_wrong := rows_wrong + 1;
      off_by := off_by + (select sum(abs(n)) from unnest(c.n) n);
    end loop;
    return next;
  end loop;
end $$;

/* What the reports say and tallies and deltas together do not, in the shape that tally_add takes. */
create or replace function app.tally_differences(county int)
  returns table (kind text, unit bigint, line text, code text, due_at timestamptz, year int, n int[]) language sql
as $$
  with report_kept as (
    select r.village_code, r.township_code, r.line, r.state, app.tally_due(r.state, r.due_at) as due_at,
      app.tally_month(r.submitted_at) as month, r.topic_code, coalesce(r.source_code, '') as source_code
    from report r where r.county_code = county offset 0),
  told as (
    select grouping(k.village_code, k.topic_code, k.source_code) as missing, k.*, count(*) as n from report_kept k
    group by grouping sets ((village_code, line, state, due_at), (township_code, month, line, topic_code), (township_code, month, line, source_code), (township_code, month, line, state))),
  said as (
    select 'UNIT' as kind, u as unit, t.line, t.state as code, t.due_at, null::date as month, t.n from told t, app.tally_units(county, t.village_code) u where t.missing = 3
    union all select 'TOPIC', t.township_code, t.line, t.topic_code, null, t.month, t.n from told t where t.missing = 5
    union all select 'SOURCE', t.township_code, t.line, t.source_code, null, t.month, t.n from told t where t.missing = 6
    union all select 'STATE', t.township_code, t.line, t.state, null, t.month, t.n from told t where t.missing = 7
    union all select 'UNIT', t.unit_code, t.line, t.state, t.due_at, null, -t.n from unit_tally t where t.county_code = county
    union all select t.kind, t.township_code, t.line, t.code, null, make_date(t.year, m.month::int, 1), -m.n
      from year_tally t, unnest(t.n) with ordinality m (n, month) where t.county_code = county and m.n <> 0
    union all select 'UNIT', u, d.line, d.state, d.due_at, null, -d.n from tally_delta d, app.tally_units(county, d.village_code) u where d.county_code = county
    union all select k.kind, d.township_code, d.line, k.code, null, d.month, -d.n from tally_delta d,
      lateral (values ('TOPIC', d.topic_code), ('SOURCE', coalesce(d.source_code, '')), ('STATE', d.state)) k (kind, code) where d.county_code = county),
  differing as (
    select s.kind, s.unit, s.line, s.code, s.due_at, s.month, sum(s.n)::int as n from said s
    group by s.kind, s.unit, s.line, s.code, s.due_at, s.month having sum(s.n) <> 0)
  select x.kind, x.unit, x.line, x.code, x.due_at, extract(year from x.month)::int,
    app.tally_months(array_agg(coalesce(extract(month from x.month), 1)::int), array_agg(x.n))
  from differing x group by x.kind, x.unit, x.line, x.code, x.due_at, extract(year from x.month) order by 1, 2, 6, 3, 4, 5
$$;

revoke all on function app.tally_due(text, timestamptz), app.tally_month(timestamptz), app.tally_units(int, bigint), app.tally_report(), app.tally_added(), app.tally_key(),
  app.tally_months(int[], int[]), app.tally_sum(int[], int[]), app.tally_add(int, text, bigint, text, text, timestamptz, int, int[]),
  app.fold_county(int, bigint), app.fold_tallies(), app.rebuild_tallies(int), app.tally_differences(int) from public;
grant execute on function app.fold_tallies(), app.rebuild_tallies(int), app.event_heads() to lxq_jobs;
