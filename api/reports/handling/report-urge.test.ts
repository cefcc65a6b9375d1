import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { heard, look, READ, STATION, URGE } from './report-desk.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('the county office urges a station once a work day; the station sees it, and whoever urged that it was read', async () => {
  const id = await submitted(fixture, 'officer');
  const { urgeReports } = await ask(fixture, 'county', URGE, { ids: [id], text: '群众等水' });
  expect(urgeReports).toEqual([{ id, ok: true, error: null }]);
  expect((await look(fixture, 'clerk', id)).urge).toMatchObject({
    text: '群众等水',
    byName: '测试·county',
    readAt: null,
  });
  for (const account of ['officer', 'head', 'leader', 'analyst'] as const) {
    const { urge, timeline } = await look(fixture, account, id);
    expect([urge, timeline.length]).toEqual([null, 1]);
  }
  expect(await heard(fixture, 'REPORT_URGED', id)).toEqual([...STATION, 'county', 'director']);
  const [again] = (await ask(fixture, 'director', URGE, { ids: [id] })).urgeReports;
  expect(again.error).toMatchObject({ code: 'REFUSED', unmet: ['cooldown'] });
  expect(again.error.message).toMatch(/已于 \d{4}-\d\d-\d\d \d\d:\d\d 催办，\d{4}-\d\d-\d\d \d\d:\d\d 后可再次催办/);
  expect((await ask(fixture, 'clerk', READ, { id })).readUrge.urge.readAt).not.toBeNull();
  expect((await look(fixture, 'county', id)).urge.readAt).not.toBeNull();
  await ask(fixture, 'clerk2', READ, { id }); // the first reading counts
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'REPORT_URGE_READ' and subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
  await fixture.admin.query(`update urge set urged_at = urged_at - interval '20 days' where subject_id = $1`, [id]);
  expect((await ask(fixture, 'county', URGE, { ids: [id] })).urgeReports[0].ok).toBe(true);
  expect((await look(fixture, 'clerk', id)).urge).toMatchObject({ text: null, readAt: null });
});

test('nobody urges what no station handles or nothing is left to do at, and of two who urge at once one is told', async () => {
  const [direct, done, open] = [
    await submitted(fixture, 'officer', { line: 'DIRECT' }),
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'officer'),
  ];
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请补充") { id } }', {
    id: done,
  });
  const { urgeReports } = await ask(fixture, 'county', URGE, { ids: [direct, done] });
  expect(urgeReports.map(({ error }: any) => error.unmet)).toEqual([['line'], ['state']]);
  const both = await Promise.all(
    (['county', 'county2'] as const).map((account) => ask(fixture, account, URGE, { ids: [open] })),
  );
  expect(both.map(({ urgeReports }) => urgeReports[0].ok).sort()).toEqual([false, true]);
  const long = { ids: [open], text: '急'.repeat(101) };
  expect(await refusal(fixture, 'county2', URGE, long)).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  expect(await refusal(fixture, 'clerk', URGE, { ids: [open] })).toMatchObject({ code: 'FORBIDDEN' });
});
