-- After the migrations: what each role may touch, and nothing else. Safe to run again.
select app.grant_by_policies();
/*
 * How a policy asks for the scope (docs/decisions/0023), however its migration put it, and as api/platform/tables/policies.ts has it: for the county as its role, and for
 * what else plainly, but for unit and person in a query of their own where no index answers them.
 */
create or replace function pg_temp.asked(condition text, role name, is_by_row boolean) returns text language sql
as $$
  select case when is_by_row then regexp_replace(plain, 'app\.(unit|person)\(\)', '( SELECT app.\1() AS \1)', 'g') else plain end
  from regexp_replace(condition, '\( SELECT (app\.\w+\(\)) AS \w+\)', '\1', 'g') bare, replace(bare, 'app.county()', 'app.county_' || role || '()') plain
$$;
do $$
declare
  rule record;
begin
  for rule in
    select * from (
      select tablename, policyname, qual, pg_temp.asked(qual, roles[1], tablename <> 'report') as sees, with_check, pg_temp.asked(with_check, roles[1], false) as admits
      from pg_policies where schemaname = 'public' and roles[1] ~ '^at_') p
    where (sees, admits) is distinct from (qual, with_check)
  loop
    execute format('alter policy %I on public.%I', rule.policyname, rule.tablename)
      || coalesce(' using (' || rule.sees || ')', '') || coalesce(' with check (' || rule.admits || ')', '');
  end loop;
end $$;
grant usage on schema graphile_worker to lxq_jobs;
grant all on all tables in schema graphile_worker to lxq_jobs;
grant all on all sequences in schema graphile_worker to lxq_jobs;
grant execute on all functions in schema graphile_worker to lxq_jobs;
-- The queue's tables stand under row security without a policy: the worker is the one who may work on them.
do $$
declare
  queue record;
begin
  for queue in select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity loop
    execute format('drop policy if exists worker on graphile_worker.%I', queue.relname);
    execute format('create policy worker on graphile_worker.%I to lxq_jobs using (true) with check (true)', queue.relname);
  end loop;
end $$;
