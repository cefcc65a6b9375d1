import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD } from '../../../platform.ts';
import type { Colleague } from '../attack.ts';
import { bodyOf } from '../http.ts';

const EVERY_MS = 5_000;
const SIGN_IN =
  'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';

export interface SignedIn {
  tried: number;
  /** What kept them out, with the right password. */
  kept: string[];
}

/** Signs in with the right password every five seconds, on a device that has been there before or on one that has not. */
export async function colleagueAtDoor(url: string, { account, address, isKnown }: Colleague) {
  const enter = async (marks = '') => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address, ...(marks ? { cookie: marks } : {}) },
      body: bodyOf(SIGN_IN, { account, password: PASSWORD }),
      signal: AbortSignal.timeout(EVERY_MS * 2),
    });
    return { text: await response.text(), cookies: response.headers.getSetCookie() };
  };
  const marks = isKnown ? marksIn((await enter()).cookies) : '';
  const signedIn: SignedIn = { tried: 0, kept: [] };
  let isOver = false;
  const trying = (async () => {
    for (let next = performance.now(); !isOver; await sleep(50)) {
      if (performance.now() < next) continue;
      next += EVERY_MS;
      signedIn.tried++;
      const text = await enter(marks).then(
        ({ text }) => text,
        (error) => String(error),
      );
      if (!text.startsWith('{"data":{')) signedIn.kept.push(text.slice(0, 120));
    }
  })();
  return {
    finish: async () => {
      isOver = true;
      await trying;
      return signedIn;
    },
  };
}

/** What a browser keeps after its session has ended: everything but the session. */
const marksIn = (cookies: string[]) =>
  cookies
    .map((cookie) => cookie.split(';')[0] as string)
    .filter((cookie) => !cookie.includes('lxq_session='))
    .join('; ');
