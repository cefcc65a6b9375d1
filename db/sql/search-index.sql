-- What search looks in (search.sql): the words of reports, and how many reports hold each. Run by lxq_owner; safe to run again.
set check_function_bodies = off;
drop function if exists app.index_report(uuid, text, text[]);

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

revoke all on function app.index_report(uuid, text, int[]), app.count_words() from public;
grant execute on function app.index_report(uuid, text, int[]) to at_county, at_township, at_village, at_officer;
grant execute on function app.count_words() to lxq_jobs;
