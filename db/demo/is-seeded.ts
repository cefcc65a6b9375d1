import { onServer } from '../database.ts';
import { QINGHE, WANGXI } from './counties.ts';
import { asFiller } from './rows.ts';

const CODES = [QINGHE, WANGXI].map(({ countyCode }) => countyCode);

/** Asked by every start; what fills the counties is loaded only by the first. */
export function isSeeded(adminUrl: string): Promise<boolean> {
  return onServer(adminUrl, async (client) => {
    await asFiller(client);
    const { rows } = await client.query('select count(*)::int as found from county where county_code = any($1)', [
      CODES,
    ]);
    return rows[0].found === CODES.length;
  });
}

/** Whether its people have been at their desks: every paper is of a deed, and what is filled in comes without any. */
export function hasPapers(adminUrl: string): Promise<boolean> {
  return onServer(adminUrl, async (client) => {
    await asFiller(client);
    const { rowCount } = await client.query('select from paper where county_code = $1 limit 1', [QINGHE.countyCode]);
    return rowCount === 1;
  });
}
