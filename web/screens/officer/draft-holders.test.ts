import { expect, test } from '@jest/globals';
import { makeHolders, type Wire } from './draft-holders.ts';

/** Pages of one device: each hears what the others tell, not itself. */
function makePages() {
  const hearers: ((word: unknown) => void)[] = [];
  const page = (name: string) => {
    const own: ((word: unknown) => void)[] = [];
    const wire: Wire = {
      tell: (word) => {
        for (const hear of hearers) if (!own.includes(hear)) hear(word);
      },
      listen: (hear) => {
        own.push(hear);
        hearers.push(hear);
      },
    };
    const lost: string[] = [];
    const holders = makeHolders(wire, name, () => {});
    const open = (draft: string, at: number) =>
      holders.hold(
        draft,
        async () => {
          lost.push(draft);
        },
        at,
      );
    return { holders, open, lost };
  };
  return { first: page('a'), second: page('b') };
}

test('the page that opens a draft second is told, the first goes on', () => {
  const { first, second } = makePages();
  first.open('d1', 1);
  second.open('d1', 2);
  expect([first.lost, second.lost]).toEqual([[], ['d1']]);
});

test('two pages with different drafts do not disturb each other', () => {
  const { first, second } = makePages();
  first.open('d1', 1);
  second.open('d2', 2);
  expect([first.lost, second.lost]).toEqual([[], []]);
});

test('pages that open it in the same moment are not both told', () => {
  const { first, second } = makePages();
  first.open('d1', 5);
  second.open('d1', 5);
  expect([first.lost, second.lost]).toEqual([[], ['d1']]);
});

test('a draft asked for is given once the first page has saved', async () => {
  const { first, second } = makePages();
  first.open('d1', 1);
  second.open('d1', 2);
  await second.holders.take('d1');
  expect(first.lost).toEqual(['d1']);
  second.open('d1', 3);
  expect(second.lost).toEqual(['d1']);
});

test('a draft that was closed is free', () => {
  const { first, second } = makePages();
  first.open('d1', 1)();
  second.open('d1', 2);
  expect(second.lost).toEqual([]);
});
