import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Question } from '../platform/measuring/question.ts';
import { tableRows } from '../platform/measuring/rows.read.ts';
import { table } from '../platform/measuring/table.read.ts';
import { lots } from '../reports/counts/tally.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { seedGround } from './table-ground.testing.ts';
import { anyQuestion } from './table-questions.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await seedGround(fixture, lots(11), 300);
});
afterAll(() => fixture.close());

const NOW = new Date();
/** Every answer to some questions, to the byte; at one moment, whenever it is asked. */
async function answers(account: Account): Promise<string[]> {
  const drawn = lots(5);
  const told: string[] = [];
  for (let n = 0; n < 60; n++) {
    const scope = Object.assign(fixture.scope(account), { now: NOW });
    const question: Question = anyQuestion(drawn, scope);
    const answer = await table(scope, question);
    const lists = question.measures.map((measure) =>
      tableRows(scope, question, { measure, row: [], column: [], part: 'NUMERATOR', first: 200 }),
    );
    told.push(JSON.stringify([question, answer, await Promise.all(lists)]));
    await scope.end('rollback');
  }
  return told;
}

/** What neither lies in the township nor is a matter that it takes part in. */
const ELSEWHERE = [
  'delete from report where township_code <> $1',
  'delete from audit where township_code <> $1',
  'delete from tally_delta where township_code <> $1',
  'delete from unit_tally where township_code <> $1',
  'delete from year_tally where township_code <> $1',
  'delete from day_tally where township_code <> $1',
  'delete from guidance_order where township_code <> $1',
  'delete from deadline where township_code <> $1',
  'delete from participation where (unit_code / 1000000) * 1000000 <> $1',
  'delete from cases where township_of <> $1',
  'delete from instruction where township_of <> $1',
  'delete from revisit where township_code <> $1 and not exists (select from participation p where p.subject_id = revisit.subject_id)',
  'delete from digest_item where $1::bigint > 0',
  'delete from digest where $1::bigint > 0',
].map((text) =>
  text.replace(
    'township_of <> $1',
    'not exists (select from participation p where p.subject_id = id and $1::bigint > 0)',
  ),
);

async function removeElsewhere(): Promise<number> {
  const client = new pg.Client(fixture.adminUrl);
  await client.connect();
  await client.query('set session_replication_role = replica');
  let removed = 0;
  for (const text of ELSEWHERE) removed += (await client.query(text, [UNITS.east])).rowCount ?? 0;
  await client.end();
  return removed;
}

test('what a township, its village and its officer are told is the same to the byte where no other township has a row', async () => {
  const viewers = ['clerk', 'townLeader', 'head', 'officer'] as const;
  const before = [];
  for (const account of viewers) before.push(await answers(account));
  const county = await answers('county');
  expect(await removeElsewhere()).toBeGreaterThan(500);
  for (const [i, account] of viewers.entries()) expect(await answers(account)).toEqual(before[i]);
  expect(await answers('county')).not.toEqual(county);
}, 120_000);
