import type { ClientBase } from 'pg';
import type { Logger } from 'pino';

/** A county of millions of reports may take longer than a request has. */
const PATIENCE = '10min';

/** Compares every county's tallies with its reports and puts right what differs: one line in the log for each county. */
export async function recount(client: ClientBase, log: Logger): Promise<void> {
  const { rows: counties } = await client.query('select county_code from app.event_heads() order by 1');
  for (const { county_code: county } of counties) {
    const { rows_wrong: rowsWrong, off_by: offBy } = await rebuilt(client, county);
    if (rowsWrong) log.warn({ county, rowsWrong, offBy: Number(offBy) }, 'tallies differed and are put right');
    else log.info({ county }, 'tallies agree with the reports');
  }
}

async function rebuilt(client: ClientBase, county: number): Promise<{ rows_wrong: number; off_by: string }> {
  await client.query('begin');
  try {
    await client.query(`set local statement_timeout = '${PATIENCE}'`);
    const { rows } = await client.query('select rows_wrong, off_by from app.rebuild_tallies($1)', [county]);
    await client.query('commit');
    return rows[0];
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
