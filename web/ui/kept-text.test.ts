import { beforeEach, expect, test } from '@jest/globals';
import { forgetTypedBut, forgetTypedOf, keepTyped, readTyped } from './kept-text.ts';

beforeEach(() => {
  const items: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  const storage = new Proxy(items, {
    get: (_, name: string) => methods[name as keyof typeof methods] ?? items[name],
  });
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
});

const anna = { personId: 'anna', deed: 'return', subject: 'r1' };
const boris = { ...anna, personId: 'boris' };

test('what was typed is found again by the same person, for the same deed on the same subject', () => {
  keepTyped(anna, '请写明户数');
  expect(readTyped(anna)).toBe('请写明户数');
  for (const other of [boris, { ...anna, deed: 'reply' }, { ...anna, subject: 'r2' }])
    expect(readTyped(other)).toBeNull();
});

test('what was sent or thrown away is forgotten', () => {
  keepTyped(anna, '请写明户数');
  keepTyped(anna, null);
  expect(readTyped(anna)).toBeNull();
  expect(Object.keys(localStorage)).toEqual([]);
});

test('whoever signs in finds their own words and nobody keeps those of another', () => {
  keepTyped(anna, '安娜的');
  keepTyped(boris, '鲍里斯的');
  forgetTypedBut('anna');
  expect([readTyped(anna), readTyped(boris)]).toEqual(['安娜的', null]);
});

test('signing out forgets one’s own words, and nothing else on the machine', () => {
  keepTyped(anna, '安娜的');
  keepTyped(boris, '鲍里斯的');
  localStorage.setItem('lxq.language', '"zh"');
  forgetTypedOf('anna');
  expect([readTyped(anna), readTyped(boris)]).toEqual([null, '鲍里斯的']);
  expect(localStorage.getItem('lxq.language')).toBe('"zh"');
});
