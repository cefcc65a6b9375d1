-- PostGraphile knows settings, and no statement that seals them: it gets a role of its own that sees what a township sees, by
-- settings that nobody vouches for, and no scope that is opened on a matter. What our counts read it reads as a view, with the reader's rights.
drop view if exists peer_state_count, peer_duty;
do $$
declare
  rule record;
begin
  if not exists (select from pg_roles where rolname = 'at_peer') then create role at_peer nologin; end if;
  grant at_peer to lxq_app;
  grant usage on schema public to at_peer;
  for rule in select tablename, qual from pg_policies where schemaname = 'public' and roles = '{at_township}' and cmd = 'SELECT' loop
    execute format('grant select on public.%I to at_peer', rule.tablename);
    execute format('drop policy if exists peer on public.%I', rule.tablename);
    execute format('create policy peer on public.%I for select to at_peer using (%s)', rule.tablename,
      replace(replace(replace(replace(rule.qual, 'app.county_at_township()', $s$current_setting('peer.county')::int$s$),
        'app.unit()', $s$current_setting('peer.unit')::bigint$s$), 'app.person()', $s$current_setting('peer.person')::uuid$s$), 'app.matter()', 'null::uuid'));
  end loop;
end $$;
create or replace view peer_state_count with (security_invoker) as
  select r.state, sum(r.n)::int as count
  from (select county_code, unit_code, state, n from unit_tally union all select county_code, current_setting('peer.unit')::bigint, state, n from tally_delta) r
  where r.county_code = current_setting('peer.county')::int and r.unit_code = current_setting('peer.unit')::bigint group by r.state having sum(r.n) <> 0 order by r.state;
grant select on peer_state_count to at_peer;
create or replace view peer_duty with (security_invoker) as
  select d.id, d.rule, d.state, d.due_at
  from deadline d where d.county_code = current_setting('peer.county')::int and d.unit_code = current_setting('peer.unit')::bigint
    and d.rule = any(string_to_array(current_setting('peer.rules'), ',')) and d.state in ('RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED');
grant select on peer_duty to at_peer;
