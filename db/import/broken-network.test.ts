import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KindName } from './kinds.ts';
import { PEOPLE, POSTS, startCounty, type Table, VILLAGE } from './network.testing.ts';

let county: Awaited<ReturnType<typeof startCounty>>;

beforeAll(async () => {
  county = await startCounty();
  await county.put('people', PEOPLE);
  await county.put('posts', POSTS);
  await county.put('units', [
    ['name', 'kind'],
    ['水利局', '县直部门'],
  ]);
});
afterAll(() => county.stop());

test.each<[string, KindName, Table, unknown[]]>([
  [
    'a person nobody knows',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-404', VILLAGE, '信息员'],
    ],
    [2, 'person', 'PERSON_UNKNOWN'],
  ],
  [
    'a unit nobody knows',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', '文亭街道 无此村', '信息员'],
    ],
    [2, 'unit', 'UNIT_UNKNOWN'],
  ],
  [
    'a unit name that two villages bear',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', '刘庄村群众工作室', '信息员'],
    ],
    [2, 'unit', 'UNIT_AMBIGUOUS'],
  ],
  [
    'a role nobody knows',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', VILLAGE, '村霸'],
    ],
    [2, 'role', 'UNKNOWN_WORD'],
  ],
  [
    'a county role in a village',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', VILLAGE, 'COUNTY_CLERK'],
    ],
    [2, 'role', 'ROLE_LEVEL'],
  ],
  [
    'an area in another village',
    'posts',
    [
      ['person', 'unit', 'role', 'area'],
      ['W-001', VILLAGE, '信息员', '371723001002001'],
    ],
    [2, 'area', 'AREA_OUTSIDE'],
  ],
  [
    'a day that is none',
    'posts',
    [
      ['person', 'unit', 'role', 'from'],
      ['W-001', VILLAGE, '信息员', '2026-02-30'],
    ],
    [2, 'from', 'BAD_DAY'],
  ],
  [
    'an end before its beginning',
    'posts',
    [
      ['person', 'unit', 'role', 'from', 'to'],
      ['W-001', VILLAGE, '信息员', '2026-05-01', '2026-04-01'],
    ],
    [2, 'to', 'PERIOD_REVERSED'],
  ],
  [
    'a post within another of its kind',
    'posts',
    [
      ['person', 'unit', 'role', 'from'],
      ['W-003', '文亭街道群众工作站', 'TOWNSHIP_CLERK', '2026-05-01'],
    ],
    [2, 'from', 'OVERLAPS'],
  ],
  [
    'the same post twice',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-003', VILLAGE, '信息员'],
      ['W-003', '文亭街道 南堤居民委员会', '信息员'],
    ],
    [3, 'person', 'DUPLICATE'],
  ],
  [
    'a leader’s level for a clerk',
    'posts',
    [
      ['person', 'unit', 'role', 'leader_level'],
      ['W-003', VILLAGE, '信息员', '市'],
    ],
    [2, 'leader_level', 'LEADER_LEVEL_NOT_ALLOWED'],
  ],
  [
    'a department numbered like a township',
    'units',
    [
      ['code', 'name', 'kind'],
      ['371723102000', '某局', '县直部门'],
    ],
    [2, 'code', 'SEAT_RANGE'],
  ],
  [
    'an enterprise numbered like a department',
    'units',
    [
      ['code', 'name', 'kind'],
      ['371723610000', '某厂', '重点企业'],
    ],
    [2, 'code', 'SEAT_RANGE'],
  ],
  [
    'a code of another county',
    'units',
    [
      ['code', 'name', 'kind'],
      ['371724610000', '某局', '县直部门'],
    ],
    [2, 'code', 'UNIT_CODE_FORM'],
  ],
  [
    'a village room that is not there',
    'units',
    [
      ['name', 'kind'],
      ['无此村群众工作室', '村群众工作室'],
    ],
    [2, 'name', 'UNIT_UNKNOWN'],
  ],
  [
    'a parent for a village room',
    'units',
    [
      ['code', 'name', 'kind', 'parent'],
      [VILLAGE, '南堤居委会群众工作室', '村群众工作室', '水利局'],
    ],
    [2, 'parent', 'PARENT_NOT_ALLOWED'],
  ],
  [
    'an area for a department',
    'units',
    [
      ['name', 'kind', 'area'],
      ['水利局', '县直部门', '南片'],
    ],
    [2, 'area', 'AREA_NOT_ALLOWED'],
  ],
  [
    'two chiefs of one area',
    'units',
    [
      ['name', 'kind', 'area', 'area_chief'],
      ['南堤居委会群众工作室', '村群众工作室', '南片', 'W-001'],
      ['街道居委会群众工作室', '村群众工作室', '南片', 'W-002'],
    ],
    [3, 'area', 'AREA_CONTRADICTS'],
  ],
  [
    'a unit that stands twice',
    'units',
    [
      ['name', 'kind', 'code'],
      ['水利局', '县直部门', ''],
      ['水利局', '县直部门', '371723600000'],
    ],
    [3, 'name', 'DUPLICATE'],
  ],
])('a file with %s is refused with its line, and nothing is written', async (_, kind, rows, where) => {
  expect(await county.refused(kind, rows)).toEqual([where]);
});

test('mistakes that the file shows and mistakes that only the database shows are told together', async () => {
  const rows: Table = [
    ['person', 'unit', 'role'],
    ['W-404', VILLAGE, '信息员'],
    ['W-001', VILLAGE, '村霸'],
    ['W-001', '999999999999', '信息员'],
  ];
  expect(await county.refused('posts', rows)).toEqual([
    [2, 'person', 'PERSON_UNKNOWN'],
    [3, 'role', 'UNKNOWN_WORD'],
    [4, 'unit', 'UNIT_UNKNOWN'],
  ]);
});
