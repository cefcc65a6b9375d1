-- Official papers (api/papers): as they were issued, and numbered without gaps. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* What was issued stands, for whoever asks, the table's owner too; and a paper has the number that its series has just come to, but for a
   dispatch notice, whose number is the committee's. */
create or replace function app.keep_paper() returns trigger language plpgsql
as $$
begin
  if tg_op <> 'INSERT' then raise exception 'a paper stays as it was issued' using errcode = 'insufficient_privilege'; end if;
  if (new.serial is null) <> (new.kind = 'DISPATCH_NOTICE') or new.serial is not null and not exists (select from paper_series s where s.county_code = new.county_code and s.unit_code = new.unit_code
    and s.kind = new.kind and s.year = new.year and s.last = new.serial) then
    raise exception 'a paper has the next number of its series' using errcode = 'check_violation';
  end if;
  return new;
end $$;

/* One after the other, from one on. */
create or replace function app.keep_paper_series() returns trigger language plpgsql
as $$
begin
  if tg_op = 'DELETE' then raise exception 'a series goes on' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' and new.last <> 1 or tg_op = 'UPDATE' and ((new.county_code, new.unit_code, new.kind, new.year) is distinct from (old.county_code, old.unit_code, old.kind, old.year)
    or new.last <> old.last + 1) then
    raise exception 'a series goes one by one' using errcode = 'check_violation';
  end if;
  return new;
end $$;

revoke all on function app.keep_paper(), app.keep_paper_series() from public;
