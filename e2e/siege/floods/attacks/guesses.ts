import type { Attack, Front, Tally } from '../attack.ts';
import { bodyOf, shootAt } from '../http.ts';

const SIGN_IN =
  'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';
const OFFICE = '203.0.113.7';
const PROXY = '127.0.0.1';

/** A password that was compared was let in, right or wrong. */
const guess = (front: Front, tally: Tally, next: (n: number) => { account: string; address: string }) =>
  shootAt(front, tally, {
    connections: 16,
    address: PROXY,
    sought: 'UNAUTHENTICATED',
    next: (n) => {
      const { account, address } = next(n);
      const body = bodyOf(SIGN_IN, { account, password: `guess ${n} of many` });
      return { body, headers: { 'x-forwarded-for': address } };
    },
  });

export const attacks: Attack[] = [
  {
    name: 'guesses at one account from 60 addresses',
    // A hundred failures in a row, then one in a quarter of an hour; several were on their way at once.
    most: () => 116,
    colleague: { account: 'county.director', address: '198.51.100.9', isKnown: true },
    run: (front, tally) =>
      guess(front, tally, (n) => ({ account: 'county.director', address: `192.0.2.${1 + (n % 60)}` })),
  },
  {
    name: 'guesses at made-up accounts from one address',
    colleague: { account: 'county.leader', address: OFFICE, isKnown: false },
    run: (front, tally) => guess(front, tally, (n) => ({ account: `nobody.${n}`, address: OFFICE })),
  },
];
