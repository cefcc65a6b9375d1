import { ENVIRONMENT, LAW, MARKET } from './environment-law-market.ts';
import { FARMING, FARMING_NEWS } from './farming.ts';
import { INFORMATION } from './information.ts';
import { LAND, TOWN } from './land-and-town.ts';
import { SCHOOL_AND_HEALTH, WORK_AND_WELFARE } from './livelihood.ts';
import type { Matter } from './matter.ts';
import { CONDUCT, OFFICES } from './offices.ts';
import { ROADS, WATER } from './roads-and-water.ts';

export const MATTERS: readonly Matter[] = [
  ...FARMING,
  ...LAND,
  ...TOWN,
  ...WORK_AND_WELFARE,
  ...SCHOOL_AND_HEALTH,
  ...ROADS,
  ...WATER,
  ...ENVIRONMENT,
  ...LAW,
  ...MARKET,
  ...FARMING_NEWS,
  ...INFORMATION,
  ...OFFICES,
];
export const ACCUSATIONS: readonly Matter[] = CONDUCT;
