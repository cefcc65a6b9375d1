import type { ClientBase } from 'pg';

/** Of a test's database alone: nothing else calls this, and every migration puts the clock right again (sql/clock.sql). */
export async function letClockMove(client: ClientBase): Promise<void> {
  await client.query(`
    set role lxq_owner;
    create table app.clock_moved (by interval not null);
    insert into app.clock_moved values ('0');
    grant select on app.clock_moved to public;
    create or replace function app.now() returns timestamptz language sql stable parallel safe
      as $$ select pg_catalog.now() + (select by from app.clock_moved) $$;
    create or replace function app.clock() returns timestamptz language sql volatile parallel safe
      as $$ select pg_catalog.clock_timestamp() + (select by from app.clock_moved) $$;
    create function app.move_clock(wanted interval) returns void language sql as $$ update app.clock_moved set by = wanted $$;
    revoke all on function app.move_clock(interval) from public;
    reset role`);
}
