-- Search (docs/decisions/0006). A report's haystack is cut into bigrams, each a number of its county (schema/search-tokens.ts), which
-- an index answers; every hit is checked against the haystack. Run by lxq_owner; safe to run again.
set check_function_bodies = off;
drop function if exists app.search_reports(tsquery, text[], timestamptz, uuid, int);
drop function if exists app.index_report(uuid, text, text[]);

/* Whether all needles stand in the haystack. Nearly always there are one or two, which the callers look for themselves: a call costs more than that.
   Not parallel safe, so that no search starts workers, which takes longer than the search. */
create or replace function app.holds(haystack text, needles text[]) returns boolean language sql immutable
  as $$ select not exists (select from unnest(needles) needle where position(needle in haystack) = 0) $$;

/*
 * app.search_county and so on, a function a level, which that level alone may run: ids of reports that hold every one of `needles`,
 * newest first, before (from_at, from_id), `most` of them or all. `wanted` are the needles' keys, `words` which needle each is of.
 * The scope is the transaction's own, spelled out because full text cannot use an index under row security; the caller joins the
 * ids back under row security.
 *
 * Each level has an index that gives its reports newest first. A common word is found by walking these; a rare one by the index
 * over all words, whose hits are few enough to be read and sorted. Which is which follows from how often the county's reports hold
 * it (search_frequency): bigrams of a Chinese word come together, so it is as rare as its rarest; digits know nothing of each other,
 * letters of pinyin something; needles are strangers as well. Prices are microseconds: of a report walked, of a hit that the index
 * gives, of a number that it compares. A walk that has cost what the index would goes on by that, unless it is about to arrive.
 */
do $$
declare
  level record;
  newest text; -- the scope's reports in their order
begin
  for level in select * from (values
    -- is_small: the whole scope may be walked; is_larger: asked when that is not known; is_weighed: an author's reports are fewer than weighing is worth
    ('county', 0.7, 'total <= fair', 'true', 'true', $c$(s.line <> 'SEALED' or is_sealed)$c$), -- a county's lie side by side
    ('township', 1.7, 'false', 'exists (select %s offset fair limit 1)', 'true', $c$s.township_code = unit and s.line = 'LINE'$c$),
    ('village', 1.7, 'false', 'exists (select %s offset fair limit 1)', 'true', $c$s.village_code = unit and s.line = 'LINE'$c$),
    ('officer', 1.7, 'true', 'true', 'false', $c$s.author_id = person$c$)) levels (name, price, is_small, is_larger, is_weighed, condition)
  loop
    newest := format('from public.report_search s where s.county_code = county and %s and (s.submitted_at, s.report_id) < (from_at, from_id)
            order by s.submitted_at desc, s.report_id desc', level.condition);
    execute format($f$
      create or replace function app.search_%1$s(wanted int[], words int[], needles text[], from_at timestamptz, from_id uuid, most int)
        returns table (id uuid, submitted_at timestamptz) language plpgsql stable rows 20 security definer set search_path = public, pg_temp
      as $body$
      declare
        -- Once, not for each row that is looked at.
        county int := app.county();
        unit bigint := app.unit();
        person uuid := app.person();
        is_sealed boolean := app.sealed();
        total float8;
        hits float8;
        compared float8 := 0;
        fair bigint; -- steps for the price of the index
        steps bigint;
        got int;
      begin
        if cardinality(wanted) = 1 then -- a word of two characters, as most are
          select t.n, coalesce(f.n, t.n * 0.00005) into total, hits
          from search_frequency t left join search_frequency f on f.county_code = county and f.key = wanted[1]
          where t.county_code = county and t.key = 0;
        elsif %7$s then
          select t.n, t.n * exp(sum(ln(word.share))), sum(word.compared) into total, hits, compared
          from search_frequency t, lateral (
            select sum(least(k.share * t.n, k.rarest * t.n * 2000)) as compared, -- the rarest list leads, the others are skipped through
              case when needles[k.word] ~ '^[0-9-]+$' then exp(sum(ln(k.share)))
                when needles[k.word] ~ '^[!-~]+$' then min(k.share) * sqrt(coalesce((array_agg(k.share order by k.share))[2], 1))
                else min(k.share) end as share
            from (select u.word, coalesce(f.n::float8 / t.n, 0.00005) as share, min(coalesce(f.n::float8 / t.n, 0.00005)) over () as rarest
              from unnest(wanted, words) u (key, word) left join search_frequency f on f.county_code = county and f.key = u.key) k
            group by k.word) word
          where t.county_code = county and t.key = 0 group by t.n;
        end if;
        fair := coalesce((hits * 2.5 + compared * 0.015) / %2$s, 2000); -- which where nobody has counted must do
        -- Where a walk does not promise a page, just a look: a word may be common here, or these days.
        steps := case when most * total / hits > fair and (fair < 256 or not %3$s) then fair / 16 else fair end;
        while steps >= 16 loop
          return query select w.report_id, w.submitted_at from (select s.report_id, s.submitted_at, s.haystack %5$s limit steps) w
            where position(needles[1] in w.haystack) > 0 and (needles[2] is null or position(needles[2] in w.haystack) > 0)
              and (needles[3] is null or app.holds(w.haystack, needles)) limit most;
          get diagnostics got = row_count;
          most := most - got;
          if most = 0 then return; end if;
          select s.submitted_at, s.report_id into from_at, from_id %5$s offset steps - 1 limit 1;
          if not found then return; end if;
          if most is null or got < 4 or most * steps / got > fair or steps < fair and got < 3 * steps * hits / total then
            exit when steps = fair or %4$s;
          end if;
          steps := fair;
        end loop;
        -- "is true" keeps the planner from going through all the county's reports to save some hits.
        return query with hit as materialized (
          select s.report_id, s.submitted_at from report_search s
          where s.keys @> wanted and (s.county_code = county and %6$s and (s.submitted_at, s.report_id) < (from_at, from_id)
            and position(needles[1] in s.haystack) > 0 and (needles[2] is null or position(needles[2] in s.haystack) > 0)
            and (needles[3] is null or app.holds(s.haystack, needles))) is true)
        select hit.report_id, hit.submitted_at from hit order by hit.submitted_at desc, hit.report_id desc limit most;
      end $body$;
      revoke all on function app.search_%1$s(int[], int[], text[], timestamptz, uuid, int) from public;
      grant execute on function app.search_%1$s(int[], int[], text[], timestamptz, uuid, int) to at_%1$s$f$,
      level.name, level.price, level.is_small, format(level.is_larger, newest), newest, level.condition, level.is_weighed);
  end loop;
end $$;

/* Puts a report's words where search finds them; scope and time are the report's own. */
create or replace function app.index_report(report uuid, words text, numbers int[]) returns void language sql security definer set search_path = public, pg_temp
as $$
  insert into report_search (county_code, report_id, unit_code, author_id, line, submitted_at, haystack, keys)
  select r.county_code, r.id, r.unit_code, r.author_id, r.line, r.submitted_at, words, numbers
  from report r where r.county_code = app.county() and r.id = report and r.author_id = app.person()
  on conflict (county_code, report_id) do update set submitted_at = excluded.submitted_at, haystack = excluded.haystack, keys = excluded.keys
$$;

/* Counts anew how many reports hold each key, from nineteen stretches of a thousand reports over all the county's time (round parts
   of it would meet round numbers); what less than one in 5,000 holds is rare and needs no number. Nightly. */
create or replace function app.count_words() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  county record;
  counted record;
begin
  for county in
    select c.county_code as code, count(s.report_id) as total, min(s.submitted_at) as oldest, max(s.submitted_at) - min(s.submitted_at) as span
    from county c left join report_search s on s.county_code = c.county_code group by c.county_code
  loop
    delete from search_frequency f where f.county_code = county.code;
    continue when county.total = 0;
    insert into search_frequency (county_code, key, n) values (county.code, 0, county.total);
    for counted in -- VALUES and not a SELECT, which a distributed server turns into COPY
      with looked_at as materialized (
        select distinct on (s.report_id) s.report_id, s.keys from generate_series(1, 19) stretch, lateral (
          select l.report_id, l.keys from report_search l
          where l.county_code = county.code and l.submitted_at <= county.oldest + county.span * stretch / 19
          order by l.submitted_at desc, l.report_id desc limit 1000) s),
      size as (select count(*)::float8 as n from looked_at)
      select u.key, count(*) / size.n as share from looked_at, size, unnest(looked_at.keys) u (key)
      where u.key <> 0 group by u.key, size.n having count(*) > size.n / 5000
    loop
      insert into search_frequency (county_code, key, n) values (county.code, counted.key, county.total * counted.share);
    end loop;
  end loop;
end $$;

revoke all on function app.holds(text, text[]), app.index_report(uuid, text, int[]), app.count_words() from public;
grant execute on function app.index_report(uuid, text, int[]) to at_county, at_township, at_village, at_officer;
grant execute on function app.count_words() to lxq_jobs;
