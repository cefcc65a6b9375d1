import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { runOperation } from '../platform/operation/operation.ts';
import { Scope } from '../platform/scope/scope.ts';
import { contract } from '../schema.ts';
import { type Account, type Fixture, rightsOf, startFixture } from '../testing/fixture.ts';
import { KEYS, keptContact, WHY } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

/* With very many looks at very many contacts, a question about one contact or one person reads what it answers and no more. */
let fixture: Fixture;
let contact: string;
beforeAll(async () => {
  fixture = await startFixture();
  useContactKeys(KEYS);
  contact = (await keptContact(fixture)).contact;
  // 40,000 looks of four years at 2,000 contacts, by fifty people; forty of them at ours.
  await fixture.admin.query(
    `insert into contact_opening (county_code, unit_code, id, contact_id, subject_id, line, at, person_id, person_name, person_role, reason)
     select 990101, 990101101201000, gen_random_uuid(), case when n % 1000 = 0 then $1::uuid else md5('contact ' || n % 2000)::uuid end, gen_random_uuid(), 'LINE',
       now() - n * interval '50 minutes', md5('person ' || n % 50)::uuid, '某', 'COUNTY_CLERK', $2 from generate_series(1, 40000) n`,
    [contact, WHY],
  );
  await fixture.admin.query('vacuum (analyze) contact_opening');
}, 60_000);
afterAll(() => fixture.close());

class WatchedScope extends Scope {
  readonly sent: { text: string; values: readonly unknown[] }[] = [];
  override rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.sent.push({ text, values });
    return super.rows(text, values);
  }
}
interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The scans of the register that the operation's statements make, as that account. */
async function scans(account: Account, document: string): Promise<Node[]> {
  const watched = new WatchedScope(fixture.database, rightsOf(account), fixture.scope(account).caller);
  const operation = { schema: contract(), document: parse(document) };
  const { errors } = await runOperation(operation, watched, pino({ level: 'silent' }));
  expect(errors).toBeUndefined();
  const asked = watched.sent.filter(({ text }) => /from contact_opening/.test(text));
  expect(asked.length).toBeGreaterThan(0);
  const looking = fixture.scope(account);
  const plans = [];
  for (const { text, values } of asked)
    plans.push(
      ...(await looking.rows<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${text}`, values)),
    );
  await looking.end('rollback');
  return plans.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan)).filter((node) => / Scan/.test(node['Node Type']));
}

test.each(['director', 'discipline', 'clerk', 'county'] as const)(
  'who looked at a contact comes off its index for %s',
  async (account) => {
    const document = `{ contactOpenings(contact: "${contact}", since: "2025-01-01T00:00:00Z", first: 20) { edges { node { at } } } }`;
    const found = await scans(account, document);
    expect(found.map((node) => node['Index Name'])).toEqual(['contact_opening_contact']);
    expect(found[0]?.['Actual Rows']).toBeLessThanOrEqual(21);
    expect(found[0]?.['Rows Removed by Filter'] ?? 0).toBe(0);
  },
);

test.each(['clerk', 'county', 'officer'] as const)(
  'how often %s has looked within the hour does too',
  async (account) => {
    const found = await scans(account, `mutation { openContact(id: "${contact}", reason: "${WHY}") { name } }`);
    expect(found.map((node) => node['Index Name'])).toEqual(['contact_opening_person']);
    expect(found[0]?.['Actual Rows']).toBeLessThanOrEqual(30);
  },
);
