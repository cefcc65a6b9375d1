import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { INSTRUCTION_MACHINE } from '@lxq/schema/instructions/instruction-states.ts';
import { canonicalJson } from '@lxq/schema/texts/canonical-json.ts';
import { findPersonalData } from '@lxq/schema/texts/personal-data.ts';
import { verify } from '@node-rs/argon2';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { isSeeded } from './is-seeded.ts';
import { ALL_TEXTS, measurePeople } from './people.testing.ts';
import { NUMBERS, refusedOf, type Step, startSeeded } from './seed.testing.ts';
import { seedDemo } from './seed.ts';

const PASSWORD = 'demo-password';
let county: Awaited<ReturnType<typeof startSeeded>>;
beforeAll(async () => {
  county = await startSeeded(PASSWORD);
}, 180_000);
afterAll(() => county.stop());

const rows = <T extends object>(sql: string, values: unknown[] = []) => county.rows<T>(sql, values);
const count = async (sql: string): Promise<number> =>
  (await rows<{ n: number }>(`select count(*)::int as n ${sql}`))[0]?.n ?? -1;

test('the tallies say what the reports say, and nothing waits to be folded', async () => {
  expect(await count('from tally_delta')).toBe(0);
  expect(await count('from unit_tally where unit_code % 1000000000 = 0')).toBeGreaterThan(10);
  expect(await rows('select rows_wrong from app.rebuild_tallies()')).toEqual([{ rows_wrong: 0 }, { rows_wrong: 0 }]);
});

test.each(NUMBERS)('the demo county has its number of %s', async (_, wanted, sql) => {
  expect(await count(sql)).toBe(wanted);
});

test('digests follow on each other without a gap, numbered from one, and the last one is of today', async () => {
  const digests = await rows<{ from: string; to: string; year: number | null; no: number | null; cum: number | null }>(
    `select period_from::text as from, period_to::text as to, year, no, cum_no as cum from digest where county_code = 990101 order by period_from`,
  );
  const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  for (const [i, { from }] of digests.entries()) if (i > 0) expect(from).toBe(next(digests[i - 1]?.to as string));
  const issued = digests.slice(0, -1);
  expect(issued.map(({ cum }) => cum)).toEqual(issued.map((_, i) => i + 1));
  for (const [year, same] of Map.groupBy(issued, (each) => each.year))
    expect([year, same.map(({ no }) => no)]).toEqual([year, same.map((_, i) => i + 1)]);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  expect([(digests.at(-1)?.from as string) <= today, (digests.at(-1)?.to as string) >= today]).toEqual([true, true]);
});

test('an issued digest is signed by somebody else than its editor and keeps the hash of what it says', async () => {
  const digests = await rows<{ frozen: unknown; hash: string; editor: string; signer: string }>(
    `select frozen, content_hash as hash, editor_id as editor, signer_id as signer from digest where state in ('ISSUED', 'FOLLOWED')`,
  );
  for (const { frozen, hash, editor, signer } of digests) {
    expect(createHash('sha256').update(canonicalJson(frozen)).digest('hex')).toBe(hash);
    expect(signer).not.toBe(editor);
  }
});

test('an item of a digest has a portfolio and rests on reports that came in before it was issued', async () => {
  expect(await count('from digest_item where portfolio_id is null')).toBe(0);
  expect(
    await count('from digest_item i where not exists (select from digest_item_report l where l.item_id = i.id)'),
  ).toBe(0);
  const late = `from digest_item_report l join digest d on d.id = l.digest_id join report r on r.id = l.report_id
    where d.issued_at < r.submitted_at or (d.issued_at is not null and r.state not in ('DIGESTED', 'REPLIED', 'ARCHIVED')) or r.line = 'SEALED'`;
  expect(await count(late)).toBe(0);
  const [fewest] = await rows<{ n: number }>(
    `select count(*)::int as n from digest_item i join digest d on d.id = i.digest_id where d.county_code = 990101 and d.no is not null group by d.id order by 1 limit 1`,
  );
  expect(fewest?.n).toBeGreaterThanOrEqual(10);
});

test('every report has a history that the state machine allows and that ends in its state', async () => {
  const steps = await rows<Step>(
    `select r.id, a.deed, a.from_state as from, a.to_state as to, a.actor_role as role, r.state, a.at
     from report r left join audit a on a.county_code = r.county_code and a.subject_id = r.id order by r.id, a.at`,
  );
  expect(refusedOf(steps)).toEqual([]);
});

test('what happened to issues and instructions are deeds that their tables know', async () => {
  const deeds = await rows<{ subject: string; deed: string }>(
    `select distinct subject, deed from audit where subject in ('DIGEST', 'INSTRUCTION')`,
  );
  const known: Record<string, readonly string[]> = {
    DIGEST: ['open', 'read', ...Object.keys(DIGEST_MACHINE)],
    INSTRUCTION: ['instruct', ...Object.keys(INSTRUCTION_MACHINE)],
  };
  expect(deeds.length).toBeGreaterThan(6);
  expect(deeds.filter(({ subject, deed }) => !known[subject]?.includes(deed))).toEqual([]);
});

test('no history and no answer tells of a revisit by itself: that one was made is told by the revisit', async () => {
  expect(await count(`from audit where deed <> 'instruct' and note like '%回访%'`)).toBe(0);
  expect(await count(`from report where answer like '%回访%'`)).toBe(0);
});

test('states fit their age: only what is young still waits', async () => {
  expect(
    await count(`from report where state in ('SUBMITTED', 'URGENT') and submitted_at < now() - interval '11 days'`),
  ).toBe(0);
  const overdue = await count(
    `from report where county_code = 990101 and state in ('SUBMITTED', 'URGENT') and due_at < now()`,
  );
  expect([overdue > 3, overdue < 90]).toEqual([true, true]);
  expect(
    await count(
      `from report where county_code = 990101 and state = 'SUBMITTED' and submitted_at > now() - interval '3 days'`,
    ),
  ).toBeGreaterThan(20);
  expect(await count(`from report where state = 'REPLIED' and (answer is null or answered_at is null)`)).toBe(0);
  expect(await count(`from report where state = 'RETURNED' and return_reason is null`)).toBe(0);
  const untold = 'told_at is null and untold_reason is null';
  expect(await count(`from report where state = 'ARCHIVED' and answer is not null and ${untold}`)).toBe(0);
  expect(await count(`from report where state = 'REPLIED' and ${untold}`)).toBeGreaterThan(10);
  // What was told is the answer that stands, and the history says who told it.
  const isTold = '(told_at is not null or untold_reason is not null)';
  expect(await count(`from report where ${isTold} and answer is null or told_at < answered_at`)).toBe(0);
  expect(
    await count(`from report r where ${isTold} and not exists (select from audit a
      where a.county_code = r.county_code and a.subject_id = r.id and a.deed in ('tell', 'cannotTell'))`),
  ).toBe(0);
});

test('what is merged has a master of the same matter, place and line within 90 days that is not merged itself', async () => {
  const wrong = `from report m join report r on r.county_code = m.county_code and r.id = m.master_id where m.topic_code <> r.topic_code
    or m.place_code <> r.place_code or m.line <> r.line or r.master_id is not null or abs(extract(epoch from m.occurred_at - r.occurred_at)) > 90 * 86400`;
  expect(await count(wrong)).toBe(0);
  expect(
    await count(`from report where county_code = 990101 and state = 'MERGED' and master_id is not null`),
  ).toBeGreaterThan(300);
  expect(await count(`from report where (state = 'MERGED') <> (master_id is not null)`)).toBe(0);
});

test('what the township has answered or filed is still a candidate of the open issue', async () => {
  const inPeriod = `from report r join digest d on d.county_code = r.county_code and d.state = 'EDITING'
    and (r.submitted_at at time zone 'Asia/Shanghai')::date between d.period_from and d.period_to
    where r.county_code = 990101 and r.digested_at is null and r.set_aside_at is null and r.line <> 'SEALED'`;
  expect(await count(`${inPeriod} and r.state in ('REPLIED', 'ARCHIVED')`)).toBeGreaterThan(0);
  expect(await count(`from report where digested_at is null and state = 'DIGESTED'`)).toBe(0);
  const told = `from digest_item_report l join digest d on d.id = l.digest_id join report r on r.id = l.report_id where d.no is not null and r.digested_at is distinct from d.issued_at`;
  expect(await count(told)).toBe(0);
});

test('an accusation stands on the sealed line, with its history and its words', async () => {
  const accusing = `join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code and t.is_accusation`;
  expect(await count(`from report r ${accusing}`)).toBeGreaterThan(30);
  expect(await count(`from report r ${accusing} where r.line <> 'SEALED'`)).toBe(0);
  expect(await count(`from audit a join report r on r.id = a.subject_id where a.line <> r.line`)).toBe(0);
  expect(await count(`from report_search s join report r on r.id = s.report_id where s.line <> r.line`)).toBe(0);
});

test('every village has one area, and nearly every unit an officer', async () => {
  expect(await count(`from unit where kind = 'VILLAGE_ROOM' and area_id is null`)).toBe(0);
  const covered = await count(
    `from unit u where u.county_code = 990101 and exists (select from post p where p.county_code = u.county_code and p.unit_code = u.code and p.role = 'OFFICER' and p.valid_to is null)`,
  );
  expect([covered, await count('from unit where county_code = 990101')]).toEqual([518, 525]);
});

test('no two reports say the same, and none holds an identity or telephone number', async () => {
  const reports = await rows<{ content: string; answer: string | null }>('select content, answer from report');
  expect(new Set(reports.map(({ content }) => content)).size / reports.length).toBeGreaterThan(0.99);
  const lengths = reports.map(({ content }) => content.length);
  expect([Math.min(...lengths) >= 40, Math.max(...lengths) <= 220]).toEqual([true, true]);
  const items = await rows<{ text: string }>('select text from digest_item');
  const texts = [
    ...reports.flatMap(({ content, answer }) => [content, answer ?? '']),
    ...items.map(({ text }) => text),
  ];
  expect(texts.flatMap(findPersonalData)).toEqual([]);
});

test('what points at people in texts hardly ever points at nobody, and finds most who are named', async () => {
  const texts = (await rows<{ text: string }>(ALL_TEXTS)).map(({ text }) => text);
  const measured = measurePeople(texts);
  console.log(measured.lines.join('\n'));
  expect(texts.length).toBeGreaterThan(15_000);
  expect(measured.falseAlarms).toBeLessThanOrEqual(texts.length / 1_000);
  expect(measured.precision).toBeGreaterThan(0.95);
  expect(measured.foundNames).toBeGreaterThan(0.75);
  expect(measured.foundWhereabouts).toBeGreaterThan(0.9);
});

test('the demo accounts sign in with the one password, each at its own unit', async () => {
  const logins = await rows<{ account: string; hash: string }>(
    'select account, password_hash as hash from login order by account',
  );
  expect(logins.map(({ account }) => account)).toEqual([...DEMO_ACCOUNTS].sort());
  expect(await verify(logins[0]?.hash as string, PASSWORD)).toBe(true);
  const of = (account: string) => county.seeded.accounts.find((each) => each.account === account);
  expect(of('officer')?.unit).toBe(of('village.head')?.unit);
  expect(of('township.clerk')?.unit).not.toBe(of('other.township.clerk')?.unit);
  const posts = await rows<{ role: string }>(
    `select role from post join login using (person_id) where account = 'county.clerk' order by valid_from`,
  );
  expect(posts.map(({ role }) => role)).toEqual(['COUNTY_CLERK', 'ANALYST']);
});

test('the officer has a history in every state and the leader alerts that wait', async () => {
  const own = await rows<{ state: string }>(
    `select distinct state from report join login on login.person_id = author_id where account = 'officer'`,
  );
  const states = [
    'ARCHIVED',
    'DIGESTED',
    'MERGED',
    'REPLIED',
    'RETURNED',
    'SUBMITTED',
    'TRIAGED',
    'URGENT',
    'WITHDRAWN',
  ];
  expect(own.map(({ state }) => state).sort()).toEqual(states);
  const open = `from alert join login on login.person_id = leader_id where account = 'county.leader' and acknowledged_at is null`;
  expect(await count(open)).toBeGreaterThanOrEqual(3);
});

test('search finds a report by its village in pinyin and by its number', async () => {
  const [found] = await rows<{ haystack: string; keys: number }>(
    `select haystack, cardinality(keys) as keys from report_search s join report r on r.id = s.report_id where r.serial = 300`,
  );
  expect(found?.haystack).toMatch(/[一-龥] [a-z]+ [a-z]+ \d{4}-000300$/);
  expect(found?.keys).toBeGreaterThan(30);
});

test('the serials go on after the demo reports', async () => {
  const [next] = await rows<{ next: string; last: string }>(
    `select nextval('report_no') as next, max(serial) as last from report`,
  );
  expect(Number(next?.next)).toBe(Number(next?.last) + 1);
});

test('seeding says how far it is', () => {
  expect(county.lines.join('\n')).toMatch(
    /清禾县 \(990101\): 15,800 reports[\s\S]+report: 15,879 rows[\s\S]+清禾县 is ready/,
  );
});

test('seeding again changes nothing', async () => {
  const sum = `select (select count(*) from report) as reports, (select count(*) from audit) as audit, (select md5(string_agg(password_hash, '' order by account)) from login) as logins`;
  const before = await rows(sum);
  expect(await isSeeded(county.adminUrl)).toBe(true);
  expect(await seedDemo({ adminUrl: county.adminUrl, password: 'another-password', log: () => {} })).toEqual({
    accounts: [],
    counts: {},
  });
  expect(await rows(sum)).toEqual(before);
});
