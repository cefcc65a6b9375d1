-- After the policies: what each role may touch, and nothing else. Safe to run again.
select app.grant_by_policies();
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
