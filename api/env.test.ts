import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { BadSetting, readEnv, SETTING_NAMES } from './env.ts';

const example = readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8');
const documented = Object.fromEntries(
  [...example.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);

const KEY = Buffer.alloc(32, 'hunter22').toString('base64');

test('.env.example names every setting and no other', () => {
  expect(Object.keys(documented)).toEqual(SETTING_NAMES);
});

test('.env.example states the values that hold when nothing is set', () => {
  expect(readEnv(documented)).toEqual(readEnv({}));
});

test.each([
  ['PORT', '80x'],
  ['PORT', '70000'],
  ['PUBLIC_ORIGIN', 'https://a.example,b.example'],
  ['PUBLIC_ORIGIN', 'https://a.example/path'],
  ['DATABASE_URL', 'mysql://root:hunter22@db/x'],
  ['DEMO_PASSWORD', 'short'],
  ['CONTACT_KEYS', 'hunter22'],
  ['CONTACT_KEYS', `a:${'hunter22'.repeat(4)}`],
  ['CONTACT_KEYS', `a:${KEY},a:${KEY}`],
  ['CONTACT_KEYS', `a:${KEY}:hunter22`],
  ['SESSION_TTL_HOURS', '-1'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused in one line that begins with its name', (name, value) => {
  const refusal = () => readEnv({ [name]: value });
  expect(refusal).toThrow(BadSetting);
  expect(refusal).toThrow(new RegExp(`^${name} [^\\n]+$`));
  expect(refusal).not.toThrow(/hunter22|aHVudGVy/);
});

test('a secret can come from a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxinqiao-env-'));
  const file = path.join(folder, 'password');
  writeFileSync(file, 'bridge-over-water\n');
  expect(readEnv({ DEMO_PASSWORD_FILE: file }).DEMO_PASSWORD).toBe('bridge-over-water');
  expect(() => readEnv({ DEMO_PASSWORD_FILE: file, DEMO_PASSWORD: 'otherwise' })).toThrow(
    /^DEMO_PASSWORD is given twice/,
  );
  expect(() => readEnv({ DEMO_PASSWORD_FILE: `${file}x` })).toThrow(/^DEMO_PASSWORD_FILE cannot be read/);
  rmSync(folder, { recursive: true });
});

test('contacts have several keys, in their order', () => {
  const { CONTACT_KEYS } = readEnv({ CONTACT_KEYS: `2027:${KEY}\n2026:${KEY}` });
  expect(CONTACT_KEYS?.map(({ id, key }) => [id, key.length])).toEqual([
    ['2027', 32],
    ['2026', 32],
  ]);
});

test('without PUBLIC_ORIGIN only this machine’s own pages are allowed, on the port in use', () => {
  expect(readEnv({ PORT: '8080' }).PUBLIC_ORIGIN).toEqual(['http://localhost:8080', 'http://127.0.0.1:8080']);
});
