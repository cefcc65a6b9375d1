-- Roles are the cluster's, not the database's. Run by an administrator; safe to run again.
do $$
declare
  scope text;
begin
  if not exists (select from pg_roles where rolname = 'lxq_owner') then create role lxq_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'lxq_migrator') then create role lxq_migrator nologin noinherit; end if;
  -- Owns nothing and inherits nothing: before a scope is entered, a query is refused.
  if not exists (select from pg_roles where rolname = 'lxq_app') then create role lxq_app nologin noinherit nobypassrls; end if;
  -- at_door: finding a session, signing in. at_…: one role a level, so that every policy is one equality. lxq_jobs: the worker.
  foreach scope in array array['at_door', 'at_county', 'at_township', 'at_village', 'at_officer', 'lxq_jobs'] loop
    if not exists (select from pg_roles where rolname = scope) then execute format('create role %I nologin nobypassrls', scope); end if;
    if not pg_has_role('lxq_app', scope, 'member') then execute format('grant %I to lxq_app', scope); end if;
  end loop;
  if not pg_has_role('lxq_migrator', 'lxq_owner', 'member') then grant lxq_owner to lxq_migrator; end if;
  if not pg_has_role(current_user, 'lxq_owner', 'member') then execute format('grant lxq_owner to %I', current_user); end if;
end $$;
