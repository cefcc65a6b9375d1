import type { CountyPlan } from '@lxq/db/demo/counties.ts';
import type { Again } from '@lxq/db/demo/telling-again.ts';
import { VILLAGE_ROOTS } from '@lxq/db/demo/village-names.ts';
import { officeOf } from '@lxq/schema/places.ts';

/** What one county of the bench is like. */
export interface CountyShape {
  code: number;
  name: string;
  reports: number;
  /** Full: a text of several sentences, with its search row. Short: the beginning of it, and no search. */
  texts: 'FULL' | 'SHORT';
}

/** Of every county; each place has ten officers, about. */
export const NETWORK = { townships: 20, wards: 3, villages: 22 } as const;
export const BIG_COUNTY = 990201;
const NEIGHBOURS = 20;
export const DAYS = 720;
/** How long the demo's generators tell of; before that it is told again. */
const FIRST_DAYS = 90;
/** One report in twenty is told by the demo's generators; no fewer than they need for so many days, no more than they have words for. */
const FIRST_TOLD = { share: 1 / 20, least: 200, most: 50_000 };

/** The big county and its neighbours: two million reports at scale 1. */
export function benchCounties(scale: number): CountyShape[] {
  const neighbours = Array.from({ length: NEIGHBOURS }, (_, i) => full(990301 + i, `邻溪${i + 1}县`, 50_000 * scale));
  return [full(BIG_COUNTY, '广禾县', 1_000_000 * scale), ...neighbours];
}

/** The same county twice, when it was young and after it has grown fifty times; each has a database to itself. */
export const YOUNG_COUNTY = 990401;
export const GROWN_COUNTY = 990402;
export const growthCounties = (scale: number): { young: CountyShape; grown: CountyShape } => ({
  young: { code: YOUNG_COUNTY, name: '初禾县', reports: Math.round(100_000 * scale), texts: 'SHORT' },
  grown: { code: GROWN_COUNTY, name: '久禾县', reports: Math.round(5_000_000 * scale), texts: 'SHORT' },
});

const full = (code: number, name: string, reports: number): CountyShape => ({
  code,
  name,
  reports: Math.round(reports),
  texts: 'FULL',
});

/** As the demo's generators make a county. */
export function planOf({ code, name, reports: wanted }: CountyShape): CountyPlan {
  const { townships, wards, villages } = NETWORK;
  const reports = Math.round(Math.min(FIRST_TOLD.most, Math.max(FIRST_TOLD.least, wanted * FIRST_TOLD.share)));
  return {
    countyCode: code,
    name,
    city: '云汀市',
    townships: Array.from({ length: townships }, (_, i) => {
      return { number: 100 + i, name: `${VILLAGE_ROOTS[(i + 1) * 3]}镇`, wards, villages, weight: 1 };
    }),
    departments: ['水利局', '农业农村局', '自然资源局', '住房和城乡建设局', '交通运输局', '教育局', '民政局'],
    enterprises: [`${name}供电服务公司`],
    officers: townships * (wards + villages) * 10,
    uncovered: 0,
    reports,
    problems: Math.round(reports * 0.55),
    sealed: Math.ceil(reports / 100),
    days: FIRST_DAYS,
    issues: FIRST_DAYS / 10,
    instructions: { city: 2, county: 20, open: ['HANDLING', 'INSTRUCTED'] },
    cases: 60,
  };
}

/**
 * Sentences with words that no other holds, and the part of all reports that do: what search is asked for must be rare or
 * common on purpose.
 */
const ASIDES = [
  [0.000_04, '缆车站台也请一并看看。'],
  [0.002, '养蜂户的蜂箱受了影响。'],
  [0.35, '已向村干部当面说明情况。'],
] as const;

export const againOf = ({ code, reports, texts }: CountyShape): Again => ({
  countyCode: code,
  reports,
  isShort: texts === 'SHORT',
  asides: texts === 'SHORT' ? [] : ASIDES,
});

/** Codes of units, `township` and `village` counted from 1. */
export const stationOf = (county: number, township: number) => officeOf(county) + (99 + township) * 1_000_000;
/** … and of its departments, which lie in no township. */
export const departmentOf = (county: number, n: number) => officeOf(county) + (599 + n) * 1_000_000;
export const roomOf = (county: number, township: number, village: number) =>
  stationOf(county, township) + (199 + village) * 1_000;
