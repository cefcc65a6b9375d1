import { describe, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { getIntrospectionQuery, parse } from 'graphql';
import { contract } from '../../schema.ts';
import { webDocuments } from '../../testing/documents.ts';
import { admitDocument } from '../gate/gate.ts';
import { selectionOf } from '../lists/selection.ts';
import { extentOf } from './extent.ts';

const { operation: limit } = SERVER_LIMITS;
const said = (text: string): string[] => {
  const admitted = admitDocument(contract(), text);
  return 'kind' in admitted ? [] : admitted.map(({ message }) => message);
};
const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join(' ');

/** F0 spreads F1 twice, F1 spreads F2 twice …: 2ⁿ fields behind n spreads. */
const doubling = (n: number) =>
  `{ viewer { person { ...F0 } } } ${many(n, (i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Person { id }`;
/** The same with a field between, where each half answers by another name. */
const forking = (n: number) =>
  `{ reports { edges { node { ...F0 } } } } ${many(n, (i) => `fragment F${i} on Report { master { ...F${i + 1} } m: master { ...F${i + 1} } }`)} fragment F${n} on Report { id }`;
/** Fields of one name, each with fields of one name: validation compares all with all, at every level. */
const repeating = (k: number) => `{ ${many(k, () => `viewer { ${many(k, () => 'person { id }')} }`)} }`;

const TOO_MANY = /^At most 1000 (fields and spreads|pairs of fields).* an operation; this has \d{4} or more$/;
describe('documents whose fragments multiply', () => {
  test.each([14, 30, 150])('are refused after as many visits as the limit allows: %i doublings', (n) => {
    expect(() => extentOf(parse(doubling(n)))).toThrow(TOO_MANY);
    expect(said(doubling(n))).toEqual([expect.stringMatching(TOO_MANY)]);
  });
  test('are refused when each half has a name of its own, too', () => {
    expect(said(forking(6))).toEqual([expect.stringMatching(/aliases/)]);
  });
  test('are measured as what they unfold into when it is little', () => {
    expect(extentOf(parse(doubling(3)))).toMatchObject({ selections: 2 + (1 + 2 + 4 + 8) + 8 });
  });
  test('are read once a selection by what reads selections', () => {
    const document = parse(doubling(8));
    const [operation, ...definitions] = document.definitions as any[];
    let visits = 0;
    const fragments = Object.fromEntries(
      definitions.map((fragment) => [
        fragment.name.value,
        {
          ...fragment,
          get selectionSet() {
            visits++;
            return fragment.selectionSet;
          },
        },
      ]),
    );
    const fieldNodes = operation.selectionSet.selections;
    expect([...(selectionOf({ fieldNodes, fragments }).get('person') ?? [])].map(([name]) => name)).toEqual(['id']);
    expect(visits).toBe(9);
  });
});

test('a document with a cycle of fragments is refused by the name of the fragment or by its depth', () => {
  expect(said('{ viewer { person { ...A } } } fragment A on Person { ...B } fragment B on Person { id ...A }')).toEqual(
    ['Cannot spread fragment "A" within itself via "B".'],
  );
  expect(said('{ reports { edges { node { ...A } } } } fragment A on Report { master { ...A } }')).toEqual([
    expect.stringMatching(/At most 10 levels/),
  ]);
  expect(said('{ __schema { types { ...T } } } fragment T on __Type { ofType { ...T } }')).toEqual([
    expect.stringMatching(/fields and spreads/),
  ]);
});
test('fields of one name are counted against each other before validation compares them', () => {
  expect(said(repeating(12))).toEqual([expect.stringMatching(/At most 1000 pairs of fields of the same name/)]);
});
test('a document that is too large is told so, and nothing else about it', () => {
  expect(said(`{ ${many(400, (i) => `nothing${i}`)} ${many(700, () => 'cursor')} }`)).toHaveLength(1);
});
test('a fragment that nothing spreads is measured all the same', () => {
  expect(said(`{ cursor } ${doubling(20).slice(doubling(20).indexOf('fragment'))}`)).toEqual([
    expect.stringMatching(TOO_MANY),
  ]);
});
test('root fields are counted through fragments, and the refusal says how many there are', () => {
  const spread = (count: number) =>
    `{ ...A } fragment A on Query { ...B ${many(count - 5, (i) => `a${i}: cursor`)} } fragment B on Query { ${many(5, (i) => `b${i}: cursor`)} }`;
  expect(said(spread(limit.rootFields))).toEqual([]);
  expect(said(spread(20))).toEqual(['At most 12 root fields an operation; this has 20 or more']);
});
test('what tools ask about the contract passes', () => {
  expect(said(getIntrospectionQuery())).toEqual([]);
});

test('every document of the web app uses at most two thirds of each limit', () => {
  const documents = webDocuments();
  expect(documents.length).toBeGreaterThan(80);
  for (const { name, document } of documents)
    for (const [what, figure] of Object.entries(extentOf(document)))
      expect([name, what, figure <= limit[what as keyof typeof limit] * (2 / 3) || [figure]]).toEqual([
        name,
        what,
        true,
      ]);
});
