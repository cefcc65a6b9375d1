import { randomUUID } from 'node:crypto';
import type { Attack, Front, Tally, Turned } from '../attack.ts';
import { bodyOf, shootAt } from '../http.ts';

const ALIASES = Array.from({ length: 12 }, (_, i) => `a${i}`);
const topics = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`);
const unknown = (count: number) => Array.from({ length: count }, () => randomUUID());

const LIST = '(first: 200, filter: {topics: $t}) { edges { node { id content } } }';
const of = (name: string, query: string, variables: unknown): Attack => ({
  name,
  most: () => 0,
  run: (front, tally) => asked(front, tally, 'county.analyst', bodyOf(query, variables)),
});

/** A period that no loop gets to the end of, and one as wide as the calendar goes. */
const PERIODS = ['submittedTo: "9999-12-31"', 'submittedTo: "99999-12-31"', 'submittedFrom: "0001-01-01"'];

export const attacks: Attack[] = [
  {
    name: 'pivot to far dates',
    most: () => 0,
    run: (front, tally) => {
      const bodies = PERIODS.map((period) => bodyOf(`{ reportPivot(filter: {${period}}) { asOf months } }`));
      const token = front.tokens['county.analyst'];
      return shootAt(front, tally, {
        connections: 4,
        next: (n) => ({ token, body: bodies[n % bodies.length] as string }),
      });
    },
  },
  of('10,000 topics', `query ($t: [ID!]) { reports${LIST} }`, { t: topics(10_000) }),
  of('12 aliases × 8,000 topics', `query ($t: [ID!]) { ${ALIASES.map((a) => `${a}: reports${LIST}`).join(' ')} }`, {
    t: topics(8_000),
  }),
  of(
    '12 aliases × 400 unknown topics',
    `query ($t: [ID!]) { ${ALIASES.map((a) => `${a}: reports${LIST}`).join(' ')} }`,
    {
      t: topics(400),
    },
  ),
  {
    name: '12 aliases × 200 unknown ids',
    run: (front, tally) => {
      const query = `mutation ($ids: [ID!]!) { ${ALIASES.map((a) => `${a}: triageReports(ids: $ids) { ok }`).join(' ')} }`;
      return asked(front, tally, 'other.township.clerk', bodyOf(query, { ids: unknown(200) }));
    },
  },
];

const asked = (front: Front, tally: Tally, who: Turned, body: string) =>
  shootAt(front, tally, { connections: 8, next: () => ({ token: front.tokens[who], body }) });
