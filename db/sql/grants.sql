-- After the migrations: what each role may touch, and nothing else. Safe to run again.
select app.grant_by_policies();
grant usage on schema graphile_worker to lxq_jobs;
grant all on all tables in schema graphile_worker to lxq_jobs;
grant all on all sequences in schema graphile_worker to lxq_jobs;
grant execute on all functions in schema graphile_worker to lxq_jobs;
