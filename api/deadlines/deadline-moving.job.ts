import type { NamedCalendar } from '@lxq/schema/calendar.ts';
import { type Running, reckon } from '@lxq/schema/deadlines/deadline-reckoning.ts';
import type { ClientBase } from 'pg';
import { calendarFor } from '../calendar/calendar.read.ts';
import { queryRows } from '../platform/scope/rows.ts';

/** Deadlines of one transaction; whoever else works on the others goes past these. */
const BATCH = 500;

type Stale = Running & { id: string };

/**
 * Open deadlines that were reckoned by another calendar are reckoned by today's, batch by batch: what is done is done, should the process end. Then
 * each unit hears once of what has moved. How many have.
 */
export async function moveDeadlines(client: ClientBase): Promise<number> {
  const calendar = await calendarFor(client);
  let moved = 0;
  for (let batch = await oneBatch(client, calendar); batch !== null; batch = await oneBatch(client, calendar))
    moved += batch;
  await client.query('select app.tell_moved_deadlines($1)', [calendar.version]);
  return moved;
}

/** How many of a batch have moved; null when there was none. */
async function oneBatch(client: ClientBase, calendar: NamedCalendar): Promise<number | null> {
  await client.query('begin');
  try {
    const stale = await queryRows<Stale>(client, 'select * from app.stale_deadlines($1, $2)', [
      calendar.version,
      BATCH,
    ]);
    const reckoned = stale.map((deadline) => ({
      ...{ county_code: deadline.countyCode, id: deadline.id },
      ...columnsOf(reckon(deadline, calendar)),
    }));
    const { rows } = await client.query('select app.reckon_deadlines($1) as moved', [JSON.stringify(reckoned)]);
    await client.query('commit');
    return stale.length ? rows[0].moved : null;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const columnsOf = ({ dueAt, remindAt, ...rest }: ReturnType<typeof reckon>) => ({
  ...rest,
  due_at: dueAt,
  remind_at: remindAt,
});
