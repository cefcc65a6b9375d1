import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { runOperation } from '../platform/operation/operation.ts';
import { contract } from '../schema.ts';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { startServer } from '../testing/server.ts';
import { KEYS, keptContact, openContact, VILLAGER, WHY } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

/* What was written down is said to whoever asked, and neither to a log, nor in an error, nor to a cache on the way. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  useContactKeys(KEYS);
});
afterAll(() => fixture.close());

const SECRETS = /郑铁柱|13812345678|138 1234 5678|柳林村三组/;
const KEEP = `mutation ($id: ID!, $name: String!, $phone: String, $address: String) {
  keepContact(subject: "REPORT", id: $id, name: $name, phone: $phone, address: $address) { id } }`;
const OPEN = 'mutation ($id: ID!, $reason: String!) { openContact(id: $id, reason: $reason) { name } }';

/** What is logged at the most talkative, and what is answered, while the operation fails within us. */
async function failing(document: string, variables: Record<string, unknown>) {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const operation = { schema: contract(), document: parse(document), variables };
  const { errors } = await runOperation(operation, fixture.scope('clerk'), log);
  return { logged: lines.join('\n'), answered: JSON.stringify(errors), code: errors?.[0]?.extensions.code };
}

test('where something fails within, neither the log nor the answer holds a word of it', async () => {
  const { contact } = await keptContact(fixture);
  const report = await submitted(fixture, 'officer');
  await fixture.admin.query('alter table audit rename to audit_away');
  const kept = await failing(KEEP, { id: report, ...VILLAGER });
  const opened = await failing(OPEN, { id: contact, reason: WHY });
  await fixture.admin.query('alter table audit_away rename to audit');
  for (const { logged, answered, code } of [kept, opened]) {
    expect(code).toBe('INTERNAL');
    expect(logged).toContain('audit');
    expect(logged + answered).not.toMatch(SECRETS);
  }
  // What could not be written down was not shown, and nothing of it stays.
  const { rows } = await fixture.admin.query('select count(*)::int as n from contact_opening');
  expect(rows[0].n).toBe(0);
  expect((await openContact(fixture, 'clerk', contact)).name).toBe('郑铁柱');
});

test('a server says whether it has its key, and no answer may be stored on the way', async () => {
  const CONTACT_KEYS = KEYS.map(({ id, key }) => `${id}:${key.toString('base64')}`).join();
  const [with_, without] = [await startServer(fixture, { CONTACT_KEYS }), await startServer(fixture)];
  const ready = async ({ address }: { address: string }) => (await fetch(`${address}/health/ready`)).json();
  expect([await ready(with_), await ready(without)]).toEqual([
    { status: 'ok' },
    { status: 'ok', lacks: ['CONTACT_KEYS'] },
  ]);
  useContactKeys(KEYS); // both servers stand in this process
  const { contact } = await keptContact(fixture);
  const token = await with_.signIn('clerk');
  const query = `mutation { openContact(id: "${contact}", reason: "${WHY}") { name } }`;
  const { body, headers } = await with_.post({ query }, { authorization: `Bearer ${token}` });
  expect([body.data, headers.get('cache-control')]).toEqual([{ openContact: { name: '郑铁柱' } }, 'no-store']);
  await Promise.all([with_.stop(), without.stop()]);
});
