import type { ClientBase } from 'pg';

/** In one transaction; those who open or keep one meanwhile wait no longer than that. */
const AT_ONCE = 500;

/** Every night: contacts whose matter has been closed for longer than their county keeps them; how many were forgotten. */
export async function forgetContacts(client: ClientBase): Promise<number> {
  for (let total = 0; ; ) {
    const { rows } = await client.query<{ n: number }>('select app.forget_contacts($1) as n', [AT_ONCE]);
    total += rows[0]?.n ?? 0;
    if (!rows[0]?.n) return total;
  }
}
