import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { BIG_COUNTY } from './shapes.ts';

/** An issue being edited in the big county, of so many items: what stands in its issues, over and over. Gives its id. */
export async function makeIssue(client: pg.Client, items: number): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, copies, recipients)
     select county_code, $2, 'EDITING', period_from, period_to, title, mark, issuer, copies, recipients from digest where county_code = $1 limit 1`,
    [BIG_COUNTY, id],
  );
  await client.query(
    `with item as (
       insert into digest_item (county_code, id, digest_id, position, kind, portfolio_id, title, body, text)
       select county_code, gen_random_uuid(), $2, row_number() over (order by portfolio_id, round, id), kind, portfolio_id, title, body, text
       from digest_item, generate_series(1, $3) round where county_code = $1 order by round, id limit $3
       returning county_code, id, position)
     insert into digest_item_report (county_code, item_id, report_id, digest_id)
     select i.county_code, i.id, r.id, $2 from item i
     join (select id, row_number() over () as n from report where county_code = $1 and line = 'LINE' limit $3) r on r.n = i.position`,
    [BIG_COUNTY, id, items],
  );
  return id;
}

/** The bench's data stay as they were made. */
export async function dropIssue(client: pg.Client, id: string): Promise<void> {
  for (const table of ['digest_file', 'digest_item_report', 'digest_item'])
    await client.query(`delete from ${table} where county_code = $1 and digest_id = $2`, [BIG_COUNTY, id]);
  await client.query('delete from digest where county_code = $1 and id = $2', [BIG_COUNTY, id]);
}
