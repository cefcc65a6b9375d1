import { officeOf } from '@lxq/schema/places.ts';
import type pg from 'pg';
import { BIG_COUNTY, roomOf, stationOf } from './data/shapes.ts';

/** Somebody of a level, and what their rights come to as a condition written by hand. */
export interface Level {
  name: 'county' | 'township' | 'village' | 'officer';
  /** What app.enter takes. */
  scope: [level: string, county: number, unit: number, person: string];
  /** On `r`, with `$1` the county and `$2` (left out at county level) the `key`. */
  condition: string;
  key?: number | string;
}

/** The officer is the one of the first village who has reported most, so that a young county has a whole page too. */
export async function levelsOf(client: pg.Client, county = BIG_COUNTY): Promise<Level[]> {
  const room = roomOf(county, 1, 1);
  const { rows } = await client.query(
    `select person_id from post p where county_code = $1 and role = 'OFFICER' and unit_code = $2
     order by (select count(*) from report r where r.county_code = $1 and r.author_id = p.person_id) desc, code limit 1`,
    [county, room],
  );
  const person = rows[0].person_id as string;
  const scope = (level: string, unit: number): Level['scope'] => [level, county, unit, person];
  const station = stationOf(county, 1);
  return [
    { name: 'county', scope: scope('COUNTY', officeOf(county)), condition: `r.line <> 'SEALED'` },
    {
      name: 'township',
      scope: scope('TOWNSHIP', station),
      condition: `r.township_code = $2 and r.line = 'LINE'`,
      key: station,
    },
    { name: 'village', scope: scope('VILLAGE', room), condition: `r.village_code = $2 and r.line = 'LINE'`, key: room },
    { name: 'officer', scope: scope('OFFICER', room), condition: 'r.author_id = $2', key: person },
  ];
}

/** Sees what the level sees, until `rollback`; a matter is opened for reading alone. */
export async function enter(client: pg.Client, { scope }: Level, matter: string | null = null): Promise<void> {
  await client.query('begin');
  await client.query('select app.enter($1, $2, $3, $4, $5::uuid is not null, $5)', [...scope, matter]);
}

/**
 * What is done as somebody of the level, or by hand as the superuser whom no policy binds. Both on one connection: of two, one may
 * have the better core for as long as a measure takes, which is three times as fast for what takes a tenth of a millisecond.
 */
export async function as<Result>(
  client: pg.Client,
  level: Level | 'superuser',
  work: () => Promise<Result>,
  matter: string | null = null,
): Promise<Result> {
  await (level === 'superuser' ? client.query('begin') : enter(client, level, matter));
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}
