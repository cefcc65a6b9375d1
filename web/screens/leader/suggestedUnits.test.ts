import { expect, test } from '@jest/globals';
import { suggestedUnits } from './suggestedUnits.ts';

const station = { code: 'T1', name: '东关镇群众工作站' };
const other = { code: 'T2', name: '西河镇群众工作站' };
const water = { code: 'D1', name: '水利局' };
const known = [station, other, water];
const village = (code: string, parentCode: string) => ({
  unit: { code, name: code, kind: 'VILLAGE_ROOM', parentCode },
});

test('the township most of the reports came through is suggested first', () => {
  const reports = [village('V1', 'T2'), village('V2', 'T1'), village('V3', 'T1')];
  expect(suggestedUnits(reports, [], known)).toEqual([station, other]);
});

test('a department that reported itself is suggested as it is', () => {
  expect(suggestedUnits([{ unit: { ...water, kind: 'DEPARTMENT', parentCode: 'C' } }], [], known)).toEqual([water]);
});

test('units named lately follow, each once, and units that are gone are left out', () => {
  expect(suggestedUnits([village('V1', 'T1')], [water, station, { code: 'X', name: '撤并' }], known)).toEqual([
    station,
    water,
  ]);
});
