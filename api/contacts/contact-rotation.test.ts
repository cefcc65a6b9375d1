import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import { rotateContacts } from './contact.rotation.ts';
import { KEYS, keep, keptContact, openContact } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const NEW = { id: 'k2', key: Buffer.alloc(32, 9) };
const BOTH = [NEW, ...KEYS];
async function rotate(keys = BOTH): Promise<[number, string[]]> {
  const lines: string[] = [];
  return [await rotateContacts(fixture.adminUrl, keys, (line) => lines.push(line)), lines];
}

test('under a new key everything still opens, with nothing left under the old one, while people go on working', async () => {
  useContactKeys(KEYS);
  const kept = await Promise.all(Array.from({ length: 30 }, () => keptContact(fixture)));
  useContactKeys([...KEYS, NEW]); // every server learns the new one first
  await Promise.all([
    rotate(),
    ...kept.slice(0, 6).map(({ report }) => keep(fixture, 'clerk', report, { name: '孙大江', version: 1 })),
  ]);
  // And then seals under it: what was still written under the old one is found by the next run.
  useContactKeys(BOTH);
  const [left, lines] = await rotate();
  expect([left, lines.at(-1)]).toEqual([0, '0 left under other keys']);
  const { rows } = await fixture.admin.query('select distinct key_id from contact');
  expect(rows).toEqual([{ key_id: 'k2' }]);
  useContactKeys([NEW]);
  for (const [at, { contact }] of kept.slice(0, 12).entries())
    expect((await openContact(fixture, 'clerk', contact)).name).toBe(at < 6 ? '孙大江' : '郑铁柱');
  const versions = await fixture.admin.query('select version, count(*)::int as n from contact group by 1 order by 1');
  expect(versions.rows).toEqual([
    { version: 1, n: 24 },
    { version: 2, n: 6 },
  ]);
});

test('what no key opens is left as it was and named, and the rest goes on', async () => {
  useContactKeys([{ id: 'lost', key: Buffer.alloc(32, 1) }]);
  await keptContact(fixture);
  useContactKeys(KEYS);
  await keptContact(fixture);
  const [left, lines] = await rotate();
  expect(left).toBe(1);
  expect(lines.slice(-2)).toEqual(['1 left under "lost"', '1 left under other keys: keep those, and run this again']);
  expect(lines.join()).not.toMatch(/郑|138/);
});
