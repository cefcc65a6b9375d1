import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { addressReader } from './address.ts';

const request = (forwarded?: string) =>
  ({
    socket: { remoteAddress: '10.0.0.9' },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

/** [TRUST_PROXY, what the proxies say, whose address counts] */
const CASES: [boolean | number | string, string | undefined, string][] = [
  [false, '203.0.113.5', '10.0.0.9'],
  [true, '203.0.113.5', '203.0.113.5'],
  [true, undefined, '10.0.0.9'],
  [1, '198.51.100.7, 203.0.113.5', '203.0.113.5'],
  [2, '198.51.100.7, 203.0.113.5', '198.51.100.7'],
  ['10.0.0.0/8', '198.51.100.7, 203.0.113.5', '203.0.113.5'],
  ['192.0.2.1, 10.0.0.9', '203.0.113.5', '203.0.113.5'],
  ['192.0.2.1', '203.0.113.5', '10.0.0.9'],
];
test.each(CASES)('with TRUST_PROXY %s and "%s" in front, %s is asked for', (trust, forwarded, address) => {
  expect(addressReader(trust)(request(forwarded))).toBe(address);
});
