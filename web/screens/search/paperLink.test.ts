import { expect, test } from '@jest/globals';
import { paperLink } from './paperLink.ts';

const linkTo = (id: string) => `/search/reports/${id}`;
const item = { id: 'i1', kind: 'DIGEST' as const, digestId: 'd1', itemId: 'i1', itemNumber: 4, reportId: null };
const instruction = {
  ...{ id: 'n1', kind: 'INSTRUCTION' as const },
  digestId: null,
  itemId: null,
  itemNumber: null,
  reportId: 'r1',
};

const matter = { ...instruction, id: 'c1', kind: 'CASE' as const, reportId: null };
const official = { ...matter, id: 'p1', kind: 'OFFICIAL' as const };

test.each([
  ['the office reads an item at its desk', item, ['digests'], '/digests/d1?tab=edit&item=i1'],
  ['a leader reads it on the phone’s pages', item, ['leader', 'search'], '/leader/digests/d1?item=4'],
  ['an analyst has no page for it', item, ['analyst', 'search'], null],
  ['a whole issue is looked at', { ...item, itemId: null, itemNumber: null }, ['digests'], '/digests/d1?tab=preview'],
  ['who acts on an instruction has it among their matters', instruction, ['matters', 'search'], '/matters/n1'],
  ['a leader follows it', instruction, ['leader', 'search'], '/leader/instructions/n1'],
  ['anybody else reads the report that it is on', instruction, ['desk', 'search'], '/search/reports/r1'],
  ['a case lies among the matters', matter, ['matters', 'search'], '/matters/cases/c1'],
  ['and has its page for a leader', matter, ['leader', 'search'], '/leader/cases/c1'],
  ['a paper has one page for everybody', official, ['leader', 'search'], '/papers/p1'],
  ['and of an item nothing', { ...instruction, reportId: null }, ['desk', 'search'], null],
])('%s', (_what, hit, screens, link) => {
  expect(paperLink(hit, { screens, linkTo })).toBe(link);
});
