-- What tables are reckoned with. Run by lxq_owner; safe to run again.

/* The day that stands in another ten-day period (旬) where `day` stands in its own: the same place from its beginning, or its last day where it is shorter. As
   schema/measures/table-periods.ts says. */
create or replace function app.ten_days_later(day date, by int) returns date language sql immutable parallel safe
as $$
  select least(x.first + (extract(day from day)::int - 1 - x.part * 10), case x.n % 3 when 2 then (x.month + interval '1 month')::pg_catalog.date - 1 else x.first + 9 end)
  from (select p.*, make_date(p.n / 36, p.n / 3 % 12 + 1, 1) as month, make_date(p.n / 36, p.n / 3 % 12 + 1, p.n % 3 * 10 + 1) as first
    from (select q.part, (extract(year from day)::int * 12 + extract(month from day)::int - 1) * 3 + q.part + by as n
      from (select least((extract(day from day)::int - 1) / 10, 2) as part) q) p) x
$$;
revoke all on function app.ten_days_later(date, int) from public;
grant execute on function app.ten_days_later(date, int) to at_county, at_township, at_village, at_officer;
