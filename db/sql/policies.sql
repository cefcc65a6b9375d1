/*
 * Brings row security to what the entities say (`wanted`, policies.generated.sql), in one transaction with it. A policy that is as wanted is left alone: its
 * comment is a mark of what was wanted and of how PostgreSQL put that, so that another wish and a policy altered by hand both show.
 */
create function pg_temp.mark(wish wanted, made pg_policies) returns text language sql
as $$ select md5(wish::text || (made.permissive, made.roles, made.cmd, made.qual, made.with_check)::text) $$;

do $$
declare
  wish wanted;
  made pg_policies;
  name text;
begin
  for name in
    select relname from pg_class c where relnamespace = 'public'::regnamespace and relname in (select tablename from wanted) and not (relrowsecurity and relforcerowsecurity)
  loop
    execute format('alter table public.%I enable row level security, force row level security', name);
  end loop;

  for made in
    select p.* from pg_policies p left join wanted w using (tablename, policyname)
    join pg_policy o on o.polname = p.policyname and o.polrelid = format('public.%I', p.tablename)::regclass
    where p.schemaname = 'public' and (w.policyname is null or obj_description(o.oid, 'pg_policy') is distinct from pg_temp.mark(w, p))
  loop
    execute format('drop policy %I on public.%I', made.policyname, made.tablename);
  end loop;

  for wish in
    select * from wanted w where not exists (select from pg_policies p where p.schemaname = 'public' and (p.tablename, p.policyname) = (w.tablename, w.policyname))
  loop
    execute format('create policy %I on public.%I for %s to %s', wish.policyname, wish.tablename, wish.cmd, wish.roles)
      || coalesce(' using (' || wish.sees || ')', '') || coalesce(' with check (' || wish.admits || ')', '');
    select * into strict made from pg_policies where schemaname = 'public' and (tablename, policyname) = (wish.tablename, wish.policyname);
    execute format('comment on policy %I on public.%I is %L', wish.policyname, wish.tablename, pg_temp.mark(wish, made));
  end loop;
end $$;
