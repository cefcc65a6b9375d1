import { expect, test } from '@jest/globals';
import { readUnitFilter } from './unitFilter.ts';

test('the uncovered units of a township are read from the address', () => {
  const search = new URLSearchParams('kind=VILLAGE_ROOM&parent=990101102000000&uncovered=1&q=柳林');
  expect(readUnitFilter(search)).toEqual({
    kind: 'VILLAGE_ROOM',
    parentCode: '990101102000000',
    isCovered: false,
    text: '柳林',
  });
});

test('units without a principal are read from the address', () => {
  expect(readUnitFilter(new URLSearchParams('unled=1'))).toEqual({ hasPrincipal: false });
});

test('an address with nonsense in it gives all units', () => {
  expect(readUnitFilter(new URLSearchParams('kind=CASTLE&parent=x&uncovered=no&q='))).toEqual({});
});
