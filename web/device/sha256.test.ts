import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sha256, sha256Of, sha256OfText } from './sha256.ts';

const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000, 300_001])(
  '%d bytes have the hash that everybody gives them',
  async (length) => {
    const bytes = new Uint8Array(randomBytes(length));
    expect(sha256(bytes)).toBe(known(bytes));
    expect(await sha256Of(bytes.slice().buffer)).toBe(known(bytes));
  },
);

test('a page that came by plain http reckons the same', async () => {
  const { subtle } = crypto;
  const bytes = new Uint8Array(randomBytes(70_000));
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  try {
    expect(await sha256Of(bytes.slice().buffer)).toBe(known(bytes));
  } finally {
    Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
  }
});

test('a part of a larger memory is hashed alone, and a text as UTF-8', () => {
  const bytes = new Uint8Array(randomBytes(200));
  expect(sha256(bytes.subarray(10, 110))).toBe(known(bytes.subarray(10, 110)));
  expect(sha256OfText('村东头水井塌了')).toBe(known(new TextEncoder().encode('村东头水井塌了')));
});
