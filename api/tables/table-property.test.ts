import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CELL_PARTS } from '@lxq/schema/measures/table-words.ts';
import { allMeasures, type Measure } from '../platform/measuring/measure.ts';
import type { Question } from '../platform/measuring/question.ts';
import { tableRows } from '../platform/measuring/rows.read.ts';
import { type Table, table } from '../platform/measuring/table.read.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { type Lots, lots } from '../reports/counts/tally.testing.ts';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';
import { seedGround } from './table-ground.testing.ts';
import { behind, NAIVE, said } from './table-naive.testing.ts';
import { anyQuestion } from './table-questions.testing.ts';
import { THINGS, type Thing } from './table-things.testing.ts';

/** `TABLES=2000` asks as many as the order wants; a run of all tests asks some. */
const TABLES = Number(process.env.TABLES ?? 800);
const VIEWERS: readonly Account[] = [
  ...(['analyst', 'county', 'leader', 'clerk', 'otherClerk', 'bureauHead', 'head', 'officer', 'otherOfficer'] as const),
];

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await seedGround(fixture, lots(7), 450);
});
afterAll(() => fixture.close());

const known = new Map<string, Promise<Thing[]>>();
/** Read once a viewer: nobody writes meanwhile. */
function thingsOf(scope: Scope, account: Account, subject: string): Promise<Thing[]> {
  const key = `${account} ${subject}`;
  const things = known.get(key) ?? (THINGS[subject]?.(scope) as Promise<Thing[]>);
  known.set(key, things);
  return things;
}

const near = (value: number | null | undefined) => (value == null ? null : Number(value.toFixed(9)));
type Told = Record<string, (number | null)[][]>;
/** By key, of each measure what it says and of how many, now and before. */
const toldBy = (answer: Table): Told =>
  Object.fromEntries(
    answer.cells.map(({ row, column, values, denominators, compared, comparedDenominators }) => [
      JSON.stringify([answer.rows[row]?.codes, answer.columns[column]?.codes]),
      [values, denominators, compared, comparedDenominators].map((each) => each?.map(near) ?? []),
    ]),
  );

type Behind = Map<string, Thing[]>;
async function expected(
  scope: Scope,
  account: Account,
  question: Question,
): Promise<{ told: Told; things: Map<string, Behind> }> {
  const [now, before] = [new Map<string, Behind>(), new Map<string, Behind>()];
  for (const name of question.measures) {
    const measure = allMeasures().find((each) => each.name === name) as Measure;
    const [all, naive] = [await thingsOf(scope, account, measure.subject), NAIVE[name] ?? {}];
    now.set(name, behind(all, question, { naive }));
    if (question.compare) before.set(name, behind(all, question, { naive, isCompared: true }));
  }
  const keys = new Set([...now.values(), ...before.values()].flatMap((each) => [...each.keys()]));
  const told = [...keys].map((key) => {
    const says = (of: Map<string, Behind>) =>
      question.measures.map((name) => said(NAIVE[name] ?? {}, of.get(name)?.get(key) ?? [], scope.now));
    const [is, was] = [says(now), question.compare ? says(before) : []];
    const lists = [
      is.map(({ value }) => value),
      is.map(({ of }) => of),
      was.map(({ value }) => value),
      was.map(({ of }) => of),
    ];
    return [key, lists.map((list) => list.map(near))];
  });
  return { told: Object.fromEntries(told), things: now };
}

/** Of some cells, drawn by lot: the list behind them is of the things that they count. */
async function expectLists(
  scope: Scope,
  question: Question,
  { things, drawn, hash }: { things: Map<string, Behind>; drawn: Lots; hash: string },
) {
  for (let n = 0; n < 3; n++) {
    const name = drawn.pick(question.measures);
    const key = drawn.pick([...(things.get(name)?.keys() ?? [])]);
    const [row, column] = JSON.parse(key) as [string[], string[]];
    const part = drawn.pick(CELL_PARTS);
    const of = said(NAIVE[name] ?? {}, things.get(name)?.get(key) ?? [], scope.now)[
      part === 'NUMERATOR' ? 'numerator' : 'denominator'
    ];
    if (!of) continue;
    const list = await tableRows(scope, question, { measure: name, row, column, part, first: 200 });
    expect([key, name, part, list.totalCount, list.hash]).toEqual([key, name, part, of.length, hash]);
    if (of.length <= 200) expect(list.edges.map(({ node }) => node.id).sort()).toEqual(of.map(({ id }) => id).sort());
  }
}

/** As deeds would, with what a tally looks at; and the reports that are read meanwhile are others. */
async function changeSome(): Promise<void> {
  const some = `select id from report order by md5(id::text) limit`;
  await fixture.admin.query(
    `update report set state = 'REPLIED', answered_at = submitted_at + interval '3 days', topic_code = 'ROAD' where id in (${some} 40)`,
  );
  await fixture.admin.query(
    `update report set submitted_at = submitted_at - interval '9 days' where id in (${some} 60)`,
  );
  known.clear();
}

test('every measure is said a second time here', () =>
  expect(Object.keys(NAIVE).sort()).toEqual(
    allMeasures()
      .map(({ name }) => name)
      .sort(),
  ));

test(`of ${TABLES} tables drawn by lot every cell, subtotal, total and list is what the viewer’s own rows say`, async () => {
  const drawn = lots(Number(process.env.SEED ?? 20261130));
  const asked = new Set<string>();
  const answered = { fromTallies: 0, fromThings: 0 };
  for (let n = 0; n < TABLES; n++) {
    if (n === Math.floor(TABLES / 2)) await changeSome(); // from here on not everything is folded
    const account = VIEWERS[n % VIEWERS.length] as Account;
    const scope = fixture.scope(account);
    const question = anyQuestion(drawn, scope);
    for (const name of question.measures) asked.add(name);
    const answer = await table(scope, question);
    answered[answer.isFromTallies ? 'fromTallies' : 'fromThings']++;
    const { told, things } = await expected(scope, account, question);
    expect({ account, question, told: toldBy(answer) }).toEqual({ account, question, told });
    await expectLists(scope, question, { things, drawn, hash: answer.hash });
    await scope.end('rollback');
  }
  expect(Math.min(answered.fromTallies, answered.fromThings)).toBeGreaterThan(TABLES / 20);
  if (TABLES >= 800) expect(asked.size).toBe(Object.keys(NAIVE).length);
}, 600_000);
