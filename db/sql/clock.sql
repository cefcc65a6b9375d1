-- The clock: whatever asks for now by a rule asks here, so that tests can move it (db/test-clock.ts). PostgreSQL's own is asked for what tells
-- one transaction from another. Run by lxq_owner; safe to run again: a migration puts right what was moved.

/* As of the transaction's beginning; a statement that compares with it is planned as with now(). */
create or replace function app.now() returns timestamptz language sql stable parallel safe as $$ select pg_catalog.now() $$;
/* At this very moment, for what waits within a transaction. */
create or replace function app.clock() returns timestamptz language sql volatile parallel safe as $$ select pg_catalog.clock_timestamp() $$;
