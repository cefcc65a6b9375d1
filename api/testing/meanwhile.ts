import type { Fixture } from './fixture.ts';

/** Seals a report as an accusation. */
export const SEAL = `select app.seal_report($1, 'CONDUCT')`;

/** A deed that begins while the office has done something to a row, and not yet ended its transaction. */
export async function meanwhile<Done>(
  fixture: Fixture,
  { statement, id }: { statement: string; id: string },
  deed: () => Promise<Done>,
): Promise<Done> {
  const other = fixture.scope('county');
  await other.rows(statement, [id]);
  const done = deed();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await other.end('commit');
  return done;
}
