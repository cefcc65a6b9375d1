-- Search (docs/decisions/0006). A report's haystack is cut into bigrams, each a number of its county (schema/search/search-tokens.ts), which
-- an index answers; every hit is checked against the haystack. Run by lxq_owner; safe to run again.
set check_function_bodies = off;
drop function if exists app.search_reports(tsquery, text[], timestamptz, uuid, int);

/* Whether all needles stand in the haystack. Nearly always there are one or two, which the callers look for themselves: a call costs more than that.
   Not parallel safe, so that no search starts workers, which takes longer than the search. */
create or replace function app.holds(haystack text, needles text[]) returns boolean language sql immutable
  as $$ select not exists (select from unnest(needles) needle where position(needle in haystack) = 0) $$;

/*
 * app.search_county and so on, a function a level, which that level alone may run: ids of reports that hold every one of `needles`, and
 * are of one of `topics` if any are given, newest first, before (from_at, from_id), `most` of them or all. `wanted` are the needles' keys, `words` which needle each is of.
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
    execute format('drop function if exists app.search_%s(int[], int[], text[], timestamptz, uuid, int)', level.name);
    execute format($f$
      create or replace function app.search_%1$s(wanted int[], words int[], needles text[], from_at timestamptz, from_id uuid, most int, topics text[] default null)
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
        share float8 := case when topics is null then 1 else 0.05 end; -- of hits that are of the topics, as a guess: a wrong one costs a look too many
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
        steps := case when most * total / (hits * share) > fair and (fair < 256 or not %3$s) then fair / 16 else fair end;
        while steps >= 16 loop
          return query select w.report_id, w.submitted_at from (select s.report_id, s.submitted_at, s.haystack %5$s limit steps) w
            where position(needles[1] in w.haystack) > 0 and (needles[2] is null or position(needles[2] in w.haystack) > 0)
              and (needles[3] is null or app.holds(w.haystack, needles))
              and (topics is null or exists (select from report o where o.county_code = county and o.id = w.report_id and o.topic_code = any (topics))) limit most;
          get diagnostics got = row_count;
          most := most - got;
          if most = 0 then return; end if;
          select s.submitted_at, s.report_id into from_at, from_id %5$s offset steps - 1 limit 1;
          if not found then return; end if;
          if most is null or got < 4 or most * steps / got > fair or steps < fair and got < 3 * steps * hits * share / total then
            exit when steps = fair or %4$s;
          end if;
          steps := fair;
        end loop;
        -- "is true" keeps the planner from going through all the county's reports to save some hits.
        return query with hit as materialized (
          select s.report_id, s.submitted_at from report_search s
          where s.keys @> wanted and (s.county_code = county and %6$s and (s.submitted_at, s.report_id) < (from_at, from_id)
            and position(needles[1] in s.haystack) > 0 and (needles[2] is null or position(needles[2] in s.haystack) > 0)
            and (needles[3] is null or app.holds(s.haystack, needles))
            and (topics is null or exists (select from report o where o.county_code = county and o.id = s.report_id and o.topic_code = any (topics)))) is true)
        select hit.report_id, hit.submitted_at from hit order by hit.submitted_at desc, hit.report_id desc limit most;
      end $body$;
      revoke all on function app.search_%1$s(int[], int[], text[], timestamptz, uuid, int, text[]) from public;
      grant execute on function app.search_%1$s(int[], int[], text[], timestamptz, uuid, int, text[]) to at_%1$s$f$,
      level.name, level.price, level.is_small, format(level.is_larger, newest), newest, level.condition, level.is_weighed);
  end loop;
end $$;

/* What a search consists of: in `words` what a report has to hold, with their keys and of which word each is, and in `topics` and `posts`
   one of what it has to be of, or null. A word of the query may be met in several ways, so that there are several of these. */
do $$ begin
  if to_regtype('app.search_way') is null then
    create type app.search_way as (words text[], keys int[], numbers int[], topics text[], posts uuid[]);
  end if;
end $$;

/*
 * app.find_county and so on: ids of reports that meet every one of `needles`, newest first, before (from_at, from_id), `most` of them or
 * all. A needle is met by the words of a report (text, places, number), by its topic's name, or, whole, by its reporter's name. `sounds` has
 * for a needle of letters a pattern of the Han that read so: the words that are meant are those of the scope's newest reports. These
 * run with the level's own rights: whose post it may not read, it cannot search by, and off the line nobody can.
 *
 * app.search_words_…: the words of the newest 4,000 reports that match a pattern, the most frequent first.
 * app.search_by_…: of topics, or of people, by the lists of these; their reports are few enough to look for the words in each.
 */
do $$
declare
  level record;
begin
  for level in select * from (values
    ('county', $c$(r.line <> 'SEALED' or is_sealed)$c$),
    ('township', $c$r.township_code = unit and r.line = 'LINE'$c$),
    ('village', $c$r.village_code = unit and r.line = 'LINE'$c$),
    ('officer', $c$r.author_id = person$c$)) levels (name, condition)
  loop
    execute format($f$
      create or replace function app.search_words_%1$s(pattern text, most int) returns table (word text, keys int[]) language plpgsql stable rows 12 security definer set search_path = public, pg_temp
      as $body$
      declare
        county int := app.county();
        unit bigint := app.unit();
        person uuid := app.person();
        is_sealed boolean := app.sealed();
      begin
        return query select said.word, array(select app.pair_key(county, substr(said.word, at, 2)) from generate_series(1, length(said.word) - 1) at) from (
            select found.words[1] as word from (select r.haystack from report_search r where r.county_code = county and %2$s
              order by r.submitted_at desc, r.report_id desc limit 4000) newest, regexp_matches(newest.haystack, pattern, 'g') found (words)
            group by 1 order by count(*) desc, 1 limit most) said;
      end $body$;

      create or replace function app.search_by_%1$s(topics text[], posts uuid[], needles text[], from_at timestamptz, from_id uuid, most int)
        returns table (id uuid, submitted_at timestamptz) language plpgsql stable rows 20 security definer set search_path = public, pg_temp
      as $body$
      declare
        county int := app.county();
        unit bigint := app.unit();
        person uuid := app.person();
        is_sealed boolean := app.sealed();
        authors uuid[];
      begin
        if posts is null then
          return query select r.id, r.submitted_at from report r
            where r.county_code = county and %2$s and (r.submitted_at, r.id) < (from_at, from_id) and r.topic_code = any (topics)
              and (needles = '{}' or exists (select from report_search s where s.county_code = county and s.report_id = r.id and app.holds(s.haystack, needles)))
            order by r.submitted_at desc, r.id desc limit most;
          return;
        end if;
        authors := array(select p.person_id from post p where p.county_code = county and p.id = any (posts));
        return query select r.id, r.submitted_at from report r
          where r.county_code = county and %2$s and (r.submitted_at, r.id) < (from_at, from_id)
            and r.author_id = any (authors) and r.post_id = any (posts) and (r.line = 'LINE' or r.author_id = person) -- as reporterOf shows the name
            and (topics is null or r.topic_code = any (topics))
            and (needles = '{}' or exists (select from report_search s where s.county_code = county and s.report_id = r.id and app.holds(s.haystack, needles)))
          order by r.submitted_at desc, r.id desc limit most;
      end $body$;

      create or replace function app.find_%1$s(wanted int[], numbers int[], needles text[], sounds text[], from_at timestamptz, from_id uuid, most int)
        returns table (id uuid, submitted_at timestamptz) language plpgsql stable rows 20
      as $body$
      declare
        county int := app.county();
        ways app.search_way[];
      begin
        with recursive needle as materialized (
          select n.word, n.sound, n.i::int, 12 / greatest(1, count(n.sound) over ())::int as most_words
          from unnest(needles, sounds) with ordinality n (word, sound, i)),
        met as materialized (
          select i, array[word] as words, array(select k.key from unnest(wanted, numbers) k (key, n) where k.n = i) as keys, null::text[] as topics, null::uuid[] as posts from needle
          union all
          select i, array[said.word], said.keys, null, null from needle, app.search_words_%1$s(sound, most_words) said where sound is not null and i <= 3
          union all
          select i, '{}', '{}', array_agg(t.code), null from needle join term t on t.county_code = county and t.kind = 'TOPIC'
            and (position(word in lower(t.name)) > 0 or t.name ~ sound) where i <= 4 group by i
          union all
          select i, '{}', '{}', null, array_agg(p.id) from needle join post p on p.county_code = county and p.person_name = word where i <= 4 group by i),
        way as (
          select 0 as i, '{}'::text[] as words, '{}'::int[] as keys, '{}'::int[] as numbers, null::text[] as topics, null::uuid[] as posts
          union all
          select met.i, way.words || met.words, way.keys || met.keys, way.numbers || array_fill(cardinality(way.words) + 1, array[cardinality(met.keys)]),
            case when way.topics is null or met.topics is null then coalesce(way.topics, met.topics) else array(select unnest(way.topics) intersect select unnest(met.topics)) end,
            coalesce(way.posts, met.posts)
          from way join met on met.i = way.i + 1 where way.posts is null or met.posts is null)
        select array_agg((w.words, w.keys, w.numbers, w.topics, w.posts)::app.search_way) into ways from (
          select * from way where i = cardinality(needles) and (topics is null or topics <> '{}') order by cardinality(way.words) desc limit 32) w;
        if cardinality(ways) = 1 then
          return query select * from app.search_%1$s(wanted, numbers, needles, from_at, from_id, most);
          return;
        end if;
        return query select hit.id, hit.submitted_at from unnest(ways) way, lateral (
            select * from app.search_%1$s(way.keys, way.numbers, way.words, from_at, from_id, most, way.topics) where way.posts is null and way.keys <> '{}'
            union all
            select * from app.search_by_%1$s(way.topics, way.posts, way.words, from_at, from_id, most) where way.posts is not null or way.keys = '{}') hit
          group by hit.id, hit.submitted_at order by hit.submitted_at desc, hit.id desc limit most;
      end $body$;

      revoke all on function app.search_words_%1$s(text, int), app.search_by_%1$s(text[], uuid[], text[], timestamptz, uuid, int),
        app.find_%1$s(int[], int[], text[], text[], timestamptz, uuid, int) from public;
      grant execute on function app.search_words_%1$s(text, int), app.search_by_%1$s(text[], uuid[], text[], timestamptz, uuid, int),
        app.find_%1$s(int[], int[], text[], text[], timestamptz, uuid, int) to at_%1$s$f$, level.name, level.condition);
  end loop;
end $$;

revoke all on function app.holds(text, text[]) from public;
