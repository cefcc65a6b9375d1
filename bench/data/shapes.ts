/** What one county of the bench is like. */
export interface CountyShape {
  code: number;
  name: string;
  reports: number;
  /** Full: a text of several sentences, with its search row. Short: the least that a report may say, and no search. */
  texts: 'FULL' | 'SHORT';
}

/** Of every county: townships × villages × officers. */
export const NETWORK = { townships: 20, villages: 25, officers: 10 } as const;
export const MONTHS = 24;
export const BIG_COUNTY = 990201;
const NEIGHBOURS = 20;

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

/** Codes of units, `township` and `village` counted from 1. */
export const officeOf = (county: number) => county * 1_000_000_000;
export const stationOf = (county: number, township: number) => officeOf(county) + (99 + township) * 1_000_000;
export const roomOf = (county: number, township: number, village: number) =>
  stationOf(county, township) + (199 + village) * 1_000;
