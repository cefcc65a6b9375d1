import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../digests/testing.digest.ts';
import { type Fixture, startFixture, submitted } from '../testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const ALERTS =
  'query ($openOnly: Boolean! = false) { alerts(openOnly: $openOnly) { id raisedAt dueAt acknowledgedAt report { id no topic { name } } } }';
const ACKNOWLEDGE = 'mutation ($id: ID!) { acknowledgeAlert(id: $id) { id acknowledgedAt report { id } } }';

test('the leader in charge of the topic is alerted, the others are not', async () => {
  const report = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { flagUrgent(id: $id, version: 1) { state } }', { id: report });
  const { alerts } = await ask(fixture, 'leader', ALERTS);
  expect(alerts).toMatchObject([{ acknowledgedAt: null, report: { id: report, topic: { name: '饮水' } } }]);
  expect(+alerts[0].dueAt - +alerts[0].raisedAt).toBe(30 * 60_000);
  expect((await ask(fixture, 'leader2', ALERTS)).alerts).toEqual([]);
  expect(await refusal(fixture, 'county', ALERTS)).toMatchObject({ code: 'FORBIDDEN' });
});

test('an alert is acknowledged by its leader alone, and once', async () => {
  const [{ id, report }] = (await ask(fixture, 'leader', ALERTS)).alerts;
  expect(await refusal(fixture, 'leader2', ACKNOWLEDGE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const { acknowledgedAt } = (await ask(fixture, 'leader', ACKNOWLEDGE, { id })).acknowledgeAlert;
  expect(acknowledgedAt).not.toBeNull();
  expect((await ask(fixture, 'leader', ACKNOWLEDGE, { id })).acknowledgeAlert.acknowledgedAt).toEqual(acknowledgedAt);
  expect((await ask(fixture, 'leader', ALERTS, { openOnly: true })).alerts).toEqual([]);
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'ALERT_ACKNOWLEDGED' and report_id = $1`,
    [report.id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});
