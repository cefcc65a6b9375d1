import { ACKNOWLEDGE_MINUTES } from '@lxq/schema/alerts/climbing.ts';
import type { ClientBase } from 'pg';

/** What nobody acts on or acknowledges is told to the next of the ladder; how many alerts were raised. */
export async function climbAlerts(client: Pick<ClientBase, 'query'>): Promise<number> {
  const values = [`${ACKNOWLEDGE_MINUTES} minutes`];
  const { rows } = await client.query<{ n: number }>('select app.climb_alerts($1::interval) as n', values);
  return rows[0]?.n ?? 0;
}
