-- Search (docs/decisions/0006). A report's haystack is cut into bigrams, each a number of its county (schema/search-tokens.ts), which
-- an index answers; every hit is checked against the haystack. Run by lxq_owner; safe to run again.
set check_function_bodies = off;
drop function if exists app.search_reports(tsquery, text[], timestamptz, uuid, int);
drop function if exists app.index_report(uuid, text, text[]);

/* Whether every needle stands in the haystack: one needle, as nearly always, without a loop. */
create or replace function app.holds(haystack text, needles text[]) returns boolean language sql immutable parallel safe
  as $$ select position(needles[1] in haystack) > 0 and (cardinality(needles) = 1 or not exists (select from unnest(needles) needle where position(needle in haystack) = 0)) $$;

/*
 * How many reports the county has, and how many of them hold the needles; nothing where they were never counted. `words` says of
 * each key to which needle it belongs. Bigrams of a Chinese word come together, so it is as rare as its rarest; those of pinyin and
 * of numbers meet in many words. Needles are taken as strangers to each other.
 */
create or replace function app.expected_hits(wanted int[], words int[], needles text[], out total float8, out hits float8) language plpgsql stable
as $$
begin
  select f.n into total from search_frequency f where f.county_code = app.county() and f.key = 0;
  select total * exp(sum(ln(word.share))) into hits from (
    select case when needles[k.word] ~ '^[!-~]+$' then least(min(k.share), exp(sum(ln(k.share)) / 2)) else min(k.share) end as share
    from (select u.word, coalesce(f.n, total / 20000) / total as share
      from unnest(wanted, words) u (key, word) left join search_frequency f on f.county_code = app.county() and f.key = u.key) k
    group by k.word) word;
end $$;

/*
 * One function a level, since each has an index of its own that gives its reports newest first. A common word is found by walking
 * these; a rare one by the index over all words, whose hits are few enough to be read and sorted. Which is which follows from how
 * often the county's reports hold it; a walk that has cost what the index would, without a page to show, goes on by the index.
 */
do $$
declare
  level record;
begin
  for level in select * from (values -- weight: rows walked for the price of one hit of the index; a county's lie side by side on disk
    ('county', 6, $c$(s.line <> 'SEALED' or app.sealed())$c$),
    ('township', 1, $c$s.township_code = app.unit() and s.line = 'LINE'$c$),
    ('village', 1, $c$s.village_code = app.unit() and s.line = 'LINE'$c$),
    ('officer', 1, $c$s.author_id = app.person()$c$)) levels (name, weight, condition)
  loop
    execute format($f$
      create or replace function app.search_%1$s(wanted int[], words int[], needles text[], from_at timestamptz, from_id uuid, most int)
        returns table (id uuid, submitted_at timestamptz) language plpgsql stable
      as $body$
      declare
        expected record := app.expected_hits(wanted, words, needles);
        fair bigint := coalesce(expected.hits * %2$s, 2000); -- steps for the price of the index
        steps bigint := fair;
        got int;
      begin
        if most * expected.total / expected.hits > fair and exists (
          select from report_search s where s.county_code = app.county() and %3$s and (s.submitted_at, s.report_id) < (from_at, from_id)
          order by s.submitted_at desc, s.report_id desc offset fair limit 1)
        then steps := fair / 8; end if; -- just a look: a word may be common in one place, or these days
        while steps >= 16 loop
          return query select w.report_id, w.submitted_at from (
            select s.report_id, s.submitted_at, s.haystack from report_search s
            where s.county_code = app.county() and %3$s and (s.submitted_at, s.report_id) < (from_at, from_id)
            order by s.submitted_at desc, s.report_id desc limit steps) w
          where app.holds(w.haystack, needles) limit most;
          get diagnostics got = row_count;
          most := most - got;
          if most = 0 then return; end if;
          select s.submitted_at, s.report_id into from_at, from_id from report_search s
          where s.county_code = app.county() and %3$s and (s.submitted_at, s.report_id) < (from_at, from_id)
          order by s.submitted_at desc, s.report_id desc offset steps - 1 limit 1;
          if not found then return; end if;
          exit when got = 0 or steps = fair or most * steps / got > fair;
          steps := fair;
        end loop;
        -- "is true" keeps the planner from going through all the county's reports to save some hits.
        return query with hit as materialized (
          select s.report_id, s.submitted_at from report_search s
          where s.keys @> wanted and (s.county_code = app.county() and %3$s and (s.submitted_at, s.report_id) < (from_at, from_id) and app.holds(s.haystack, needles)) is true)
        select hit.report_id, hit.submitted_at from hit order by hit.submitted_at desc, hit.report_id desc limit most;
      end $body$;
      revoke all on function app.search_%1$s(int[], int[], text[], timestamptz, uuid, int) from public$f$, level.name, level.weight, level.condition);
  end loop;
end $$;

/* Ids of reports that hold every one of `needles`, newest first, older than (before_at, before_id), `most` of them or all. `wanted`
   are the needles' keys, `words` which needle each is of. The scope is the transaction's own, spelled out because full text cannot
   use an index under row security; the caller joins the ids back under row security. */
create or replace function app.search_reports(wanted int[], words int[], needles text[], before_at timestamptz, before_id uuid, most int)
  returns table (id uuid, submitted_at timestamptz) language plpgsql stable rows 20 security definer set search_path = public, pg_temp
as $$
declare
  from_at timestamptz := coalesce(before_at, 'infinity');
  from_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  case current_setting('app.level', true)
    when 'COUNTY', 'DISCIPLINE' then return query select * from app.search_county(wanted, words, needles, from_at, from_id, most);
    when 'TOWNSHIP' then return query select * from app.search_township(wanted, words, needles, from_at, from_id, most);
    when 'VILLAGE' then return query select * from app.search_village(wanted, words, needles, from_at, from_id, most);
    when 'OFFICER' then return query select * from app.search_officer(wanted, words, needles, from_at, from_id, most);
    else return;
  end case;
end $$;

/* Puts a report's words where search finds them; scope and time are the report's own. */
create or replace function app.index_report(report uuid, words text, numbers int[]) returns void language sql security definer set search_path = public, pg_temp
as $$
  insert into report_search (county_code, report_id, unit_code, author_id, line, submitted_at, haystack, keys)
  select r.county_code, r.id, r.unit_code, r.author_id, r.line, r.submitted_at, words, numbers
  from report r where r.county_code = app.county() and r.id = report and r.author_id = app.person()
  on conflict (county_code, report_id) do update set submitted_at = excluded.submitted_at, haystack = excluded.haystack, keys = excluded.keys
$$;

/* Counts anew how many reports hold each key, from every county's newest 20,000; what less than one in 5,000 holds is rare and needs no number. Nightly. */
create or replace function app.count_words() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  county int;
  total int;
  counted record;
begin
  for county in select c.county_code from county c loop
    select count(*) into total from report_search s where s.county_code = county;
    delete from search_frequency f where f.county_code = county;
    continue when total = 0;
    insert into search_frequency (county_code, key, n) values (county, 0, total);
    for counted in -- VALUES and not a SELECT, which a distributed server turns into COPY
      select key, count(*)::float8 / least(total, 20000) as share
      from (select s.keys from report_search s where s.county_code = county order by s.submitted_at desc, s.report_id desc limit 20000) newest, unnest(newest.keys) key
      where key <> 0 group by key having count(*) > least(total, 20000) / 5000
    loop
      insert into search_frequency (county_code, key, n) values (county, counted.key, total * counted.share);
    end loop;
  end loop;
end $$;

revoke all on function app.holds(text, text[]), app.expected_hits(int[], int[], text[]), app.search_reports(int[], int[], text[], timestamptz, uuid, int),
  app.index_report(uuid, text, int[]), app.count_words() from public;
grant execute on function app.search_reports(int[], int[], text[], timestamptz, uuid, int), app.index_report(uuid, text, int[])
  to at_county, at_township, at_village, at_officer;
grant execute on function app.count_words() to lxq_jobs;
