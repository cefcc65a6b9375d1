import type { ClientBase } from 'pg';

let moved = 0;

/** What every rule calls now; durations and waits ask the machine. */
export const now = (): Date => new Date(Date.now() + moved);

/** Sets this process's clock and the database's so far from the machine's. Only a test's database lets its own be moved (db/test-clock.ts): any other refuses. */
export async function moveClock(client: ClientBase, byMs: number): Promise<void> {
  await client.query('select app.move_clock($1::interval)', [`${byMs} milliseconds`]);
  moved = byMs;
}
