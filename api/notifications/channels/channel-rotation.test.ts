import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rotate } from '../../platform/vault/rotation.ts';
import { useVaultKeys } from '../../platform/vault/vault.ts';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import {
  addChannel,
  allow,
  countIn,
  errcode,
  ledger,
  ringMany,
  type Service,
  startService,
  turn,
} from '../delivering/outside.testing.ts';
import { keepPushKeys, openPushKey } from '../delivering/push.ts';
import { spread } from '../delivering/spreading.ts';
import { CHANNELS, PUSH_KEYS } from './channel.rotation.ts';

const [old, fresh] = [1, 2].map((n) => ({ id: `k${n}`, key: Buffer.alloc(32, n) })) as [
  { id: string; key: Buffer },
  { id: string; key: Buffer },
];
let fixture: Fixture;
let robot: Service;
beforeAll(async () => {
  fixture = await startFixture();
  robot = await startService(errcode(0));
});
afterAll(async () => {
  await robot.stop();
  await fixture.close();
});

test('a channel and a county’s push key go on under another key, and one robot stays one', async () => {
  allow([robot]);
  useVaultKeys([old]);
  await keepPushKeys(fixture.database.jobs);
  const wecom = { kind: 'WECOM', address: `${robot.origin}/send` };
  const channel = await addChannel(fixture, 'leader', wecom);
  const lines: string[] = [];
  const rotating = { adminUrl: fixture.adminUrl, keys: [fresh, old], print: (line: string) => void lines.push(line) };
  expect(await rotate(rotating, [CHANNELS, PUSH_KEYS])).toBe(0);
  expect(lines).toEqual(['1 sealed under "k2"', '3 sealed under "k2"', '0 left under other keys']);

  useVaultKeys([fresh]);
  expect(await addChannel(fixture, 'leader', wecom)).toBe(channel);
  await ringMany(fixture, 'leader', 2);
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(robot.calls.map(countIn)).toEqual([2]);
  expect(await ledger(fixture, channel)).toEqual(['DELIVERED 1', 'DELIVERED 1']);
  const { rows } = await fixture.admin.query('select county_code, sealed, nonce, key_id as "keyId" from push_key');
  for (const { county_code, ...kept } of rows) expect(openPushKey(kept, county_code)).not.toBeNull();
});
