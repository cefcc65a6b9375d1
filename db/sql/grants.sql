-- After the migrations: what each role may touch, and nothing else. Safe to run again.
select app.grant_by_policies();
-- A policy asks for unit and person once a statement, and plainly for the county and the accusations, however its migration put it (docs/decisions/0023);
-- as api/policies.ts has it.
do $$
declare
  rule record;
begin
  for rule in
    select tablename, policyname, regexp_replace(qual, '\( SELECT (app\.\w+\(\)) AS \w+\)', '\1', 'g') as plain from pg_policies
    where schemaname = 'public' and qual ~ 'SELECT app\.(county|sealed)|(?<!SELECT )app\.(unit|person)'
  loop
    execute format('alter policy %I on public.%I using (%s)', rule.policyname, rule.tablename,
      regexp_replace(rule.plain, 'app\.(unit|person)\(\)', '(select app.\1())', 'g'));
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
